//! How a setting is refused.

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

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

/// The refusals of one config.
#[derive(Default)]
pub(super) struct Checks(Vec<FieldError>);

impl Checks {
    pub fn refuse(&mut self, field: &str, expected: &str, came: impl std::fmt::Display) {
        self.0.push(FieldError { field: field.into(), message: format!("expected {expected}, got {came}") });
    }

    /// A whole number from `low` to `high`.
    pub fn count(&mut self, field: &str, value: usize, low: usize, high: usize) {
        if !(low..=high).contains(&value) {
            self.refuse(field, &format!("a whole number from {low} to {high}"), value);
        }
    }

    /// A number from `low` to `high`; NaN is none.
    pub fn number(&mut self, field: &str, value: f64, low: f64, high: f64) {
        if !(low..=high).contains(&value) {
            self.refuse(field, &format!("a number from {low} to {high}"), value);
        }
    }

    /// A number above 0, at most `high`.
    pub fn positive(&mut self, field: &str, value: f64, high: f64) {
        if !(value > 0.0 && value <= high) {
            self.refuse(field, &format!("a number above 0, at most {high}"), value);
        }
    }

    /// Sizes of layers: at most `most`, each from 1 to `high`.
    pub fn sizes(&mut self, field: &str, sizes: &[usize], most: usize, high: usize) {
        if sizes.len() > most {
            self.refuse(field, &format!("at most {most} layers"), sizes.len());
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
        Some(FieldError { field, message }) => Err(Error::Field { field, message }),
        None => Ok(()),
    }
}
