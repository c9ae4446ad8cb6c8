//! The loss's gradient by a mixture's parameters.

use cubecl::prelude::*;

use super::super::feed::WEIGHT;
use super::super::posterior::Latent;
use super::super::vector::WIDTH;
use super::{Places, log_sum};

/// The loss's gradient by the logits, one to an invocation; zero in the padding.
#[cube(launch_unchecked)]
pub fn by_logits(
    values: &[f32],
    shares: &[f32],
    weights: &[f32],
    gradients: &mut [f32],
    feed: &[f32],
    step: usize,
    latent: Latent,
    places: Places,
) {
    let k = ABSOLUTE_POS;
    if k < places.components.div_ceil(WIDTH) * WIDTH {
        let mut sum = f32::new(0.0);
        if k < places.components {
            let beta = feed[step + WEIGHT] * f32::cast_from(latent.images);
            let weight = (values[places.logits + k] - log_sum(values, &places)).exp();
            for row in 0..latent.images * latent.samples {
                sum += weights[row] * beta * (weight - shares[row * places.components + k]);
            }
        }
        gradients[k] = sum;
    }
}

/// By means and logarithms of variances, a number of each and a part of the samples to an invocation; zero in the padding. Parts begin
/// `count` numbers from each other.
#[cube(launch_unchecked)]
pub fn by_gaussians(
    values: &[f32],
    z: &[f32],
    shares: &[f32],
    weights: &[f32],
    gradients: &mut [f32],
    feed: &[f32],
    step: usize,
    latent: Latent,
    places: Places,
    parts: usize,
    count: usize,
) {
    let numbers = places.components * latent.z_row;
    let (at, part) = (ABSOLUTE_POS % numbers, ABSOLUTE_POS / numbers);
    let (k, d) = (at / latent.z_row, at % latent.z_row);
    if part < parts {
        let mut by_mean = f32::new(0.0);
        let mut by_log_var = f32::new(0.0);
        if d < latent.size {
            let beta = feed[step + WEIGHT] * f32::cast_from(latent.images);
            let (mean, precision) = (values[places.means + at], (-values[places.log_vars + at]).exp());
            for row in range_stepped(part, latent.images * latent.samples, parts) {
                let scale = weights[row] * beta * shares[row * places.components + k];
                let off = z[row * latent.z_row + d] - mean;
                by_mean -= scale * off * precision;
                by_log_var += scale * 0.5 * (1.0 - off * off * precision);
            }
        }
        gradients[part * count + at] = by_mean;
        gradients[part * count + numbers + at] = by_log_var;
    }
}
