//! A second layer of latents: h below the samples of z, and the loss's gradient by what x and z say of it, by the formulas of
//! [`crate::objective::lower`].

use cubecl::prelude::*;
use cubecl::server::Handle;

use super::Step;
use super::feed::{SETTINGS, WEIGHT};
use super::importance::{Shares, log_ratio_of};
use super::layers::{self, Input, Layer};
use super::likelihood::sigmoid_and_softplus;
use super::memory::{buffer, zeros};
use super::mixture::Mixture;
use super::posterior::{Latent, Posterior};
use super::shape::Shape;
use super::tile;
use super::vector::{WIDTH, vectors};
use crate::settings::ModelConfig;

/// Rows of its buffers.
#[derive(CubeType, CubeLaunch, Clone, Copy)]
struct Below {
    /// H.
    size: usize,
    /// Where what x says of h begins in the head.
    said: usize,
    /// Numbers from a row of h to the next, and of what leads to p(h|z).
    row: usize,
    prior_row: usize,
}

/// h of a batch's samples of z.
pub struct Lower {
    size: usize,
    said: usize,
    images: usize,
    rows: usize,
    /// From z to p(h|z).
    layers: Vec<Layer>,
    /// `[N * k, H]`, and the loss's gradient by it.
    h: Handle,
    h_delta: Handle,
    /// log p(z, h) - log q(z, h|x), in nats, unless a mixture keeps it: `[N * k]`.
    log_ratios: Handle,
}

impl Lower {
    pub fn new(client: &Client, config: &ModelConfig, shapes: Vec<Shape>, images: usize, samples: usize) -> Self {
        let (size, rows) = (config.lower_size, images * samples);
        let [h, h_delta] = [(); 2].map(|()| zeros(client, rows * vectors(size)));
        Self {
            size,
            said: config.posterior_size(),
            images,
            rows,
            layers: Layer::all(client, shapes, images, samples),
            h,
            h_delta,
            log_ratios: zeros(client, vectors(rows)),
        }
    }

    /// What is decoded.
    pub fn input(&self) -> Input<'_> {
        Input::Values { values: &self.h, delta: &self.h_delta }
    }

    pub fn log_ratios(&self) -> &Handle {
        &self.log_ratios
    }

    /// Draws h below the samples of z; what it costs is added to the ratios that a mixture made, if there is one.
    pub fn sample(&self, step: &Step, posterior: &Posterior, head: &Layer, mixture: Option<&Mixture>) {
        layers::forward(step, &self.layers, posterior.input());
        let (cubes, dim) = tile::grid(self.rows);
        let log_ratios = mixture.map_or(&self.log_ratios, Mixture::log_ratios);
        // SAFETY: here and below, the lengths are those that the buffers were made with, and kernels stay within.
        unsafe {
            sample::launch_unchecked(
                step.client,
                cubes,
                dim,
                posterior.head_numbers(&head.output),
                posterior.numbers(&posterior.z),
                self.prior_numbers(&self.prior().output),
                self.numbers(&self.h),
                buffer(log_ratios, self.rows),
                step.feed.arg(),
                step.feed.at,
                posterior.latent(),
                self.below(),
                mixture.is_some(),
            );
        }
    }

    /// From the gradient by h to that by z and by what the encoder says of h, and a step of the optimiser on what leads to p(h|z).
    pub fn backward(&self, step: &Step, posterior: &Posterior, head: &Layer, shares: &Shares) {
        let (cubes, dim) = tile::grid(self.images * self.size);
        let prior = self.prior();
        unsafe {
            slopes::launch_unchecked(
                step.client,
                cubes,
                dim,
                posterior.head_numbers(&head.output),
                self.prior_numbers(&prior.output),
                self.numbers(&self.h),
                self.numbers(&self.h_delta),
                shares.arg(),
                self.prior_numbers(&prior.delta),
                posterior.head_numbers(&head.delta),
                step.feed.arg(),
                step.feed.at,
                posterior.latent(),
                self.below(),
            );
        }
        layers::backward(step, &self.layers, posterior.input());
    }

    fn prior(&self) -> &Layer {
        &self.layers[self.layers.len() - 1]
    }

    fn below(&self) -> BelowLaunch {
        let [row, prior_row] = [self.size, 2 * self.size].map(|width| vectors(width) * WIDTH);
        BelowLaunch::new(self.size, self.said, row, prior_row)
    }

    /// # Safety
    /// `handle` is a buffer of h's shape.
    unsafe fn numbers(&self, handle: &Handle) -> BufferArg {
        unsafe { buffer(handle, self.rows * vectors(self.size) * WIDTH) }
    }

    /// # Safety
    /// `handle` is a buffer of what leads to p(h|z).
    unsafe fn prior_numbers(&self, handle: &Handle) -> BufferArg {
        unsafe { buffer(handle, self.rows * vectors(2 * self.size) * WIDTH) }
    }
}

