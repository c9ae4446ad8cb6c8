//! Training: one `step` after another, with figures that are read now and then.

use serde::Serialize;

use crate::data::batch::{Batch, BatchMaker};
use crate::data::dataset::{Batches, Digits};
use crate::device::Backend;
use crate::error::{Error, Result};
use crate::model::weights::Weights;
use crate::objective::terms::Terms;
use crate::settings::{RunConfig, Schedule, TrainConfig};
use crate::training::engines::Engine;
use crate::training::schedule;
use crate::training::test_terms::test_terms;

/// Why a run is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum Finish {
    /// The ELBO on the digits held out has not become better for as many epochs as there was patience.
    Patience,
    /// The learning rate has reached 0.
    Schedule,
}

/// What one step was made from.
#[derive(Debug, Clone, PartialEq)]
pub struct Stride {
    pub batch: Batch,
    pub beta: f64,
    pub learning_rate: f64,
    pub free_bits: f64,
}

/// A training run.
pub struct Trainer {
    engine: Engine,
    config: RunConfig,
    batches: Batches,
    maker: BatchMaker,
    steps: usize,
    unread_steps: usize,
    /// With its ELBO on the digits held out.
    best: Option<(f64, Weights)>,
    epochs_since_best: usize,
}

impl Trainer {
    /// A fresh model on `backend`, to be trained on `digits` digits.
    ///
    /// # Errors
    /// [`Error::Field`] for a config that is not valid, [`Error::Device`] when the backend cannot be opened.
    pub async fn new(config: RunConfig, digits: usize, backend: Backend) -> Result<Self> {
        let weights = Weights::fresh(&config.model, config.train.seed)?;
        Self::resume(config, weights, digits, backend).await
    }

    /// Goes on with `weights` on `backend`; the optimiser's moments start afresh.
    ///
    /// # Errors
    /// [`Error::Field`] for a config that is not valid or not the model's, [`Error::Device`] when the backend
    /// cannot be opened.
    pub async fn resume(config: RunConfig, weights: Weights, digits: usize, backend: Backend) -> Result<Self> {
        if weights.config != config.model {
            let message = format!("expected {:?}, but the weights are of {:?}", config.model, weights.config);
            return Err(Error::Field { field: "model".into(), message });
        }
        config.validate()?;
        Self::with_engine(Engine::fastest(weights, &config, backend).await?, config, digits)
    }

    /// A run on an engine of one's own choice.
    ///
    /// # Errors
    /// [`Error::Field`] for a config that is not valid.
    pub fn with_engine(engine: Engine, config: RunConfig, digits: usize) -> Result<Self> {
        config.validate()?;
        let TrainConfig { batch_size, seed, .. } = config.train;
        let batches = Batches::new(digits, batch_size, seed)?;
        let maker = BatchMaker::training(&config);
        Ok(Self { engine, config, batches, maker, steps: 0, unread_steps: 0, best: None, epochs_since_best: 0 })
    }

    /// Does ahead what the first step on `digits` would have to wait for: a GPU's kernels are made.
    ///
    /// # Errors
    /// [`Error::Device`] when the device fails.
    pub async fn prepare(&mut self, digits: &Digits) -> Result<()> {
        self.engine.prepare(digits).await
    }

    /// One step of the optimiser on the next batch of `digits`.
    ///
    /// # Errors
    /// [`Error::Argument`] when `digits` are fewer than at the start.
    pub fn step(&mut self, digits: &Digits) -> Result<()> {
        let [beta, learning_rate] = self.rates();
        let indices = self.batches.next_batch();
        if self.maker.leaves_images() {
            self.engine.step_on(digits, indices, self.maker.noise(indices.len()), beta, learning_rate)?;
        } else {
            self.engine.step(&self.maker.make(digits, indices.iter().copied())?, beta, learning_rate)?;
        }
        self.unread_steps += 1;
        self.steps += 1;
        Ok(())
    }

    /// One step as [`Trainer::step`] makes it, and what it was made from.
    ///
    /// # Errors
    /// As [`Trainer::step`].
    pub fn stride(&mut self, digits: &Digits) -> Result<Stride> {
        let [beta, learning_rate] = self.rates();
        let batch = self.maker.make(digits, self.batches.next_batch().iter().copied())?;
        self.engine.step(&batch, beta, learning_rate)?;
        self.unread_steps += 1;
        self.steps += 1;
        Ok(Stride { batch, beta, learning_rate, free_bits: self.config.train.free_bits })
    }

    /// Beta and the learning rate of the next step.
    fn rates(&self) -> [f64; 2] {
        let (train, per_epoch) = (&self.config.train, self.batches.per_epoch());
        [schedule::beta(train, self.steps, per_epoch), schedule::learning_rate(train, self.steps, per_epoch)]
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

    /// Mean terms over the first `limit` of `digits`, z sampled once, seeded.
    ///
    /// # Errors
    /// [`Error::Argument`] for a limit of 0, [`Error::Device`] when the device fails.
    pub async fn evaluate(&mut self, digits: &Digits, limit: usize) -> Result<Terms> {
        test_terms(&mut self.engine, &self.config, digits, limit).await
    }

    /// Tests on digits held out, at an epoch's end, and keeps the weights if they are the best so far.
    ///
    /// # Errors
    /// As [`Trainer::evaluate`], and [`Error::Diverged`] when the ELBO is no longer finite.
    pub async fn end_epoch(&mut self, held_out: &Digits) -> Result<()> {
        let elbo = self.evaluate(held_out, held_out.len()).await?.elbo;
        if !elbo.is_finite() {
            return Err(Error::Diverged);
        }
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

    /// Changes what needs no fresh start.
    ///
    /// # Errors
    /// [`Error::Field`] for a value out of range; the old ones are kept.
    pub fn tune(&mut self, beta: f64, learning_rate: f64) -> Result<()> {
        let train = TrainConfig { beta, learning_rate, ..self.config.train.clone() };
        train.validate()?;
        self.config.train = train;
        Ok(())
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
