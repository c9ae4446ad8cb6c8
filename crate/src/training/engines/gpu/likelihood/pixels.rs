//! -log p(x|z) of an image's pixels, by the formulas of [`latent_kernels::likelihood`].

use std::f32::consts::TAU;

use cubecl::prelude::*;

use super::{Kind, Rows, SUMS};
use crate::training::engines::gpu::reduce::total;
use crate::training::engines::gpu::vector::{Bytes, Four, Stored, WIDTH};

/// The logistic function, and log(1 + exp(x)), whose derivative it is; neither overflows.
#[cube]
pub fn sigmoid_and_softplus(x: f32) -> (f32, f32) {
    let small = (-x.abs()).exp();
    let share = 1.0 / (1.0 + small);
    let positive = x > 0.0;
    (select(positive, share, small * share), select(positive, x, 0.0) + (1.0 + small).ln())
}

/// Adds -log p(x|z) to the running sums, and leaves that of each row; `delta` becomes its gradient by the output times `scale`.
#[cube(launch_unchecked)]
pub fn run(
    output: &[f32],
    targets: &[u32],
    parameters: &[f32],
    delta: &mut [f32],
    losses: &mut [f32],
    sums: &mut [f32],
    rows: Rows,
    scale: f32,
    floor: f32,
    variance_at: usize,
    #[comptime] kind: Kind,
    #[comptime] is_dense: bool,
) {
    let at_once = SUMS / rows.lanes;
    let (first, lane) = (ABSOLUTE_POS / rows.lanes, ABSOLUTE_POS % rows.lanes);
    let mut log_var = floor;
    if comptime!(kind == Kind::Shared) {
        let (_, above) = sigmoid_and_softplus(parameters[variance_at] - floor);
        log_var = floor + above;
    }
    let precision = (-log_var).exp();
    let constant = 0.5 * (log_var + f32::new(TAU.ln()));
    let mut sum = f32::new(0.0);
    let end = select(first < at_once, rows.count, 0);
    for row in range_stepped(first, end, at_once) {
        let mut loss = f32::new(0.0);
        let mut alike = f32::new(0.0);
        for word in range_stepped(lane, rows.words, rows.lanes) {
            let bytes = targets[row / rows.samples * rows.words + word];
            #[unroll]
            for i in 0..WIDTH {
                let byte = WIDTH * word + i;
                if byte < rows.pixels {
                    let mut at = row * rows.row + byte;
                    if comptime!(!is_dense) {
                        at = row * rows.row + byte % rows.plane * rows.pixel + byte / rows.plane * rows.channel;
                    }
                    let x = Bytes::part(bytes, i);
                    let (mean, softplus) = sigmoid_and_softplus(output[at]);
                    let error = mean - x;
                    if comptime!(kind == Kind::Bernoulli) {
                        loss += softplus - x * output[at];
                        delta[at] = error * scale;
                    } else if comptime!(kind == Kind::Pixel) {
                        let (slope, above) = sigmoid_and_softplus(output[at + rows.variance] - floor);
                        let precision = (-floor - above).exp();
                        let square = error * error * precision;
                        loss += 0.5 * (square + floor + above + f32::new(TAU.ln()));
                        delta[at] = scale * precision * error * mean * (1.0 - mean);
                        delta[at + rows.variance] = scale * 0.5 * (1.0 - square) * slope;
                    } else {
                        loss += 0.5 * error * error * precision;
                        alike += constant;
                        delta[at] = scale * precision * error * mean * (1.0 - mean);
                    }
                }
            }
        }
        losses[row * rows.lanes + lane] = loss;
        sum += loss + alike;
    }
    sums[ABSOLUTE_POS] += sum / f32::cast_from(rows.samples);
}

/// The loss's gradient by what stands for the logarithm of the variance that all pixels share.
#[cube(launch_unchecked)]
pub fn variance(
    losses: &[f32],
    shares: &[f32],
    parameters: &[f32],
    gradients: &mut [Four],
    variance_at: usize,
    scale: f32,
    floor: f32,
    pixels: f32,
    count: usize,
    lanes: usize,
    #[comptime] are_shared: bool,
) {
    let (slope, _) = sigmoid_and_softplus(parameters[variance_at] - floor);
    let mut sum = f32::new(0.0);
    for at in range_stepped(UNIT_POS as usize, count, CUBE_DIM as usize) {
        let mut weight = scale;
        if comptime!(are_shared) {
            weight = shares[at / lanes];
        }
        sum += weight * (0.5 * pixels / f32::cast_from(lanes) - losses[at]);
    }
    let all = total(sum);
    if UNIT_POS == 0 {
        let mut gradient = Four::zeroed();
        gradient.insert(0usize, slope * all);
        gradients[0] = gradient;
    }
}
