//! The trainer's session: one run on one device, driven a few steps at a time.

use std::rc::Rc;

use js_sys::Uint8Array;
use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::dataset::Dataset;
use super::recorded_step::RecordedStep;
use crate::data::training_data::TrainingData;
use crate::device::Backend;
use crate::error::{Error, Result};
use crate::model::weights::{self, Precision, Weights};
use crate::objective::terms::Terms;
use crate::settings::{RunConfig, Tuned};
use crate::training::checkpoint;
use crate::training::{Finish, Trainer};

/// A training run. Its calls must not overlap: await each.
#[wasm_bindgen]
pub struct TrainingSession {
    trainer: Trainer,
}

/// Where a run stands.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// From 1.
    epoch: usize,
    /// Since the start.
    step: usize,
    step_in_epoch: usize,
    steps_per_epoch: usize,
    /// Images trained on since the start.
    images: usize,
    /// Means over the steps of this call.
    terms: Terms,
    /// Why there is nothing left to train, if so.
    finish: Option<Finish>,
}

/// One step, and what it was made from.
#[derive(Serialize, Tsify)]
pub struct Recorded {
    progress: Progress,
    step: RecordedStep,
}

#[wasm_bindgen]
impl TrainingSession {
    /// Starts from a fresh model, or from `weights` (safetensors bytes) with a fresh optimiser.
    ///
    /// # Errors
    /// For settings out of range, weights that do not fit, or a device that cannot be opened.
    pub async fn create(
        backend: Ts<Backend>,
        run: Ts<RunConfig>,
        train: &Dataset,
        weights: Option<Vec<u8>>,
    ) -> Result<TrainingSession> {
        let config: RunConfig = run.to_rust()?;
        let data = TrainingData::of(Rc::clone(&train.0), config.train.patience)?;
        let backend = backend.to_rust()?;
        let trainer = match weights {
            Some(bytes) => Trainer::resume(config, weights::read(&bytes)?, data, backend).await?,
            None => Trainer::new(config, data, backend).await?,
        };
        Ok(Self { trainer })
    }

    /// Goes on where the run of a checkpoint stood, as if it had never stopped; its settings are the checkpoint's.
    ///
    /// # Errors
    /// For a file that holds no run, a run that does not fit the data, or a device that cannot be opened.
    pub async fn restore(backend: Ts<Backend>, train: &Dataset, checkpoint: Vec<u8>) -> Result<TrainingSession> {
        let checkpoint = checkpoint::read(&checkpoint)?;
        let data = TrainingData::of(Rc::clone(&train.0), checkpoint.config.train.patience)?;
        Ok(Self { trainer: Trainer::restore(checkpoint, data, backend.to_rust()?).await? })
    }

    /// The run as it stands, as bytes for [`TrainingSession::restore`]; a model's safetensors file too.
    ///
    /// # Errors
    /// When the device fails, or a step has left weights that are not finite.
    pub async fn checkpoint(&mut self) -> Result<Uint8Array> {
        let checkpoint = self.trainer.checkpoint().await?;
        if !checkpoint.weights.are_finite() {
            return Err(Error::Diverged);
        }
        Ok(Uint8Array::from(checkpoint::write(&checkpoint)?.as_slice()))
    }

    /// Makes ahead what the first call of [`TrainingSession::train`] would wait for: the GPU's kernels.
    ///
    /// # Errors
    /// When the device fails.
    pub async fn prepare(&mut self) -> Result<()> {
        self.trainer.prepare().await
    }

    /// Makes `steps` steps and reads their figures once.
    ///
    /// # Errors
    /// When the device fails or training diverges.
    pub async fn train(&mut self, steps: u32) -> Result<Ts<Progress>> {
        for _ in 0..steps.max(1) {
            self.trainer.step()?;
            self.end_epoch().await?;
            if self.trainer.finish().is_some() {
                break;
            }
        }
        Ok(self.progress().await?.into_ts()?)
    }

    /// Makes one step, and tells all that it was made from. `first` is the image of the data that its batch begins with.
    ///
    /// # Errors
    /// As [`TrainingSession::train`], and as [`TrainingSession::snapshot`].
    #[wasm_bindgen(js_name = recordStep)]
    pub async fn record_step(&mut self, first: Option<usize>) -> Result<Ts<Recorded>> {
        let before = bytes(&self.trainer.weights().await?)?;
        let step = self.trainer.record_step(first)?;
        let after = bytes(&self.trainer.weights().await?)?;
        self.end_epoch().await?;
        let step = RecordedStep::new(&step, [before, after]);
        Ok(Recorded { progress: self.progress().await?, step }.into_ts()?)
    }

    /// Mean terms over the first `limit` of `data`, seeded.
    ///
    /// # Errors
    /// When the device fails or training has diverged.
    pub async fn evaluate(&mut self, data: &Dataset, limit: usize) -> Result<Ts<Terms>> {
        Ok(self.trainer.evaluate(&data.0, limit).await?.into_ts()?)
    }

    /// The model as it is now, as safetensors bytes; the best one once patience has run out.
    ///
    /// # Errors
    /// When the device fails, or a step has left weights that are not finite.
    pub async fn snapshot(&mut self) -> Result<Uint8Array> {
        let weights = match (self.trainer.finish(), self.trainer.best()) {
            (Some(Finish::Patience), Some(best)) => best.clone(),
            _ => self.trainer.weights().await?,
        };
        bytes(&weights)
    }

    /// Takes from `wanted` what applies at once, and tells what else differs and waits for a fresh start.
    ///
    /// # Errors
    /// For a value out of range; the old ones stay.
    pub fn tune(&mut self, wanted: Ts<RunConfig>) -> Result<Ts<Tuned>> {
        Ok(self.trainer.tune(&wanted.to_rust()?)?.into_ts()?)
    }
}

impl TrainingSession {
    /// Tests on the images held out, if there are any, where a step was the last of an epoch.
    async fn end_epoch(&mut self) -> Result<()> {
        if self.trainer.steps().is_multiple_of(self.trainer.steps_per_epoch()) {
            self.trainer.end_epoch().await?;
        }
        Ok(())
    }

    async fn progress(&mut self) -> Result<Progress> {
        let terms = self.trainer.read_terms().await?;
        let (step, steps_per_epoch) = (self.trainer.steps(), self.trainer.steps_per_epoch());
        Ok(Progress {
            epoch: (step - 1) / steps_per_epoch + 1,
            step,
            step_in_epoch: (step - 1) % steps_per_epoch + 1,
            steps_per_epoch,
            images: step * self.trainer.config().train.batch_size,
            terms,
            finish: self.trainer.finish(),
        })
    }
}

/// Weights as safetensors bytes, in full precision, if they are finite.
fn bytes(weights: &Weights) -> Result<Uint8Array> {
    if !weights.are_finite() {
        return Err(Error::Diverged);
    }
    Ok(Uint8Array::from(weights::write(weights, Precision::Full)?.as_slice()))
}
