//! A mixture of Gaussians as p(z), by the formulas of [`latent_kernels::mixture`]: what it makes of the samples of z, and the loss's
//! gradient by its parameters.

mod gradients;

use std::f32::consts::TAU;

use cubecl::prelude::*;
use cubecl::server::Handle;

use super::Step;
use super::feed::SETTINGS;
use super::importance::Shares;
use super::layers::Layer;
use super::memory::{buffer, zeros};
use super::posterior::{Latent, Posterior};
use super::shape::Shape;
use super::tile;
use super::vector::{WIDTH, vectors};

/// Where its parameters begin among all, in numbers.
#[derive(CubeType, CubeLaunch, Clone, Copy)]
pub struct Places {
    components: usize,
    logits: usize,
    means: usize,
    log_vars: usize,
}

/// What it makes of a batch's samples.
pub struct Mixture {
    components: usize,
    rows: usize,
    /// Of the logits, and of means and logarithms of variances.
    shapes: [Shape; 2],
    /// log p(z) - log q(z|x), in nats: `[N * k]`.
    log_ratios: Handle,
    /// The gradient of -log p(z) by z, as z lies.
    slope: Handle,
    /// Each component's share of each sample, `[N * k, K]`.
    shares: Handle,
}

impl Mixture {
    pub fn new(client: &Client, shapes: [Shape; 2], components: usize, latent: usize, rows: usize) -> Self {
        Self {
            components,
            rows,
            shapes,
            log_ratios: zeros(client, vectors(rows)),
            slope: zeros(client, rows * vectors(latent)),
            shares: zeros(client, vectors(rows * components)),
        }
    }

    pub fn slope(&self) -> &Handle {
        &self.slope
    }

    pub fn log_ratios(&self) -> &Handle {
        &self.log_ratios
    }

    /// After the samples of z.
    pub fn see(&self, step: &Step, posterior: &Posterior, head: &Layer) {
        let (cubes, dim) = tile::grid(self.rows);
        let (values, feed, at, latent) = (step.all.scalars(), step.feed.arg(), step.feed.at, posterior.latent());
        // SAFETY: here and below, the lengths are those that the buffers were made with, and kernels stay within.
        unsafe {
            let (head, slope) = (posterior.head_numbers(&head.output), posterior.numbers(&self.slope));
            let (z, shares) = (posterior.numbers(&posterior.z), self.shares());
            let log_ratios = buffer(&self.log_ratios, self.rows);
            density::launch_unchecked(
                step.client,
                cubes,
                dim,
                values,
                head,
                z,
                log_ratios,
                slope,
                shares,
                feed,
                at,
                latent,
                self.places(),
            );
        }
    }

    /// A step of the optimiser on its parameters, through the samples in their shares of the importance weights.
    pub fn update(&self, step: &Step, posterior: &Posterior, weights: &Shares) {
        let [logits, gaussians] = &self.shapes;
        let (client, at, optimizer) = (step.client, step.feed.at, step.optimizer);
        let (cubes, dim) = tile::grid(WIDTH * logits.count());
        let (feed, weights) = (|| step.feed.arg(), || weights.arg());
        unsafe {
            gradients::by_logits::launch_unchecked(
                client,
                cubes,
                dim,
                step.all.scalars(),
                self.shares(),
                weights(),
                optimizer.gradient_numbers(),
                feed(),
                at,
                posterior.latent(),
                self.places(),
            );
            optimizer.apply(step, logits, 1);
            let (parts, count) = (gaussians.parts(), gaussians.count() * WIDTH);
            let (cubes, dim) = tile::grid(parts * gaussians.weight() * WIDTH);
            gradients::by_gaussians::launch_unchecked(
                client,
                cubes,
                dim,
                step.all.scalars(),
                posterior.numbers(&posterior.z),
                self.shares(),
                weights(),
                optimizer.gradient_numbers(),
                feed(),
                at,
                posterior.latent(),
                self.places(),
                parts,
                count,
            );
            optimizer.apply(step, gaussians, parts);
        }
    }

    fn shares(&self) -> BufferArg {
        unsafe { buffer(&self.shares, self.rows * self.components) }
    }

    fn places(&self) -> PlacesLaunch {
        let [logits, gaussians] = self.shapes.map(|shape| shape.offset * WIDTH);
        PlacesLaunch::new(self.components, logits, gaussians, gaussians + self.shapes[1].weight() * WIDTH)
    }
}

/// The logarithm of the sum of the logits' exponentials.
#[cube]
fn log_sum(values: &[f32], places: &Places) -> f32 {
    let mut largest = f32::new(f32::MIN);
    for k in 0..places.components {
        largest = largest.max(values[places.logits + k]);
    }
    let mut sum = f32::new(0.0);
    for k in 0..places.components {
        sum += (values[places.logits + k] - largest).exp();
    }
    largest + sum.ln()
}

/// log p(z) - log q(z|x), the components' shares of p(z), and the gradient of -log p(z) by z, of a sample to an invocation.
#[cube(launch_unchecked)]
fn density(
    values: &[f32],
    head: &[f32],
    z: &[f32],
    log_ratios: &mut [f32],
    slope: &mut [f32],
    shares: &mut [f32],
    feed: &[f32],
    step: usize,
    latent: Latent,
    places: Places,
) {
    if ABSOLUTE_POS < latent.images * latent.samples {
        let (row, first) = (ABSOLUTE_POS * latent.z_row, ABSOLUTE_POS * places.components);
        let of_logits = log_sum(values, &places);
        let mut largest = f32::new(f32::MIN);
        for k in 0..places.components {
            let mut term = values[places.logits + k] - of_logits;
            for d in 0..latent.size {
                let at = k * latent.z_row + d;
                let log_var = values[places.log_vars + at];
                let off = z[row + d] - values[places.means + at];
                term -= 0.5 * (log_var + f32::new(TAU.ln()) + off * off * (-log_var).exp());
            }
            shares[first + k] = term;
            largest = largest.max(term);
        }
        let mut sum = f32::new(0.0);
        for k in 0..places.components {
            let part = (shares[first + k] - largest).exp();
            shares[first + k] = part;
            sum += part;
        }
        for k in 0..places.components {
            shares[first + k] /= sum;
        }
        let mut ratio = largest + sum.ln();
        for d in 0..latent.size {
            let (_, mu) = latent.rows(ABSOLUTE_POS * latent.size + d);
            let noise = feed[step + SETTINGS + ABSOLUTE_POS * latent.size + d];
            ratio += 0.5 * (noise * noise + head[mu + latent.size] + f32::new(TAU.ln()));
            let mut by_z = f32::new(0.0);
            for k in 0..places.components {
                let at = k * latent.z_row + d;
                let precision = (-values[places.log_vars + at]).exp();
                by_z += shares[first + k] * (z[row + d] - values[places.means + at]) * precision;
            }
            slope[row + d] = by_z;
        }
        log_ratios[ABSOLUTE_POS] = ratio;
    }
}
