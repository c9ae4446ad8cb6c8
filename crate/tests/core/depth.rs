//! Deep and wide models are trained, or refused with the reason before anything is allocated.

use std::collections::HashMap;

use latent_explorer::data::training_data::TrainingData;
use latent_explorer::device::Backend;
use latent_explorer::model::Vae;
use latent_explorer::model::weights::{Precision, Weights, read, write};
use latent_explorer::settings::layers::{Start, TensorSpec, layer_specs, tensor_specs};
use latent_explorer::settings::{Advice, Advised, ModelConfig, Normalisation, Optimizer, RunConfig, TrainConfig};
use latent_explorer::training::engines::Engine;
use latent_explorer::training::engines::cpu::CpuVae;
use latent_explorer::training::engines::graph::Graph;
use latent_explorer::training::schedule::Rates;
use latent_explorer::training::{Trainer, checkpoint};
use serde::Deserialize;

use crate::support::{
    Summary, assert_close, dense_model, device, digits, figures, pairs, steady, training_data, wave_batch, wave_weights,
};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    learning_rate: f64,
    losses: Vec<f64>,
    parameters_after: Vec<Summary>,
}

/// With shortcuts past layers that are normalised.
fn deep(hidden_sizes: Vec<usize>) -> ModelConfig {
    ModelConfig { residual: true, normalisation: Normalisation::Layer, ..dense_model(2, hidden_sizes) }
}

async fn trains_two_steps(model: ModelConfig) {
    let config = RunConfig { model, train: TrainConfig { batch_size: 8, ..steady() } };
    let mut trainer = Trainer::new(config, training_data(digits(16)), Backend::Cpu).await.unwrap();
    let before = trainer.weights().await.unwrap();
    trainer.step().unwrap();
    trainer.step().unwrap();
    assert!(trainer.read_terms().await.unwrap().elbo.is_finite());
    let after = trainer.weights().await.unwrap();
    assert!(after.are_finite() && after != before);
}

fn refused(model: &ModelConfig) -> String {
    let errors = model.check();
    assert_eq!(errors[0].field, "hiddenSizes");
    assert!(Weights::fresh(model, 1).is_err());
    errors[0].message()
}

