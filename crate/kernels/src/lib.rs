//! What a training step on the CPU waits for, over plain slices: products, element-wise passes, Adam, dense layers.
//!
//! A package of its own, so that it is built for speed and what stands on it for size (Cargo.toml of the workspace).

pub mod adam;
pub mod elementwise;
pub mod layer;
pub mod matmul;
pub mod parallel;
pub mod sparse;
#[cfg(any(target_arch = "wasm32", test))]
mod strips;
