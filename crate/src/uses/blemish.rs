//! What is done to images by noise, blur and strokes, and what it lets through of them.

use std::f64::consts::PI;

use rand::{Rng, RngExt};
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal};
use serde::{Deserialize, Serialize};

use super::inference::Inference;
use super::observation::{Observation, Operator};
use super::report::Case;
use crate::error::{Error, Result};
use crate::settings::DataSpec;

/// What a decoded image, blurred, is off by: it is not the image itself.
const BLURRED_OFF: f64 = 0.05;
/// Half of a stroke's width, in pixels of an image of 28.
const STROKE: f64 = 1.0;
/// What part of an image a stroke covers, about.
pub const COVERED: f64 = 0.03;

/// What was done to an image.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "camelCase", deny_unknown_fields)]
pub enum Blemish {
    /// N(0, sigma^2) added to each pixel, the sum cut to 0 to 1.
    Noise { sigma: f64 },
    /// Each pixel made black or white with this chance, in all its channels.
    SaltAndPepper { share: f64 },
    /// Blurred by a Gaussian of so many pixels.
    Blur { sigma: f64 },
    /// Strokes of ink drawn over it.
    Strokes { count: usize },
}

impl Blemish {
    /// # Errors
    /// [`Error::Argument`] for a strength out of range.
    pub fn check(self) -> Result<()> {
        let (valid, expected) = match self {
            Self::Noise { sigma } => (sigma > 0.0 && sigma <= 2.0, "noise with a sigma above 0, up to 2"),
            Self::SaltAndPepper { share } => (share > 0.0 && share < 1.0, "a share above 0 and below 1"),
            Self::Blur { sigma } => (sigma > 0.0 && sigma <= 10.0, "a blur of more than 0 to 10 pixels"),
            Self::Strokes { count } => ((1..=20).contains(&count), "1 to 20 strokes"),
        };
        if valid { Ok(()) } else { Err(Error::Argument(format!("expected {expected}, got {self:?}"))) }
    }

    /// Does it to images `[N, D]`.
    ///
    /// # Errors
    /// [`Error::Argument`] for a strength out of range.
    pub fn apply(self, images: &[f32], data: &DataSpec, rng: &mut ChaCha8Rng) -> Result<Vec<f32>> {
        self.check()?;
        let mut damaged = images.to_vec();
        let pixels = data.width * data.height;
        match self {
            Self::Noise { sigma } => damaged.iter_mut().for_each(|value| {
                let draw: f32 = StandardNormal.sample(rng);
                *value = (*value + sigma as f32 * draw).clamp(0.0, 1.0);
            }),
            Self::SaltAndPepper { share } => damaged.chunks_exact_mut(data.size()).for_each(|image| {
                for pixel in 0..pixels {
                    let draw: f64 = rng.random_range(0.0..1.0);
                    if draw >= share {
                        continue;
                    }
                    let value = if draw < share / 2.0 { 0.0 } else { 1.0 };
                    image.iter_mut().skip(pixel).step_by(pixels).for_each(|it| *it = value);
                }
            }),
            Self::Blur { sigma } => damaged = blurred(images, data, sigma),
            Self::Strokes { count } => damaged.chunks_exact_mut(data.size()).for_each(|image| {
                (0..count).for_each(|_| stroke(image, data, rng));
            }),
        }
        Ok(damaged)
    }

    /// What it lets through of images, seen as `damaged` `[N, D]`.
    pub fn observation(self, damaged: &[f32], inference: &Inference) -> Observation {
        let data = &inference.config().data;
        let pixels = damaged.to_vec();
        match self {
            Self::Noise { sigma } => Observation::Noise { pixels, sigma, cut: true },
            Self::SaltAndPepper { share } => Observation::Outliers { pixels, white: share / 2.0, black: share / 2.0 },
            Self::Blur { sigma } => {
                let plane = data.width * data.height;
                let operator = Operator::new(blur([data.width, data.height], sigma), plane);
                Observation::Sums { values: pixels, operator: operator.into(), sigma: BLURRED_OFF }
            }
            Self::Strokes { count } => {
                Observation::Outliers { pixels, white: (COVERED * count as f64).min(0.5), black: 0.0 }
            }
        }
    }