/// q(h|x, z) in a dimension: its mean, the logarithm of its variance, and x's share of the precision; from means and logarithms of
/// variances.
#[cube]
fn joined(said_mean: f32, said_log_var: f32, prior_mean: f32, prior_log_var: f32) -> (f32, f32, f32) {
    let (share, above) = sigmoid_and_softplus(prior_log_var - said_log_var);
    (prior_mean + share * (said_mean - prior_mean), prior_log_var - above, share)
}

/// Where the noise of h begins, behind that of z.
#[cube]
fn noise_at(step: usize, latent: &Latent) -> usize {
    step + SETTINGS + latent.images * latent.samples * latent.size
}

/// h, and what it adds to log p - log q, of a sample of z to an invocation.
#[cube(launch_unchecked)]
fn sample(
    head: &[f32],
    z: &[f32],
    priors: &[f32],
    h: &mut [f32],
    log_ratios: &mut [f32],
    feed: &[f32],
    step: usize,
    latent: Latent,
    below: Below,
    #[comptime] is_mixture: bool,
) {
    let row = ABSOLUTE_POS;
    if row < latent.images * latent.samples {
        let mut ratio =
            if comptime!(is_mixture) { log_ratios[row] } else { log_ratio_of(head, z, feed, step, row, &latent) };
        let said = row / latent.samples * latent.head_row + below.said;
        for d in 0..below.size {
            let prior_mean = priors[row * below.prior_row + d];
            let prior_log_var = priors[row * below.prior_row + below.size + d];
            let (mean, log_var, _) = joined(head[said + d], head[said + below.size + d], prior_mean, prior_log_var);
            let noise = feed[noise_at(step, &latent) + row * below.size + d];
            let value = mean + (0.5 * log_var).exp() * noise;
            let off = value - prior_mean;
            h[row * below.row + d] = value;
            ratio += 0.5 * (noise * noise + log_var - prior_log_var - off * off * (-prior_log_var).exp());
        }
        log_ratios[row] = ratio;
    }
}

/// The loss's gradient by p(h|z) of each sample, and by what x says of h summed over an image's samples: a dimension of an image to an
/// invocation.
#[cube(launch_unchecked)]
fn slopes(
    head: &[f32],
    priors: &[f32],
    h: &[f32],
    h_delta: &[f32],
    shares: &[f32],
    by_prior: &mut [f32],
    delta: &mut [f32],
    feed: &[f32],
    step: usize,
    latent: Latent,
    below: Below,
) {
    if ABSOLUTE_POS < latent.images * below.size {
        let (image, d) = (ABSOLUTE_POS / below.size, ABSOLUTE_POS % below.size);
        let beta = feed[step + WEIGHT] * f32::cast_from(latent.images);
        let said = image * latent.head_row + below.said + d;
        let (said_mean, said_log_var) = (head[said], head[said + below.size]);
        let mut by_said_mean = f32::new(0.0);
        let mut by_said_log_var = f32::new(0.0);
        for row in image * latent.samples..(image + 1) * latent.samples {
            let prior = row * below.prior_row + d;
            let (prior_mean, prior_log_var) = (priors[prior], priors[prior + below.size]);
            let (mean, log_var, share) = joined(said_mean, said_log_var, prior_mean, prior_log_var);
            let (at, noise) = (row * below.row + d, feed[noise_at(step, &latent) + row * below.size + d]);
            let (weight, off) = (shares[row] * beta, h[at] - prior_mean);
            let by_density = weight * off * (-prior_log_var).exp();
            let by_mean = h_delta[at] + by_density;
            let by_log_var = 0.5 * (by_mean * noise * (0.5 * log_var).exp() - weight);
            by_said_mean += by_mean * share;
            by_said_log_var += share * (by_mean * (mean - said_mean) + by_log_var);
            let rest = 1.0 - share;
            by_prior[prior] = by_mean * rest - by_density;
            by_prior[prior + below.size] =
                rest * (by_mean * (mean - prior_mean) + by_log_var) + 0.5 * (weight - by_density * off);
        }
        delta[said] = by_said_mean;
        delta[said + below.size] = by_said_log_var;
    }
}
