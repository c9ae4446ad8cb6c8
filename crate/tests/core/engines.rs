//! The written-out engines over every two settings together: the CPU's against Burn's graph, and in a build for GPUs theirs against
//! the CPU's.

use latent_explorer::data::batch::BatchMaker;
use latent_explorer::data::dataset::Dataset;
use latent_explorer::model::weights::Weights;
use latent_explorer::settings::layers::layer_specs;
use latent_explorer::settings::{
    Corruption, DataSpec, DecoderKind, Estimator, Likelihood, ModelConfig, Normalisation, Optimizer, PriorKind,
    RunConfig, TrainConfig,
};
use latent_explorer::training::engines::Engine;
use latent_explorer::training::engines::cpu::CpuVae;
use latent_explorer::training::schedule::Rates;

use crate::pairwise::rows;
use crate::support::{assert_close, pairs, steady, wave};

/// Images, more than two threads' shares and none of them even.
pub const BATCH: usize = 41;
const STEPS: usize = 3;

/// Choices of: layers, likelihood, told the class, autoencoder, samples, free bits, corruption, optimiser, clipping, data,
/// shortcuts, normalisation, the gradient's estimator, the prior, the posterior's covariance, a second layer of latents.
pub const CHOICES: [usize; 16] = [4, 4, 2, 2, 2, 2, 2, 4, 2, 2, 2, 2, 2, 2, 2, 2];

pub fn is_possible(row: &[usize; 16]) -> bool {
    let &[_, _, _, autoencoder, samples, free_bits, .., estimator, prior, covariance, lower] = row;
    let has_kl_of_each = [samples, prior, covariance, lower] == [0; 4];
    let fits_layers = lower == 0 || (estimator == 0 && covariance == 0);
    (samples > 0 || estimator == 0) && (has_kl_of_each || (autoencoder == 0 && free_bits == 0)) && fits_layers
}

pub fn run(row: &[usize; 16]) -> RunConfig {
    let [
        layers,
        likelihood,
        conditional,
        autoencoder,
        samples,
        free_bits,
        corruption,
        optimizer,
        clip,
        data,
        shortcuts,
        norms,
        estimator,
        prior,
        covariance,
        lower,
    ] = *row;
    let classes = ["cat", "dog", "fox"].map(Into::into).to_vec();
    let colours = DataSpec { width: 12, height: 8, channels: 3, classes: classes.clone(), ..DataSpec::default() };
    let grey = DataSpec { width: 8, height: 12, classes, ..DataSpec::default() };
    let (channels, hidden_sizes) =
        [(vec![], vec![9]), (vec![], vec![12, 12, 7]), (vec![5], vec![6]), (vec![3, 4], vec![9, 5, 5, 5])][layers]
            .clone();
    let optimizers =
        [Optimizer::Adam, Optimizer::AdamW { weight_decay: 0.1 }, Optimizer::Sgd { momentum: 0.8 }, Optimizer::RmsProp];
    let likelihoods = [
        Likelihood::Bernoulli,
        Likelihood::GaussianFixed { sigma: 0.4 },
        Likelihood::GaussianShared,
        Likelihood::GaussianPixel,
    ];
    let model = ModelConfig {
        data: if data == 0 { grey } else { colours },
        latent_size: 3,
        hidden_sizes,
        channels,
        likelihood: likelihoods[likelihood],
        prior: [PriorKind::Gaussian, PriorKind::Mixture { components: 4 }][prior],
        deterministic: autoencoder == 1,
        full_covariance: covariance == 1,
        lower_size: [0, 5][lower],
        conditional: conditional == 1,
        residual: shortcuts == 1,
        normalisation: [Normalisation::None, Normalisation::Layer][norms],
        ..ModelConfig::default()
    };
    let train = TrainConfig {
        samples: [1, 4][samples],
        estimator: [Estimator::Standard, Estimator::DoublyReparameterised][estimator],
        free_bits: [0.0, 0.03][free_bits],
        corruption: [Corruption::None, Corruption::Noise { sigma: 0.3 }][corruption],
        optimizer: optimizers[optimizer],
        clip_norm: [0.0, 0.5][clip],
        batch_size: BATCH,
        ..steady()
    };
    RunConfig { model, train }
}

