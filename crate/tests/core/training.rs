//! Training against NumPy's Adam on the same model, and against itself.

use latent_explorer::error::Error;
use latent_explorer::model::Vae;
use latent_explorer::objective::{elbo, to_device};
use latent_explorer::settings::{Corruption, RunConfig, TrainConfig};
use latent_explorer::training::Trainer;
use latent_explorer::training::engines::cpu::CpuVae;
use latent_explorer::training::engines::graph::Graph;
use latent_explorer::training::engines::{self, Engine};
use latent_explorer::training::schedule::Rates;
use serde::Deserialize;

use crate::support::{
    BACKEND, Summary, assert_close, dense_model, device, digits, diverging, figures, gradients_of, pairs, steady,
    training_data, wave, wave_batch, wave_model,
};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct TrainingFigures {
    hidden: usize,
    latent: usize,
    batch: usize,
    beta: f64,
    learning_rate: f64,
    trace: Vec<TermFigures>,
    first_gradients: Vec<Summary>,
    parameters_after: Vec<Summary>,
}

#[derive(Deserialize)]
struct TermFigures {
    reconstruction: f64,
    kl: f64,
}

fn tiny(seed: u32) -> RunConfig {
    RunConfig {
        model: dense_model(2, vec![16]),
        train: TrainConfig { learning_rate: 3e-3, batch_size: 8, seed, ..steady() },
    }
}

/// The same run with these rates.
fn tuned(beta: f64, learning_rate: f64) -> RunConfig {
    let mut run = tiny(1);
    (run.train.beta, run.train.learning_rate) = (beta, learning_rate);
    run
}

/// Every engine of this build, starting from the same model.
async fn engines(model: &Vae) -> Vec<Box<dyn Engine>> {
    let config = RunConfig { model: model.config().clone(), train: TrainConfig::default() };
    let graph = Graph::new(model.clone(), &config.train, &device().await);
    let fastest = engines::open(model.weights().await.unwrap(), &config, BACKEND).await.unwrap();
    vec![Box::new(graph), fastest]
}

/// Mean loss of each of `steps` steps.
async fn trace(engine: Box<dyn Engine>, config: RunConfig, steps: usize) -> Vec<f64> {
    let mut trainer = Trainer::with_engine(engine, config, training_data(digits(40))).unwrap();
    let mut losses = Vec::new();
    for _ in 0..steps {
        trainer.step().unwrap();
        losses.push(-trainer.read_terms().await.unwrap().elbo);
    }
    losses
}

/// The traces of every engine.
async fn traces(config: RunConfig, steps: usize) -> Vec<Vec<f64>> {
    let model = Vae::new(&config.model, config.train.seed, &device().await).unwrap();
    let mut traces = Vec::new();
    for engine in engines(&model).await {
        traces.push(trace(engine, config.clone(), steps).await);
    }
    traces
}

async fn trainer(config: RunConfig) -> Trainer {
    Trainer::new(config, training_data(digits(40)), BACKEND).await.unwrap()
}

