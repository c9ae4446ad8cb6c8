//! The importance-weighted bound's gradient (Burda et al. 2016, eq. 13): that of each sample's log weight, times the
//! sample's share of its image's weights.

use cubecl::prelude::*;
use cubecl::server::Handle;

use super::Step;
use super::feed::{SETTINGS, WEIGHT};
use super::layers::Layer;
use super::likelihood::{Likelihoods, SUMS};
use super::memory::{buffer, zeros};
use super::posterior::{Latent, Posterior, kl_of};
use super::tile;
use super::vector::{Four, vectors};

/// Each sample's share of its image's importance weights, over the batch's images: `[N * k]`.
pub struct Shares {
    images: usize,
    rows: usize,
    handle: Handle,
}

impl Shares {
    pub fn new(client: &Client, images: usize, samples: usize) -> Self {
        let rows = images * samples;
        Self { images, rows, handle: zeros(client, vectors(rows)) }
    }

    pub fn arg(&self) -> BufferArg {
        // SAFETY: here and below, the lengths are those that the buffers were made with, and kernels stay within.
        unsafe { buffer(&self.handle, self.rows) }
    }

    /// Weighs the samples, and scales the gradients by what was decoded of them.
    pub fn weigh(&self, step: &Step, posterior: &Posterior, head: &Layer, likelihoods: &Likelihoods, output: &Layer) {
        let (cubes, dim) = tile::grid(self.images);
        let (client, losses, lanes) = (step.client, likelihoods.losses(), likelihoods.lanes());
        let (feed, at, latent) = (step.feed.arg(), step.feed.at, posterior.latent());
        unsafe {
            let (head, z) = (posterior.head_numbers(&head.output), posterior.numbers(&posterior.z));
            shares::launch_unchecked(client, cubes, dim, losses, head, z, self.arg(), feed, at, lanes, latent);
            let width = output.shape.outputs();
            let (cubes, dim) = tile::grid(self.rows * width);
            let delta = buffer(&output.delta, self.rows * width);
            scale_rows::launch_unchecked(client, cubes, dim, delta, self.arg(), width, self.rows * width);
        }
    }
}

/// The softmax of an image's log weights, the largest taken out first so that none overflows, over the number of images. The KL's
/// weight counts in them too.
#[cube(launch_unchecked)]
fn shares(
    losses: &[f32],
    head: &[f32],
    z: &[f32],
    shares: &mut [f32],
    feed: &[f32],
    step: usize,
    lanes: usize,
    latent: Latent,
) {
    let images = f32::cast_from(latent.images);
    let beta = feed[step + WEIGHT] * images;
    if ABSOLUTE_POS < latent.images {
        let first = ABSOLUTE_POS * latent.samples;
        let mut largest = f32::new(f32::MIN);
        for row in first..first + latent.samples {
            let mut loss = f32::new(0.0);
            for lane in 0..lanes {
                loss += losses[row * lanes + lane];
            }
            // log p(z) - log q(z|x).
            let mut ratio = f32::new(0.0);
            for d in 0..latent.size {
                let (value, noise) = (z[row * latent.z_row + d], feed[step + SETTINGS + row * latent.size + d]);
                let log_var = head[ABSOLUTE_POS * latent.head_row + latent.size + d];
                ratio += 0.5 * (noise * noise + log_var - value * value);
            }
            let weight = beta * ratio - loss;
            shares[row] = weight;
            largest = largest.max(weight);
        }
        let mut sum = f32::new(0.0);
        for sample in 0..latent.samples {
            let weight = (shares[first + sample] - largest).exp();
            shares[first + sample] = weight;
            sum += weight;
        }
        for sample in 0..latent.samples {
            shares[first + sample] /= sum * images;
        }
    }
}

/// Each row of `width` vectors times its share.
#[cube(launch_unchecked)]
fn scale_rows(rows: &mut [Four], shares: &[f32], width: usize, count: usize) {
    if ABSOLUTE_POS < count {
        rows[ABSOLUTE_POS] *= Four::new(shares[ABSOLUTE_POS / width]);
    }
}

/// Adds the KL to the running sums; `delta` `[N, 2Z]` becomes the loss's gradient by mu and log_var, through every sample of z.
#[cube(launch_unchecked)]
pub fn head_delta(
    head: &[f32],
    z: &[f32],
    z_delta: &[f32],
    shares: &[f32],
    delta: &mut [f32],
    sums: &mut [f32],
    feed: &[f32],
    step: usize,
    latent: Latent,
) {
    let beta = feed[step + WEIGHT] * f32::cast_from(latent.images);
    let mut sum = sums[ABSOLUTE_POS];
    for at in range_stepped(ABSOLUTE_POS, latent.images * latent.size, SUMS) {
        let (image, dimension) = (at / latent.size, at % latent.size);
        let mu_at = image * latent.head_row + dimension;
        let log_var = head[mu_at + latent.size];
        let deviation = (0.5 * log_var).exp();
        sum += kl_of(head[mu_at], log_var);
        let mut by_mu = f32::new(0.0);
        let mut by_log_var = f32::new(0.0);
        for row in image * latent.samples..(image + 1) * latent.samples {
            let weight = shares[row] * beta;
            let z_at = row * latent.z_row + dimension;
            let by_z = z_delta[z_at] + weight * z[z_at];
            by_mu += by_z;
            by_log_var += 0.5 * (by_z * deviation * feed[step + SETTINGS + row * latent.size + dimension] - weight);
        }
        delta[mu_at] = by_mu;
        delta[mu_at + latent.size] = by_log_var;
    }
    sums[ABSOLUTE_POS] = sum;
}
