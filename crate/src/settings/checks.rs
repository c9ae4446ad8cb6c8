//! How a setting is refused.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

/// A setting that is out of its range.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FieldError {
    /// The setting's name, as in the JSON form.
    pub field: String,
    pub expected: Expected,
    pub came: f64,
}

/// What a setting should be. Ranges include their ends.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Expected {
    Whole {
        low: f64,
        high: f64,
    },
    Number {
        low: f64,
        high: f64,
    },
    /// A number above 0.
    Positive {
        high: f64,
    },
    /// So many layers at most.
    Layers {
        most: f64,
    },
    /// So many weights and biases at most.
    Parameters {
        most: f64,
    },
    /// 0, for a bound without a KL term.
    NoFreeBits,
    /// 1, for an autoencoder.
    OneSample,
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole { low, high } => write!(f, "a whole number from {low} to {high}"),
            Self::Number { low, high } => write!(f, "a number from {low} to {high}"),
            Self::Positive { high } => write!(f, "a number above 0, at most {high}"),
            Self::Layers { most } => write!(f, "at most {most} layers"),
            Self::Parameters { most } => write!(f, "layers of at most {most} weights and biases in all"),
            Self::NoFreeBits => write!(f, "0 with more than one sample, whose bound has no KL term"),
            Self::OneSample => write!(f, "1 for an autoencoder, which samples nothing"),
        }
    }
}

impl FieldError {
    /// What was expected and what came, as a sentence without its end.
    pub fn message(&self) -> String {
        format!("expected {}, got {}", self.expected, self.came)
    }
}

/// The refusals of one config.
#[derive(Default)]
pub(super) struct Checks(Vec<FieldError>);

impl Checks {
    pub fn refuse(&mut self, field: &str, expected: Expected, came: f64) {
        self.0.push(FieldError { field: field.into(), expected, came });
    }

    /// A whole number from `low` to `high`.
    pub fn count(&mut self, field: &str, value: usize, low: usize, high: usize) {
        if !(low..=high).contains(&value) {
            self.refuse(field, Expected::Whole { low: low as f64, high: high as f64 }, value as f64);
        }
    }

    /// A number from `low` to `high`; NaN is none.
    pub fn number(&mut self, field: &str, value: f64, low: f64, high: f64) {
        if !(low..=high).contains(&value) {
            self.refuse(field, Expected::Number { low, high }, value);
        }
    }

    /// A number above 0, at most `high`.
    pub fn positive(&mut self, field: &str, value: f64, high: f64) {
        if !(value > 0.0 && value <= high) {
            self.refuse(field, Expected::Positive { high }, value);
        }
    }

    /// Sizes of layers: at most `most`, each from 1 to `high`.
    pub fn sizes(&mut self, field: &str, sizes: &[usize], most: usize, high: usize) {
        if sizes.len() > most {
            self.refuse(field, Expected::Layers { most: most as f64 }, sizes.len() as f64);
        }
        if let Some(&size) = sizes.iter().find(|&&size| !(1..=high).contains(&size)) {
            self.count(field, size, 1, high);
        }
    }

    pub fn done(self) -> Vec<FieldError> {
        self.0
    }
}

pub(super) fn first(errors: Vec<FieldError>) -> Result<()> {
    match errors.into_iter().next() {
        Some(error) => Err(Error::Field { message: error.message(), field: error.field }),
        None => Ok(()),
    }
}
