//! The boundary to JavaScript: sessions over the core, and the payloads that cross.
//!
//! Arguments and results are checked on both sides: by serde here, by the generated `.d.ts` there.
//! Every error becomes a thrown `Error` with the core's sentence, named by its kind.

mod fault;
#[cfg(feature = "import")]
mod import;
#[cfg(feature = "import")]
mod lines;
#[cfg(feature = "import")]
mod made;
#[cfg(feature = "import")]
mod tastes;
#[cfg(feature = "import")]
mod words;

/// What answers for a model.
#[cfg(feature = "explore")]
mod answers;
#[cfg(feature = "explore")]
mod breakdown;
#[cfg(any(feature = "explore", feature = "uses"))]
mod codes;
#[cfg(feature = "explore")]
mod evaluation;
#[cfg(feature = "explore")]
mod explorer;
#[cfg(feature = "explore")]
mod regions;
#[cfg(feature = "explore")]
mod texts;
#[cfg(feature = "uses")]
mod uses;

/// A module that only brings data in goes without.
#[cfg(any(feature = "page", feature = "uses"))]
mod dataset;
#[cfg(feature = "page")]
mod model_file;
#[cfg(feature = "page")]
mod path;
#[cfg(feature = "page")]
mod recorded_step;
#[cfg(feature = "page")]
mod settings;
#[cfg(feature = "page")]
mod training;

use wasm_bindgen::prelude::*;

#[cfg(feature = "threads")]
pub use wasm_bindgen_rayon::init_thread_pool;

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}
