//! The step's element-wise kernels.

use cubecl::prelude::*;

use super::feed::SETTINGS;
use super::vector::{Bytes, Four, Stored, WIDTH};

const GROUP: u32 = 64;
/// Invocations that keep a running sum each: the host adds them up, so nothing is reduced on the device.
pub const SUMS: usize = 4096;

/// The grid for `count` invocations.
pub fn grid(count: usize) -> (CubeCount, CubeDim) {
    (CubeCount::new_1d((count as u32).div_ceil(GROUP)), CubeDim::new_1d(GROUP))
}

/// Copies the images of `words` words that `indices` name from `first` on to `x`, `[N, words]`.
#[cube(launch_unchecked)]
pub fn gather(images: &[u32], indices: &[u32], x: &mut [u32], first: usize, words: usize, count: usize) {
    let at = ABSOLUTE_POS;
    if at < count {
        x[at] = images[indices[first + at / words] as usize * words + at % words];
    }
}

/// Rows of a batch's latent buffers.
#[derive(CubeType, CubeLaunch, Clone, Copy)]
pub struct Latent {
    /// Z.
    size: usize,
    /// Numbers from a row of z to the next, and of the head.
    z_row: usize,
    head_row: usize,
    /// N times Z.
    count: usize,
}

#[cube]
impl Latent {
    /// Where one of the `count` numbers stands in z, and its mu in the head; log_var follows `size` after it.
    fn rows(&self, at: usize) -> (usize, usize) {
        let (row, dimension) = (at / self.size, at % self.size);
        (row * self.z_row + dimension, row * self.head_row + dimension)
    }
}

/// z = mu + exp(log_var / 2) * noise.
#[cube(launch_unchecked)]
pub fn sample(head: &[f32], z: &mut [f32], feed: &[f32], step: usize, latent: Latent) {
    if ABSOLUTE_POS < latent.count {
        let (z_at, mu) = latent.rows(ABSOLUTE_POS);
        let noise = feed[step + SETTINGS + ABSOLUTE_POS];
        z[z_at] = head[mu] + (0.5 * head[mu + latent.size]).exp() * noise;
    }
}

/// Adds -log p(x|z) to the running sums; `delta` becomes its gradient by the logits times `scale`. `count` vectors.
#[cube(launch_unchecked)]
pub fn bernoulli(logits: &[Four], x: &[u32], delta: &mut [Four], sums: &mut [f32], scale: f32, count: usize) {
    let mut sum = sums[ABSOLUTE_POS];
    for at in range_stepped(ABSOLUTE_POS, count, SUMS) {
        let (four, word) = (logits[at], x[at]);
        let mut slopes = Four::zeroed();
        #[unroll]
        for i in 0..WIDTH {
            let (logit, x) = (four.extract(i), Bytes::part(word, i));
            let small = (-logit.abs()).exp();
            let share = 1.0 / (1.0 + small);
            let positive = logit > 0.0;
            sum += select(positive, logit, 0.0) + (1.0 + small).ln() - x * logit;
            slopes.insert(i, (select(positive, share, small * share) - x) * scale);
        }
        delta[at] = slopes;
    }
    sums[ABSOLUTE_POS] = sum;
}

/// Adds the KL to the running sums; `delta` `[N, 2Z]` becomes the loss's gradient by mu and log_var, through z
/// and through the KL, which counts with the step's weight.
#[cube(launch_unchecked)]
pub fn head_delta(
    head: &[f32],
    z_delta: &[f32],
    delta: &mut [f32],
    sums: &mut [f32],
    feed: &[f32],
    step: usize,
    latent: Latent,
) {
    let weight = feed[step + 2];
    let mut sum = sums[ABSOLUTE_POS];
    for at in range_stepped(ABSOLUTE_POS, latent.count, SUMS) {
        let (z_at, mu_at) = latent.rows(at);
        let (mu, log_var) = (head[mu_at], head[mu_at + latent.size]);
        let (by_z, noise) = (z_delta[z_at], feed[step + SETTINGS + at]);
        let variance = log_var.exp();
        sum += 0.5 * (mu * mu + variance - 1.0 - log_var);
        delta[mu_at] = by_z + weight * mu;
        delta[mu_at + latent.size] = 0.5 * (by_z * noise * variance.sqrt() + weight * (variance - 1.0));
    }
    sums[ABSOLUTE_POS] = sum;
}
