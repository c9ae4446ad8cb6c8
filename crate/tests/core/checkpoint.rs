//! A run that is kept and gone on with is the run that never stopped.

use std::collections::HashMap;
use std::rc::Rc;

use latent_explorer::data::training_data::TrainingData;
use latent_explorer::error::Error;
use latent_explorer::model::weights::{self, Precision};
use latent_explorer::settings::{Corruption, DataView, Likelihood, ModelConfig, Optimizer, RunConfig, TrainConfig};
use latent_explorer::training::checkpoint::{self, Checkpoint};
use latent_explorer::training::{Finish, Trainer};
use safetensors::SafeTensors;

use crate::support::{BACKEND, assert_close, dense_model, digits, steady, training_data};

const IMAGES: usize = 44;

fn run(model: ModelConfig, train: TrainConfig) -> RunConfig {
    RunConfig { model, train: TrainConfig { batch_size: 8, seed: 5, ..train } }
}

fn data() -> TrainingData {
    training_data(digits(IMAGES))
}

/// One step's ELBO.
async fn elbo(trainer: &mut Trainer) -> f64 {
    trainer.step().unwrap();
    trainer.read_terms().await.unwrap().elbo
}

/// To a file and back, to another trainer.
async fn kept(trainer: &mut Trainer, data: TrainingData) -> Trainer {
    let bytes = checkpoint::write(&trainer.checkpoint().await.unwrap()).unwrap();
    Trainer::restore(checkpoint::read(&bytes).unwrap(), data, BACKEND).await.unwrap()
}

/// Stops at steps within an epoch, at its end, and before any.
async fn goes_on(name: &str, config: RunConfig) {
    let mut unbroken = Trainer::new(config.clone(), data(), BACKEND).await.unwrap();
    let mut broken = Trainer::new(config, data(), BACKEND).await.unwrap();
    for step in 0..14 {
        if [0, 3, 5, 12].contains(&step) {
            broken = kept(&mut broken, data()).await;
        }
        let (expected, actual) = (elbo(&mut unbroken).await, elbo(&mut broken).await);
        assert_close(actual, expected, 1e-6, &format!("{name}: step {step}"));
        assert_eq!(broken.steps(), step + 1);
    }
}

/// Of a run after two steps.
async fn made(config: RunConfig) -> Checkpoint {
    let mut trainer = Trainer::new(config, data(), BACKEND).await.unwrap();
    elbo(&mut trainer).await;
    elbo(&mut trainer).await;
    trainer.checkpoint().await.unwrap()
}

fn plain() -> RunConfig {
    run(dense_model(2, vec![16]), TrainConfig { learning_rate: 1e-2, warm_up_steps: 6, ..steady() })
}

fn refused<T>(result: Result<T, Error>) -> String {
    result.map(|_| ()).unwrap_err().to_string()
}

