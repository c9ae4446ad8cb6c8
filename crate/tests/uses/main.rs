//! What a model is good for: measures, plain methods and the uses themselves.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr)] // how a test fails, and says what it leaves out

#[cfg(all(feature = "graph", not(target_arch = "wasm32")))]
mod anomaly;
#[cfg(not(target_arch = "wasm32"))]
mod compress;
#[cfg(all(feature = "graph", not(target_arch = "wasm32")))]
mod generate;
#[cfg(all(feature = "graph", not(target_arch = "wasm32")))]
mod inferring;
mod judging;
#[cfg(all(feature = "graph", not(target_arch = "wasm32")))]
mod live;
#[cfg(not(target_arch = "wasm32"))]
mod made;
#[cfg(all(feature = "graph", not(target_arch = "wasm32")))]
mod needs;
#[cfg(all(feature = "graph", not(target_arch = "wasm32")))]
mod pace;
#[cfg(not(target_arch = "wasm32"))]
mod recommend;
#[cfg(all(feature = "graph", not(target_arch = "wasm32")))]
mod reduce;
#[cfg(all(feature = "graph", not(target_arch = "wasm32")))]
mod restoring;
mod restoring_plainly;
#[cfg(not(target_arch = "wasm32"))]
mod semi;
#[cfg(all(feature = "graph", not(target_arch = "wasm32")))]
mod sort;
#[cfg(all(feature = "import", not(target_arch = "wasm32")))]
mod words;
