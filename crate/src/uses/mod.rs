//! What a trained model is good for: a use is a module, with its measure over a whole test set and plain methods beside it.

#[cfg(feature = "graph")]
pub mod anomaly;
#[cfg(feature = "graph")]
pub mod attempt;
#[cfg(feature = "graph")]
pub mod blemish;
#[cfg(feature = "graph")]
pub mod by_model;
#[cfg(feature = "graph")]
pub mod coder;
pub mod compress;
#[cfg(feature = "graph")]
pub mod denoise;
#[cfg(feature = "graph")]
pub mod descent;
#[cfg(feature = "graph")]
pub mod enlarge;
#[cfg(feature = "graph")]
pub mod generate;
#[cfg(feature = "graph")]
pub mod inference;
#[cfg(feature = "graph")]
pub mod live;
pub mod measures;
#[cfg(feature = "graph")]
pub mod observation;
pub mod part;
pub mod plain;
#[cfg(feature = "graph")]
pub mod pseudo_gibbs;
#[cfg(feature = "graph")]
pub mod reduce;
#[cfg(feature = "graph")]
pub mod repair;
pub mod report;
#[cfg(feature = "graph")]
pub mod restoration;
#[cfg(feature = "graph")]
pub mod sampling;
#[cfg(feature = "graph")]
pub mod sort;
pub mod survey;
pub mod tally;

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
}
