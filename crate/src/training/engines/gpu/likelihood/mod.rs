//! -log p(x|z) with its gradient by what the decoder puts out, by the formulas of [`latent_kernels::likelihood`].

mod multinomial;
mod pixels;

use cubecl::prelude::*;
use cubecl::server::Handle;

use super::Step;
use super::importance::Shares;
use super::layers::Layer;
use super::memory::{buffer, zeros};
use super::reduce;
use super::shape::{Shape, Shapes};
use super::texts::TextLikelihood;
use super::tile;
use super::vector::{WIDTH, vectors};
use crate::settings::layers::character_sizes;
use crate::settings::{Likelihood, ModelConfig};
pub use pixels::sigmoid_and_softplus;

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
    Characters,
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
    texts: Option<TextLikelihood>,
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
            Likelihood::Bernoulli => (Kind::Bernoulli, 1.0),
            Likelihood::Multinomial => (Kind::Multinomial, 1.0),
            Likelihood::Characters { .. } => (Kind::Characters, 1.0),
            Likelihood::GaussianFixed { sigma } => (Kind::Gaussian, sigma),
            Likelihood::GaussianShared => (Kind::Shared, Likelihood::MIN_SIGMA),
            Likelihood::GaussianPixel => (Kind::Pixel, Likelihood::MIN_SIGMA),
        };
        let rows = images * samples;
        let of_texts = |(sizes, shapes)| TextLikelihood::new(client, config, sizes, shapes, [images, samples]);
        Self {
            kind,
            shared: shapes.shared,
            texts: character_sizes(config).zip(shapes.texts).map(of_texts),
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
        if matches!(self.kind, Kind::Multinomial | Kind::Characters) { 1 } else { (SUMS / self.rows).max(1) }
    }

    pub fn losses(&self) -> BufferArg {
        // SAFETY: here and below, the lengths are those that the buffers were made with, and kernels stay within.
        unsafe { buffer(&self.losses, self.rows * self.lanes()) }
    }

    /// Sets the gradient by the decoder's output, times `scale`; adds up the reconstruction term.
    pub fn run(&self, step: &Step, output: &Layer, targets: &Handle, scale: f32) {
        match (&self.texts, self.kind) {
            (Some(texts), _) => texts.run(step, output, self.losses(), scale),
            (None, Kind::Multinomial) => self.run_of_items(step, output, targets, scale),
            (None, _) => return self.run_of_images(step, output, targets, scale),
        }
        self.add(step);
    }

    fn run_of_items(&self, step: &Step, Layer { output, delta, .. }: &Layer, targets: &Handle, scale: f32) {
        let (cubes, dim) = reduce::grid(self.rows);
        unsafe {
            let [output, delta] = [output, delta].map(|handle| buffer(handle, self.rows * self.width));
            let targets = buffer(targets, self.rows / self.samples * vectors(self.plane));
            let (losses, layout) = (self.losses(), self.layout());
            multinomial::run::launch_unchecked(step.client, cubes, dim, output, targets, delta, losses, layout, scale);
        }
    }

    /// The rows' losses to the running sums.
    fn add(&self, step: &Step) {
        let (cubes, dim) = tile::grid(SUMS);
        unsafe {
            let sums = buffer(&step.sums[0], SUMS);
            add::launch_unchecked(step.client, cubes, dim, self.losses(), sums, self.rows, self.samples);
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
            pixels::run::launch_unchecked(
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

    /// A step of its own parameters, the variance that all pixels share or those of texts, where it has any; each row counts with
    /// `scale`, or its share of its image's.
    pub fn update(&self, step: &Step, output: &Layer, scale: f32, shares: Option<&Shares>) {
        if let Some(texts) = &self.texts {
            return texts.update(step, output, shares);
        }
        let Some(shape) = self.shared else { return };
        let values = step.all.scalars();
        let (cubes, dim) = reduce::grid(1);
        let (count, lanes) = (self.rows * self.lanes(), self.lanes());
        let pixels = (self.channels * self.plane) as f32;
        unsafe {
            pixels::variance::launch_unchecked(
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

/// Adds the rows' losses to the running sums.
#[cube(launch_unchecked)]
fn add(losses: &[f32], sums: &mut [f32], rows: usize, samples: usize) {
    let mut sum = f32::new(0.0);
    for row in range_stepped(ABSOLUTE_POS, rows, SUMS) {
        sum += losses[row];
    }
    sums[ABSOLUTE_POS] += sum / f32::cast_from(samples);
}
