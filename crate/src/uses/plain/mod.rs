//! Plain methods, which a model's uses are measured against, and by which its codes are judged.

pub mod archives;
pub mod bicubic;
pub mod classifier;
pub mod components;
pub mod gaussian;
pub mod groups;
pub mod median;
pub mod mixture;
pub mod most_right;
pub mod n_gram;
pub mod neighbours;
pub mod non_local_means;
pub mod points;
pub mod queue;
pub mod solve;

pub use crate::latent::pca;
