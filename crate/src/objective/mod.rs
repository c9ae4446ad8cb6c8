//! What training makes smaller, and what a run reports of it.

#[cfg(feature = "graph")]
mod doubly;
#[cfg(feature = "graph")]
mod elbo;
pub mod image;
#[cfg(feature = "graph")]
mod kl;
#[cfg(feature = "graph")]
pub mod likelihood;
pub mod lower;
pub mod posterior;
pub mod samples;
pub mod terms;
pub mod texts;

#[cfg(feature = "graph")]
pub use doubly::{Objective, cost};
#[cfg(feature = "graph")]
pub use elbo::{Elbo, Images, elbo, log_mean_exp, to_device};
#[cfg(feature = "graph")]
pub use kl::{closed_kl, kl, log_prior_over_posterior};
