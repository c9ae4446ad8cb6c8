//! Variational autoencoders on MNIST: a plain core, and a thin web boundary over it.
//!
//! The core knows no JavaScript, clock, file or thread. Knowledge runs one way:
//! `config` <- `model` <- `objective` <- `train` <- `web`, with `dataset` feeding `train`
//! and `latent` drawing what `model` decodes.
//!
//! Shapes: `x` is a batch `[N, 784]` in `[0, 1]`, `mu` and `log_var` are `[N, Z]`, `z` is `[N, Z]`.
//! Losses are nats per image, summed over pixels, unless a name says otherwise.

mod adam;
pub mod attributes;
pub mod batch;
#[cfg(feature = "graph")]
pub mod codes;
pub mod config;
pub mod corrupt;
pub mod dataset;
pub mod dense;
pub mod device;
pub mod dimension;
pub mod directions;
pub mod engine;
pub mod error;
#[cfg(feature = "graph")]
pub mod evaluate;
#[cfg(feature = "webgpu")]
pub mod gpu;
#[cfg(feature = "graph")]
pub mod graph;
pub mod halve;
pub mod idx;
pub mod latent;
pub mod layers;
#[cfg(feature = "graph")]
pub mod likelihood;
#[cfg(feature = "graph")]
pub mod model;
#[cfg(feature = "graph")]
pub mod objective;
pub mod path;
#[cfg(feature = "graph")]
pub mod pixels;
pub mod posterior;
pub mod prepare;
pub mod principal;
#[cfg(feature = "graph")]
pub mod reconstruct;
pub mod schedule;
pub mod seed;
pub mod terms;
mod test_terms;
pub mod train;
#[cfg(feature = "graph")]
pub mod walk;
pub mod weights;

#[cfg(target_arch = "wasm32")]
pub mod web;
