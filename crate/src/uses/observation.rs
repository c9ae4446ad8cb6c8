//! What was seen of images, as log p(seen | z) given what the decoder makes of z.

use std::f64::consts::PI;
use std::sync::Arc;

use latent_kernels::likelihood::means;
use latent_kernels::matmul::{Into, Matrix, Strips, product};

use crate::model::network::Decoded;
use crate::objective::image::ImageLikelihood;

/// A byte's share of a density over 0 to 1.
const BYTE: f64 = 1.0 / 255.0;

/// What was seen of N images of D pixels, and how it came about. All of it has a slope.
#[derive(Debug, Clone)]
pub enum Observation {
    /// Pixels `[N, D]`, of which those are known where `known`, `[N, D]` or `[D]`: the model's own likelihood there.
    Known { pixels: Vec<f32>, known: Vec<bool> },
    /// Pixels `[N, D]` in Gaussian noise, cut to 0 to 1 where `cut`: there the chance of all that is beyond counts.
    Noise { pixels: Vec<f32>, sigma: f64, cut: bool },
    /// Pixels `[N, D]`, of which such shares were made white and black and all others are as they were.
    Outliers { pixels: Vec<f32>, white: f64, black: f64 },
    /// Sums over pixels of each channel, values `[N, channels * M]` = x * operator, in Gaussian noise.
    Sums { values: Vec<f32>, operator: Arc<Operator>, sigma: f64 },
}

/// A matrix `[P, M]` that makes M sums of the P pixels of a channel.
#[derive(Debug)]
pub struct Operator {
    values: Vec<f32>,
    pixels: usize,
    sums: usize,
    /// Of it, and of its transpose.
    strips: [Strips; 2],
}

impl Operator {
    /// From `[P, M]`, row by row.
    pub fn new(values: Vec<f32>, sums: usize) -> Self {
        let pixels = values.len() / sums;
        let mut operator = Self { values, pixels, sums, strips: Default::default() };
        let mut strips = std::mem::take(&mut operator.strips);
        strips[0].pack(operator.matrix());
        strips[1].pack(operator.matrix().transposed());
        operator.strips = strips;
        operator
    }

    fn matrix(&self) -> Matrix<'_> {
        Matrix::new(&self.values, self.pixels, self.sums)
    }

    /// The sums of channels `[N, P]`: `[N, M]`.
    pub fn apply(&self, channels: &[f32]) -> Vec<f32> {
        let rows = channels.len() / self.pixels;
        let mut sums = vec![0.0; rows * self.sums];
        product(&mut sums, Matrix::new(channels, rows, self.pixels), self.matrix(), &self.strips[0], Into::Empty);
        sums
    }

    /// What gradients by the sums, `[N, M]`, are by the pixels: `[N, P]`.
    fn back(&self, by_sums: &[f32]) -> Vec<f32> {
        let rows = by_sums.len() / self.sums;
        let mut by_pixels = vec![0.0; rows * self.pixels];
        let by_sums = Matrix::new(by_sums, rows, self.sums);
        product(&mut by_pixels, by_sums, self.matrix().transposed(), &self.strips[1], Into::Empty);
        by_pixels
    }
}

impl Observation {
    /// log p(seen | z) of some images, in nats, and its gradients by what was put out for them.
    pub fn log_likelihood(&self, of: &ImageLikelihood, decoded: Decoded) {
        if let Self::Sums { values, operator, sigma } = self {
            return sums(of, values, operator, *sigma, decoded);
        }
        let Decoded { rows, outputs, values, delta } = decoded;
        let width = outputs.len() / rows.len();
        let size = of.pixels(width);
        let each = outputs.chunks_exact(width).zip(delta.chunks_exact_mut(width)).zip(values);
        for (row, ((output, delta), value)) in rows.zip(each) {
            let own = row * size..(row + 1) * size;
            *value = match self {
                Self::Known { pixels, known } => {
                    let known = if known.len() == size { known } else { &known[own.clone()] };
                    self::known(of, output, &pixels[own], known, delta)
                }
                Self::Noise { pixels, sigma, cut } => noise(output, &pixels[own], *sigma, *cut, delta),
                Self::Outliers { pixels, white, black } => outliers(of, output, &pixels[own], [*white, *black], delta),
                Self::Sums { .. } => 0.0,
            };
        }
    }

    /// Each of so many images `count` times, beside each other.
    pub fn repeat(self, images: usize, count: usize) -> Self {
        let again = |values: Vec<f32>| repeated(&values, images, count);
        match self {
            Self::Known { pixels, known } => {
                let of_each = images > 1 && known.len() == pixels.len();
                let known = if of_each { repeated(&known, images, count) } else { known };
                Self::Known { pixels: again(pixels), known }
            }
            Self::Noise { pixels, sigma, cut } => Self::Noise { pixels: again(pixels), sigma, cut },
            Self::Outliers { pixels, white, black } => Self::Outliers { pixels: again(pixels), white, black },
            Self::Sums { values, operator, sigma } => Self::Sums { values: again(values), operator, sigma },
        }
    }
}

/// Rows of values, so many, each `count` times beside each other.
pub fn repeated<T: Clone>(values: &[T], rows: usize, count: usize) -> Vec<T> {
    let each = values.chunks_exact(values.len() / rows);
    each.flat_map(|row| std::iter::repeat_n(row, count)).flatten().cloned().collect()
}

