//! The boundary to JavaScript: sessions over the core, and the payloads that cross.
//!
//! Arguments and results are checked on both sides: by serde here, by the generated `.d.ts` there.
//! Every error becomes a thrown `Error` with the core's sentence, named by its kind.

#[cfg(any(feature = "flex", feature = "ndarray"))]
mod answers;
#[cfg(any(feature = "flex", feature = "ndarray"))]
mod breakdown;
mod dataset;
#[cfg(any(feature = "flex", feature = "ndarray"))]
mod evaluation;
#[cfg(any(feature = "flex", feature = "ndarray"))]
mod explorer;
mod fault;
mod model_file;
mod path;
mod recorded_step;
mod settings;
mod training;

use wasm_bindgen::prelude::*;

#[cfg(feature = "threads")]
pub use wasm_bindgen_rayon::init_thread_pool;

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}
