//! Variational autoencoders on MNIST: a plain core in rooms, and a thin web boundary over it.
//!
//! The core knows no JavaScript, clock, file or thread. Knowledge runs one way:
//! `settings` <- `data`, `model` <- `objective` <- `training`, `evaluation`, `uses` <- `web`, and `model` <- `latent` <- `uses`,
//! `web`.
//! Nothing knows `web`.
//!
//! # Quick start
//!
//! A fresh model, and what it makes of one image; [`model::weights::read`] opens a trained one from a safetensors file, and
//! [`training::Trainer`] trains one.
//!
//! ```
//! use latent_explorer::evaluation::reconstruct::reconstruct;
//! use latent_explorer::model::network::Network;
//! use latent_explorer::model::weights::Weights;
//! use latent_explorer::settings::ModelConfig;
//!
//! let model = Network::new(Weights::fresh(&ModelConfig::default(), 1)?);
//! let image = vec![0; model.config().data.size()];
//! let made = reconstruct(&model, &image, &image, 0)?;
//! assert_eq!(made.pixels.len(), image.len());
//! assert!((made.terms.elbo + made.terms.reconstruction + made.terms.kl).abs() < 1e-6);
//! # Ok::<(), latent_explorer::error::Error>(())
//! ```
//!
//! Functions that may wait for a device are `async`, as a browser needs them; natively any executor runs them.
//!
//! # Shapes
//!
//! `x` is a batch `[N, 784]` in `[0, 1]`, `mu` and `log_var` are `[N, Z]`, `z` is `[N, Z]`.
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
pub mod uses;

#[cfg(target_arch = "wasm32")]
pub mod web;
