//! One step taken apart against the step itself.

use latent_explorer::model::weights::Weights;
use latent_explorer::settings::{Corruption, ModelConfig, Optimizer, RunConfig, TrainConfig};
use latent_explorer::training::Trainer;
use latent_explorer::training::breakdown::{Breakdown, break_down};

use crate::support::{BACKEND, assert_close, dense_model, digits, pairs, steady, training_data};

const DIGITS: usize = 40;
const SHOWN: usize = 3;

fn run(model: ModelConfig, train: TrainConfig) -> RunConfig {
    RunConfig { model, train: TrainConfig { learning_rate: 1e-2, batch_size: 8, ..train } }
}

fn plain() -> RunConfig {
    run(dense_model(2, vec![16]), steady())
}

async fn trainer(config: RunConfig) -> Trainer {
    Trainer::new(config, training_data(digits(DIGITS)), BACKEND).await.unwrap()
}

/// The second step of a run, with the weights on either side of it.
async fn broken_down(config: RunConfig) -> (Trainer, Breakdown, [Weights; 2]) {
    let mut trainer = trainer(config).await;
    trainer.step().unwrap();
    trainer.read_terms().await.unwrap();
    let before = trainer.weights().await.unwrap();
    let step = trainer.record_step(None).unwrap();
    let after = trainer.weights().await.unwrap();
    let breakdown = break_down(before.clone(), after.clone(), &step, SHOWN).unwrap();
    (trainer, breakdown, [before, after])
}

/// What is told of the step is what the step itself read.
async fn the_terms_are_the_step_s(config: RunConfig) {
    let (mut trainer, breakdown, _) = broken_down(config).await;
    let terms = trainer.read_terms().await.unwrap();
    assert_close(breakdown.before.terms.reconstruction, terms.reconstruction, 1e-4, "reconstruction term");
    assert_close(breakdown.before.terms.kl, terms.kl, 1e-4, "KL term");
    assert!(
        breakdown.after.loss < breakdown.before.loss,
        "{:?} is no lower than {:?}",
        breakdown.after,
        breakdown.before
    );
}

tests! {
    async fn of_a_dense_model() {
        the_terms_are_the_step_s(plain()).await;
    }

    async fn the_loss_weighs_the_kl_by_beta() {
        let mut config = plain();
        config.train.beta = 3.0;
        let Breakdown { before, .. } = broken_down(config).await.1;
        assert_close(before.loss, before.terms.reconstruction + 3.0 * before.terms.kl, 1e-5, "loss");
    }

    async fn what_is_shown_is_the_batch_s_beginning() {
        let Breakdown { shown, .. } = broken_down(plain()).await.1;
        assert_eq!([shown.inputs.len(), shown.targets.len(), shown.decoded.len()], [SHOWN * 784; 3]);
        assert_eq!([shown.mu.len(), shown.log_var.len(), shown.z.len()], [SHOWN * 2; 3]);
        assert_eq!(shown.inputs, shown.targets);
        assert!(pairs(&shown.z, &shown.mu).all(|(z, mu)| z != mu));
    }

    async fn a_batch_begins_with_the_image_that_is_asked_for() {
        let mut trainer = trainer(plain()).await;
        let data = digits(DIGITS);
        for image in [DIGITS - 1, 3] {
            let step = trainer.record_step(Some(image)).unwrap();
            assert_eq!(step.batch.targets[..784], *data.sample(image).unwrap().0);
            assert_eq!(step.batch.labels.len(), 8);
        }
        assert!(trainer.record_step(Some(DIGITS)).is_err());
    }

    async fn weights_of_two_models_are_refused() {
        let mut trainer = trainer(plain()).await;
        let step = trainer.record_step(None).unwrap();
        let (before, after) = (trainer.weights().await.unwrap(), Weights::fresh(&dense_model(2, vec![9]), 1).unwrap());
        assert!(break_down(before, after, &step, SHOWN).is_err());
    }

    async fn the_layers_are_the_model_s_by_name() {
        let Breakdown { layers, .. } = broken_down(plain()).await.1;
        let names: Vec<&str> = layers.iter().map(|layer| layer.name.as_str()).collect();
        assert_eq!(names, ["encoder.hidden.0", "encoder.posterior", "decoder.hidden.0", "decoder.logits"]);
        assert!(layers.iter().all(|layer| layer.relative > 0.0 && layer.relative < 1.0), "{layers:?}");
    }
}

#[cfg(not(feature = "webgpu"))]
mod on_the_cpu {
    use super::*;

    tests! {
        async fn of_a_conditional_one() {
            the_terms_are_the_step_s(run(ModelConfig { conditional: true, ..dense_model(2, vec![16]) }, steady())).await;
        }

        async fn of_an_autoencoder() {
            let config = run(ModelConfig { deterministic: true, ..dense_model(2, vec![16]) }, steady());
            let Breakdown { shown, before, .. } = broken_down(config.clone()).await.1;
            assert!(shown.log_var.is_empty() && shown.z == shown.mu && before.terms.kl == 0.0);
            the_terms_are_the_step_s(config).await;
        }

        async fn of_a_convolutional_one() {
            the_terms_are_the_step_s(run(ModelConfig { channels: vec![2], ..dense_model(2, vec![8]) }, steady())).await;
        }

        async fn of_a_denoising_one_with_several_samples() {
            let corruption = Corruption::Mask { share: 0.3 };
            let config = run(dense_model(2, vec![16]), TrainConfig { samples: 3, corruption, ..steady() });
            let Breakdown { shown, .. } = broken_down(config.clone()).await.1;
            assert_ne!(shown.inputs, shown.targets);
            the_terms_are_the_step_s(config).await;
        }

        /// Plain gradient descent moves the weights by the learning rate times the gradient.
        async fn the_gradient_s_norm_is_the_way_gone_over_the_learning_rate() {
            let optimizer = Optimizer::Sgd { momentum: 0.0 };
            let mut config = run(dense_model(2, vec![16]), TrainConfig { optimizer, ..steady() });
            config.train.learning_rate = 1e-3;
            let (_, breakdown, [before, after]) = broken_down(config).await;
            let moved = |(old, new): (&f32, &f32)| (f64::from(*new) - f64::from(*old)).powi(2);
            let values = pairs(before.tensors().iter().flatten(), after.tensors().iter().flatten());
            let way = values.map(moved).sum::<f64>().sqrt();
            assert_close(breakdown.gradient_norm, way / 1e-3, 1e-3, "gradient norm");
        }
    }
}
