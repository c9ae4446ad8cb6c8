//! The loss's gradient by the encoder's head, through every sample of z.

use cubecl::prelude::*;
use cubecl::server::Handle;

use super::super::Step;
use super::super::feed::{SETTINGS, WEIGHT};
use super::super::layers::Layer;
use super::super::likelihood::SUMS;
use super::super::memory::buffer;
use super::super::mixture::Mixture;
use super::super::posterior::{Latent, Posterior, kl_of};
use super::super::tile;
use super::Shares;
use crate::settings::Estimator;

/// What the kernel is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Kind {
    is_full: bool,
    /// Whether the KL is the mean over the samples.
    is_estimated: bool,
    is_doubly: bool,
}

impl Shares {
    /// Sets it; adds up the KL, which is the mean over an image's samples where their log ratios were kept.
    pub fn head_delta(
        &self,
        step: &Step,
        posterior: &Posterior,
        head: &Layer,
        mixture: Option<&Mixture>,
        log_ratios: Option<&Handle>,
    ) {
        let is_doubly = self.estimator == Estimator::DoublyReparameterised;
        let kind = Kind { is_full: posterior.is_full(), is_estimated: log_ratios.is_some(), is_doubly };
        let (client, at, latent) = (step.client, step.feed.at, posterior.latent());
        // SAFETY: the lengths are those that the buffers were made with, and kernels stay within.
        unsafe {
            let by_posterior = || buffer(&self.by_posterior, self.room);
            let output = || posterior.head_numbers(&head.output);
            if is_doubly {
                let (cubes, dim) = tile::grid(self.rows);
                let (feed, latent) = (step.feed.arg(), posterior.latent());
                by_log_q::launch_unchecked(
                    client,
                    cubes,
                    dim,
                    output(),
                    by_posterior(),
                    feed,
                    at,
                    latent,
                    kind.is_full,
                );
            }
            let (cubes, dim) = tile::grid(SUMS);
            let (slope, delta) = (mixture.map_or(&posterior.z, Mixture::slope), posterior.head_numbers(&head.delta));
            let [slope, z_delta] = [slope, &posterior.z_delta].map(|handle| posterior.numbers(handle));
            let (sums, log_ratios) = (buffer(&step.sums[1], SUMS), self.log_ratios(log_ratios));
            head_delta::launch_unchecked(
                client,
                cubes,
                dim,
                output(),
                slope,
                z_delta,
                by_posterior(),
                log_ratios,
                self.arg(),
                delta,
                sums,
                step.feed.arg(),
                at,
                latent,
                kind,
            );
        }
    }
}

/// The gradient of -log q(z|x) by z of a sample to an invocation: L's transpose makes the noise of it.
#[cube(launch_unchecked)]
fn by_log_q(
    head: &[f32],
    by_posterior: &mut [f32],
    feed: &[f32],
    step: usize,
    latent: Latent,
    #[comptime] is_full: bool,
) {
    if ABSOLUTE_POS < latent.images * latent.samples {
        let first = ABSOLUTE_POS * latent.size;
        for d in 0..latent.size {
            by_posterior[first + d] = feed[step + SETTINGS + first + d];
        }
        for back in 0..latent.size {
            let d = latent.size - 1 - back;
            let (_, mu) = latent.rows(first + d);
            let value = by_posterior[first + d] / (0.5 * head[mu + latent.size]).exp();
            by_posterior[first + d] = value;
            if comptime!(is_full) {
                let below = latent.below(mu, d);
                for before in 0..d {
                    by_posterior[first + before] -= head[below + before] * value;
                }
            }
        }
    }
}

/// The loss's gradient by a dimension of a sample of z, as mu and L have it.
#[cube]
fn by_z_of(
    slope: &[f32],
    z_delta: &[f32],
    by_posterior: &[f32],
    shares: &[f32],
    beta: f32,
    row: usize,
    dimension: usize,
    latent: &Latent,
    #[comptime] is_doubly: bool,
) -> f32 {
    let at = row * latent.z_row + dimension;
    let weight = shares[row] * beta;
    if comptime!(is_doubly) {
        // A share counts again in as much as log q(z|x) does in the log weights, which is beta times.
        let again = 1.0 - beta + weight * f32::cast_from(latent.images);
        again * (z_delta[at] + weight * (slope[at] - by_posterior[row * latent.size + dimension]))
    } else {
        z_delta[at] + weight * slope[at]
    }
}

/// Adds the KL to the running sums; `delta` becomes the loss's gradient by mu, log_var and what L has below its diagonal.
#[cube(launch_unchecked)]
fn head_delta(
    head: &[f32],
    slope: &[f32],
    z_delta: &[f32],
    by_posterior: &[f32],
    log_ratios: &[f32],
    shares: &[f32],
    delta: &mut [f32],
    sums: &mut [f32],
    feed: &[f32],
    step: usize,
    latent: Latent,
    #[comptime] kind: Kind,
) {
    let beta = feed[step + WEIGHT] * f32::cast_from(latent.images);
    let mut sum = sums[ABSOLUTE_POS];
    for at in range_stepped(ABSOLUTE_POS, latent.images * latent.size, SUMS) {
        let (image, dimension) = (at / latent.size, at % latent.size);
        let mu_at = image * latent.head_row + dimension;
        let log_var = head[mu_at + latent.size];
        let deviation = (0.5 * log_var).exp();
        let mut by_mu = f32::new(0.0);
        let mut by_log_var = f32::new(0.0);
        for row in image * latent.samples..(image + 1) * latent.samples {
            let by_z = by_z_of(slope, z_delta, by_posterior, shares, beta, row, dimension, &latent, kind.is_doubly);
            by_mu += by_z;
            let by_deviation = by_z * deviation * feed[step + SETTINGS + row * latent.size + dimension];
            if comptime!(kind.is_doubly) {
                by_log_var += 0.5 * by_deviation;
            } else {
                by_log_var += 0.5 * (by_deviation - shares[row] * beta);
            }
            if comptime!(kind.is_estimated) {
                // Once for an image's sample: it is one number for all dimensions.
                sum -= select(dimension == 0, log_ratios[row], 0.0) / f32::cast_from(latent.samples);
            }
        }
        delta[mu_at] = by_mu;
        delta[mu_at + latent.size] = by_log_var;
        if comptime!(!kind.is_estimated) {
            sum += kl_of(head[mu_at], log_var);
        }
        if comptime!(kind.is_full) {
            let below = latent.below(mu_at, dimension);
            for before in 0..dimension {
                let mut by_value = f32::new(0.0);
                for row in image * latent.samples..(image + 1) * latent.samples {
                    let by_z =
                        by_z_of(slope, z_delta, by_posterior, shares, beta, row, dimension, &latent, kind.is_doubly);
                    by_value += by_z * feed[step + SETTINGS + row * latent.size + before];
                }
                delta[below + before] = by_value;
                if comptime!(!kind.is_estimated) {
                    let value = head[below + before];
                    sum += 0.5 * value * value;
                }
            }
        }
    }
    sums[ABSOLUTE_POS] = sum;
}
