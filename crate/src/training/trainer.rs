//! Training: one `step` after another, with figures that are read now and then.

use serde::Serialize;

use super::checkpoint::{Checkpoint, Position};
use super::engines::{self, Engine};
use super::recorded_step::RecordedStep;
use super::schedule::{self, Rates};
use super::test_terms::test_terms;
use crate::data::batch::BatchMaker;
use crate::data::dataset::Dataset;
use crate::data::order::Batches;
use crate::data::training_data::TrainingData;
use crate::device::Backend;
use crate::error::{Error, Result};
use crate::model::weights::Weights;
use crate::objective::terms::Terms;
use crate::settings::{RunConfig, Schedule, TrainConfig, Tuned};

/// Why a run is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum Finish {
    /// The ELBO on the samples held out has not become better for as many epochs as there was patience.
    Patience,
    /// The learning rate has reached 0.
    Schedule,
}

/// A training run.
pub struct Trainer {
    engine: Box<dyn Engine>,
    config: RunConfig,
    data: TrainingData,
    batches: Batches,
    maker: BatchMaker,
    steps: usize,
    unread_steps: usize,
    /// With its ELBO on the images held out.
    best: Option<(f64, Weights)>,
    epochs_since_best: usize,
}

impl Trainer {
    /// A fresh model on `backend`, to be trained on `data`.
    ///
    /// # Errors
    /// [`Error::Field`] for a config that is not valid, [`Error::Device`] when the backend cannot be opened.
    pub async fn new(config: RunConfig, data: TrainingData, backend: Backend) -> Result<Self> {
        let weights = Weights::fresh(&config.model, config.train.seed)?;
        Self::resume(config, weights, data, backend).await
    }

    /// Goes on with `weights` on `backend`; the optimiser's moments start afresh.
    ///
    /// # Errors
    /// [`Error::Field`] for a config that is not valid or not the model's, [`Error::Device`] when the backend
    /// cannot be opened.
    pub async fn resume(config: RunConfig, weights: Weights, data: TrainingData, backend: Backend) -> Result<Self> {
        config.goes_on_with(weights.config())?;
        config.validate()?;
        Self::with_engine(engines::open(weights, &config, backend).await?, config, data)
    }

    /// Goes on where the run of a checkpoint stood.
    ///
    /// # Errors
    /// As [`Trainer::resume`], and [`Error::Weights`] for an optimiser's state that is not the run's.
    pub async fn restore(checkpoint: Checkpoint, data: TrainingData, backend: Backend) -> Result<Self> {
        let Checkpoint { config, weights, optimizer, position, best } = checkpoint;
        let mut trainer = Self::resume(config, weights, data, backend).await?;
        position.check(trainer.steps_per_epoch())?;
        let steps = i32::try_from(position.steps).unwrap_or(i32::MAX);
        trainer.engine.restore(optimizer, steps)?;
        trainer.batches.skip(position.steps);
        trainer.maker.skip(position.drawn);
        trainer.steps = position.steps;
        trainer.best = position.best_elbo.zip(best);
        trainer.epochs_since_best = position.epochs_since_best;
        Ok(trainer)
    }

    /// The run as it stands, to be gone on with by [`Trainer::restore`].
    ///
    /// # Errors
    /// [`Error::Device`] when the device cannot be read.
    pub async fn checkpoint(&mut self) -> Result<Checkpoint> {
        let (best_elbo, best) = self.best.clone().unzip();
        Ok(Checkpoint {
            config: self.config.clone(),
            weights: self.engine.weights().await?,
            optimizer: self.engine.optimizer().await?,
            position: Position {
                steps: self.steps,
                drawn: self.maker.drawn(),
                best_elbo,
                epochs_since_best: self.epochs_since_best,
            },
            best,
        })
    }

    /// A run on an engine of one's own choice.
    ///
    /// # Errors
    /// [`Error::Field`] for a config that is not valid, [`Error::Dataset`] for data of another shape than the model's.
    pub fn with_engine(engine: Box<dyn Engine>, config: RunConfig, data: TrainingData) -> Result<Self> {
        config.validate()?;
        config.model.takes(data.train.spec())?;
        let TrainConfig { batch_size, seed, .. } = config.train;
        let batches = Batches::new(data.train.len(), batch_size, seed)?;
        let maker = BatchMaker::training(&config);
        Ok(Self { engine, config, data, batches, maker, steps: 0, unread_steps: 0, best: None, epochs_since_best: 0 })
    }

    /// Does ahead what the first step would have to wait for: a GPU's kernels are made.
    ///
    /// # Errors
    /// [`Error::Device`] when the device fails.
    pub async fn prepare(&mut self) -> Result<()> {
        self.engine.prepare(&self.data.train).await
    }

