//! The likeliest z from what was seen of images, by Adam, where p(z | seen) ~ p(seen | z) p(z).

use burn::module::Module;
use burn::tensor::{Device, Tensor};

use super::observation::Observation;
use crate::device::cpu;
use crate::error::{Error, Result};
use crate::model::weights::Weights;
use crate::model::{Decoded, Posterior, Vae, pixels};

/// Adam's, in its authors' words.
const MOMENTS: [f64; 2] = [0.9, 0.99];
const EPSILON: f64 = 1e-8;

/// A model whose weights stand still, on a device that differentiates by z.
#[derive(Debug)]
pub struct Inference {
    model: Vae,
    device: Device,
}

/// How z is sought.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Descent {
    pub steps: usize,
    /// At the start; it falls to 0 along half a cosine.
    pub learning_rate: f64,
}

impl Inference {
    /// # Errors
    /// [`Error::Device`] when the build has no CPU backend.
    pub fn new(weights: Weights) -> Result<Self> {
        let device = cpu()?.autodiff();
        Ok(Self { model: Vae::from_weights(weights, &device).no_grad(), device })
    }

    pub fn model(&self) -> &Vae {
        &self.model
    }

    pub fn device(&self) -> &Device {
        &self.device
    }

    /// Values row by row to `[N, width]` here.
    pub fn tensor(&self, values: Vec<f32>, width: usize) -> Tensor<2> {
        pixels::rows(values, width, &self.device)
    }

    /// q(z | images), which takes images `[N, D]` as if they were whole.
    pub fn encode(&self, images: Tensor<2>, condition: Option<Tensor<2>>) -> Posterior {
        self.model.encoder.forward(images, condition)
    }

    pub fn decode(&self, z: Tensor<2>, condition: Option<Tensor<2>>) -> Decoded {
        self.model.decoder.forward(z, condition)
    }

    /// An autoencoder has none.
    ///
    /// # Errors
    /// [`Error::Argument`] for a model without a prior of z, from which nothing can be drawn.
    pub fn check_posterior(&self) -> Result<()> {
        if self.model.config().deterministic {
            let message = "expected a model with a posterior to draw samples from, got an autoencoder; choose a VAE";
            return Err(Error::Argument(message.into()));
        }
        Ok(())
    }

    /// -log p(seen | z) - log p(z) but for a constant, in nats per image, `[N]`; without the prior for an autoencoder.
    pub fn energy(&self, z: Tensor<2>, seen: &Observation, condition: Option<Tensor<2>>) -> Tensor<1> {
        self.tempered(z, seen, condition, 1.0)
    }

    /// The same with the likelihood to the power of `weight`.
    pub(super) fn tempered(
        &self,
        z: Tensor<2>,
        seen: &Observation,
        condition: Option<Tensor<2>>,
        weight: f64,
    ) -> Tensor<1> {
        let likelihood = seen.log_likelihood(self.decode(z.clone(), condition)).mul_scalar(-weight);
        if self.model.config().deterministic {
            return likelihood;
        }
        likelihood + z.square().sum_dim(1).squeeze_dim::<1>(1).mul_scalar(0.5)
    }

    /// From z `[N, Z]` down to where the energy is least, by Adam (Kingma and Ba 2015).
    ///
    /// # Errors
    /// [`Error::Device`] when the device cannot differentiate.
    pub fn descend(
        &self,
        start: Tensor<2>,
        seen: &Observation,
        condition: Option<&Tensor<2>>,
        Descent { steps, learning_rate }: Descent,
    ) -> Result<Tensor<2>> {
        let mut z = start.inner();
        let (mut first, mut second) = (z.zeros_like(), z.zeros_like());
        for step in 0..steps {
            let at = Tensor::from_inner(z.clone()).require_grad();
            let energy = self.energy(at.clone(), seen, condition.cloned()).sum();
            let slope = at.grad(&energy.backward()).ok_or_else(no_slope)?;
            let [near, far] = MOMENTS;
            first = first.mul_scalar(near) + slope.clone().mul_scalar(1.0 - near);
            second = second.mul_scalar(far) + slope.square().mul_scalar(1.0 - far);
            let count = step as i32 + 1;
            let falling = (1.0 + (std::f64::consts::PI * step as f64 / steps as f64).cos()) / 2.0;
            let rate = falling * learning_rate / (1.0 - near.powi(count));
            let size = second.clone().mul_scalar(1.0 / (1.0 - far.powi(count))).sqrt() + EPSILON;
            z = z - first.clone().mul_scalar(rate) / size;
        }
        Ok(Tensor::from_inner(z))
    }
}

pub(super) fn no_slope() -> Error {
    Error::Device("expected a gradient by z, got none".into())
}
