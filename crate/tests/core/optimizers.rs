//! Each optimiser's steps against NumPy's, and what clipping leaves of a step.

use std::collections::HashMap;

use latent_explorer::error::Error;
use latent_explorer::settings::form::{Form, read};
use latent_explorer::settings::kinds::kinds;
use latent_explorer::settings::{Optimizer, RunConfig, TrainConfig};
use latent_explorer::training::Trainer;
use latent_explorer::training::engines::Engine;
use latent_explorer::training::engines::cpu::CpuVae;
use latent_explorer::training::engines::graph::Graph;
use latent_explorer::training::schedule::Rates;
use serde::Deserialize;

use crate::support::{
    BACKEND, Summary, assert_close, device, digits, figures, pairs, steady, training_data, wave_batch, wave_model,
};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    learning_rate: f64,
    losses: Vec<f64>,
    parameters_after: Vec<Summary>,
}

fn norm(values: &[f32]) -> f64 {
    Summary::of(values).norm
}

/// A small run of these texts; nothing is said of the rest.
fn small(texts: &[(&str, &str)]) -> RunConfig {
    let small = [("hiddenSizes", "64"), ("batchSize", "32")];
    let (run, refusals) =
        read(&Form(small.iter().chain(texts).map(|&(name, text)| (name.into(), text.into())).collect()));
    assert_eq!(refusals, []);
    run
}

/// The loss at first and after 300 steps.
async fn trained(run: RunConfig) -> Result<(f64, f64), Error> {
    let mut trainer = Trainer::new(run, training_data(digits(320)), BACKEND).await?;
    let mut losses = vec![];
    for step in 0..300 {
        trainer.step()?;
        if step == 0 || step == 299 {
            losses.push(-trainer.read_terms().await?.elbo);
        }
    }
    Ok((losses[0], losses[1]))
}

tests! {
    // Of what does not depend on the device, once is enough.
    #[cfg(not(any(feature = "webgpu", target_arch = "wasm32")))]
    async fn each_optimiser_s_own_rate_trains_each_likelihood() {
        for optimizer in ["adam", "adamW", "sgd", "rmsProp"] {
            for likelihood in ["bernoulli", "gaussianFixed", "gaussianShared", "gaussianPixel"] {
                let texts = [("optimizer", optimizer), ("likelihood", likelihood)];
                let (first, last) = trained(small(&texts)).await.unwrap();
                assert!(last < first, "{optimizer}, {likelihood}: from {first} to {last}");
            }
        }
        // The rate of the others, which the form and the command line took for SGD too.
        let typed = small(&[("optimizer", "sgd"), ("likelihood", "gaussianPixel"), ("learningRate", "0.002")]);
        assert!(matches!(trained(typed).await, Err(Error::Diverged)));
    }

    // Likewise.
    #[cfg(not(any(feature = "webgpu", target_arch = "wasm32")))]
    async fn sgd_s_own_rate_trains_each_kind() {
        let named = kinds().into_iter().flat_map(|kind| kind.sets.0);
        let others = [("network", "convolutional"), ("prior", "mixture"), ("posterior", "fullCovariance")];
        let each = named.chain(others.map(|(name, text)| (name.into(), text.into()))).collect::<Vec<_>>();
        assert!(each.len() > others.len());
        for (name, text) in &each {
            let (first, last) = trained(small(&[("optimizer", "sgd"), (name, text)])).await.unwrap();
            assert!(last < first, "{name} {text}: from {first} to {last}");
        }
    }

    async fn three_steps_of_each_are_numpy_s() {
        let device = device().await;
        let runs = figures::<HashMap<String, Run>>("optimizers");
        for (name, optimizer) in [
            ("sgd", Optimizer::Sgd { momentum: 0.9 }),
            ("adamW", Optimizer::AdamW { weight_decay: 0.1 }),
            ("rmsProp", Optimizer::RmsProp),
        ] {
            let run = &runs[name];
            let train = TrainConfig { optimizer, ..steady() };
            let model = wave_model(6, 3, &device);
            let cpu = CpuVae::new(model.weights().await.unwrap(), &train);
            let engines: [Box<dyn Engine>; 2] = [Box::new(Graph::new(model, &train, &device)), Box::new(cpu)];
            assert!(!run.losses.is_empty(), "{name}");
            for mut engine in engines {
                for (step, expected) in run.losses.iter().enumerate() {
                    let rates = Rates { beta: 1.0, learning_rate: run.learning_rate };
                    engine.step(&wave_batch(4, 3, step as f64 + 0.5), rates).unwrap();
                    let loss = engine.take_sums().await.unwrap().iter().sum::<f64>() / 4.0;
                    assert_close(loss, *expected, 1e-5, &format!("{name}: loss before step {step}"));
                }
                let weights = engine.weights().await.unwrap();
                for (index, (values, expected)) in pairs(weights.tensors(), &run.parameters_after).enumerate() {
                    assert_close(norm(values), expected.norm, 1e-4, &format!("{name}: norm of tensor {index}"));
                    assert_close(Summary::of(values).sum, expected.sum, 2e-3, &format!("{name}: sum of tensor {index}"));
                }
            }
        }
    }

    async fn adam_s_epsilon_is_the_one_that_was_set() {
        let device = device().await;
        let model = wave_model(6, 3, &device);
        let weights = model.weights().await.unwrap();
        let train = TrainConfig { adam_epsilon: 1e-2, ..steady() };
        let mut graph = Graph::new(model, &train, &device);
        let mut cpu = CpuVae::new(weights.clone(), &train);
        let mut paper = CpuVae::new(weights, &steady());
        let engines: [&mut dyn Engine; 3] = [&mut graph, &mut cpu, &mut paper];
        let mut norms = Vec::new();
        for engine in engines {
            engine.step(&wave_batch(4, 3, 0.5), Rates { beta: 1.0, learning_rate: 1e-2 }).unwrap();
            norms.push(engine.weights().await.unwrap().tensors().iter().map(|values| norm(values)).collect::<Vec<_>>());
        }
        for (cpu, graph) in pairs(&norms[1], &norms[0]) {
            assert_close(*cpu, *graph, 1e-4, "norm of a tensor");
        }
        assert_ne!(norms[1], norms[2]);
    }

    async fn clipping_caps_the_norm_of_each_tensor_s_gradient_and_leaves_smaller_ones() {
        const RATE: f64 = 1e-2;
        let device = device().await;
        let model = wave_model(6, 3, &device);
        let before = model.weights().await.unwrap();
        let mut steps = Vec::new();
        for clip_norm in [0.0, 5.0] {
            let train = TrainConfig { optimizer: Optimizer::Sgd { momentum: 0.0 }, clip_norm, ..steady() };
            let mut graph = Graph::new(model.clone(), &train, &device);
            graph.step(&wave_batch(4, 3, 0.5), Rates { beta: 1.0, learning_rate: RATE }).unwrap();
            let after = graph.weights().await.unwrap();
            let change = |(before, after): (&Vec<f32>, &Vec<f32>)| {
                norm(&pairs(after, before).map(|(after, before)| after - before).collect::<Vec<_>>()) / RATE
            };
            steps.push(pairs(before.tensors(), after.tensors()).map(change).collect::<Vec<f64>>());
        }
        assert!(steps[0].iter().any(|&norm| norm > 6.0) && steps[0].iter().any(|&norm| norm < 4.0), "{:?}", steps[0]);
        for (free, clipped) in pairs(&steps[0], &steps[1]) {
            assert_close(*clipped, free.min(5.0), 1e-3, "norm of a clipped gradient");
        }
    }
}
