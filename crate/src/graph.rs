//! The training step by Burn's autodiff and optimiser: any device, any model; figures stay on the device.

use burn::module::Module;
use burn::optim::{AdamConfig, GradientsParams, ModuleOptimizer};
use burn::tensor::{Device, Tensor};

use crate::error::Result;
use crate::model::Vae;
use crate::objective::elbo;
use crate::pixels;
use crate::weights::Weights;

/// A model in training on a device.
pub struct Graph {
    model: Vae,
    optimizer: ModuleOptimizer,
    /// With gradients.
    device: Device,
    latent: usize,
    /// Sums of both terms over the images since the last reading, `[2]`.
    sums: Option<Tensor<1>>,
}

impl Graph {
    /// Goes on with `model`, which lives on `device`; Adam as in Kingma and Ba 2015, with the paper's epsilon
    /// (Burn's own default is 1e-5).
    pub fn new(model: Vae, device: &Device) -> Self {
        let latent = model.config().latent_size;
        let optimizer = AdamConfig::new().with_epsilon(1e-8).init();
        Self { model: model.train(), optimizer, device: device.clone().autodiff(), latent, sums: None }
    }

    /// One step on grey bytes `[N, 784]` with noise `[N, Z]`.
    ///
    /// # Errors
    /// [`crate::error::Error::Argument`] for bytes that are not whole images.
    pub fn step(&mut self, images: &[u8], noise: Vec<f32>, beta: f64, learning_rate: f64) -> Result<()> {
        let x = pixels::to_tensor(images, &self.device)?;
        let terms = elbo(&self.model, x, pixels::rows(noise, self.latent, &self.device));
        let gradients = GradientsParams::from_grads(terms.loss(beta).backward(), &self.model);
        self.model = self.optimizer.step(learning_rate, self.model.clone(), gradients);
        let sums = terms.sums().inner();
        self.sums = Some(match self.sums.take() {
            Some(before) => before + sums,
            None => sums,
        });
        Ok(())
    }

    /// Sums of both terms since the last call, in nats; waits for the device.
    ///
    /// # Errors
    /// [`crate::error::Error::Device`] when the device fails.
    pub async fn take_sums(&mut self) -> Result<[f64; 2]> {
        let Some(sums) = self.sums.take() else { return Ok([0.0; 2]) };
        let sums = pixels::to_vec(sums).await?;
        Ok([sums[0].into(), sums[1].into()])
    }

    /// Sums of both terms over a batch, in nats; nothing is learnt.
    ///
    /// # Errors
    /// As [`Graph::step`], and [`crate::error::Error::Device`] when the device fails.
    pub async fn evaluate(&self, images: &[u8], noise: Vec<f32>) -> Result<[f64; 2]> {
        let device = self.device.clone().inner();
        let (x, noise) = (pixels::to_tensor(images, &device)?, pixels::rows(noise, self.latent, &device));
        let sums = pixels::to_vec(elbo(&self.model.valid(), x, noise).sums()).await?;
        Ok([sums[0].into(), sums[1].into()])
    }

    /// The weights as they are now.
    ///
    /// # Errors
    /// [`crate::error::Error::Device`] when the device cannot be read.
    pub async fn weights(&self) -> Result<Weights> {
        self.model.valid().weights().await
    }
}
