//! z from what was seen of images: the likeliest by Adam, and samples by Langevin steps, of p(z | seen) ~ p(seen | z) p(z).

use burn::module::Module;
use burn::tensor::{Device, Tensor};
use rand::RngExt;
use rand_chacha::ChaCha8Rng;

use super::observation::Observation;
use crate::device::cpu;
use crate::error::{Error, Result};
use crate::model::weights::Weights;
use crate::model::{Decoded, Posterior, Vae, pixels};
use crate::seed::normals;

/// Adam's, in its authors' words.
const MOMENTS: [f64; 2] = [0.9, 0.99];
const EPSILON: f64 = 1e-8;
/// Of Langevin steps, the share that is taken when they explore best (Roberts and Rosenthal 1998).
const TAKEN: f64 = 0.574;

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

/// How samples are drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sampling {
    /// Chains of each image.
    pub chains: usize,
    /// Steps at first, in which the likelihood counts more and more and the steps find their size.
    pub warm_up: usize,
    /// Steps kept.
    pub steps: usize,
    /// The likelihood's power at first, up to 1: the less, the more of the prior is gone through.
    pub first_power: f64,
}

/// Value and slope of the energy at z.
struct Slope {
    /// `[N]`
    energy: Vec<f32>,
    /// `[N, Z]`
    gradient: Vec<f32>,
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
    fn tempered(&self, z: Tensor<2>, seen: &Observation, condition: Option<Tensor<2>>, weight: f64) -> Tensor<1> {
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

    /// Samples of p(z | seen), `steps` lists of `[N * chains, Z]`, the chains of an image beside each other; `seen` and `condition`
    /// are those of the chains. Langevin steps, taken or refused as Metropolis would (Roberts and Tweedie 1996), from `start`
    /// `[N * chains, Z]`; in the warm-up the likelihood's power grows to 1.
    ///
    /// # Errors
    /// [`Error::Argument`] for an autoencoder, [`Error::Device`] when the device fails.
    pub async fn sample(
        &self,
        start: Tensor<2>,
        seen: &Observation,
        condition: Option<&Tensor<2>>,
        sampling: Sampling,
        rng: &mut ChaCha8Rng,
    ) -> Result<Vec<Vec<f32>>> {
        self.check_posterior()?;
        let Sampling { warm_up, steps, .. } = sampling;
        let latent = start.dims()[1];
        let mut z = pixels::to_vec(start).await?;
        let mut sizes = vec![FIRST_SIZE; z.len() / latent];
        let mut samples = Vec::with_capacity(steps);
        let mut here = self.slope(&z, seen, condition, sampling.power(0)).await?;
        for step in 0..warm_up + steps {
            let weight = sampling.power(step);
            if step > 0 && weight != sampling.power(step - 1) {
                here = self.slope(&z, seen, condition, weight).await?;
            }
            let noise = normals(rng, z.len());
            let proposed = moved(&z, &here.gradient, &sizes, &noise);
            let there = self.slope(&proposed, seen, condition, weight).await?;
            for (row, size) in sizes.iter_mut().enumerate() {
                let at = row * latent..(row + 1) * latent;
                let forth: f64 = noise[at.clone()].iter().map(|&draw| f64::from(draw).powi(2)).sum::<f64>() / 2.0;
                let back = distance(&z[at.clone()], &proposed[at.clone()], &there.gradient[at.clone()], *size);
                let gain = f64::from(here.energy[row]) - f64::from(there.energy[row]) + forth - back;
                let chance = if gain.is_nan() { 0.0 } else { gain.min(0.0).exp() };
                if rng.random_bool(chance) {
                    z[at.clone()].copy_from_slice(&proposed[at.clone()]);
                    here.gradient[at.clone()].copy_from_slice(&there.gradient[at]);
                    here.energy[row] = there.energy[row];
                }
                if step < warm_up {
                    *size *= (0.1 * (chance - TAKEN)).exp();
                }
            }
            if step >= warm_up {
                samples.push(z.clone());
            }
        }
        Ok(samples)
    }

    async fn slope(&self, z: &[f32], seen: &Observation, condition: Option<&Tensor<2>>, weight: f64) -> Result<Slope> {
        let at = self.tensor(z.to_vec(), self.model.config().latent_size).require_grad();
        let energy = self.tempered(at.clone(), seen, condition.cloned(), weight);
        let gradient = at.grad(&energy.clone().sum().backward()).ok_or_else(no_slope)?;
        Ok(Slope { energy: pixels::to_vec(energy).await?, gradient: pixels::to_vec(gradient).await? })
    }
}

/// Of Langevin steps at first, in units of the prior's deviation.
const FIRST_SIZE: f64 = 0.2;

impl Sampling {
    /// What the likelihood's power is at a step.
    fn power(self, step: usize) -> f64 {
        let left = 1.0 - step as f64 / self.warm_up.max(1) as f64;
        if step >= self.warm_up { 1.0 } else { self.first_power.powf(left) }
    }
}

/// z - size^2 / 2 * gradient + size * noise, a size for each row.
fn moved(z: &[f32], gradient: &[f32], sizes: &[f64], noise: &[f32]) -> Vec<f32> {
    let latent = z.len() / sizes.len();
    let at = |index: usize| {
        let size = sizes[index / latent];
        let drift = size * size / 2.0 * f64::from(gradient[index]);
        (f64::from(z[index]) - drift + size * f64::from(noise[index])) as f32
    };
    (0..z.len()).map(at).collect()
}

/// -log of the density with which a step from `from` comes to `to`, but for a constant.
fn distance(to: &[f32], from: &[f32], gradient: &[f32], size: f64) -> f64 {
    let offs = to
        .iter()
        .zip(from)
        .zip(gradient)
        .map(|((&to, &from), &gradient)| f64::from(to) - f64::from(from) + size * size / 2.0 * f64::from(gradient));
    offs.map(|off| off * off).sum::<f64>() / (2.0 * size * size)
}

fn no_slope() -> Error {
    Error::Device("expected a gradient by z, got none".into())
}
