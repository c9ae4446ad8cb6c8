//! How good a model is, on one image and on many that it was not trained on.

pub mod dimension;
#[cfg(feature = "graph")]
pub mod evaluator;
#[cfg(feature = "graph")]
pub mod places;
#[cfg(feature = "graph")]
pub mod reconstruct;
