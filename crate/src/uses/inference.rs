//! What z is from what was seen of images: p(z | seen) ~ p(seen | z) p(z), whose energy has a slope by z.

use burn::module::Module;
use burn::tensor::{Device, Tensor};

use super::descent::{Descending, Descent};
use super::observation::Observation;
use crate::device::cpu;
use crate::error::{Error, Result};
use crate::model::weights::Weights;
use crate::model::{Decoded, Posterior, Vae, pixels};

/// A model whose weights stand still, on a device that differentiates by z.
#[derive(Debug)]
pub struct Inference {
    model: Vae,
    device: Device,
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

    /// The mean of p(z) for each row of z, `[N, Z]`.
    pub fn middle(&self, z: &Tensor<2>) -> Tensor<2> {
        match &self.model.mixture {
            None => z.zeros_like(),
            Some(mixture) => mixture.mean().repeat_dim(0, z.dims()[0]),
        }
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
        match &self.model.mixture {
            None => likelihood + z.square().sum_dim(1).squeeze_dim::<1>(1).mul_scalar(0.5),
            Some(mixture) => likelihood - mixture.log_density(z),
        }
    }

    /// From z `[N, Z]` down to where the energy is least.
    ///
    /// # Errors
    /// [`Error::Device`] when the device cannot differentiate.
    pub fn descend(
        &self,
        start: Tensor<2>,
        seen: &Observation,
        condition: Option<&Tensor<2>>,
        descent: Descent,
    ) -> Result<Tensor<2>> {
        let mut path = Descending::from(start, descent);
        path.go_on(self, seen, condition, descent.steps)?;
        Ok(path.z())
    }
}

pub(super) fn no_slope() -> Error {
    Error::Device("expected a gradient by z, got none".into())
}
