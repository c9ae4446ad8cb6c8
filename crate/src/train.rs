//! Training: one `step` after another, with figures that stay on the device until they are read.

use burn::optim::{AdamConfig, GradientsParams, ModuleOptimizer};
use burn::tensor::{Device, Tensor};
use rand_chacha::ChaCha8Rng;

use crate::config::RunConfig;
use crate::dataset::{Batches, Digits};
use crate::error::{Error, Result};
use crate::model::Vae;
use crate::objective::{Terms, elbo};
use crate::pixels;
use crate::seed::{Stream, generator, normals};

/// A model in training.
pub struct Trainer {
    model: Vae,
    optimizer: ModuleOptimizer,
    config: RunConfig,
    device: Device,
    batches: Batches,
    noise: ChaCha8Rng,
    steps: usize,
    sums: Option<Tensor<1>>,
    unread_steps: usize,
}

/// Adam as in Kingma and Ba 2015, with the paper's epsilon (Burn's own default is 1e-5).
fn adam() -> ModuleOptimizer {
    AdamConfig::new().with_epsilon(1e-8).init()
}

impl Trainer {
    /// A fresh model on `device`, to be trained on `digits` digits.
    ///
    /// # Errors
    /// [`Error::Field`] for a config that is not valid.
    pub fn new(config: RunConfig, digits: usize, device: &Device) -> Result<Self> {
        config.validate()?;
        let device = device.clone().autodiff();
        let model = Vae::new(&config.model, config.train.seed, &device)?;
        Self::resume(config, model, digits, &device)
    }

    /// Goes on with `model`; the optimiser's moments start afresh.
    ///
    /// # Errors
    /// [`Error::Field`] for a config that is not valid or not the model's.
    pub fn resume(config: RunConfig, model: Vae, digits: usize, device: &Device) -> Result<Self> {
        config.validate()?;
        if model.config() != config.model {
            let message = format!("expected {:?}, but the weights are of {:?}", config.model, model.config());
            return Err(Error::Field { field: "model".into(), message });
        }
        let (size, seed) = (config.train.batch_size, config.train.seed);
        Ok(Self {
            model,
            optimizer: adam(),
            device: device.clone().autodiff(),
            batches: Batches::new(digits, size, seed)?,
            noise: generator(seed, Stream::Noise),
            config,
            steps: 0,
            sums: None,
            unread_steps: 0,
        })
    }

    /// One step of the optimiser on the next batch of `digits`.
    ///
    /// # Errors
    /// [`Error::Argument`] when `digits` are fewer than at the start.
    pub fn step(&mut self, digits: &Digits) -> Result<()> {
        if digits.len() < self.batches.per_epoch() * self.config.train.batch_size {
            return Err(Error::Argument("expected the data set that the run began with, got a smaller one".into()));
        }
        let x = pixels::to_tensor(&self.batches.next(digits), &self.device)?;
        let latent = self.config.model.latent_size;
        let noise = normals(&mut self.noise, self.config.train.batch_size * latent);
        self.update(x, pixels::rows(noise, latent, &self.device));
        Ok(())
    }

    /// One step on x `[N, 784]` with noise `[N, Z]`, both on the trainer's device.
    pub fn update(&mut self, x: Tensor<2>, noise: Tensor<2>) {
        let terms = elbo(&self.model, x, noise);
        let gradients = terms.loss(self.config.train.beta).backward();
        let gradients = GradientsParams::from_grads(gradients, &self.model);
        self.model = self.optimizer.step(self.config.train.learning_rate, self.model.clone(), gradients);
        let sums = terms.sums().inner();
        self.sums = Some(match self.sums.take() {
            Some(before) => before + sums,
            None => sums,
        });
        self.unread_steps += 1;
        self.steps += 1;
    }

    /// Mean terms over the steps since the last call: the one place that waits for the device.
    ///
    /// # Errors
    /// [`Error::Argument`] when there was no step, [`Error::Device`] when the device fails or the
    /// figures are no longer finite.
    pub async fn read_terms(&mut self) -> Result<Terms> {
        let Some(sums) = self.sums.take() else {
            return Err(Error::Argument("expected at least one step since the last reading, got none".into()));
        };
        let images = (std::mem::take(&mut self.unread_steps) * self.config.train.batch_size) as f64;
        let sums = pixels::to_vec(sums).await?;
        let terms = Terms::new(f64::from(sums[0]) / images, f64::from(sums[1]) / images);
        if terms.elbo.is_finite() {
            Ok(terms)
        } else {
            Err(Error::Device("training diverged: the loss is no longer a number; try a smaller learning rate".into()))
        }
    }

    /// Changes what needs no fresh start.
    ///
    /// # Errors
    /// [`Error::Field`] for a value out of range; the old ones are kept.
    pub fn tune(&mut self, beta: f64, learning_rate: f64) -> Result<()> {
        let train = crate::config::TrainConfig { beta, learning_rate, ..self.config.train.clone() };
        train.validate()?;
        self.config.train = train;
        Ok(())
    }

    /// The model as it is now, without gradients.
    pub fn model(&self) -> Vae {
        use burn::module::Module;
        self.model.valid()
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

    /// Where its tensors live, with gradients.
    pub fn device(&self) -> &Device {
        &self.device
    }
}
