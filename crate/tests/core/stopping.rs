//! When a run is over, and what is kept of it.

use std::rc::Rc;

use latent_explorer::data::dataset::Dataset;
use latent_explorer::data::training_data::TrainingData;
use latent_explorer::device::Backend;
use latent_explorer::error::Error;
use latent_explorer::settings::{RunConfig, Schedule, TrainConfig};
use latent_explorer::training::{Finish, Trainer};

use crate::support::{dense_model, digits, digits_of, diverging, steady};

fn run(train: TrainConfig) -> RunConfig {
    RunConfig { model: dense_model(2, vec![16]), train: TrainConfig { batch_size: 8, ..train } }
}

/// Watched on these images.
fn watched(held_out: Dataset) -> TrainingData {
    TrainingData { train: Rc::new(digits(40)), held_out: Some(Rc::new(held_out)) }
}

async fn trainer(train: TrainConfig, data: TrainingData) -> Trainer {
    Trainer::new(run(train), data, Backend::Cpu).await.unwrap()
}

async fn epoch(trainer: &mut Trainer) {
    for _ in 0..trainer.steps_per_epoch() {
        trainer.step().unwrap();
    }
    trainer.end_epoch().await.unwrap();
}

tests! {
    async fn patience_runs_out_and_the_best_weights_are_kept() {
        let digits = digits(40);
        // White where the others are black: what is learnt from one makes the other worse.
        let negatives: Vec<u8> = digits.images().iter().map(|byte| 255 - byte).collect();
        let held_out = digits_of(&negatives, digits.labels());
        let mut trainer = trainer(TrainConfig { patience: 2, learning_rate: 1e-2, ..steady() }, watched(held_out)).await;
        assert!(trainer.best().is_none());
        epoch(&mut trainer).await;
        let best = trainer.weights().await.unwrap();
        assert_eq!(trainer.best(), Some(&best));
        epoch(&mut trainer).await;
        assert_eq!(trainer.finish(), None);
        epoch(&mut trainer).await;
        assert_eq!(trainer.finish(), Some(Finish::Patience));
        assert_eq!(trainer.best(), Some(&best));
        assert_ne!(trainer.weights().await.unwrap(), best);
    }

    async fn patience_holds_one_in_twelve_out() {
        let all = Rc::new(digits(60));
        let data = TrainingData::of(Rc::clone(&all), 1).unwrap();
        assert_eq!((data.train.len(), data.held_out.map(|held_out| held_out.len())), (55, Some(5)));
        assert!(TrainingData::of(all, 0).unwrap().held_out.is_none());
        for (few, expected) in [(300, 25), (11, 1), (2, 1)] {
            assert_eq!(TrainingData::of(Rc::new(digits(few)), 1).unwrap().held_out.unwrap().len(), expected);
        }
        let message = TrainingData::of(Rc::new(digits(1)), 1).unwrap_err().to_string();
        assert!(message.contains("expected two samples or more"), "{message}");
    }

    async fn a_better_epoch_renews_the_patience() {
        let mut trainer = trainer(TrainConfig { patience: 2, ..steady() }, watched(digits(40))).await;
        epoch(&mut trainer).await;
        // Without a step between, the ELBO is the same: not better.
        trainer.end_epoch().await.unwrap();
        epoch(&mut trainer).await;
        trainer.end_epoch().await.unwrap();
        assert_eq!(trainer.finish(), None);
        trainer.end_epoch().await.unwrap();
        assert_eq!(trainer.finish(), Some(Finish::Patience));
    }

    async fn without_patience_a_run_never_stops() {
        let mut trainer = trainer(TrainConfig::default(), watched(digits(40))).await;
        for _ in 0..5 {
            trainer.end_epoch().await.unwrap();
        }
        assert_eq!(trainer.finish(), None);
    }

    async fn a_cosine_ends_with_its_last_epoch() {
        let schedule = Schedule::Cosine { epochs: 2 };
        let mut trainer = trainer(TrainConfig { schedule, ..steady() }, watched(digits(40))).await;
        for _ in 0..2 * trainer.steps_per_epoch() {
            assert_eq!(trainer.finish(), None);
            trainer.step().unwrap();
        }
        assert_eq!(trainer.finish(), Some(Finish::Schedule));
    }

    async fn a_diverged_model_is_never_the_best() {
        let config = run(TrainConfig { patience: 2, ..steady() });
        let weights = diverging(&config.model);
        let mut trainer = Trainer::resume(config, weights, watched(digits(40)), Backend::Cpu).await.unwrap();
        assert_eq!(trainer.end_epoch().await, Err(Error::Diverged));
        assert!(trainer.best().is_none());
    }
}
