//! How good a model is, on one image and on many that it was not trained on.

pub mod dimension;
pub mod evaluator;
pub mod perplexity;
pub mod places;
pub mod reconstruct;
pub mod text_figures;
