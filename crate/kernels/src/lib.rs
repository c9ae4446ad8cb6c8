//! What a training step on the CPU waits for, over plain slices: products, layers with their backward passes, likelihoods and a prior with
//! their gradients, optimisers.
//!
//! A package of its own, so that it is built for speed and what stands on it for size (Cargo.toml of the workspace). A batch is
//! split over the threads by its images (`parallel::each`), so that all but the optimiser works on one thread.

pub mod exponential;
#[cfg(any(target_arch = "wasm32", test))]
mod lanes;
pub mod layers;
pub mod likelihood;
pub mod matmul;
pub mod mixture;
pub mod optimizer;
pub mod parallel;
pub mod sparse;
#[cfg(any(target_arch = "wasm32", test))]
mod strips;
pub mod triangle;
