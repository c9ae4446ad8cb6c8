//! z from the encoder's head, and the loss's gradient by the head, through z and through the KL (Kingma and Welling 2014,
//! appendix B; with a full covariance, Kingma and Welling 2019, section 2.5.1).

use cubecl::prelude::*;
use cubecl::server::Handle;

use super::Step;
use super::feed::{SETTINGS, WEIGHT};
use super::layers::{Input, Layer};
use super::likelihood::SUMS;
use super::memory::{buffer, zeros};
use super::reduce::{self, total};
use super::tile;
use super::vector::{WIDTH, vectors};
use crate::settings::ModelConfig;

/// Rows of a batch's latent buffers.
#[derive(CubeType, CubeLaunch, Clone, Copy)]
pub struct Latent {
    /// Z.
    pub size: usize,
    /// Numbers from a row of z to the next, and of the head.
    pub z_row: usize,
    pub head_row: usize,
    pub images: usize,
    /// k.
    pub samples: usize,
}

#[cube]
impl Latent {
    /// Where one of the draws stands in z, and its mu in the head; log_var follows `size` after it.
    pub fn rows(&self, at: usize) -> (usize, usize) {
        let (row, dimension) = (at / self.size, at % self.size);
        (row * self.z_row + dimension, row / self.samples * self.head_row + dimension)
    }

    /// Where the numbers of L left of its diagonal begin for a dimension, whose mu stands at `mu` in the head: as many as there
    /// are dimensions before it.
    pub fn below(&self, mu: usize, dimension: usize) -> usize {
        mu - dimension + 2 * self.size + dimension * (dimension + 1) / 2 - dimension
    }
}

/// z of a batch's images, sampled.
pub struct Posterior {
    size: usize,
    /// Numbers of the head for an image, with what is said of h behind them.
    head: usize,
    whole: usize,
    images: usize,
    samples: usize,
    free_bits: f32,
    /// `[N * k, Z]`.
    pub z: Handle,
    /// The loss's gradient by z, `[N * k, Z]`.
    pub z_delta: Handle,
    /// What each dimension's KL weighs, where free bits decide it: `[Z]`.
    weights: Handle,
}

impl Posterior {
    pub fn new(client: &Client, config: &ModelConfig, images: usize, samples: usize, free_bits: f64) -> Self {
        let (size, head, whole) = (config.latent_size, config.posterior_size(), config.head_size());
        let [z, z_delta] = [(); 2].map(|()| zeros(client, images * samples * vectors(size)));
        let weights = zeros(client, vectors(size));
        Self { size, head, whole, images, samples, free_bits: free_bits as f32, z, z_delta, weights }
    }

    /// What goes on from here.
    pub fn input(&self) -> Input<'_> {
        Input::Values { values: &self.z, delta: &self.z_delta }
    }

    /// z = mu + L noise, where L has exp(log_var / 2) on its diagonal.
    pub fn sample(&self, step: &Step, head: &Layer) {
        let (cubes, dim) = tile::grid(self.images * self.samples * self.size);
        // SAFETY: here and below, the lengths are those that the buffers were made with, and kernels stay within.
        unsafe {
            let (head, z) = (self.head_numbers(&head.output), self.numbers(&self.z));
            sample::launch_unchecked(
                step.client,
                cubes,
                dim,
                head,
                z,
                step.feed.arg(),
                step.feed.at,
                self.latent(),
                self.is_full(),
            );
        }
    }

    /// Of one sample under N(0, I): sets the loss's gradient by the head; adds up the KL.
    pub fn head_delta(&self, step: &Step, Layer { output, delta, .. }: &Layer) {
        let (cubes, dim) = tile::grid(SUMS);
        let (client, feed, at) = (step.client, step.feed.arg(), step.feed.at);
        unsafe {
            let (head, z_delta) = (self.head_numbers(output), self.numbers(&self.z_delta));
            let (delta, sums) = (self.head_numbers(delta), buffer(&step.sums[1], SUMS));
            let weights = || buffer(&self.weights, self.size);
            let is_free = self.free_bits > 0.0;
            if is_free {
                let (cubes, dim) = reduce::grid(self.size);
                let (head, feed, free) = (self.head_numbers(output), step.feed.arg(), self.free_bits);
                kl_weights::launch_unchecked(client, cubes, dim, head, weights(), feed, at, free, self.latent());
            }
            let (weights, latent) = (weights(), self.latent());
            head_delta::launch_unchecked(
                client,
                cubes,
                dim,
                head,
                z_delta,
                weights,
                delta,
                sums,
                feed,
                at,
                latent,
                is_free,
                self.is_full(),
            );
        }
    }

    /// Whether L has numbers below its diagonal.
    pub fn is_full(&self) -> bool {
        self.head > 2 * self.size
    }

    pub fn latent(&self) -> LatentLaunch {
        let [z_row, head_row] = [self.size, self.whole].map(|width| vectors(width) * WIDTH);
        LatentLaunch::new(self.size, z_row, head_row, self.images, self.samples)
    }

    /// # Safety
    /// `handle` is a buffer of the head's.
    pub unsafe fn head_numbers(&self, handle: &Handle) -> BufferArg {
        unsafe { buffer(handle, self.images * vectors(self.whole) * WIDTH) }
    }

    /// # Safety
    /// `handle` is a buffer of z's shape.
    pub unsafe fn numbers(&self, handle: &Handle) -> BufferArg {
        unsafe { buffer(handle, self.images * self.samples * vectors(self.size) * WIDTH) }
    }
}