/// The engine under test, and the one that it is held against.
#[cfg(not(feature = "webgpu"))]
async fn engines(weights: &Weights, train: &TrainConfig) -> [Box<dyn Engine>; 2] {
    use latent_explorer::model::Vae;
    use latent_explorer::training::engines::graph::Graph;

    let device = crate::support::device().await;
    let graph = Graph::new(Vae::from_weights(weights.clone(), &device), train, &device);
    [Box::new(CpuVae::new(weights.clone(), train)), Box::new(graph)]
}

#[cfg(feature = "webgpu")]
async fn engines(weights: &Weights, train: &TrainConfig) -> [Box<dyn Engine>; 2] {
    use latent_explorer::training::engines::gpu::GpuVae;

    let gpu = GpuVae::new(latent_explorer::device::client().await.unwrap(), weights.clone(), train);
    [Box::new(gpu), Box::new(CpuVae::new(weights.clone(), train))]
}

/// No tensor is as it starts, for some start at 0.
pub fn weights(config: &ModelConfig) -> Weights {
    let (config, tensors) = Weights::fresh(config, 5).unwrap().into_parts();
    let stirred = |values: Vec<f32>| {
        let stir = wave(values.len(), 0.7, 0.05);
        values.into_iter().zip(stir).map(|(value, stir)| value + stir).collect()
    };
    Weights::new(config, tensors.into_iter().map(stirred).collect()).unwrap()
}

/// Pictures of soft waves of this shape.
pub fn pictures(spec: &DataSpec) -> Dataset {
    let bytes = wave(BATCH * spec.size(), 0.4, 1.0).into_iter().map(|value| (127.0 + 127.0 * value) as u8).collect();
    Dataset::of(spec.clone(), bytes, (0..BATCH).map(|index| (index % 3) as u8).collect()).unwrap()
}

/// Texts of all lengths up to the longest, out of 300 characters, so that some have a high byte.
fn texts(colour: bool) -> Dataset {
    let alphabet = (0..300).filter_map(|at| char::from_u32(0x4e00 + at)).map(String::from).collect();
    let spec = DataSpec::of_texts(alphabet, 7, colour);
    let text = |row: usize| {
        let ids: Vec<u16> = (0..row % 7 + 1).map(|place| ((row * row + 37 * place) % 300 + 1) as u16).collect();
        spec.sample(&ids, [row as u8, 255 - row as u8, 7 * row as u8 % 250])
    };
    Dataset::of(spec.clone(), (0..BATCH).flat_map(text).collect(), vec![0; BATCH]).unwrap()
}

/// What is left of the change after taking the other's from it, over the other's, of a tensor.
fn apart(before: &[f32], ours: &[f32], other: &[f32]) -> f64 {
    let (mut difference, mut change) = (0.0, 0.0);
    for ((before, ours), other) in before.iter().zip(ours).zip(other) {
        difference += f64::from(ours - other).powi(2);
        change += f64::from(other - before).powi(2);
    }
    // A tensor that nothing moves has float32's last bits alone.
    (difference / (change + 1e-14)).sqrt()
}

/// Some steps of both engines, whose terms and changes of the weights are alike.
async fn train_alike(config: &RunConfig, data: &Dataset, what: &str) {
    config.validate().unwrap();
    let weights = weights(&config.model);
    let mut engines = engines(&weights, &config.train).await;
    let mut maker = BatchMaker::training(config);
    for step in 0..STEPS {
        let (leaves_images, indices) = (maker.leaves_images(), (0..BATCH).collect::<Vec<_>>());
        let batch = maker.make(data, indices.iter().copied()).unwrap();
        let rates = Rates { beta: 0.7, learning_rate: 1e-3 };
        let mut sums = vec![];
        for engine in &mut engines {
            if leaves_images {
                engine.step_on(data, &indices, batch.noise.clone(), rates).unwrap();
            } else {
                engine.step(&batch, rates).unwrap();
            }
            sums.push(engine.take_sums().await.unwrap());
        }
        for (ours, other) in pairs(sums[0], sums[1]) {
            assert_close(ours, other, 1e-4, &format!("a term of step {step}, {what}"));
        }
    }
    let [ours, other] = &mut engines;
    let (ours, other) = (ours.weights().await.unwrap(), other.weights().await.unwrap());
    for (index, (before, (ours, other))) in pairs(weights.tensors(), pairs(ours.tensors(), other.tensors())).enumerate()
    {
        let apart = apart(before, ours, other);
        assert!(apart < 3e-3, "tensor {index} of {what}: changes are apart by {apart:.1e} of theirs");
    }
}