fn known(of: &ImageLikelihood, output: &[f32], pixels: &[f32], known: &[bool], delta: &mut [f32]) -> f64 {
    let mut terms = vec![0.0; pixels.len()];
    of.of_values(output, pixels, &mut terms, delta);
    let unknown = delta.iter_mut().zip(known.iter().cycle()).filter(|(_, known)| !**known);
    unknown.for_each(|(delta, _)| *delta = 0.0);
    terms.iter().zip(known).filter(|(_, known)| **known).map(|(&term, _)| f64::from(term)).sum()
}

/// With a Gaussian that was cut to 0 to 1, all that lies beyond counts at both ends.
fn noise(output: &[f32], pixels: &[f32], sigma: f64, cut: bool, delta: &mut [f32]) -> f64 {
    let mut mean = vec![0.0; pixels.len()];
    means(output, &mut mean);
    delta[pixels.len()..].fill(0.0);
    let each = pixels.iter().zip(&mean).zip(delta);
    let of_pixel = |((&x, &mean), delta): ((&f32, &f32), &mut f32)| {
        let (x, mean) = (f64::from(x), f64::from(mean));
        let (term, by_mean) = match (cut, x) {
            (true, ..=0.0) => beyond(-mean / sigma, -1.0 / sigma),
            (true, 1.0..) => beyond((mean - 1.0) / sigma, 1.0 / sigma),
            _ => normal(x - mean, sigma),
        };
        *delta = (by_mean * mean * (1.0 - mean)) as f32;
        term
    };
    each.map(of_pixel).sum()
}

/// log of a Gaussian's density at an error, and its derivative by the mean.
fn normal(error: f64, sigma: f64) -> (f64, f64) {
    let scaled = error / sigma;
    (-0.5 * scaled * scaled - (sigma * (2.0 * PI).sqrt()).ln(), scaled / sigma)
}

/// log of the standard normal distribution function, and its derivative by what moves its place with this slope.
fn beyond(at: f64, slope: f64) -> (f64, f64) {
    let log = log_normal_cdf(at);
    (log, slope * (-0.5 * at * at - log).exp() / (2.0 * PI).sqrt())
}

/// log of the standard normal distribution function at a place <= 0: erfc(t) = u exp(polynomial of u) with u = 1 / (1 + t / 2), whose
/// relative error is below 1.2e-7 however small (Press et al., Numerical Recipes, 6.2).
fn log_normal_cdf(at: f64) -> f64 {
    const SERIES: [f64; 10] = [
        0.170_872_77,
        -0.822_152_23,
        1.488_515_87,
        -1.135_203_98,
        0.278_868_07,
        -0.186_288_06,
        0.096_784_18,
        0.374_091_96,
        1.000_023_68,
        -1.265_512_23,
    ];
    let t = -at * std::f64::consts::FRAC_1_SQRT_2;
    let u = 1.0 / (1.0 + 0.5 * t);
    let series = SERIES.iter().fold(0.0, |sum, &term| sum * u + term);
    u.ln() - t * t + series - 2.0_f64.ln()
}

/// log ((1 - white - black) p(x|z) + white [x = 1] + black [x = 0]).
fn outliers(of: &ImageLikelihood, output: &[f32], pixels: &[f32], [white, black]: [f64; 2], delta: &mut [f32]) -> f64 {
    let mut terms = vec![0.0; pixels.len()];
    of.of_values(output, pixels, &mut terms, delta);
    let even = if of.is_density() { BYTE.ln() } else { 0.0 } + (1.0 - white - black).ln();
    let mut total = 0.0;
    for (index, (&x, &term)) in pixels.iter().zip(&terms).enumerate() {
        let odd = if x >= 1.0 { white } else { 0.0 } + if x <= 0.0 { black } else { 0.0 };
        let (own, odd) = (f64::from(term) + even, odd.ln());
        let largest = own.max(odd);
        let both = largest + ((own - largest).exp() + (odd - largest).exp()).ln();
        let share = (own - both).exp() as f32;
        delta.iter_mut().skip(index).step_by(pixels.len()).for_each(|delta| *delta *= share);
        total += both;
    }
    total
}

fn sums(of: &ImageLikelihood, seen: &[f32], operator: &Operator, sigma: f64, decoded: Decoded) {
    let Decoded { rows, outputs, values, delta } = decoded;
    let width = outputs.len() / rows.len();
    let size = of.pixels(width);
    let mut mean = vec![0.0; rows.len() * size];
    let each = outputs.chunks_exact(width).zip(mean.chunks_exact_mut(size));
    each.for_each(|(output, mean)| means(&output[..size], mean));
    let mut by_sums = operator.apply(&mean);
    let many = by_sums.len() / rows.len();
    for ((row, by_sums), value) in rows.zip(by_sums.chunks_exact_mut(many)).zip(values) {
        *value = 0.0;
        for (sum, &seen) in by_sums.iter_mut().zip(&seen[row * many..]) {
            let (term, slope) = normal(f64::from(seen) - f64::from(*sum), sigma);
            *value += term;
            *sum = slope as f32;
        }
    }
    let by_mean = operator.back(&by_sums);
    let each = by_mean.chunks_exact(size).zip(mean.chunks_exact(size)).zip(delta.chunks_exact_mut(width));
    for ((by_mean, mean), delta) in each {
        delta[size..].fill(0.0);
        let pixels = delta.iter_mut().zip(by_mean).zip(mean);
        pixels.for_each(|((delta, by_mean), mean)| *delta = by_mean * mean * (1.0 - mean));
    }
}
