//! What a model and a training run are made of, validated before anything is built.

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

/// Pixels of an image: 28 x 28.
pub const PIXELS: usize = SIDE * SIDE;
/// Pixels of an image's side.
pub const SIDE: usize = 28;

const MAX_LATENT: usize = 64;
const MAX_WIDTH: usize = 4096;
const MAX_LAYERS: usize = 16;
const MAX_BATCH: usize = 4096;

/// What a model is made of: `784 -> hidden... -> latent -> ...hidden -> 784`, ReLU between.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ModelConfig {
    /// Z, the number of latent dimensions: 1 to 64.
    pub latent_size: usize,
    /// Widths of the encoder's hidden layers; the decoder mirrors them.
    pub hidden_sizes: Vec<usize>,
}

/// How a model is trained.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TrainConfig {
    /// Weight of the KL term (Higgins et al. 2017); 1 is the ELBO.
    pub beta: f64,
    /// Adam's step size.
    pub learning_rate: f64,
    /// Images in a batch.
    pub batch_size: usize,
    /// Same seed, same run.
    pub seed: u32,
}

/// A model and how to train it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RunConfig {
    pub model: ModelConfig,
    pub train: TrainConfig,
}

/// A setting that is out of its range.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FieldError {
    /// The setting's name, as in the JSON form.
    pub field: String,
    /// What was expected and what came.
    pub message: String,
}

impl Default for ModelConfig {
    fn default() -> Self {
        Self { latent_size: 2, hidden_sizes: vec![400] }
    }
}

impl Default for TrainConfig {
    fn default() -> Self {
        Self { beta: 1.0, learning_rate: 1e-3, batch_size: 128, seed: 1 }
    }
}

impl ModelConfig {
    /// Everything that is wrong with it; empty when valid.
    pub fn check(&self) -> Vec<FieldError> {
        let mut errors = Vec::new();
        within(&mut errors, "latentSize", self.latent_size, 1, MAX_LATENT);
        if self.hidden_sizes.len() > MAX_LAYERS {
            let message = format!("expected at most {MAX_LAYERS} hidden layers, got {}", self.hidden_sizes.len());
            errors.push(FieldError { field: "hiddenSizes".into(), message });
        }
        if let Some(width) = self.hidden_sizes.iter().find(|&&width| !(1..=MAX_WIDTH).contains(&width)) {
            within(&mut errors, "hiddenSizes", *width, 1, MAX_WIDTH);
        }
        errors
    }

    /// # Errors
    /// [`Error::Field`] naming the first setting that is out of range.
    pub fn validate(&self) -> Result<()> {
        first(self.check())
    }
}

impl TrainConfig {
    /// Everything that is wrong with it; empty when valid.
    pub fn check(&self) -> Vec<FieldError> {
        let mut errors = Vec::new();
        let mut refuse = |field: &str, expected: &str, came: f64| {
            errors.push(FieldError { field: field.into(), message: format!("expected {expected}, got {came}") });
        };
        if !(0.0..=1000.0).contains(&self.beta) {
            refuse("beta", "a number from 0 to 1000", self.beta);
        }
        if !(self.learning_rate > 0.0 && self.learning_rate <= 1.0) {
            refuse("learningRate", "a number above 0, at most 1", self.learning_rate);
        }
        within(&mut errors, "batchSize", self.batch_size, 1, MAX_BATCH);
        errors
    }

    /// # Errors
    /// [`Error::Field`] naming the first setting that is out of range.
    pub fn validate(&self) -> Result<()> {
        first(self.check())
    }
}

impl RunConfig {
    /// Everything that is wrong with it; empty when valid.
    pub fn check(&self) -> Vec<FieldError> {
        [self.model.check(), self.train.check()].concat()
    }

    /// # Errors
    /// [`Error::Field`] naming the first setting that is out of range.
    pub fn validate(&self) -> Result<()> {
        first(self.check())
    }
}

fn within(errors: &mut Vec<FieldError>, field: &str, value: usize, low: usize, high: usize) {
    if !(low..=high).contains(&value) {
        let message = format!("expected a whole number from {low} to {high}, got {value}");
        errors.push(FieldError { field: field.into(), message });
    }
}

fn first(errors: Vec<FieldError>) -> Result<()> {
    match errors.into_iter().next() {
        Some(FieldError { field, message }) => Err(Error::Field { field, message }),
        None => Ok(()),
    }
}
