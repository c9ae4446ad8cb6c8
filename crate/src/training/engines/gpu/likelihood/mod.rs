//! -log p(x|z) with its gradient by what the decoder puts out, by the formulas of [`latent_kernels::likelihood`].

mod multinomial;

use std::f32::consts::TAU;

use cubecl::prelude::*;
use cubecl::server::Handle;

use super::Step;
use super::importance::Shares;
use super::layers::Layer;
use super::memory::{buffer, zeros};
use super::reduce::{self, total};
use super::shape::{Shape, Shapes};
use super::tile;
use super::vector::{Bytes, Four, Stored, WIDTH, vectors};
use crate::settings::{Likelihood, ModelConfig};

/// Invocations that keep a running sum each: the host adds them up.
pub const SUMS: usize = 4096;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Bernoulli,
    /// The variance is chosen beforehand, or all pixels share it.
    Gaussian,
    Shared,
    Pixel,
    Multinomial,
}

/// How a batch's images and what is decoded of them lie.
#[derive(CubeType, CubeLaunch, Clone, Copy)]
struct Rows {
    /// N times k.
    count: usize,
    samples: usize,
    /// Bytes of an image, and of a channel; words of an image.
    pixels: usize,
    plane: usize,
    words: usize,
    /// Numbers from a row of the output to the next, and in it from a pixel to the next, to its next channel, and to what stands
    /// for its variance.
    row: usize,
    pixel: usize,
    channel: usize,
    variance: usize,
    /// Invocations that share a row.
    lanes: usize,
}

/// The likelihood of a batch's images.
pub struct Likelihoods {
    kind: Kind,
    /// The variance that all pixels share.
    shared: Option<Shape>,
    is_dense: bool,
    rows: usize,
    samples: usize,
    channels: usize,
    plane: usize,
    /// Numbers of the decoder's output for a row.
    width: usize,
    /// The variance's logarithm where it is chosen; else its floor.
    log_var: f32,
    /// Of each row in parts, without what all samples of an image have alike: `[N * k, lanes]`.
    pub losses: Handle,
}

impl Likelihoods {
    pub fn new(client: &Client, config: &ModelConfig, shapes: &Shapes, images: usize, samples: usize) -> Self {
        let (kind, sigma) = match config.likelihood {
            // Texts are not trained here: `RunConfig::trains_on_gpu`.
            Likelihood::Bernoulli | Likelihood::Characters { .. } => (Kind::Bernoulli, 1.0),
            Likelihood::Multinomial => (Kind::Multinomial, 1.0),
            Likelihood::GaussianFixed { sigma } => (Kind::Gaussian, sigma),
            Likelihood::GaussianShared => (Kind::Shared, Likelihood::MIN_SIGMA),
            Likelihood::GaussianPixel => (Kind::Pixel, Likelihood::MIN_SIGMA),
        };
        let rows = images * samples;
        Self {
            kind,
            shared: shapes.shared,
            is_dense: config.channels.is_empty(),
            rows,
            samples,
            channels: config.data.channels,
            plane: config.data.width * config.data.height,
            width: shapes.decoder.last().map_or(0, |shape| shape.outputs() * WIDTH),
            log_var: 2.0 * sigma.ln() as f32,
            losses: zeros(client, SUMS.max(rows) / WIDTH + 1),
        }
    }

    /// Parts of a row's loss.
    pub fn lanes(&self) -> usize {
        if self.kind == Kind::Multinomial { 1 } else { (SUMS / self.rows).max(1) }
    }

    pub fn losses(&self) -> BufferArg {
        // SAFETY: here and below, the lengths are those that the buffers were made with, and kernels stay within.
        unsafe { buffer(&self.losses, self.rows * self.lanes()) }
    }

    /// Sets the gradient by the decoder's output, times `scale`; adds up the reconstruction term.
    pub fn run(&self, step: &Step, output: &Layer, targets: &Handle, scale: f32) {
        match self.kind {
            Kind::Multinomial => self.run_of_items(step, output, targets, scale),
            _ => self.run_of_images(step, output, targets, scale),
        }
    }

    fn run_of_items(&self, step: &Step, Layer { output, delta, .. }: &Layer, targets: &Handle, scale: f32) {
        let (cubes, dim) = reduce::grid(self.rows);
        unsafe {
            let [output, delta] = [output, delta].map(|handle| buffer(handle, self.rows * self.width));
            let targets = buffer(targets, self.rows / self.samples * vectors(self.plane));
            let (losses, layout) = (self.losses(), self.layout());
            multinomial::run::launch_unchecked(step.client, cubes, dim, output, targets, delta, losses, layout, scale);
            let (cubes, dim) = tile::grid(SUMS);
            let sums = buffer(&step.sums[0], SUMS);
            multinomial::add::launch_unchecked(step.client, cubes, dim, self.losses(), sums, self.layout());
        }
    }

    fn run_of_images(&self, step: &Step, Layer { output, delta, .. }: &Layer, targets: &Handle, scale: f32) {
        let words = vectors(self.channels * self.plane);
        let (cubes, dim) = tile::grid(SUMS);
        let values = step.all.scalars();
        let variance_at = self.shared.map_or(0, |shape| shape.offset * WIDTH);
        unsafe {
            let [output, delta] = [output, delta].map(|handle| buffer(handle, self.rows * self.width));
            let targets = buffer(targets, self.rows / self.samples * words);
            let sums = buffer(&step.sums[0], SUMS);
            run::launch_unchecked(
                step.client,
                cubes,
                dim,
                output,
                targets,
                values,
                delta,
                self.losses(),
                sums,
                self.layout(),
                scale,
                self.log_var,
                variance_at,
                self.kind,
                self.is_dense,
            );
        }
    }

    /// A step of the variance that all pixels share, where it is learnt; each row counts with `scale`, or its share of its image's.
    pub fn update(&self, step: &Step, scale: f32, shares: Option<&Shares>) {
        let Some(shape) = self.shared else { return };
        let values = step.all.scalars();
        let (cubes, dim) = reduce::grid(1);
        let (count, lanes) = (self.rows * self.lanes(), self.lanes());
        let pixels = (self.channels * self.plane) as f32;
        unsafe {
            variance::launch_unchecked(
                step.client,
                cubes,
                dim,
                self.losses(),
                shares.map_or_else(|| buffer(&step.sums[0], SUMS), Shares::arg),
                values,
                step.optimizer.gradients(),
                shape.offset * WIDTH,
                scale,
                self.log_var,
                pixels,
                count,
                lanes,
                shares.is_some(),
            );
        }
        step.optimizer.apply(step, &shape, 1);
    }

    fn layout(&self) -> RowsLaunch {
        let Self { rows, samples, channels, plane, width, .. } = *self;
        let pixels = channels * plane;
        let [pixel, channel, variance] = if self.is_dense { [1, plane, pixels] } else { [width / plane, 1, channels] };
        RowsLaunch::new(rows, samples, pixels, plane, vectors(pixels), width, pixel, channel, variance, self.lanes())
    }
}

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
fn run(
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
fn variance(
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
