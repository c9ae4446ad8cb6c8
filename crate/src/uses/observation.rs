//! What was seen of images, as log p(seen | z) given what the decoder makes of z.

use std::f64::consts::PI;

use burn::tensor::Tensor;
use burn::tensor::activation::sigmoid;

use crate::model::{Decoded, repeat};
use crate::objective::likelihood::of_pixels;

/// A byte's share of a density over 0 to 1.
const BYTE: f64 = 1.0 / 255.0;

/// What was seen of N images of D pixels, and how it came about. All of it is differentiable.
#[derive(Debug, Clone)]
pub enum Observation {
    /// Pixels `[N, D]`, of which those are known where `known`, `[N, D]` or `[1, D]`, is 1: the model's own likelihood there.
    Known { pixels: Tensor<2>, known: Tensor<2> },
    /// Pixels `[N, D]` in Gaussian noise, cut to 0 to 1 where `cut`: there the chance of all that is beyond counts.
    Noise { pixels: Tensor<2>, sigma: f64, cut: bool },
    /// Pixels `[N, D]`, of which such shares were made white and black and all others are as they were.
    Outliers { pixels: Tensor<2>, white: f64, black: f64 },
    /// Sums over pixels of each channel, values `[N, channels * M]` = x * operator `[D / channels, M]`, in Gaussian noise.
    Sums { values: Tensor<2>, operator: Tensor<2>, sigma: f64 },
}

impl Observation {
    /// log p(seen | z) in nats per image, `[N]`.
    pub fn log_likelihood(&self, decoded: Decoded) -> Tensor<1> {
        let terms = match self {
            Self::Known { pixels, known } => of_pixels(decoded, pixels.clone()) * known.clone(),
            Self::Noise { pixels, sigma, cut: false } => normal(pixels.clone(), mean(decoded), *sigma),
            Self::Noise { pixels, sigma, cut: true } => cut_normal(pixels.clone(), mean(decoded), *sigma),
            Self::Outliers { pixels, white, black } => outliers(decoded, pixels.clone(), *white, *black),
            Self::Sums { values, operator, sigma } => {
                let sums = sums(mean(decoded), operator.clone());
                normal(values.clone(), sums, *sigma)
            }
        };
        terms.sum_dim(1).squeeze_dim(1)
    }

    /// Each image `count` times, beside each other.
    pub fn repeat(self, count: usize) -> Self {
        match self {
            Self::Known { pixels, known } => {
                let known = if known.dims()[0] == 1 { known } else { repeat(known, count) };
                Self::Known { pixels: repeat(pixels, count), known }
            }
            Self::Noise { pixels, sigma, cut } => Self::Noise { pixels: repeat(pixels, count), sigma, cut },
            Self::Outliers { pixels, white, black } => Self::Outliers { pixels: repeat(pixels, count), white, black },
            Self::Sums { values, operator, sigma } => Self::Sums { values: repeat(values, count), operator, sigma },
        }
    }
}

fn mean(decoded: Decoded) -> Tensor<2> {
    sigmoid(decoded.logits)
}

/// Images `[N, channels * P]` times an operator `[P, M]` of each channel, `[N, channels * M]`.
pub fn sums(images: Tensor<2>, operator: Tensor<2>) -> Tensor<2> {
    let ([n, size], [pixels, columns]) = (images.dims(), operator.dims());
    let channels = size / pixels;
    images.reshape([n * channels, pixels]).matmul(operator).reshape([n, channels * columns])
}

fn normal(values: Tensor<2>, mean: Tensor<2>, sigma: f64) -> Tensor<2> {
    (values - mean).square().mul_scalar(-0.5 / (sigma * sigma)) - (sigma * (2.0 * PI).sqrt()).ln()
}

/// A Gaussian that was cut to 0 to 1: at both ends all that lies beyond.
fn cut_normal(pixels: Tensor<2>, mean: Tensor<2>, sigma: f64) -> Tensor<2> {
    let (black, white) = (pixels.clone().lower_equal_elem(0.0), pixels.clone().greater_equal_elem(1.0));
    let below = log_normal_cdf(mean.clone().mul_scalar(-1.0 / sigma));
    let above = log_normal_cdf((mean.clone() - 1.0).mul_scalar(1.0 / sigma));
    normal(pixels, mean, sigma).mask_where(black, below).mask_where(white, above)
}

/// log of the standard normal distribution function at values <= 0: erfc(t) = u exp(polynomial of u) with u = 1 / (1 + t / 2), whose
/// relative error is below 1.2e-7 however small (Press et al., Numerical Recipes, 6.2).
fn log_normal_cdf(at: Tensor<2>) -> Tensor<2> {
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
    let t = at.mul_scalar(-std::f64::consts::FRAC_1_SQRT_2);
    let u = t.clone().mul_scalar(0.5).add_scalar(1.0).recip();
    let series = SERIES[1..].iter().fold(u.full_like(SERIES[0]), |sum, &term| sum * u.clone() + term);
    u.log() - t.square() + series - 2.0_f64.ln()
}

/// log ((1 - white - black) p(x|z) + white [x = 1] + black [x = 0]).
fn outliers(decoded: Decoded, pixels: Tensor<2>, white: f64, black: f64) -> Tensor<2> {
    let is_density = decoded.log_var.is_some();
    let odd = pixels.clone().greater_equal_elem(1.0).float().mul_scalar(white)
        + pixels.clone().lower_equal_elem(0.0).float().mul_scalar(black);
    let own = of_pixels(decoded, pixels) + if is_density { BYTE.ln() } else { 0.0 } + (1.0 - white - black).ln();
    let (own, odd) = (own, odd.clamp_min(1e-30).log());
    let largest = own.clone().max_pair(odd.clone()).detach();
    ((own - largest.clone()).exp() + (odd - largest.clone()).exp()).log() + largest
}