    /// As a report names it.
    pub fn case(self) -> Case {
        match self {
            Self::Noise { sigma } => Case::Noise { sigma },
            Self::SaltAndPepper { share } => Case::SaltAndPepper { share },
            Self::Blur { sigma } => Case::Blur { sigma },
            Self::Strokes { count } => Case::Strokes { count },
        }
    }
}

/// A Gaussian blur of one channel as a matrix `[pixels, pixels]`, from each pixel (row) to each (column); what would come from
/// beyond the border comes from the nearest pixel.
fn blur([width, height]: [usize; 2], sigma: f64) -> Vec<f32> {
    let (across, down) = (blur_line(width, sigma), blur_line(height, sigma));
    let pixels = width * height;
    let at = |index: usize| {
        let (from, to) = (index / pixels, index % pixels);
        (down[from / width * height + to / width] * across[from % width * width + to % width]) as f32
    };
    (0..pixels * pixels).map(at).collect()
}

/// The same of one line, `[size, size]`.
fn blur_line(size: usize, sigma: f64) -> Vec<f64> {
    let reach = (4.0 * sigma).ceil() as isize;
    let weight = |off: isize| (-(off as f64 / sigma).powi(2) / 2.0).exp();
    let total: f64 = (-reach..=reach).map(weight).sum();
    let mut line = vec![0.0; size * size];
    for to in 0..size {
        for off in -reach..=reach {
            let from = (to as isize + off).clamp(0, size as isize - 1) as usize;
            line[from * size + to] += weight(off) / total;
        }
    }
    line
}

fn blurred(images: &[f32], data: &DataSpec, sigma: f64) -> Vec<f32> {
    let DataSpec { width, height, .. } = *data;
    let (across, down) = (blur_line(width, sigma), blur_line(height, sigma));
    let mut found = Vec::with_capacity(images.len());
    for channel in images.chunks_exact(width * height) {
        let line = |y: usize, x: usize| -> f64 {
            (0..width).map(|from| f64::from(channel[y * width + from]) * across[from * width + x]).sum()
        };
        let lines: Vec<f64> =
            (0..height).flat_map(|y| (0..width).map(move |x| (y, x))).map(|(y, x)| line(y, x)).collect();
        for at in 0..channel.len() {
            let (y, x) = (at / width, at % width);
            let sum: f64 = (0..height).map(|from| lines[from * width + x] * down[from * height + y]).sum();
            found.push(sum as f32);
        }
    }
    found
}

/// A straight stroke of ink from somewhere across half of the image.
fn stroke(image: &mut [f32], data: &DataSpec, rng: &mut impl Rng) {
    let DataSpec { width, height, .. } = *data;
    let side = width.min(height) as f64;
    let half = STROKE * side / 28.0;
    let middle = [width, height].map(|size| rng.random_range(0.2..0.8) * size as f64);
    let angle = rng.random_range(0.0..PI);
    let (along, length) = ([angle.cos(), angle.sin()], side / 4.0);
    let is_inked = |pixel: usize| {
        let off = [(pixel % width) as f64 + 0.5 - middle[0], (pixel / width) as f64 + 0.5 - middle[1]];
        let place = (off[0] * along[0] + off[1] * along[1]).clamp(-length, length);
        (off[0] - place * along[0]).hypot(off[1] - place * along[1]) <= half
    };
    let pixels = width * height;
    for pixel in (0..pixels).filter(|&pixel| is_inked(pixel)) {
        image.iter_mut().skip(pixel).step_by(pixels).for_each(|value| *value = 1.0);
    }
}