tests! {
    async fn a_walked_step_leaves_the_run_as_an_ordinary_one() {
        let mut weights = vec![];
        for walks in [false, true] {
            let mut trainer = trainer(tiny(1)).await;
            for step in 0..4 {
                if walks && step == 1 {
                    trainer.record_step(None).unwrap();
                } else {
                    trainer.step().unwrap();
                }
            }
            assert_eq!(trainer.steps(), 4);
            weights.push(trainer.weights().await.unwrap());
        }
        assert_eq!(weights[0], weights[1]);
    }

    async fn first_gradients_are_numpy_s() {
        let (device, figures) = (device().await.autodiff(), figures::<TrainingFigures>("training"));
        let model = wave_model(figures.hidden, figures.latent, &device);
        let images = to_device(&model, &wave_batch(figures.batch, figures.latent, 0.5), &device).unwrap();
        let loss = elbo(&model, images).loss(figures.beta, 0.0);
        for (actual, expected) in pairs(&gradients_of(&model, loss).await, &figures.first_gradients) {
            let actual = Summary::of(actual);
            assert_close(actual.norm, expected.norm, 1e-4, "gradient norm");
            assert_close(actual.sum, expected.sum, 1e-3, "gradient sum");
        }
    }

    async fn whole_training_steps_of_every_engine_are_numpy_s() {
        let (device, figures) = (device().await, figures::<TrainingFigures>("training"));
        for mut engine in engines(&wave_model(figures.hidden, figures.latent, &device)).await {
            assert!(!figures.trace.is_empty());
            for (step, expected) in figures.trace.iter().enumerate() {
                let batch = wave_batch(figures.batch, figures.latent, step as f64 + 0.5);
                engine.step(&batch, Rates { beta: figures.beta, learning_rate: figures.learning_rate }).unwrap();
                let [reconstruction, kl] = engine.take_sums().await.unwrap().map(|sum| sum / figures.batch as f64);
                assert_close(reconstruction, expected.reconstruction, 1e-4, "reconstruction");
                assert_close(kl, expected.kl, 2e-3, "KL");
            }
            for (values, expected) in pairs(engine.weights().await.unwrap().tensors(), &figures.parameters_after) {
                assert_close(Summary::of(values).norm, expected.norm, 1e-3, "norm of a parameter");
            }
        }
    }

    async fn every_engine_evaluates_alike_and_learns_nothing_from_it() {
        let model = Vae::new(&tiny(3).model, 3, &device().await).unwrap();
        let mut terms = Vec::new();
        for mut engine in engines(&model).await {
            terms.push(engine.evaluate(&wave_batch(5, 2, 0.5)).await.unwrap());
            assert_eq!(engine.take_sums().await.unwrap(), [0.0; 2]);
            assert_eq!(engine.weights().await.unwrap(), model.weights().await.unwrap());
        }
        for (other, graph) in pairs(terms[1], terms[0]) {
            assert_close(other, graph, 2e-5, "term");
        }
    }

    async fn engines_agree_on_deep_models_and_odd_sizes() {
        let mut config = tiny(5);
        config.model = dense_model(3, vec![37, 8]);
        config.train.batch_size = 7;
        let traces = traces(config, 12).await;
        for (graph, other) in pairs(&traces[0], &traces[traces.len() - 1]) {
            assert_close(*other, *graph, 2e-5, "loss");
        }
    }

    #[cfg(not(feature = "webgpu"))] // for it is the CPU that is tried
    async fn the_engine_on_the_cpu_denoises_and_weighs_samples_as_burn_s_graph_does() {
        let model = Vae::new(&tiny(5).model, 5, &device().await).unwrap();
        let [mut noisy, mut masked, mut weighted] = [(); 3].map(|()| tiny(5));
        noisy.train.corruption = Corruption::Noise { sigma: 0.3 };
        masked.train.corruption = Corruption::Mask { share: 0.4 };
        (weighted.train.samples, weighted.train.beta) = (4, 0.7);
        for config in [noisy, masked, weighted] {
            let graph = Graph::new(model.clone(), &config.train, &device().await);
            let dense = CpuVae::new(model.weights().await.unwrap(), &config.train);
            let graph = trace(Box::new(graph), config.clone(), 8).await;
            let dense = trace(Box::new(dense), config.clone(), 8).await;
            for (dense, graph) in pairs(dense, graph) {
                assert_close(dense, graph, 2e-5, "loss");
            }
        }
    }

    async fn a_seed_gives_the_stored_trace_on_every_backend() {
        // Seen natively on burn-flex; wasm and WebGPU stay within the tolerance.
        for trace in traces(tiny(7), STORED_TRACE.len()).await {
            for (actual, expected) in pairs(trace, STORED_TRACE) {
                assert_close(actual, expected, 1e-4, "loss");
            }
        }
    }

    async fn preparing_ahead_and_reading_seldom_change_no_step() {
        let (mut plain, mut prepared) = (trainer(tiny(2)).await, trainer(tiny(2)).await);
        prepared.prepare().await.unwrap();
        for _ in 0..7 {
            plain.step().unwrap();
            plain.read_terms().await.unwrap();
            prepared.step().unwrap();
        }
        assert_eq!(plain.weights().await.unwrap(), prepared.weights().await.unwrap());
    }

    async fn a_digit_past_the_end_trains_nothing() {
        let model = Vae::new(&tiny(3).model, 3, &device().await).unwrap();
        for mut engine in engines(&model).await {
            assert!(engine.step_on(&digits(3), &[0, 3], wave(4, 0.5, 1.0), Rates { beta: 1.0, learning_rate: 1e-3 }).is_err());
            assert_eq!(engine.weights().await.unwrap(), model.weights().await.unwrap());
        }
    }

    async fn another_seed_is_another_run() {
        assert!((traces(tiny(7), 1).await[0][0] - traces(tiny(8), 1).await[0][0]).abs() > 1e-3);
    }

    async fn training_lowers_the_loss_on_held_out_noise() {
        let (digits, mut trainer) = (digits(40), trainer(tiny(1)).await);
        let before = trainer.evaluate(&digits, 40).await.unwrap();
        for _ in 0..60 {
            trainer.step().unwrap();
        }
        trainer.read_terms().await.unwrap();
        let after = trainer.evaluate(&digits, 40).await.unwrap();
        assert!(after.elbo > before.elbo + 200.0, "ELBO went from {} to {}", before.elbo, after.elbo);
        assert_close(after.elbo, -(after.reconstruction + after.kl), 1e-9, "ELBO");
    }

    async fn beta_weighs_the_kl_and_can_change_without_a_reset() {
        let mut trainer = trainer(tiny(1)).await;
        trainer.step().unwrap();
        let mut wanted = tuned(50.0, 1e-2);
        wanted.train.seed = 9;
        let tuned = trainer.tune(&wanted).unwrap();
        assert_eq!((tuned.run.train.beta, tuned.run.train.seed, tuned.waiting), (50.0, 1, vec!["seed".to_string()]));
        for _ in 0..40 {
            trainer.step().unwrap();
        }
        trainer.read_terms().await.unwrap();
        trainer.step().unwrap();
        let terms = trainer.read_terms().await.unwrap();
        assert!(terms.kl < 1.0, "a beta of 50 leaves little KL, got {}", terms.kl);
        assert_eq!(trainer.steps(), 42);
    }

    async fn bad_settings_name_their_field() {
        let named = |error: Error| match error {
            Error::Field { field, .. } => field,
            other => panic!("expected a field, got {other}"),
        };
        let mut config = tiny(1);
        config.train.batch_size = 41;
        assert_eq!(named(Trainer::new(config, training_data(digits(40)), BACKEND).await.err().unwrap()), "batchSize");
        let mut config = tiny(1);
        config.model.latent_size = 0;
        assert_eq!(named(Trainer::new(config, training_data(digits(40)), BACKEND).await.err().unwrap()), "latentSize");
        let mut trainer = trainer(tiny(1)).await;
        assert_eq!(named(trainer.tune(&tuned(f64::NAN, 1e-3)).unwrap_err()), "beta");
        assert_eq!(named(trainer.tune(&tuned(1.0, 0.0)).unwrap_err()), "learningRate");
        assert!(trainer.read_terms().await.is_err());
    }

    async fn divergence_is_an_error_not_a_number() {
        let (config, data) = (tiny(1), training_data(digits(40)));
        let weights = diverging(&config.model);
        let mut trainer = Trainer::resume(config, weights, data, BACKEND).await.unwrap();
        trainer.step().unwrap();
        assert_eq!(trainer.read_terms().await, Err(Error::Diverged));
    }
}

const STORED_TRACE: [f64; 6] = [547.86256, 543.81193, 536.85311, 532.03042, 525.58743, 520.55107];