tests! {
    async fn a_hundred_dense_layers_train() {
        trains_two_steps(dense_model(2, vec![16; 100])).await;
    }

    async fn a_hundred_layers_train_by_burn_s_graph_too() {
        trains_two_steps(ModelConfig { conditional: true, ..dense_model(2, vec![16; 100]) }).await;
    }

    async fn steps_with_shortcuts_and_normalisation_are_numpy_s() {
        let runs = figures::<HashMap<String, Run>>("deep");
        assert_eq!(runs.len(), 2);
        for (name, run) in runs {
            let normalisation = if name == "both" { Normalisation::Layer } else { Normalisation::None };
            let weights = wave_weights(ModelConfig { normalisation, ..deep(vec![6; 3]) }, 0.3);
            let train = TrainConfig { optimizer: Optimizer::Sgd { momentum: 0.9 }, ..steady() };
            let device = device().await;
            let graph = Graph::new(Vae::from_weights(weights.clone(), &device), &train, &device);
            let engines: [Box<dyn Engine>; 2] = [Box::new(graph), Box::new(CpuVae::new(weights, &train))];
            for mut engine in engines {
                for (step, expected) in run.losses.iter().enumerate() {
                    let batch = wave_batch(4, 2, step as f64 + 0.5);
                    engine.step(&batch, Rates { beta: 1.0, learning_rate: run.learning_rate }).unwrap();
                    let [reconstruction, kl] = engine.take_sums().await.unwrap();
                    assert_close((reconstruction + kl) / 4.0, *expected, 1e-5, &format!("{name}: loss of step {step}"));
                }
                let after = engine.weights().await.unwrap();
                for (index, (values, expected)) in pairs(after.tensors(), &run.parameters_after).enumerate() {
                    let Summary { sum, norm } = Summary::of(values);
                    assert_close(norm, expected.norm, 1e-4, &format!("{name}: norm of tensor {index}"));
                    assert_close(sum, expected.sum, 1e-3, &format!("{name}: sum of tensor {index}"));
                }
            }
        }
    }

    async fn shortcuts_lead_past_layers_as_wide_as_the_one_before() {
        let model = deep(vec![8, 8, 5, 5, 5]);
        let name = |spec: latent_explorer::settings::layers::LayerSpec| (spec.share == Some(1.0 / 3.0)).then_some(spec.name);
        let past: Vec<String> = layer_specs(&model).into_iter().filter_map(name).collect();
        let expected = ["encoder.hidden.1", "encoder.hidden.3", "encoder.hidden.4", "decoder.hidden.1", "decoder.hidden.2", "decoder.hidden.4"];
        assert_eq!(past, expected);
        let specs = tensor_specs(&model);
        let tensor = |wanted: &str| specs.iter().find(|spec| spec.name == wanted).cloned().unwrap();
        let gain = TensorSpec { name: "encoder.norms.2.weight".into(), shape: vec![5], transposed: false, start: Start::Ones };
        assert_eq!(tensor(&gain.name), gain);
        assert_eq!(tensor("decoder.norms.4.bias").start, Start::Zeros);
        let fresh = Weights::fresh(&model, 1).unwrap();
        assert_eq!(read(&write(&fresh, Precision::Full).unwrap()).unwrap(), fresh);
    }

    async fn depth_without_shortcuts_is_advised_against_and_not_refused() {
        let advice = |model: &ModelConfig| RunConfig { model: model.clone(), ..Default::default() }.advice();
        let advised = |model: &ModelConfig| advice(model).into_iter().map(|advice| advice.advised).collect::<Vec<_>>();
        let plain = dense_model(2, vec![16; 20]);
        assert!(plain.validate().is_ok());
        assert_eq!(advice(&plain), [Advice { field: "hiddenSizes".into(), advised: Advised::Shortcuts { plain: 20 } }]);
        assert_eq!(advice(&deep(vec![16; 300])), []);
        assert_eq!(advice(&dense_model(2, vec![16; 8])), []);
        // Where widths differ there is no shortcut.
        let uneven = deep([16, 8].repeat(10));
        assert_eq!(advised(&uneven), [Advised::Shortcuts { plain: 20 }, Advised::EqualWidths]);
        assert!(dense_model(2, vec![16; 1024]).validate().is_ok());
        assert_eq!(refused(&dense_model(2, vec![16; 1025])), "expected at most 1024 layers, got 1025");
    }

    async fn of_a_hundred_and_forty_layers_those_with_shortcuts_learn_as_three_do() {
        let left = async |model: ModelConfig| {
            let train = TrainConfig { batch_size: 40, learning_rate: 3e-3, warm_up_steps: 20, ..steady() };
            let (model, digits) = (ModelConfig { latent_size: 4, ..model }, digits(40));
            let data = training_data(digits.clone());
            let mut trainer = Trainer::new(RunConfig { model, train }, data, Backend::Cpu).await.unwrap();
            for _ in 0..300 {
                trainer.step().unwrap();
            }
            -trainer.evaluate(&digits, 40).await.unwrap().elbo
        };
        let (three, many) = (left(deep(vec![32; 3])).await, left(deep(vec![32; 140])).await);
        let plain = left(dense_model(2, vec![32; 140])).await;
        assert!(many < three + 5.0, "three layers left {three} nats, so many with shortcuts {many}");
        assert!(plain > many + 20.0, "with shortcuts {many} nats were left, without {plain}");
    }

    async fn a_run_of_the_most_layers_survives_its_file() {
        let config = RunConfig { model: deep(vec![2; 1024]), train: TrainConfig { batch_size: 4, patience: 1, ..steady() } };
        let data = TrainingData::of(digits(48).into(), 1).unwrap();
        let mut trainer = Trainer::new(config, data, Backend::Cpu).await.unwrap();
        trainer.step().unwrap();
        trainer.end_epoch().await.unwrap();
        let checkpoint = trainer.checkpoint().await.unwrap();
        let back = checkpoint::read(&checkpoint::write(&checkpoint).unwrap()).unwrap();
        assert_eq!((back.weights, back.optimizer, back.best), (checkpoint.weights, checkpoint.optimizer, checkpoint.best));
    }

    async fn more_weights_than_fit_into_a_tab_are_refused() {
        assert!(dense_model(64, vec![4096, 2048]).validate().is_ok());
        let message = refused(&dense_model(64, vec![4096; 128]));
        assert_eq!(message, "expected layers of at most 31,000,000 weights and biases in all, got 4,269,671,312");
        let wide = ModelConfig { channels: vec![256], ..dense_model(2, vec![4096]) };
        assert!(refused(&wide).contains("31,000,000 weights"));
    }
}
