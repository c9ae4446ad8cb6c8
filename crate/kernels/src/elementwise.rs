//! Element-wise passes, written so that the compiler makes SIMD of them.

use std::f32::consts::LOG2_E;

use crate::parallel::{grain, join};

/// Sums are kept in this many lanes: a single running sum would keep a loop from being vectorised.
const LANES: usize = 8;

/// Adds the bias to each row, with a ReLU on top where wanted.
pub fn add_bias(output: &mut [f32], bias: &[f32], relu: bool) {
    let floor = if relu { 0.0 } else { f32::NEG_INFINITY };
    for row in output.chunks_exact_mut(bias.len()) {
        for (value, bias) in row.iter_mut().zip(bias) {
            let sum = *value + bias;
            *value = if sum < floor { floor } else { sum };
        }
    }
}

/// Each row of `values` times its scale.
pub fn scale_rows(values: &mut [f32], scales: &[f32]) {
    for (row, scale) in values.chunks_exact_mut(values.len() / scales.len()).zip(scales) {
        row.iter_mut().for_each(|value| *value *= scale);
    }
}

/// The ReLU's derivative: zero where its output is.
pub fn mask(delta: &mut [f32], output: &[f32]) {
    for (delta, output) in delta.iter_mut().zip(output) {
        *delta = if *output > 0.0 { *delta } else { 0.0 };
    }
}

/// Sum of log p(x|z) over a batch, with x = image / 255, and its negative gradient times `scale`.
pub fn bernoulli(logits: &[f32], images: &[u8], scale: f32, delta: &mut [f32]) -> f64 {
    bernoulli_pieces(logits, images, scale, delta, grain(delta.len()))
}

/// At most `grain` numbers on one thread.
fn bernoulli_pieces(logits: &[f32], images: &[u8], scale: f32, delta: &mut [f32], grain: usize) -> f64 {
    if delta.len() > grain.max(2 * LANES) {
        let half = delta.len() / LANES / 2 * LANES;
        let (logits, images) = (logits.split_at(half), images.split_at(half));
        let (before, after) = delta.split_at_mut(half);
        let (first, second) = join(
            || bernoulli_pieces(logits.0, images.0, scale, before, grain),
            || bernoulli_pieces(logits.1, images.1, scale, after, grain),
        );
        return first + second;
    }
    let mut total = 0.0;
    let ((logits, last_logits), (images, last_images)) = (logits.as_chunks::<LANES>(), images.as_chunks::<LANES>());
    let (delta, last_delta) = delta.as_chunks_mut::<LANES>();
    for ((logits, images), delta) in logits.iter().zip(images).zip(delta) {
        total += bernoulli_lanes(logits, images, scale, delta);
    }
    for ((logit, byte), delta) in last_logits.iter().zip(last_images).zip(last_delta) {
        total += bernoulli_lanes(&[*logit], &[*byte], scale, std::array::from_mut(delta));
    }
    total
}

/// The sum over some pixels.
#[inline(always)] // so that it is vectorised where it is called
fn bernoulli_lanes<const N: usize>(logits: &[f32; N], images: &[u8; N], scale: f32, delta: &mut [f32; N]) -> f64 {
    let mut sums = [0.0; N];
    for lane in 0..N {
        let (logit, x) = (logits[lane], f32::from(images[lane]) / 255.0);
        let small = exp_of_negative(logit.abs());
        let share = 1.0 / (1.0 + small);
        let positive = logit > 0.0;
        let sigmoid = if positive { share } else { small * share };
        let ramp = if positive { logit } else { 0.0 };
        sums[lane] = x * logit - ramp - log1p_of_unit(small);
        delta[lane] = (sigmoid - x) * scale;
    }
    f64::from(sums.iter().sum::<f32>())
}

/// ln 2 in two parts (Cody and Waite 1980): whole multiples of the first are exact.
const LN_2_PARTS: [f32; 2] = [0.693_359_4, -2.121_944_4e-4];

/// exp(-a) for a >= 0: 2^n times the Taylor series of exp(t), |t| <= ln(2) / 2, good to 3e-7; NaN stays NaN.
fn exp_of_negative(a: f32) -> f32 {
    let exponent = -(if a > 87.0 { 87.0 } else { a });
    let whole = (exponent * LOG2_E).round_ties_even();
    let t = exponent - whole * LN_2_PARTS[0] - whole * LN_2_PARTS[1];
    let series = 1.0 + t * (1.0 + t * (1.0 / 2.0 + t * (1.0 / 6.0 + t * (1.0 / 24.0 + t * (1.0 / 120.0 + t / 720.0)))));
    series * f32::from_bits((((whole as i32) + 127) << 23) as u32)
}

/// log(1 + e) for 0 <= e <= 1: 2 artanh(s), s = e / (2 + e) <= 1/3, good to 2e-7.
fn log1p_of_unit(e: f32) -> f32 {
    let s = e / (2.0 + e);
    let q = s * s;
    2.0 * s
        * (1.0 + q * (1.0 / 3.0 + q * (1.0 / 5.0 + q * (1.0 / 7.0 + q * (1.0 / 9.0 + q * (1.0 / 11.0 + q / 13.0))))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn series_agree_with_the_standard_library() {
        for step in 0..=20_000 {
            let a = step as f32 * 0.005;
            let exact = (-f64::from(a)).exp();
            assert!((f64::from(exp_of_negative(a)) - exact).abs() <= 3e-7 * exact + 2e-38, "exp(-{a})");
            let e = step as f32 / 20_000.0;
            assert!((f64::from(log1p_of_unit(e)) - f64::from(e).ln_1p()).abs() <= 3e-7, "log1p({e})");
        }
        assert!(exp_of_negative(f32::NAN).is_nan());
    }
}