#[cube(launch_unchecked)]
fn sample(head: &[f32], z: &mut [f32], feed: &[f32], step: usize, latent: Latent, #[comptime] is_full: bool) {
    if ABSOLUTE_POS < latent.images * latent.samples * latent.size {
        let (z_at, mu) = latent.rows(ABSOLUTE_POS);
        let noise_at = step + SETTINGS + ABSOLUTE_POS;
        let mut value = head[mu] + (0.5 * head[mu + latent.size]).exp() * feed[noise_at];
        if comptime!(is_full) {
            let dimension = ABSOLUTE_POS % latent.size;
            let below = latent.below(mu, dimension);
            for before in 0..dimension {
                value += head[below + before] * feed[noise_at - dimension + before];
            }
        }
        z[z_at] = value;
    }
}

/// Of a dimension of an image, in nats.
#[cube]
pub fn kl_of(mu: f32, log_var: f32) -> f32 {
    0.5 * (mu * mu + log_var.exp() - 1.0 - log_var)
}

/// What each dimension's KL weighs, a cube each: nothing where free bits cover its mean over the batch.
#[cube(launch_unchecked)]
fn kl_weights(head: &[f32], weights: &mut [f32], feed: &[f32], step: usize, free: f32, latent: Latent) {
    let dimension = CUBE_POS;
    let mut sum = f32::new(0.0);
    for image in range_stepped(UNIT_POS as usize, latent.images, CUBE_DIM as usize) {
        let mu_at = image * latent.head_row + dimension;
        sum += kl_of(head[mu_at], head[mu_at + latent.size]);
    }
    let mean = total(sum) / f32::cast_from(latent.images);
    if UNIT_POS == 0 {
        weights[dimension] = select(mean < free, 0.0, feed[step + WEIGHT]);
    }
}

/// With one sample: adds the KL to the running sums; `delta` `[N, 2Z]` becomes the loss's gradient by mu and log_var, through z
/// and through the KL, which counts with the step's weight, or that of its dimension.
#[cube(launch_unchecked)]
fn head_delta(
    head: &[f32],
    z_delta: &[f32],
    weights: &[f32],
    delta: &mut [f32],
    sums: &mut [f32],
    feed: &[f32],
    step: usize,
    latent: Latent,
    #[comptime] is_free: bool,
    #[comptime] is_full: bool,
) {
    let mut weight = feed[step + WEIGHT];
    let mut sum = sums[ABSOLUTE_POS];
    for at in range_stepped(ABSOLUTE_POS, latent.images * latent.size, SUMS) {
        let (z_at, mu_at) = latent.rows(at);
        let (mu, log_var) = (head[mu_at], head[mu_at + latent.size]);
        let (by_z, noise) = (z_delta[z_at], feed[step + SETTINGS + at]);
        if comptime!(is_free) {
            weight = weights[at % latent.size];
        }
        let variance = log_var.exp();
        sum += kl_of(mu, log_var);
        delta[mu_at] = by_z + weight * mu;
        delta[mu_at + latent.size] = 0.5 * (by_z * noise * variance.sqrt() + weight * (variance - 1.0));
        if comptime!(is_full) {
            let dimension = at % latent.size;
            let (below, first) = (latent.below(mu_at, dimension), step + SETTINGS + at - dimension);
            for before in 0..dimension {
                let value = head[below + before];
                sum += 0.5 * value * value;
                delta[below + before] = weight * value + by_z * feed[first + before];
            }
        }
    }
    sums[ABSOLUTE_POS] = sum;
}
