//! How a setting is refused.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result, grouped, quoted};

/// A setting that cannot be read, or is out of its range.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Refusal {
    /// The setting's name in the schema.
    pub field: String,
    pub expected: Expected,
    pub came: Came,
}

/// The text that was typed, or the number that it stands for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(untagged)]
pub enum Came {
    Number(f64),
    Text(String),
}

/// What a setting should be. Ranges include their ends.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Expected {
    /// The text of any whole number.
    AnyWhole,
    /// The text of any number.
    AnyNumber,
    OneOf {
        options: Vec<String>,
    },
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
    /// At most this, for which there is memory.
    Memory {
        most: f64,
    },
    /// 0, where the KL has no part for each dimension.
    NoFreeBits,
    /// So many latent dimensions at most, where their posterior has a full covariance.
    FullCovariance {
        most: f64,
    },
    /// 1, for an autoencoder.
    OneSample,
    /// 0, where there can be no second layer of latents.
    NoLower,
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AnyWhole => write!(f, "a whole number"),
            Self::AnyNumber => write!(f, "a number"),
            Self::OneOf { options } => write!(f, "one of {}", options.join(", ")),
            Self::Whole { low, high } => write!(f, "a whole number from {} to {}", grouped(low), grouped(high)),
            Self::Number { low, high } => write!(f, "a number from {} to {}", grouped(low), grouped(high)),
            Self::Positive { high } => write!(f, "a number above 0, at most {}", grouped(high)),
            Self::Layers { most } => write!(f, "at most {most} layers"),
            Self::Parameters { most } => write!(f, "layers of at most {} weights and biases in all", grouped(most)),
            Self::Memory { most } => {
                write!(f, "at most {}, for which there is memory with these layers and samples", grouped(most))
            }
            Self::NoFreeBits => {
                write!(
                    f,
                    "0 with more than one sample, a mixture as prior, a full covariance or a second layer: there is no KL of each dimension"
                )
            }
            Self::FullCovariance { most } => {
                write!(f, "at most {most} with a full covariance, which has a number for each pair of dimensions")
            }
            Self::OneSample => write!(f, "1 for an autoencoder, which samples nothing"),
            Self::NoLower => write!(
                f,
                "0 unless the data is images, the posterior has a diagonal covariance and the estimator is standard"
            ),
        }
    }
}

impl fmt::Display for Came {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{}", grouped(number)),
            Self::Text(text) => write!(f, "\"{}\"", quoted(text)),
        }
    }
}

impl Refusal {
    pub fn of_number(field: &str, expected: Expected, came: f64) -> Self {
        Self { field: field.into(), expected, came: Came::Number(came) }
    }

    /// What was expected and what came, as a sentence without its end.
    pub fn message(&self) -> String {
        format!("expected {}, got {}", self.expected, self.came)
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Error::Field { message: refusal.message(), field: refusal.field }
    }
}

/// # Errors
/// [`Error::Field`] of the first refusal.
pub fn first(refusals: Vec<Refusal>) -> Result<()> {
    refusals.into_iter().next().map_or(Ok(()), |refusal| Err(refusal.into()))
}