    /// One step of the optimiser on the next batch.
    ///
    /// # Errors
    /// [`Error::Argument`] for draws that do not fit the model.
    pub fn step(&mut self) -> Result<()> {
        let rates = self.rates();
        let indices = self.batches.next_batch();
        if self.maker.leaves_images() {
            self.engine.step_on(&self.data.train, indices, self.maker.noise(indices.len()), rates)?;
        } else {
            self.engine.step(&self.maker.make(&self.data.train, indices.iter().copied())?, rates)?;
        }
        self.unread_steps += 1;
        self.steps += 1;
        Ok(())
    }

    /// One step as [`Trainer::step`] makes it, and what it was made from. `first` is the image of the data that the
    /// batch begins with, in place of the one that is due there.
    ///
    /// # Errors
    /// As [`Trainer::step`], and [`Error::Argument`] for an image past the end of the data.
    pub fn record_step(&mut self, first: Option<usize>) -> Result<RecordedStep> {
        let rates = self.rates();
        let due = self.batches.next_batch().iter().copied();
        let indices = due.enumerate().map(|(place, due)| first.filter(|_| place == 0).unwrap_or(due));
        let batch = self.maker.make(&self.data.train, indices)?;
        self.engine.step(&batch, rates)?;
        self.unread_steps += 1;
        self.steps += 1;
        let TrainConfig { free_bits, estimator, .. } = self.config.train;
        Ok(RecordedStep { batch, rates, free_bits, estimator })
    }

    /// Those of the next step.
    fn rates(&self) -> Rates {
        schedule::rates(&self.config.train, self.steps, self.batches.per_epoch())
    }

    /// Mean terms over the steps since the last call: the one place that waits for the device.
    ///
    /// # Errors
    /// [`Error::Argument`] when there was no step, [`Error::Device`] when the device fails, [`Error::Diverged`]
    /// when the figures are no longer finite.
    pub async fn read_terms(&mut self) -> Result<Terms> {
        let images = std::mem::take(&mut self.unread_steps) * self.config.train.batch_size;
        if images == 0 {
            return Err(Error::Argument("expected at least one step since the last reading, got none".into()));
        }
        let [reconstruction, kl] = self.engine.take_sums().await?;
        let terms = Terms::new(reconstruction / images as f64, kl / images as f64);
        if terms.elbo.is_finite() { Ok(terms) } else { Err(Error::Diverged) }
    }

    /// Mean terms over the first `limit` of `data`, z sampled once, seeded.
    ///
    /// # Errors
    /// [`Error::Argument`] for a limit of 0, [`Error::Device`] when the device fails, [`Error::Diverged`] when the figures
    /// are no longer finite.
    pub async fn evaluate(&mut self, data: &Dataset, limit: usize) -> Result<Terms> {
        test_terms(self.engine.as_mut(), &self.config, data, limit).await
    }

    /// Tests on the images held out, if there are any, at an epoch's end, and keeps the weights if they are the best
    /// so far.
    ///
    /// # Errors
    /// As [`Trainer::evaluate`].
    pub async fn end_epoch(&mut self) -> Result<()> {
        let Some(held_out) = self.data.held_out.clone() else { return Ok(()) };
        let elbo = self.evaluate(&held_out, held_out.len()).await?.elbo;
        if self.best.as_ref().is_none_or(|(best, _)| elbo > *best) {
            self.best = Some((elbo, self.weights().await?));
            self.epochs_since_best = 0;
        } else {
            self.epochs_since_best += 1;
        }
        Ok(())
    }

    /// Why there is nothing left to train, if so.
    pub fn finish(&self) -> Option<Finish> {
        let TrainConfig { patience, schedule, .. } = self.config.train;
        if patience > 0 && self.epochs_since_best >= patience {
            return Some(Finish::Patience);
        }
        match schedule {
            Schedule::Cosine { epochs } if self.steps >= epochs * self.steps_per_epoch() => Some(Finish::Schedule),
            _ => None,
        }
    }

    /// The weights with the best ELBO at the end of an epoch, if one was tested.
    pub fn best(&self) -> Option<&Weights> {
        self.best.as_ref().map(|(_, weights)| weights)
    }

    /// Takes from `wanted` what applies at once, and tells what else differs and waits for a fresh start.
    ///
    /// # Errors
    /// [`Error::Field`] for a value out of range; the old ones stay.
    pub fn tune(&mut self, wanted: &RunConfig) -> Result<Tuned> {
        let tuned = self.config.tuned(wanted)?;
        self.config = tuned.run.clone();
        Ok(tuned)
    }

    /// The weights as they are now.
    ///
    /// # Errors
    /// [`Error::Device`] when the device cannot be read.
    pub async fn weights(&mut self) -> Result<Weights> {
        self.engine.weights().await
    }

    /// Steps since the start.
    pub fn steps(&self) -> usize {
        self.steps
    }

    /// Steps in an epoch.
    pub fn steps_per_epoch(&self) -> usize {
        self.batches.per_epoch()
    }

    /// What the run is made of, as tuned.
    pub fn config(&self) -> &RunConfig {
        &self.config
    }
}
