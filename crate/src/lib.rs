//! Variational autoencoders on MNIST: a plain core in rooms, and a thin web boundary over it.
//!
//! The core knows no JavaScript, clock, file or thread. Knowledge runs one way:
//! `settings` <- `data`, `model` <- `objective` <- `training`, `evaluation` <- `web`, and `model` <- `latent` <- `web`.
//! Nothing knows `web`.
//!
//! Shapes: `x` is a batch `[N, 784]` in `[0, 1]`, `mu` and `log_var` are `[N, Z]`, `z` is `[N, Z]`.
//! Losses are nats per image, summed over pixels, unless a name says otherwise.

// What all rooms stand on.
pub mod device;
pub mod error;
pub mod seed;

// The rooms, each knowing those above it at most.
pub mod settings;

pub mod data;
pub mod model;

pub mod objective;

pub mod evaluation;
pub mod latent;
pub mod training;

#[cfg(target_arch = "wasm32")]
pub mod web;
