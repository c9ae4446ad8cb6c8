//! The importance-weighted bound's gradient (Burda et al. 2016, eq. 13): that of each sample's log weight, times the
//! sample's share of its image's weights. Doubly reparameterised (Tucker et al. 2019, eq. 8), the encoder's goes through z alone, and
//! is weighted twice.

mod head;

use cubecl::prelude::*;
use cubecl::server::Handle;

use super::Step;
use super::feed::{SETTINGS, WEIGHT};
use super::layers::Layer;
use super::likelihood::Likelihoods;
use super::memory::{buffer, zeros};
use super::posterior::{Latent, Posterior};
use super::tile;
use super::vector::{Four, vectors};
use crate::settings::{Estimator, ModelConfig, TrainConfig};

/// Each sample's share of its image's importance weights, over the batch's images: `[N * k]`. A single sample has all of it.
pub struct Shares {
    images: usize,
    rows: usize,
    handle: Handle,
    estimator: Estimator,
    /// The gradient of -log q(z|x) by z, of L's inverse and the noise, where it is asked for: `[N * k, Z]`.
    by_posterior: Handle,
    /// Numbers in it.
    room: usize,
    /// What stands in for a buffer that is not used.
    none: Handle,
}

impl Shares {
    pub fn new(client: &Client, config: &ModelConfig, train: &TrainConfig, images: usize, samples: usize) -> Self {
        let (rows, estimator) = (images * samples, train.estimator);
        let handle = client.create_from_slice(f32::as_bytes(&vec![1.0 / images as f32; rows]));
        let room = if estimator == Estimator::DoublyReparameterised { rows * config.latent_size } else { 1 };
        Self {
            images,
            rows,
            handle,
            estimator,
            by_posterior: zeros(client, vectors(room)),
            room,
            none: zeros(client, 1),
        }
    }

    pub fn arg(&self) -> BufferArg {
        // SAFETY: here and below, the lengths are those that the buffers were made with, and kernels stay within.
        unsafe { buffer(&self.handle, self.rows) }
    }

    /// log p(z) - log q(z|x) of each sample, `[N * k]`, where it was kept.
    fn log_ratios(&self, kept: Option<&Handle>) -> BufferArg {
        kept.map_or_else(|| unsafe { buffer(&self.none, 1) }, |kept| unsafe { buffer(kept, self.rows) })
    }

    /// Weighs several samples, and scales the gradients by what was decoded of them.
    pub fn weigh(
        &self,
        step: &Step,
        posterior: &Posterior,
        head: &Layer,
        likelihoods: &Likelihoods,
        output: &Layer,
        log_ratios: Option<&Handle>,
    ) {
        if self.rows == self.images {
            return;
        }
        let (cubes, dim) = tile::grid(self.images);
        let (client, losses, lanes) = (step.client, likelihoods.losses(), likelihoods.lanes());
        let (feed, at, latent) = (step.feed.arg(), step.feed.at, posterior.latent());
        let (are_kept, log_ratios) = (log_ratios.is_some(), self.log_ratios(log_ratios));
        unsafe {
            let (head, z) = (posterior.head_numbers(&head.output), posterior.numbers(&posterior.z));
            shares::launch_unchecked(
                client,
                cubes,
                dim,
                losses,
                head,
                z,
                log_ratios,
                self.arg(),
                feed,
                at,
                lanes,
                latent,
                are_kept,
            );
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
    log_ratios: &[f32],
    shares: &mut [f32],
    feed: &[f32],
    step: usize,
    lanes: usize,
    latent: Latent,
    #[comptime] are_kept: bool,
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
            let ratio =
                if comptime!(are_kept) { log_ratios[row] } else { log_ratio_of(head, z, feed, step, row, &latent) };
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

/// log p(z) - log q(z|x) of a sample under N(0, I), in nats.
#[cube]
pub fn log_ratio_of(head: &[f32], z: &[f32], feed: &[f32], step: usize, row: usize, latent: &Latent) -> f32 {
    let mut ratio = f32::new(0.0);
    for d in 0..latent.size {
        let (value, noise) = (z[row * latent.z_row + d], feed[step + SETTINGS + row * latent.size + d]);
        let log_var = head[row / latent.samples * latent.head_row + latent.size + d];
        ratio += 0.5 * (noise * noise + log_var - value * value);
    }
    ratio
}

/// Each row of `width` vectors times its share.
#[cube(launch_unchecked)]
pub fn scale_rows(rows: &mut [Four], shares: &[f32], width: usize, count: usize) {
    if ABSOLUTE_POS < count {
        rows[ABSOLUTE_POS] *= Four::new(shares[ABSOLUTE_POS / width]);
    }
}
