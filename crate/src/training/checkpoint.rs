//! A run as a file: what it takes to go on as if it had never stopped.
//!
//! It is the model's own safetensors file with more in it: beside each tensor `optimizer.first.NAME`, and by Adam
//! `optimizer.second.NAME` (what the optimiser has gathered, of the tensor's shape; a file without has been written by an older
//! version), `best.NAME` where the best weights are others, and in the metadata `run` (the settings) and `position`.

use std::collections::HashMap;

use safetensors::SafeTensors;
use serde::{Deserialize, Serialize};

use super::engines::OptimizerState;
use crate::error::{Error, Result, grouped, quoted};
use crate::model::weights::{self, Precision, Weights};
use crate::settings::RunConfig;

const MOMENTS: [&str; 2] = ["optimizer.first.", "optimizer.second."];
const BEST: &str = "best.";
const RUN: &str = "run";
const POSITION: &str = "position";
/// The order of the images is found again epoch by epoch.
const MOST_EPOCHS: usize = 100_000;

/// A run between two steps.
#[derive(Debug, Clone)]
pub struct Checkpoint {
    pub config: RunConfig,
    pub weights: Weights,
    pub optimizer: OptimizerState,
    pub position: Position,
    /// With the best ELBO on the images held out.
    pub best: Option<Weights>,
}

/// Where a run stands.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Position {
    pub steps: usize,
    /// Words drawn so far of the streams of pixels, damage and noise.
    pub drawn: [u64; 3],
    /// On the images held out.
    pub best_elbo: Option<f64>,
    pub epochs_since_best: usize,
}

/// The checkpoint as a safetensors file.
///
/// # Errors
/// [`Error::Weights`] for values that are no numbers, and when the format refuses.
pub fn write(checkpoint: &Checkpoint) -> Result<Vec<u8>> {
    let Checkpoint { config, weights, optimizer, position, best } = checkpoint;
    let stored = |tensors, prefix| weights::stored(&config.model, tensors, Precision::Full, prefix);
    let mut tensors = stored(weights.tensors(), "")?;
    if let OptimizerState::Moments(lists) = optimizer {
        for (prefix, moments) in MOMENTS.iter().zip(lists) {
            tensors.extend(stored(moments, prefix)?);
        }
    }
    if let Some(best) = best {
        tensors.extend(stored(best.tensors(), BEST)?);
    }
    let mut metadata = said(config)?;
    metadata.insert(weights::CONFIG_KEY.into(), serde_json::to_string(&config.model).map_err(refuse)?);
    metadata.insert(POSITION.into(), serde_json::to_string(position).map_err(refuse)?);
    safetensors::serialize(tensors, Some(metadata)).map_err(refuse)
}

/// A checkpoint from a safetensors file.
///
/// # Errors
/// [`Error::Weights`] naming what was expected and what came: as [`weights::read`] does, and for a model's file
/// without a run in it.
pub fn read(bytes: &[u8]) -> Result<Checkpoint> {
    let weights = weights::read(bytes)?;
    let file = SafeTensors::deserialize(bytes).map_err(refuse)?;
    let entries = metadata(bytes);
    let config = stated_run(&entries, &weights)?;
    let position: Position = stated(&entries, POSITION)?;
    let like_model = |prefix: &str| weights::tensors_in(&file, &config.model, prefix);
    let is_kept = |prefix: &&&str| file.names().into_iter().any(|name| name.starts_with(**prefix));
    let kept = MOMENTS.iter().take_while(is_kept).map(|prefix| like_model(prefix)).collect::<Result<Vec<_>>>()?;
    let optimizer = if kept.is_empty() { OptimizerState::Afresh } else { OptimizerState::Moments(kept) };
    let best = position.best_elbo.is_some().then(|| Weights::new(config.model.clone(), like_model(BEST)?));
    Ok(Checkpoint { optimizer, best: best.transpose()?, weights, position, config })
}

/// Whether a model's file holds a run too.
pub fn holds_run(bytes: &[u8]) -> bool {
    metadata(bytes).contains_key(POSITION)
}

/// The settings of a run of a file's model: those that the file states, else the defaults.
///
/// # Errors
/// [`Error::Weights`] for settings that are none, or those of another model.
pub fn settings_of(bytes: &[u8], weights: &Weights) -> Result<RunConfig> {
    let entries = metadata(bytes);
    match entries.contains_key(RUN) {
        true => stated_run(&entries, weights),
        false => Ok(RunConfig { model: weights.config().clone(), ..Default::default() }),
    }
}

/// How a run's settings are said in the file of its model.
///
/// # Errors
/// [`Error::Weights`] when they cannot be written.
pub fn said(config: &RunConfig) -> Result<HashMap<String, String>> {
    Ok(HashMap::from([(RUN.into(), serde_json::to_string(config).map_err(refuse)?)]))
}

fn stated_run(entries: &HashMap<String, String>, weights: &Weights) -> Result<RunConfig> {
    let config: RunConfig = stated(entries, RUN)?;
    config.validate().map_err(refuse)?;
    if config.model != *weights.config() {
        return Err(Error::Weights("expected a run of the model in the file, got one of another".into()));
    }
    Ok(config)
}

fn metadata(bytes: &[u8]) -> HashMap<String, String> {
    let read = SafeTensors::read_metadata(bytes).ok();
    read.and_then(|(_, metadata)| metadata.metadata().clone()).unwrap_or_default()
}

impl Position {
    /// # Errors
    /// [`Error::Weights`] for more epochs than a run has.
    pub fn check(&self, steps_per_epoch: usize) -> Result<()> {
        let most = MOST_EPOCHS * steps_per_epoch;
        if self.steps > most {
            let [most, steps] = [most, self.steps].map(grouped);
            return Err(Error::Weights(format!("expected a run of at most {most} steps, got {steps}")));
        }
        Ok(())
    }
}

fn stated<T: for<'a> Deserialize<'a>>(entries: &HashMap<String, String>, key: &str) -> Result<T> {
    let json = entries.get(key).ok_or_else(|| {
        Error::Weights(format!("expected a run's `{key}` in the metadata, got none: the file holds a model alone"))
    })?;
    serde_json::from_str(json).map_err(|error| {
        Error::Weights(format!("expected a run's `{key}`, got another ({})", quoted(&error.to_string())))
    })
}

fn refuse(error: impl std::fmt::Display) -> Error {
    Error::Weights(error.to_string())
}