tests! {
    async fn a_dense_run_goes_on() {
        goes_on("plain", plain()).await;
    }

    async fn a_file_of_a_run_is_read_as_its_model() {
        let checkpoint = made(plain()).await;
        let bytes = checkpoint::write(&checkpoint).unwrap();
        assert_eq!(weights::read(&bytes).unwrap(), checkpoint.weights);
        assert_eq!(checkpoint::read(&bytes).unwrap().position, checkpoint.position);
    }

    async fn a_model_alone_is_no_run() {
        let checkpoint = made(plain()).await;
        let bytes = weights::write(&checkpoint.weights, Precision::Full).unwrap();
        assert!(refused(checkpoint::read(&bytes)).contains("a model alone"));
    }

    async fn a_model_s_file_keeps_what_is_said_of_it_in_both_precisions() {
        let checkpoint = made(plain()).await;
        let said = HashMap::from([
            ("run".to_string(), serde_json::to_string(&checkpoint.config).unwrap()),
            ("evaluation".to_string(), r#"{"elbo":-133.5}"#.to_string()),
            ("model".to_string(), "{}".to_string()),
        ]);
        for precision in [Precision::Full, Precision::Half] {
            let bytes = weights::write_with(&checkpoint.weights, precision, said.clone()).unwrap();
            let read = weights::read(&bytes).unwrap();
            assert_eq!(checkpoint::settings_of(&bytes, &read).unwrap(), checkpoint.config);
            assert_eq!(read.config(), &checkpoint.config.model);
            let exact = if precision == Precision::Half { 1.0 / 2048.0 } else { 0.0 };
            for (value, expected) in read.tensors().iter().flatten().zip(checkpoint.weights.tensors().iter().flatten()) {
                assert!((value - expected).abs() <= expected.abs().max(1e-4) * exact, "{value} for {expected}");
            }
            let (_, metadata) = SafeTensors::read_metadata(&bytes).unwrap();
            assert_eq!(metadata.metadata().as_ref().unwrap()["evaluation"], said["evaluation"]);
        }
        let bare = weights::write(&checkpoint.weights, Precision::Full).unwrap();
        let usual = RunConfig { model: checkpoint.config.model.clone(), ..Default::default() };
        assert_eq!(checkpoint::settings_of(&bare, &checkpoint.weights).unwrap(), usual);
        let other = RunConfig { model: dense_model(3, vec![16]), ..Default::default() };
        let said = HashMap::from([("run".to_string(), serde_json::to_string(&other).unwrap())]);
        let bytes = weights::write_with(&checkpoint.weights, Precision::Full, said).unwrap();
        assert!(refused(checkpoint::settings_of(&bytes, &checkpoint.weights)).contains("a run of the model in the file"));
    }

    async fn a_cut_or_changed_file_is_refused() {
        let mut checkpoint = made(plain()).await;
        let bytes = checkpoint::write(&checkpoint).unwrap();
        for length in [0, 7, 100, bytes.len() - 1] {
            assert!(checkpoint::read(&bytes[..length]).is_err(), "{length} bytes");
        }
        checkpoint.position.steps = usize::MAX;
        let bytes = checkpoint::write(&checkpoint).unwrap();
        let restored = Trainer::restore(checkpoint::read(&bytes).unwrap(), data(), BACKEND).await;
        assert!(refused(restored).contains("at most"));
    }

    // Once on each kind of device is enough.
    #[cfg(any(feature = "webgpu", not(target_arch = "wasm32")))]
    async fn a_run_of_every_optimiser_and_kind_of_draw_goes_on() {
        let model = dense_model(2, vec![16]);
        let gaussian = ModelConfig { likelihood: Likelihood::GaussianShared, ..model.clone() };
        let convolutional = ModelConfig { channels: vec![2], ..model.clone() };
        let binarised = ModelConfig { data_view: DataView::Binarised, ..model.clone() };
        let noisy = Corruption::Noise { sigma: 0.3 };
        for (name, model, train) in [
            ("denoising, binarised", binarised, TrainConfig { corruption: noisy, ..steady() }),
            ("several samples", model.clone(), TrainConfig { samples: 3, ..steady() }),
            ("AdamW", gaussian, TrainConfig { optimizer: Optimizer::AdamW { weight_decay: 0.1 }, ..steady() }),
            ("momentum", convolutional, TrainConfig { optimizer: Optimizer::Sgd { momentum: 0.9 }, ..steady() }),
            ("RMSProp, clipped", model, TrainConfig { optimizer: Optimizer::RmsProp, clip_norm: 1.0, ..steady() }),
        ] {
            goes_on(name, run(model, train)).await;
        }
    }

    async fn what_another_optimiser_gathered_is_refused() {
        let mut mixed = made(plain()).await;
        mixed.config.train.optimizer = Optimizer::RmsProp;
        assert!(refused(Trainer::restore(mixed, data(), BACKEND).await).contains("expected 1 numbers of each weight"));
    }

    async fn patience_and_the_best_weights_are_kept() {
        let watched = || TrainingData::of(Rc::new(digits(IMAGES)), 1).unwrap();
        let config = run(dense_model(2, vec![16]), TrainConfig { patience: 2, learning_rate: 0.3, ..steady() });
        let mut trainer = Trainer::new(config, watched(), BACKEND).await.unwrap();
        let mut epochs = 0;
        while trainer.finish() != Some(Finish::Patience) {
            for _ in 0..trainer.steps_per_epoch() {
                elbo(&mut trainer).await;
            }
            trainer.end_epoch().await.unwrap();
            let best = trainer.best().cloned();
            assert!(best.is_some());
            let finish = trainer.finish();
            trainer = kept(&mut trainer, watched()).await;
            assert_eq!((trainer.best(), trainer.finish()), (best.as_ref(), finish));
            epochs += 1;
            assert!(epochs < 40, "a rate of 0.3 makes it worse");
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod properties {
    use super::*;
    use latent_explorer::model::weights::Weights;
    use latent_explorer::training::checkpoint::Position;
    use latent_explorer::training::engines::OptimizerState;
    use proptest::prelude::*;

    /// Bounds of as many digits as JSON's reader takes exactly: of 17 it may miss the last one by one.
    fn positions() -> impl Strategy<Value = Position> {
        (0usize..1 << 40, any::<[u64; 3]>(), proptest::option::of(-8_000_000i32..8_000_000), 0usize..100_000).prop_map(
            |(steps, drawn, best_elbo, epochs_since_best)| Position {
                steps,
                drawn,
                best_elbo: best_elbo.map(|eighths| f64::from(eighths) / 8.0),
                epochs_since_best,
            },
        )
    }

    /// Of a run of a few weights by one of the optimisers; the best weights are kept where there are such.
    fn checkpoint(position: Position, optimizer: usize, seed: u32) -> Checkpoint {
        let decayed = Optimizer::AdamW { weight_decay: 0.01 };
        let optimizer = [Optimizer::Sgd { momentum: 0.9 }, Optimizer::RmsProp, Optimizer::Adam, decayed][optimizer];
        let config = run(dense_model(2, vec![3]), TrainConfig { optimizer, ..steady() });
        let weights = |seed| Weights::fresh(&config.model, seed).unwrap();
        let moments = (0..optimizer.moments() as u32).map(|list| weights(seed ^ list).into_parts().1).collect();
        let best = position.best_elbo.map(|_| weights(seed ^ 7));
        let optimizer = OptimizerState::Moments(moments);
        Checkpoint { weights: weights(seed), optimizer, position, best, config: config.clone() }
    }

    proptest! {
        #[test]
        fn any_run_comes_back_from_its_file(position in positions(), optimizer in 0usize..4, seed in any::<u32>()) {
            let kept = checkpoint(position, optimizer, seed);
            let back = checkpoint::read(&checkpoint::write(&kept).unwrap()).unwrap();
            prop_assert_eq!(back.config, kept.config);
            prop_assert_eq!((back.weights, back.best), (kept.weights, kept.best));
            prop_assert_eq!((back.optimizer, back.position), (kept.optimizer, kept.position));
        }

        #[test]
        fn any_damage_to_a_run_s_file_is_read_or_refused(at in any::<prop::sample::Index>(), byte in any::<u8>(), keep in any::<prop::sample::Index>()) {
            let mut bytes = checkpoint::write(&checkpoint(Position::default(), 2, 1)).unwrap();
            // What is behind the header are numbers: most of it is worth no try.
            let at = at.index(4000);
            bytes[at] = byte;
            let _ = checkpoint::read(&bytes);
            prop_assert!(checkpoint::read(&bytes[..keep.index(bytes.len())]).is_err());
        }
    }
}
