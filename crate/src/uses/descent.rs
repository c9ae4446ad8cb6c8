//! Down to the likeliest z, by Adam (Kingma and Ba 2015), some steps at a time.

use burn::tensor::Tensor;

use super::inference::{Inference, no_slope};
use super::observation::Observation;
use crate::error::Result;
use crate::model::pixels;

/// Adam's, in its authors' words.
const MOMENTS: [f64; 2] = [0.9, 0.99];
const EPSILON: f64 = 1e-8;
/// How the likeliest z is sought.
pub const DESCENT: Descent = Descent { steps: 150, learning_rate: 0.1 };

/// How z is sought.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Descent {
    pub steps: usize,
    /// At the start; it falls to 0 along half a cosine.
    pub learning_rate: f64,
}

/// z on its way down.
#[derive(Debug, Clone)]
pub struct Descending {
    descent: Descent,
    done: usize,
    z: Tensor<2>,
    moments: [Tensor<2>; 2],
}

impl Descending {
    /// From z `[N, Z]`.
    pub fn from(start: Tensor<2>, descent: Descent) -> Self {
        let z = start.inner();
        Self { descent, done: 0, moments: [z.zeros_like(), z.zeros_like()], z }
    }

    /// Where it is, `[N, Z]`.
    pub fn z(&self) -> Tensor<2> {
        Tensor::from_inner(self.z.clone())
    }

    /// Steps to the end.
    pub fn left(&self) -> usize {
        self.descent.steps - self.done
    }

    /// Goes on for so many steps, and no farther than to the end.
    ///
    /// # Errors
    /// [`crate::error::Error::Device`] when the device cannot differentiate.
    pub fn go_on(
        &mut self,
        inference: &Inference,
        seen: &Observation,
        condition: Option<&Tensor<2>>,
        steps: usize,
    ) -> Result<()> {
        for _ in 0..steps.min(self.left()) {
            let at = self.z().require_grad();
            let energy = inference.energy(at.clone(), seen, condition.cloned()).sum();
            let slope = at.grad(&energy.backward()).ok_or_else(no_slope)?;
            self.step(slope);
        }
        Ok(())
    }

    fn step(&mut self, slope: Tensor<2>) {
        let ([near, far], Descent { steps, learning_rate }) = (MOMENTS, self.descent);
        let [first, second] = &mut self.moments;
        *first = first.clone().mul_scalar(near) + slope.clone().mul_scalar(1.0 - near);
        *second = second.clone().mul_scalar(far) + slope.square().mul_scalar(1.0 - far);
        let count = self.done as i32 + 1;
        let falling = (1.0 + (std::f64::consts::PI * self.done as f64 / steps as f64).cos()) / 2.0;
        let rate = falling * learning_rate / (1.0 - near.powi(count));
        let size = second.clone().mul_scalar(1.0 / (1.0 - far.powi(count))).sqrt() + EPSILON;
        self.z = self.z.clone() - first.clone().mul_scalar(rate) / size;
        self.done += 1;
    }
}

/// The likeliest z, sought from two starts at once: the better of both in the end.
#[derive(Debug, Clone)]
pub struct Likeliest {
    paths: [Descending; 2],
}

impl Likeliest {
    /// From the encoder's mean `[N, Z]` and from the prior's.
    pub fn from(warm: Tensor<2>, inference: &Inference) -> Self {
        Self { paths: [warm.clone(), inference.middle(&warm)].map(|start| Descending::from(start, DESCENT)) }
    }

    /// Steps to the end.
    pub fn left(&self) -> usize {
        self.paths[0].left()
    }

    /// Goes on for so many steps.
    ///
    /// # Errors
    /// [`crate::error::Error::Device`] when the device cannot differentiate.
    pub fn go_on(
        &mut self,
        inference: &Inference,
        seen: &Observation,
        condition: Option<&Tensor<2>>,
        steps: usize,
    ) -> Result<()> {
        self.paths.iter_mut().try_for_each(|path| path.go_on(inference, seen, condition, steps))
    }

    /// Of each image the better one, `[N, Z]`.
    ///
    /// # Errors
    /// [`crate::error::Error::Device`] when the device fails.
    pub async fn better(
        &self,
        inference: &Inference,
        seen: &Observation,
        condition: Option<&Tensor<2>>,
    ) -> Result<Tensor<2>> {
        let [warm, cold] = self.paths.each_ref().map(Descending::z);
        let [n, latent] = warm.dims();
        let mut found: Vec<(Vec<f32>, Vec<f32>)> = vec![];
        for z in [warm, cold] {
            let energy = inference.energy(z.clone(), seen, condition.cloned());
            found.push((pixels::to_vec(z).await?, pixels::to_vec(energy).await?));
        }
        let [(warm, warm_energy), (cold, cold_energy)] = [&found[0], &found[1]];
        let better = |row: usize| {
            let from = if cold_energy[row] < warm_energy[row] { cold } else { warm };
            from[row * latent..(row + 1) * latent].to_vec()
        };
        Ok(inference.tensor((0..n).flat_map(better).collect(), latent))
    }
}
