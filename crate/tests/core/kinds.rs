//! What every kind of model must do: learn, repeat itself for a seed, and survive a file.

use latent_explorer::device::Backend;
use latent_explorer::model::Vae;
use latent_explorer::model::weights::{Precision, Weights, read, write};
use latent_explorer::settings::{
    Corruption, DataView, Estimator, Likelihood, ModelConfig, Optimizer, PriorKind, RunConfig, TrainConfig,
};
use latent_explorer::training::Trainer;

use crate::support::{dense_model, device, digits, pairs, steady, training_data};

fn base() -> RunConfig {
    RunConfig { model: dense_model(2, vec![16]), train: TrainConfig { learning_rate: 3e-3, batch_size: 8, ..steady() } }
}

fn modelled(change: impl Fn(&mut ModelConfig)) -> RunConfig {
    let mut run = base();
    change(&mut run.model);
    run
}

fn trained(change: impl Fn(&mut TrainConfig)) -> RunConfig {
    let mut run = base();
    change(&mut run.train);
    run
}

fn models() -> Vec<(&'static str, RunConfig)> {
    let mut all = modelled(|model| {
        model.channels = vec![4];
        model.likelihood = Likelihood::GaussianPixel;
        model.conditional = true;
        model.prior = PriorKind::Mixture { components: 3 };
        model.full_covariance = true;
        model.data_view = DataView::Binarised;
    });
    all.train.samples = 3;
    vec![
        ("convolutional", modelled(|model| model.channels = vec![4, 8])),
        ("fixed variance", modelled(|model| model.likelihood = Likelihood::GaussianFixed { sigma: 0.3 })),
        ("shared variance", modelled(|model| model.likelihood = Likelihood::GaussianShared)),
        ("variance of each pixel", modelled(|model| model.likelihood = Likelihood::GaussianPixel)),
        ("autoencoder", modelled(|model| model.deterministic = true)),
        ("mixture as prior", modelled(|model| model.prior = PriorKind::Mixture { components: 4 })),
        ("full covariance", modelled(|model| model.full_covariance = true)),
        ("second layer", modelled(|model| model.lower_size = 6)),
        ("conditional", modelled(|model| model.conditional = true)),
        ("all together", all),
    ]
}

fn ways() -> Vec<(&'static str, RunConfig)> {
    vec![
        ("importance-weighted", trained(|train| train.samples = 5)),
        (
            "doubly reparameterised",
            trained(|train| {
                (train.samples, train.estimator) = (5, Estimator::DoublyReparameterised);
            }),
        ),
        ("denoising", trained(|train| train.corruption = Corruption::Noise { sigma: 0.3 })),
        ("free bits", trained(|train| train.free_bits = 0.5)),
        ("warm-up", trained(|train| (train.kl_warm_up_epochs, train.warm_up_steps) = (3.0, 10))),
        ("AdamW", trained(|train| train.optimizer = Optimizer::AdamW { weight_decay: 0.01 })),
        ("RMSProp", trained(|train| train.optimizer = Optimizer::RmsProp)),
        ("clipped", trained(|train| train.clip_norm = 1.0)),
        ("SGD", trained(|train| (train.optimizer, train.learning_rate) = (Optimizer::Sgd { momentum: 0.9 }, 3e-4))),
    ]
}

fn kinds() -> Vec<(&'static str, RunConfig)> {
    [models(), ways()].concat()
}

async fn trainer(config: RunConfig) -> Trainer {
    Trainer::new(config, training_data(digits(40)), Backend::Cpu).await.unwrap()
}

async fn trace(config: RunConfig) -> Vec<f64> {
    let (mut trainer, mut losses) = (trainer(config).await, vec![]);
    for _ in 0..3 {
        trainer.step().unwrap();
        losses.push(trainer.read_terms().await.unwrap().elbo);
    }
    losses
}

tests! {
    async fn every_kind_learns() {
        for (name, config) in kinds() {
            let (digits, mut trainer) = (digits(40), trainer(config.clone()).await);
            let before = trainer.evaluate(&digits, 40).await.unwrap();
            for _ in 0..60 {
                trainer.step().unwrap();
            }
            trainer.read_terms().await.unwrap();
            let after = trainer.evaluate(&digits, 40).await.unwrap();
            assert!(after.elbo > before.elbo + 50.0, "{name}: ELBO went from {} to {}", before.elbo, after.elbo);
            assert_eq!(after.kl == 0.0, config.model.deterministic, "{name}");
        }
    }

    async fn every_kind_repeats_itself_for_a_seed_and_not_for_another() {
        for (name, mut config) in kinds() {
            let first = trace(config.clone()).await;
            assert_eq!(first, trace(config.clone()).await, "{name}");
            config.train.seed += 1;
            assert_ne!(first, trace(config).await, "{name}");
        }
    }

    async fn every_model_survives_a_file() {
        let device = device().await;
        for (name, config) in models() {
            let weights = Weights::fresh(&config.model, 3).unwrap();
            let back = read(&write(&weights, Precision::Full).unwrap()).unwrap();
            assert_eq!(back, weights, "{name}");
            assert_eq!(Vae::from_weights(back, &device).weights().await.unwrap(), weights, "{name}");
            let half = read(&write(&weights, Precision::Half).unwrap()).unwrap();
            for (half, whole) in pairs(half.tensors().iter().flatten(), weights.tensors().iter().flatten()) {
                assert!((half - whole).abs() <= 5e-4 * whole.abs() + 1e-7, "{name}: {whole} became {half}");
            }
        }
    }

    async fn free_bits_of_a_bound_without_a_kl_are_refused() {
        let mut config = base();
        (config.train.samples, config.train.free_bits) = (5, 0.5);
        assert_eq!(config.check()[0].field, "freeBits");
    }
}
