//! When a run is over, and what is kept of it.

use latent_explorer::data::dataset::Digits;
use latent_explorer::device::Backend;
use latent_explorer::error::Error;
use latent_explorer::model::weights::Weights;
use latent_explorer::settings::{RunConfig, Schedule, TrainConfig};
use latent_explorer::training::{Finish, Trainer};

use crate::support::{dense_model, digits, digits_of, steady};

fn run(train: TrainConfig) -> RunConfig {
    RunConfig { model: dense_model(2, vec![16]), train: TrainConfig { batch_size: 8, ..train } }
}

async fn trainer(train: TrainConfig) -> Trainer {
    Trainer::new(run(train), 40, Backend::Cpu).await.unwrap()
}

async fn epoch(trainer: &mut Trainer, digits: &Digits, held_out: &Digits) {
    for _ in 0..trainer.steps_per_epoch() {
        trainer.step(digits).unwrap();
    }
    trainer.end_epoch(held_out).await.unwrap();
}

tests! {
    async fn patience_runs_out_and_the_best_weights_are_kept() {
        let digits = digits(40);
        // White where the others are black: what is learnt from one makes the other worse.
        let negatives: Vec<u8> = digits.images().iter().map(|byte| 255 - byte).collect();
        let held_out = digits_of(&negatives, digits.labels());
        let mut trainer = trainer(TrainConfig { patience: 2, learning_rate: 1e-2, ..steady() }).await;
        assert!(trainer.best().is_none());
        epoch(&mut trainer, &digits, &held_out).await;
        let best = trainer.weights().await.unwrap();
        assert_eq!(trainer.best(), Some(&best));
        epoch(&mut trainer, &digits, &held_out).await;
        assert_eq!(trainer.finish(), None);
        epoch(&mut trainer, &digits, &held_out).await;
        assert_eq!(trainer.finish(), Some(Finish::Patience));
        assert_eq!(trainer.best(), Some(&best));
        assert_ne!(trainer.weights().await.unwrap(), best);
    }

    async fn a_better_epoch_renews_the_patience() {
        let (digits, mut trainer) = (digits(40), trainer(TrainConfig { patience: 2, ..steady() }).await);
        epoch(&mut trainer, &digits, &digits).await;
        // Without a step between, the ELBO is the same: not better.
        trainer.end_epoch(&digits).await.unwrap();
        epoch(&mut trainer, &digits, &digits).await;
        trainer.end_epoch(&digits).await.unwrap();
        assert_eq!(trainer.finish(), None);
        trainer.end_epoch(&digits).await.unwrap();
        assert_eq!(trainer.finish(), Some(Finish::Patience));
    }

    async fn without_patience_a_run_never_stops() {
        let (digits, mut trainer) = (digits(40), trainer(TrainConfig::default()).await);
        for _ in 0..5 {
            trainer.end_epoch(&digits).await.unwrap();
        }
        assert_eq!(trainer.finish(), None);
    }

    async fn a_cosine_ends_with_its_last_epoch() {
        let schedule = Schedule::Cosine { epochs: 2 };
        let (digits, mut trainer) = (digits(40), trainer(TrainConfig { schedule, ..steady() }).await);
        for _ in 0..2 * trainer.steps_per_epoch() {
            assert_eq!(trainer.finish(), None);
            trainer.step(&digits).unwrap();
        }
        assert_eq!(trainer.finish(), Some(Finish::Schedule));
    }

    async fn a_diverged_model_is_never_the_best() {
        let (digits, config) = (digits(40), run(TrainConfig { patience: 2, ..steady() }));
        let mut weights = Weights::fresh(&config.model, 1).unwrap();
        weights.tensors.iter_mut().step_by(2).for_each(|weight| weight.fill(1e30));
        let mut trainer = Trainer::resume(config, weights, digits.len(), Backend::Cpu).await.unwrap();
        assert_eq!(trainer.end_epoch(&digits).await, Err(Error::Diverged));
        assert!(trainer.best().is_none());
    }
}
