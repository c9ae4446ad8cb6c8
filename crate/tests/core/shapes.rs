//! Data of another shape than MNIST's: nothing takes 784 pixels and ten classes for granted.

use latent_explorer::data::dataset::Dataset;
use latent_explorer::data::training_data::TrainingData;
use latent_explorer::error::Error;
use latent_explorer::evaluation::reconstruct::reconstruct;
use latent_explorer::latent::codes::decode;
use latent_explorer::model::Vae;
use latent_explorer::model::network::Network;
use latent_explorer::model::weights::{Precision, Weights, read, write};
use latent_explorer::settings::{DataSpec, Likelihood, ModelConfig, RunConfig, TrainConfig};
use latent_explorer::training::Trainer;
use latent_explorer::training::engines::Engine;
use latent_explorer::training::engines::cpu::CpuVae;
use latent_explorer::training::engines::graph::Graph;

use crate::support::{BACKEND, assert_close, device, digits, idx, pairs, steady, training_data, wave};

/// Three classes of 6 x 10 pixels, of which no number divides by eight.
fn spec() -> DataSpec {
    let classes = ["cat", "dog", "fox"].map(Into::into).to_vec();
    DataSpec { width: 6, height: 10, classes, ..DataSpec::default() }
}

fn dataset(spec: &DataSpec, count: usize) -> Dataset {
    let bytes: Vec<u8> = wave(count * spec.size(), 0.3, 1.0).into_iter().map(|v| (127.0 + 120.0 * v) as u8).collect();
    let labels: Vec<u8> = (0..count).map(|index| (index % 3) as u8).collect();
    let sizes = [count as u32, (spec.channels * spec.height) as u32, spec.width as u32];
    Dataset::read(&idx(&sizes, &bytes), &idx(&[count as u32], &labels), spec).unwrap()
}

fn run(model: ModelConfig) -> RunConfig {
    RunConfig { model, train: TrainConfig { batch_size: 5, ..steady() } }
}

fn model() -> ModelConfig {
    ModelConfig { data: spec(), hidden_sizes: vec![8], ..Default::default() }
}

async fn losses(engine: Box<dyn Engine>, config: RunConfig, data: TrainingData) -> Vec<f64> {
    let mut trainer = Trainer::with_engine(engine, config, data).unwrap();
    let mut losses = vec![];
    for _ in 0..4 {
        trainer.step().unwrap();
        losses.push(trainer.read_terms().await.unwrap().elbo);
    }
    losses
}

tests! {
    async fn the_dense_engine_trains_it_as_burn_s_graph_does() {
        for samples in [1, 3] {
            let mut config = run(model());
            config.train.samples = samples;
            let (weights, data) = (Weights::fresh(&config.model, 1).unwrap(), training_data(dataset(&spec(), 15)));
            let vae = Vae::from_weights(weights.clone(), &device().await);
            let graph = Box::new(Graph::new(vae, &config.train, &device().await));
            let graph = losses(graph, config.clone(), data.clone()).await;
            let cpu = Box::new(CpuVae::new(weights, &config.train));
            let cpu = losses(cpu, config, data).await;
            pairs(cpu, graph).for_each(|(cpu, graph)| assert_close(cpu, graph, 2e-5, "loss"));
        }
    }

    async fn a_model_refuses_images_of_another_shape() {
        let refused = Trainer::new(run(model()), training_data(digits(40)), BACKEND).await.err().unwrap();
        let message = refused.to_string();
        assert!(message.contains("expected the model's images of 6 x 10 pixels"), "{message}");
        assert!(message.contains("got images of 28 x 28 pixels"), "{message}");
        let mut trainer = Trainer::new(run(model()), training_data(dataset(&spec(), 15)), BACKEND).await.unwrap();
        assert!(matches!(trainer.evaluate(&digits(40), 10).await, Err(Error::Dataset(_))));
    }

    async fn files_are_read_as_what_they_are_said_to_hold() {
        let refused = |spec: &DataSpec| {
            let images = idx(&[1, 28, 28], &[0; 784]);
            Dataset::read(&images, &idx(&[1], &[3]), spec).unwrap_err().to_string()
        };
        assert!(refused(&spec()).contains("expected images of 10 x 6, got [28, 28]"));
        let few = DataSpec { classes: spec().classes, ..DataSpec::default() };
        assert!(refused(&few).contains("expected classes from 0 to 2, got 3"));
    }

    async fn weights_say_what_they_are_for() {
        let weights = Weights::fresh(&model(), 1).unwrap();
        assert_eq!(read(&write(&weights, Precision::Full).unwrap()).unwrap(), weights);
        assert_eq!(weights.tensors()[0].len(), 60 * 8);
        let impossible = ModelConfig { data: DataSpec { width: 0, ..spec() }, ..model() };
        assert_eq!(impossible.check()[0].field, "data");
        let endless = ModelConfig { data: DataSpec { width: usize::MAX, height: usize::MAX, ..spec() }, ..model() };
        assert!(Weights::fresh(&endless, 1).is_err());
    }

    async fn convolutions_go_as_deep_as_the_sides_halve() {
        let deep = |channels: Vec<usize>| ModelConfig { channels, ..model() };
        assert_eq!(deep(vec![2]).check(), []);
        assert_eq!(deep(vec![2, 3]).check()[0].message(), "expected at most 1 layers, got 2");
    }
}

#[cfg(not(feature = "webgpu"))]
mod on_the_cpu {
    use super::*;

    tests! {
        async fn colours_convolutions_and_classes_of_their_own_train() {
            let data = DataSpec { width: 8, height: 12, channels: 3, ..spec() };
            for likelihood in [Likelihood::Bernoulli, Likelihood::GaussianShared, Likelihood::GaussianPixel] {
                for channels in [vec![], vec![2, 3]] {
                    let model = ModelConfig { data: data.clone(), channels, conditional: true, likelihood, ..model() };
                    let mut trainer = Trainer::new(run(model), training_data(dataset(&data, 15)), BACKEND).await.unwrap();
                    let mut elbos = vec![];
                    for _ in 0..30 {
                        trainer.step().unwrap();
                        elbos.push(trainer.read_terms().await.unwrap().elbo);
                    }
                    assert!(elbos[29] > elbos[0], "{likelihood:?}: {elbos:?}");
                }
            }
        }

        async fn colours_are_encoded_and_decoded_channel_after_channel() {
            let data = DataSpec { width: 8, height: 12, channels: 3, ..spec() };
            for channels in [vec![], vec![2, 3]] {
                let model = ModelConfig { data: data.clone(), channels, ..model() };
                let network = Network::new(Weights::fresh(&model, 1).unwrap());
                let image = dataset(&data, 1).images().to_vec();
                let made = reconstruct(&network, &image, &image, 0).unwrap();
                assert_eq!(made.pixels.len(), 3 * 8 * 12);
                assert_eq!(decode(&network, &made.mu, 0), made.pixels);
                assert!(reconstruct(&network, &image[..96], &image[..96], 0).is_err());
            }
        }
    }
}
