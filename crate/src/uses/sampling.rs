//! Samples of z from what was seen of images, by Langevin steps.

use burn::tensor::Tensor;
use rand::RngExt;
use rand_chacha::ChaCha8Rng;

use super::inference::{Inference, no_slope};
use super::observation::Observation;
use crate::error::Result;
use crate::model::pixels;
use crate::seed::normals;

/// Of Langevin steps, the share that is taken when they explore best (Roberts and Rosenthal 1998).
const TAKEN: f64 = 0.574;

/// Of Langevin steps at first, in units of the prior's deviation.
const FIRST_SIZE: f64 = 0.2;

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

impl Sampling {
    /// What the likelihood's power is at a step.
    fn power(self, step: usize) -> f64 {
        let left = 1.0 - step as f64 / self.warm_up.max(1) as f64;
        if step >= self.warm_up { 1.0 } else { self.first_power.powf(left) }
    }
}

/// Value and slope of the energy at z.
struct Slope {
    /// `[N]`
    energy: Vec<f32>,
    /// `[N, Z]`
    gradient: Vec<f32>,
}

impl Inference {
    /// Samples of p(z | seen), `steps` lists of `[N * chains, Z]`, the chains of an image beside each other; `seen` and `condition`
    /// are those of the chains. Langevin steps, taken or refused as Metropolis would (Roberts and Tweedie 1996), from `start`
    /// `[N * chains, Z]`; in the warm-up the likelihood's power grows to 1.
    ///
    /// # Errors
    /// [`crate::error::Error::Argument`] for an autoencoder, [`crate::error::Error::Device`] when the device fails.
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
        let at = self.tensor(z.to_vec(), self.model().config().latent_size).require_grad();
        let energy = self.tempered(at.clone(), seen, condition.cloned(), weight);
        let gradient = at.grad(&energy.clone().sum().backward()).ok_or_else(no_slope)?;
        Ok(Slope { energy: pixels::to_vec(energy).await?, gradient: pixels::to_vec(gradient).await? })
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
