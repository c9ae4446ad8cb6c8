//! Training: one `step` after another, with figures that are read now and then.

use rand_chacha::ChaCha8Rng;

use crate::config::{RunConfig, TrainConfig};
use crate::dataset::{Batches, Digits};
use crate::device::Backend;
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::evaluate::test_terms;
use crate::seed::{Stream, generator, normals};
use crate::terms::Terms;
use crate::weights::Weights;

/// A training run.
pub struct Trainer {
    engine: Engine,
    config: RunConfig,
    batches: Batches,
    noise: ChaCha8Rng,
    steps: usize,
    unread_steps: usize,
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
        Self::with_engine(Engine::fastest(weights, backend).await?, config, digits)
    }

    /// A run on an engine of one's own choice.
    ///
    /// # Errors
    /// [`Error::Field`] for a config that is not valid.
    pub fn with_engine(engine: Engine, config: RunConfig, digits: usize) -> Result<Self> {
        config.validate()?;
        let TrainConfig { batch_size, seed, .. } = config.train;
        let batches = Batches::new(digits, batch_size, seed)?;
        let noise = generator(seed, Stream::Noise);
        Ok(Self { engine, config, batches, noise, steps: 0, unread_steps: 0 })
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
        let TrainConfig { beta, learning_rate, batch_size, .. } = self.config.train;
        let noise = normals(&mut self.noise, batch_size * self.config.model.latent_size);
        self.engine.step_on(digits, self.batches.next_batch(), noise, beta, learning_rate)?;
        self.unread_steps += 1;
        self.steps += 1;
        Ok(())
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

    /// Mean terms over the first `limit` of `digits`, as [`test_terms`].
    ///
    /// # Errors
    /// Those of [`test_terms`].
    pub async fn evaluate(&mut self, digits: &Digits, limit: usize) -> Result<Terms> {
        test_terms(&mut self.engine, self.config.model.latent_size, digits, limit).await
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
