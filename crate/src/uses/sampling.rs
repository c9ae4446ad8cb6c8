//! Samples of z from what was seen of images, by Langevin steps, some at a time.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;

use super::inference::Inference;
use super::observation::Observation;
use crate::error::Result;
use crate::model::network::Slope;
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

/// Chains on their way: Langevin steps, taken or refused as Metropolis would (Roberts and Tweedie 1996). In the warm-up the
/// likelihood's power grows to 1.
pub struct Chains {
    sampling: Sampling,
    seen: Observation,
    classes: Vec<u8>,
    done: usize,
    /// `[N * chains, Z]`
    z: Vec<f32>,
    /// Of the energy.
    here: Slope,
    /// Of each chain's steps.
    sizes: Vec<f64>,
    samples: Vec<Vec<f32>>,
}

impl Chains {
    /// From z `[N * chains, Z]`, the chains of an image beside each other; `seen` and `classes` are those of the chains.
    ///
    /// # Errors
    /// [`crate::error::Error::Argument`] for an autoencoder.
    pub fn from(
        z: Vec<f32>,
        inference: &Inference,
        seen: Observation,
        classes: Vec<u8>,
        sampling: Sampling,
    ) -> Result<Self> {
        inference.check_posterior()?;
        let sizes = vec![FIRST_SIZE; classes.len()];
        let here = inference.tempered(&z, &seen, &classes, sampling.power(0));
        Ok(Self { sampling, seen, classes, done: 0, z, here, sizes, samples: Vec::with_capacity(sampling.steps) })
    }

    pub fn sampling(&self) -> Sampling {
        self.sampling
    }

    /// Steps to the end.
    pub fn left(&self) -> usize {
        self.sampling.warm_up + self.sampling.steps - self.done
    }

    /// What was kept so far, a list of `[N * chains, Z]`, and the chains' classes.
    pub fn found(self) -> (Vec<Vec<f32>>, Vec<u8>) {
        (self.samples, self.classes)
    }

    /// Goes on for so many steps, and no farther than to the end.
    pub fn go_on(&mut self, inference: &Inference, steps: usize, rng: &mut ChaCha8Rng) {
        for _ in 0..steps.min(self.left()) {
            self.step(inference, rng);
        }
    }

    fn step(&mut self, inference: &Inference, rng: &mut ChaCha8Rng) {
        let (step, sampling) = (self.done, self.sampling);
        let weight = sampling.power(step);
        if step > 0 && weight != sampling.power(step - 1) {
            self.here = self.slope(inference, &self.z, weight);
        }
        let noise = normals(rng, self.z.len());
        let proposed = moved(&self.z, &self.here.gradient, &self.sizes, &noise);
        let there = self.slope(inference, &proposed, weight);
        for row in 0..self.sizes.len() {
            self.choose(row, &proposed, &there, &noise, rng);
        }
        if step >= sampling.warm_up {
            self.samples.push(self.z.clone());
        }
        self.done += 1;
    }

    fn slope(&self, inference: &Inference, z: &[f32], weight: f64) -> Slope {
        inference.tempered(z, &self.seen, &self.classes, weight)
    }

    /// A chain's step, taken or refused.
    fn choose(&mut self, row: usize, proposed: &[f32], there: &Slope, noise: &[f32], rng: &mut ChaCha8Rng) {
        let (latent, size) = (self.z.len() / self.sizes.len(), self.sizes[row]);
        let at = row * latent..(row + 1) * latent;
        let forth: f64 = noise[at.clone()].iter().map(|&draw| f64::from(draw).powi(2)).sum::<f64>() / 2.0;
        let back = distance(&self.z[at.clone()], &proposed[at.clone()], &there.gradient[at.clone()], size);
        let gain = self.here.value[row] - there.value[row] + forth - back;
        let chance = if gain.is_nan() { 0.0 } else { gain.min(0.0).exp() };
        if rng.random_bool(chance) {
            self.z[at.clone()].copy_from_slice(&proposed[at.clone()]);
            self.here.gradient[at.clone()].copy_from_slice(&there.gradient[at]);
            self.here.value[row] = there.value[row];
        }
        if self.done < self.sampling.warm_up {
            self.sizes[row] *= (0.1 * (chance - TAKEN)).exp();
        }
    }
}

impl Inference {
    /// Samples of p(z | seen) from [`Chains`] that go to their end: as many lists of `[N * chains, Z]` as steps are kept.
    ///
    /// # Errors
    /// As [`Chains::from`].
    pub fn sample(
        &self,
        start: Vec<f32>,
        seen: &Observation,
        classes: &[u8],
        sampling: Sampling,
        rng: &mut ChaCha8Rng,
    ) -> Result<Vec<Vec<f32>>> {
        let mut chains = Chains::from(start, self, seen.clone(), classes.to_vec(), sampling)?;
        chains.go_on(self, usize::MAX, rng);
        Ok(chains.found().0)
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
