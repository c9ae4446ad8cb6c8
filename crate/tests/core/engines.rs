//! The written-out engine on the CPU against Burn's graph, over every two settings together.

use latent_explorer::data::batch::BatchMaker;
use latent_explorer::data::dataset::Dataset;
use latent_explorer::model::Vae;
use latent_explorer::model::weights::Weights;
use latent_explorer::settings::{
    Corruption, DataSpec, Estimator, Likelihood, ModelConfig, Optimizer, PriorKind, RunConfig, TrainConfig,
};
use latent_explorer::training::engines::Engine;
use latent_explorer::training::engines::cpu::CpuVae;
use latent_explorer::training::engines::graph::Graph;
use latent_explorer::training::schedule::Rates;

use crate::pairwise::rows;
use crate::support::{assert_close, device, pairs, steady, wave};

/// Images, more than two threads' shares and none of them even.
const BATCH: usize = 41;
const STEPS: usize = 3;

/// Choices of: layers, likelihood, told the class, autoencoder, samples, free bits, corruption, optimiser, clipping, data,
/// the gradient's estimator, the prior.
const CHOICES: [usize; 12] = [4, 4, 2, 2, 2, 2, 2, 4, 2, 2, 2, 2];

fn is_possible(&[_, _, _, autoencoder, samples, free_bits, .., estimator, prior]: &[usize; 12]) -> bool {
    let has_kl_of_each = samples == 0 && prior == 0;
    (samples > 0 || estimator == 0) && (has_kl_of_each || (autoencoder == 0 && free_bits == 0))
}

fn run(row: &[usize; 12]) -> RunConfig {
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
        estimator,
        prior,
    ] = *row;
    let classes = ["cat", "dog", "fox"].map(Into::into).to_vec();
    let colours = DataSpec { width: 12, height: 8, channels: 3, classes: classes.clone(), ..DataSpec::default() };
    let grey = DataSpec { width: 8, height: 12, classes, ..DataSpec::default() };
    let (channels, hidden_sizes) =
        [(vec![], vec![9]), (vec![], vec![12, 7]), (vec![5], vec![6]), (vec![3, 4], vec![9, 5])][layers].clone();
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
        conditional: conditional == 1,
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

/// Pictures of soft waves of this shape.
fn pictures(spec: &DataSpec) -> Dataset {
    let bytes = wave(BATCH * spec.size(), 0.4, 1.0).into_iter().map(|value| (127.0 + 127.0 * value) as u8).collect();
    Dataset::of(spec.clone(), bytes, (0..BATCH).map(|index| (index % 3) as u8).collect()).unwrap()
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

tests! {
    async fn every_two_settings_together_train_as_burn_s_graph_does() {
        let all = rows(CHOICES, is_possible);
        assert!(all.len() > 15, "{}", all.len());
        for row in all {
            let config = run(&row);
            config.validate().unwrap();
            let weights = Weights::fresh(&config.model, 5).unwrap();
            let device = device().await;
            let graph = Graph::new(Vae::from_weights(weights.clone(), &device), &config.train, &device);
            let mut engines: [Box<dyn Engine>; 2] =
                [Box::new(graph), Box::new(CpuVae::new(weights.clone(), &config.train))];
            let (data, mut maker) = (pictures(&config.model.data), BatchMaker::training(&config));
            for step in 0..STEPS {
                let batch = maker.make(&data, 0..BATCH).unwrap();
                let mut sums = vec![];
                for engine in &mut engines {
                    engine.step(&batch, Rates { beta: 0.7, learning_rate: 1e-3 }).unwrap();
                    sums.push(engine.take_sums().await.unwrap());
                }
                for (ours, graph) in pairs(sums[1], sums[0]) {
                    assert_close(ours, graph, 1e-4, &format!("a term of step {step}, {row:?}"));
                }
            }
            let [graph, ours] = &mut engines;
            let (graph, ours) = (graph.weights().await.unwrap(), ours.weights().await.unwrap());
            for (index, (before, (ours, graph))) in
                pairs(weights.tensors(), pairs(ours.tensors(), graph.tensors())).enumerate()
            {
                let apart = apart(before, ours, graph);
                assert!(apart < 3e-3, "tensor {index} of {row:?}: changes are apart by {apart:.1e} of theirs");
            }
        }
    }
}
