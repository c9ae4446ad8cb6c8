//! Files that a person brings in or takes out: a model, or a run between two steps.

use js_sys::Uint8Array;
use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use crate::error::{Error, Result};
use crate::model::weights::{self, Precision, Weights};
use crate::settings::RunConfig;
use crate::training::checkpoint::{self, Position};

/// A model's file, once all of it was read and checked.
#[derive(Serialize, Tsify)]
pub struct ModelFile {
    /// The run's settings; of a model alone, those that it was trained with or that a run of it would start with.
    run: RunConfig,
    /// Where the run stands, if the file holds one.
    position: Option<Position>,
}

/// Reads and checks a safetensors file of a model or a run.
///
/// # Errors
/// For bytes that are neither; says what was expected and what came.
#[wasm_bindgen(js_name = readModelFile)]
pub fn read_model_file(bytes: &[u8]) -> Result<Ts<ModelFile>> {
    let weights = weights::read(bytes)?;
    let file = if checkpoint::holds_run(bytes) {
        let checkpoint::Checkpoint { config, position, .. } = checkpoint::read(bytes)?;
        ModelFile { run: config, position: Some(position) }
    } else {
        ModelFile { run: checkpoint::settings_of(bytes, &weights)?, position: None }
    };
    Ok(file.into_ts()?)
}

/// The file of the model that a run begins with.
///
/// # Errors
/// For settings out of range.
#[wasm_bindgen(js_name = untrainedModel)]
pub fn untrained_model(run: Ts<RunConfig>) -> Result<Uint8Array> {
    let RunConfig { model, train } = run.to_rust()?;
    let weights = Weights::fresh(&model, train.seed)?;
    Ok(Uint8Array::from(weights::write(&weights, Precision::Full)?.as_slice()))
}

/// A model's file anew, in float16 or float32; `about` is what else is known of it, as JSON of texts by their names.
///
/// # Errors
/// For bytes that are no model's, and a value too large for float16.
#[wasm_bindgen(js_name = writeModelFile)]
pub fn write_model_file(bytes: &[u8], half: bool, about: &str) -> Result<Uint8Array> {
    let about = serde_json::from_str(about).map_err(|error| Error::Argument(error.to_string()))?;
    let precision = if half { Precision::Half } else { Precision::Full };
    Ok(Uint8Array::from(weights::write_with(&weights::read(bytes)?, precision, about)?.as_slice()))
}
