//! What a file that a person brings in holds: a model, or a run between two steps.

use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use crate::error::Result;
use crate::model::weights;
use crate::settings::RunConfig;
use crate::training::checkpoint::{self, Position};

/// A model's file, once all of it was read and checked.
#[derive(Serialize, Tsify)]
pub struct ModelFile {
    /// The run's settings; of a model alone, those that a run of it would start with.
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
    let model = weights::read(bytes)?.config().clone();
    let file = if checkpoint::holds_run(bytes) {
        let checkpoint::Checkpoint { config, position, .. } = checkpoint::read(bytes)?;
        ModelFile { run: config, position: Some(position) }
    } else {
        ModelFile { run: RunConfig { model, ..Default::default() }, position: None }
    };
    Ok(file.into_ts()?)
}