tests! {
    async fn every_two_settings_together_train_as_the_other_engine_does() {
        let all = rows(CHOICES, is_possible);
        assert!(all.len() > 15, "{}", all.len());
        let shortcuts = |row: &[usize; 16]| layer_specs(&run(row).model).iter().filter(|spec| spec.share.is_some()).count();
        let has = |count: usize| all.iter().any(|row| shortcuts(row) == count);
        assert!(has(2) && has(4));
        for row in all {
            let config = run(&row);
            train_alike(&config, &pictures(&config.model.data), &format!("{row:?}")).await;
        }
    }

    async fn rows_of_items_train_as_in_the_graph() {
        let classes = ["cat", "dog", "fox"].map(Into::into).to_vec();
        let spec = DataSpec { classes, ..DataSpec::of_items((0..30).map(|item| item.to_string()).collect()) };
        let counts = (0..BATCH * 30).map(|at| [0, 0, 1, 0, 3, 0, 0, 1, 0, 0, 0][at * at % 11]).collect();
        let data = Dataset::of(spec.clone(), counts, (0..BATCH).map(|index| (index % 3) as u8).collect()).unwrap();
        let model = ModelConfig { latent_size: 3, hidden_sizes: vec![9, 9], ..ModelConfig::on(spec) };
        let train = TrainConfig { batch_size: BATCH, ..steady() };
        let mixture = ModelConfig { prior: PriorKind::Mixture { components: 4 }, ..model.clone() };
        let deep = ModelConfig { residual: true, normalisation: Normalisation::Layer, ..model.clone() };
        let masked = TrainConfig { corruption: Corruption::Mask { share: 0.4 }, ..train.clone() };
        let several = TrainConfig { samples: 4, ..train.clone() };
        let doubly = TrainConfig { estimator: Estimator::DoublyReparameterised, clip_norm: 0.5, ..several.clone() };
        let with_topics = |model: &ModelConfig| ModelConfig { decoder: DecoderKind::Topics, ..model.clone() };
        let told = ModelConfig { conditional: true, ..mixture.clone() };
        let full = ModelConfig { full_covariance: true, hidden_sizes: vec![], ..model.clone() };
        let runs = [
            (with_topics(&model), train.clone()),
            (with_topics(&told), masked.clone()),
            (with_topics(&deep), several.clone()),
            (with_topics(&full), doubly),
            (model, train),
            (mixture, masked),
            (deep, several),
        ];
        for (index, (model, train)) in runs.into_iter().enumerate() {
            train_alike(&RunConfig { model, train }, &data, &format!("items {index}")).await;
        }
    }

    async fn texts_train_as_in_the_graph() {
        let plain = texts(false);
        let model = ModelConfig {
            latent_size: 3,
            hidden_sizes: vec![9, 6],
            likelihood: Likelihood::Characters { window: 3, embedding: 4, units: 0 },
            ..ModelConfig::on(plain.spec().clone())
        };
        let train = TrainConfig { batch_size: BATCH, ..steady() };
        let dropped = TrainConfig { word_dropout: 0.3, dropout: 0.4, ..train.clone() };
        let mixture = ModelConfig { prior: PriorKind::Mixture { components: 4 }, ..model.clone() };
        let masked = TrainConfig { corruption: Corruption::Mask { share: 0.4 }, clip_norm: 0.5, ..train.clone() };
        let coloured = ModelConfig { data: texts(true).spec().clone(), ..model.clone() };
        let several = TrainConfig { samples: 4, word_dropout: 0.2, ..train.clone() };
        let deep = ModelConfig {
            hidden_sizes: vec![9, 9, 9],
            residual: true,
            normalisation: Normalisation::Layer,
            full_covariance: true,
            ..coloured.clone()
        };
        let wide = ModelConfig { likelihood: Likelihood::Characters { window: 3, embedding: 4, units: 11 }, ..coloured.clone() };
        let shallow = ModelConfig { hidden_sizes: vec![], conditional: true, ..model.clone() };
        let decay = Optimizer::AdamW { weight_decay: 1.0 };
        let free = TrainConfig { free_bits: 0.03, optimizer: decay, ..dropped.clone() };
        let runs = [
            (model, train.clone()),
            (mixture, masked),
            (coloured.clone(), several),
            (wide, dropped.clone()),
            (coloured, dropped),
            (deep, train),
            (shallow, free),
        ];
        for (index, (model, train)) in runs.into_iter().enumerate() {
            let data = texts(model.data.colour);
            train_alike(&RunConfig { model, train }, &data, &format!("texts {index}")).await;
        }
    }
}
