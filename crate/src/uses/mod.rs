//! What a trained model is good for: a use is a module, with its measure over a whole test set and plain methods beside it.

pub mod anomaly;
pub mod attempt;
pub mod blemish;
pub mod by_model;
pub mod coder;
pub mod compress;
pub mod denoise;
pub mod descent;
pub mod enlarge;
pub mod generate;
pub mod inference;
pub mod live;
pub mod measures;
pub mod observation;
pub mod part;
pub mod plain;
pub mod pseudo_gibbs;
pub mod recommend;
pub mod reduce;
pub mod repair;
pub mod report;
pub mod restoration;
pub mod sampling;
pub mod sort;
pub mod survey;
pub mod tally;
pub mod words;

use serde::{Deserialize, Serialize};

/// The uses, by the names that the command line and the page have for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
#[serde(rename_all = "camelCase")]
pub enum Use {
    /// Noise taken out of an image.
    Denoise,
    /// What was erased of an image, inferred from the rest.
    Repair,
    /// A small image made large.
    Enlarge,
    /// Images to few bytes and back.
    Compress,
    /// What is unlike the training data, told from it.
    Anomaly,
    /// Classes and groups from codes.
    Sort,
    /// Images that were never there.
    Generate,
    /// Few numbers for many pixels.
    Reduce,
    /// What somebody would like too.
    Recommend,
}
