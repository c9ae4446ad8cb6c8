//! The boundary to JavaScript: sessions over the core, and the payloads that cross.
//!
//! Arguments and results are checked on both sides: by serde here, by the generated `.d.ts` there.
//! Every error becomes a thrown `Error` with the core's sentence, named by its kind.

mod fault;
#[cfg(feature = "import")]
mod import;
#[cfg(feature = "import")]
mod shapes;

/// What needs a CPU backend.
#[cfg(any(feature = "flex", feature = "ndarray"))]
mod answers;
#[cfg(any(feature = "flex", feature = "ndarray"))]
mod breakdown;
#[cfg(any(feature = "flex", feature = "ndarray"))]
mod evaluation;
#[cfg(any(feature = "flex", feature = "ndarray"))]
mod explorer;

/// What needs any backend: a module that only brings data in goes without.
#[cfg(any(feature = "flex", feature = "ndarray", feature = "webgpu"))]
mod dataset;
#[cfg(any(feature = "flex", feature = "ndarray", feature = "webgpu"))]
mod model_file;
#[cfg(any(feature = "flex", feature = "ndarray", feature = "webgpu"))]
mod path;
#[cfg(any(feature = "flex", feature = "ndarray", feature = "webgpu"))]
mod recorded_step;
#[cfg(any(feature = "flex", feature = "ndarray", feature = "webgpu"))]
mod settings;
#[cfg(any(feature = "flex", feature = "ndarray", feature = "webgpu"))]
mod training;

use wasm_bindgen::prelude::*;

#[cfg(feature = "threads")]
pub use wasm_bindgen_rayon::init_thread_pool;

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}
