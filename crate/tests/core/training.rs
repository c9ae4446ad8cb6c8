//! Training against NumPy's Adam on the same model, and against itself.

use latent_explorer::config::{ModelConfig, RunConfig, TrainConfig};
use latent_explorer::error::Error;
use latent_explorer::evaluate::test_terms;
use latent_explorer::objective::elbo;
use latent_explorer::pixels::{rows, to_vec};
use latent_explorer::train::Trainer;

use crate::support::{Summary, assert_close, device, digits, figures, wave, wave_images, wave_model};

fn tiny(seed: u32) -> RunConfig {
    RunConfig {
        model: ModelConfig { latent_size: 2, hidden_sizes: vec![16] },
        train: TrainConfig { beta: 1.0, learning_rate: 3e-3, batch_size: 8, seed },
    }
}

/// Mean loss of each of `steps` steps.
async fn trace(config: RunConfig, steps: usize) -> Vec<f64> {
    let digits = digits(40);
    let mut trainer = Trainer::new(config, digits.len(), &device().await).unwrap();
    let mut losses = Vec::new();
    for _ in 0..steps {
        trainer.step(&digits).unwrap();
        losses.push(-trainer.read_terms().await.unwrap().elbo);
    }
    losses
}

tests! {
    async fn first_gradients_are_numpy_s() {
        let (device, figures) = (device().await.autodiff(), figures().training);
        let model = wave_model(figures.hidden, figures.latent, &device);
        let noise = rows(wave(figures.batch * figures.latent, 0.5, 1.0), figures.latent, &device);
        let gradients = elbo(&model, wave_images(figures.batch, &device), noise).loss(figures.beta).backward();
        for (layer, expected) in model.layers().iter().zip(figures.first_gradients.chunks(2)) {
            let weight = to_vec(layer.weight.val().grad(&gradients).unwrap()).await.unwrap();
            let bias = to_vec(layer.bias.as_ref().unwrap().val().grad(&gradients).unwrap()).await.unwrap();
            for (actual, expected) in [(weight, &expected[0]), (bias, &expected[1])] {
                let actual = Summary::of(&actual);
                assert_close(actual.norm, expected.norm, 1e-4, "gradient norm");
                assert_close(actual.sum, expected.sum, 1e-3, "gradient sum");
            }
        }
    }

    async fn whole_training_steps_are_numpy_s() {
        let (device, figures) = (device().await.autodiff(), figures().training);
        let config = RunConfig {
            model: ModelConfig { latent_size: figures.latent, hidden_sizes: vec![figures.hidden] },
            train: TrainConfig {
                beta: figures.beta,
                learning_rate: figures.learning_rate,
                batch_size: figures.batch,
                seed: 1,
            },
        };
        let model = wave_model(figures.hidden, figures.latent, &device);
        let mut trainer = Trainer::resume(config, model, figures.batch, &device).unwrap();
        for (step, expected) in figures.trace.iter().enumerate() {
            let noise = wave(figures.batch * figures.latent, step as f64 + 0.5, 1.0);
            trainer.update(wave_images(figures.batch, &device), rows(noise, figures.latent, &device));
            let terms = trainer.read_terms().await.unwrap();
            assert_close(terms.reconstruction, expected.reconstruction, 1e-4, "reconstruction");
            assert_close(terms.kl, expected.kl, 2e-3, "KL");
        }
        let model = trainer.model();
        for (layer, expected) in model.layers().iter().zip(figures.parameters_after.chunks(2)) {
            let weight = Summary::of(&to_vec(layer.weight.val()).await.unwrap());
            let bias = Summary::of(&to_vec(layer.bias.as_ref().unwrap().val()).await.unwrap());
            assert_close(weight.norm, expected[0].norm, 1e-3, "weight norm");
            assert_close(bias.norm, expected[1].norm, 1e-3, "bias norm");
        }
    }

    async fn a_seed_gives_the_stored_trace_on_every_backend() {
        // Seen natively on burn-flex; wasm and WebGPU stay within the tolerance.
        for (actual, expected) in trace(tiny(7), STORED_TRACE.len()).await.iter().zip(STORED_TRACE) {
            assert_close(*actual, expected, 1e-4, "loss");
        }
    }

    async fn another_seed_is_another_run() {
        assert!((trace(tiny(7), 1).await[0] - trace(tiny(8), 1).await[0]).abs() > 1e-3);
    }

    async fn training_lowers_the_loss_on_held_out_noise() {
        let (device, digits) = (device().await, digits(40));
        let mut trainer = Trainer::new(tiny(1), digits.len(), &device).unwrap();
        let before = test_terms(&trainer.model(), &digits, 40, &device).await.unwrap();
        for _ in 0..60 {
            trainer.step(&digits).unwrap();
        }
        trainer.read_terms().await.unwrap();
        let after = test_terms(&trainer.model(), &digits, 40, &device).await.unwrap();
        assert!(after.elbo > before.elbo + 200.0, "ELBO went from {} to {}", before.elbo, after.elbo);
        assert_close(after.elbo, -(after.reconstruction + after.kl), 1e-9, "ELBO");
    }

    async fn beta_weighs_the_kl_and_can_change_without_a_reset() {
        let digits = digits(40);
        let mut trainer = Trainer::new(tiny(1), digits.len(), &device().await).unwrap();
        trainer.step(&digits).unwrap();
        trainer.tune(50.0, 1e-2).unwrap();
        for _ in 0..40 {
            trainer.step(&digits).unwrap();
        }
        trainer.read_terms().await.unwrap();
        trainer.step(&digits).unwrap();
        let terms = trainer.read_terms().await.unwrap();
        assert!(terms.kl < 1.0, "a beta of 50 leaves little KL, got {}", terms.kl);
        assert_eq!(trainer.steps(), 42);
    }

    async fn bad_settings_name_their_field() {
        let device = device().await;
        let named = |error: Error| match error {
            Error::Field { field, .. } => field,
            other => panic!("expected a field, got {other}"),
        };
        let start = |config, digits| named(Trainer::new(config, digits, &device).err().unwrap());
        let mut config = tiny(1);
        config.train.batch_size = 41;
        assert_eq!(start(config, 40), "batchSize");
        let mut config = tiny(1);
        config.model.latent_size = 0;
        assert_eq!(start(config, 40), "latentSize");
        let mut trainer = Trainer::new(tiny(1), 40, &device).unwrap();
        assert_eq!(named(trainer.tune(f64::NAN, 1e-3).unwrap_err()), "beta");
        assert_eq!(named(trainer.tune(1.0, 0.0).unwrap_err()), "learningRate");
        assert!(trainer.read_terms().await.is_err());
    }

    async fn divergence_is_an_error_not_a_number() {
        let digits = digits(40);
        let mut config = tiny(1);
        config.train.learning_rate = 1.0;
        config.train.beta = 1000.0;
        let mut trainer = Trainer::new(config, digits.len(), &device().await).unwrap();
        for _ in 0..200 {
            trainer.step(&digits).unwrap();
            match trainer.read_terms().await {
                Ok(terms) => assert!(terms.elbo.is_finite()),
                Err(error) => return assert!(error.to_string().contains("learning rate"), "{error}"),
            }
        }
    }
}

const STORED_TRACE: [f64; 6] = [547.86256, 543.81193, 536.85311, 532.03042, 525.58743, 520.55107];
