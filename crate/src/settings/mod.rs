//! What a model and a training run are made of, validated before anything is built.

mod checks;
pub mod layers;
mod model;
mod train;

use serde::{Deserialize, Serialize};

use checks::first;
pub use checks::{Expected, FieldError};
pub use model::{DataView, Likelihood, ModelConfig};
pub use train::{Corruption, Optimizer, Schedule, TrainConfig};

use crate::error::Result;

/// Pixels of an image: 28 x 28.
pub const PIXELS: usize = SIDE * SIDE;
/// Pixels of an image's side.
pub const SIDE: usize = 28;
/// Classes of a digit.
pub const CLASSES: usize = 10;

/// A model and how to train it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RunConfig {
    pub model: ModelConfig,
    pub train: TrainConfig,
}

impl RunConfig {
    /// Everything that is wrong with it; empty when valid.
    pub fn check(&self) -> Vec<FieldError> {
        let mut errors = [self.model.check(), self.train.check()].concat();
        if self.model.deterministic && self.train.samples > 1 {
            errors.push(FieldError {
                field: "samples".into(),
                expected: Expected::OneSample,
                came: self.train.samples as f64,
            });
        }
        errors
    }

    /// # Errors
    /// [`crate::error::Error::Field`] naming the first setting that is out of range.
    pub fn validate(&self) -> Result<()> {
        first(self.check())
    }

    /// Whether this is what the written-out engines train: a dense VAE with a Bernoulli likelihood, by plain Adam
    /// on the ELBO, or the importance-weighted bound, with a weighted KL. Burn's graph trains the rest.
    pub fn is_plain(&self) -> bool {
        let Self { model, train } = self;
        model.channels.is_empty()
            && model.likelihood == Likelihood::Bernoulli
            && !model.deterministic
            && !model.conditional
            && train.optimizer == Optimizer::Adam
            && train.free_bits == 0.0
            && train.clip_norm == 0.0
    }

    /// Whether the GPU build trains it: plain, with one sample of z and inputs that are not corrupted.
    pub fn trains_on_gpu(&self) -> bool {
        self.is_plain() && self.train.samples == 1 && self.train.corruption == Corruption::None
    }
}
