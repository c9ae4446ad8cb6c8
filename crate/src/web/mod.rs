//! The boundary to JavaScript: sessions over the core, and the payloads that cross.
//!
//! Arguments and results are checked on both sides: by serde here, by the generated `.d.ts` there.
//! Every error becomes a thrown `Error` with the core's sentence, named by its kind.

#[cfg(any(feature = "flex", feature = "ndarray"))]
mod answers;
mod digits;
#[cfg(any(feature = "flex", feature = "ndarray"))]
mod evaluation;
#[cfg(any(feature = "flex", feature = "ndarray"))]
mod explorer;
mod fault;
mod path;
mod stride;
mod training;
#[cfg(any(feature = "flex", feature = "ndarray"))]
mod walk;

use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

#[cfg(feature = "threads")]
pub use wasm_bindgen_rayon::init_thread_pool;

use crate::error::Result;
use crate::settings::{FieldError, RunConfig};

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// The settings that the page starts with.
///
/// # Errors
/// When the value cannot be made into JavaScript's.
#[wasm_bindgen(js_name = defaultRun)]
pub fn default_run() -> Result<Ts<RunConfig>> {
    Ok(RunConfig::default().into_ts()?)
}

/// Everything that is wrong with the settings; empty when valid.
///
/// # Errors
/// When `run` is not of the declared shape.
#[wasm_bindgen(js_name = checkRun)]
pub fn check_run(run: Ts<RunConfig>) -> Result<Vec<Ts<FieldError>>> {
    let errors = run.to_rust()?.check();
    errors.iter().map(|error| Ok(error.into_ts()?)).collect()
}

/// Whether the WebGPU build trains such a model; the CPU builds train all.
///
/// # Errors
/// When `run` is not of the declared shape.
#[wasm_bindgen(js_name = trainsOnGpu)]
pub fn trains_on_gpu(run: Ts<RunConfig>) -> Result<bool> {
    Ok(run.to_rust()?.trains_on_gpu())
}
