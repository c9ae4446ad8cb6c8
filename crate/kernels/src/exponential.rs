//! Exponentials and their kin by series, so that the compiler makes SIMD of the loops that need them.

use std::f32::consts::LOG2_E;

/// ln 2 in two parts (Cody and Waite 1980): whole multiples of the first are exact.
const LN_2_PARTS: [f32; 2] = [0.693_359_4, -2.121_944_4e-4];
/// Beyond this, and below its negative, exp leaves the range of normal numbers.
const MOST: f32 = 87.0;

/// exp(x), x cut to +-87: 2^n times the Taylor series of exp(t), |t| <= ln(2) / 2, good to 3e-7; NaN stays NaN.
#[inline(always)] // so that it is vectorised where it is called
pub fn exp(x: f32) -> f32 {
    let exponent = if x > MOST { MOST } else { x };
    let exponent = if exponent < -MOST { -MOST } else { exponent };
    let whole = (exponent * LOG2_E).round_ties_even();
    let t = exponent - whole * LN_2_PARTS[0] - whole * LN_2_PARTS[1];
    let series = 1.0 + t * (1.0 + t * (1.0 / 2.0 + t * (1.0 / 6.0 + t * (1.0 / 24.0 + t * (1.0 / 120.0 + t / 720.0)))));
    series * f32::from_bits((((whole as i32) + 127) << 23) as u32)
}

/// log(1 + e) for 0 <= e <= 1: 2 artanh(s), s = e / (2 + e) <= 1/3, good to 2e-7.
#[inline(always)]
pub fn log1p_of_unit(e: f32) -> f32 {
    let s = e / (2.0 + e);
    let q = s * s;
    2.0 * s
        * (1.0 + q * (1.0 / 3.0 + q * (1.0 / 5.0 + q * (1.0 / 7.0 + q * (1.0 / 9.0 + q * (1.0 / 11.0 + q / 13.0))))))
}

/// The logistic function of x, and log(1 + exp(x)), whose derivative it is; neither overflows.
#[inline(always)]
pub fn sigmoid_and_softplus(x: f32) -> (f32, f32) {
    let small = exp(-x.abs());
    let share = 1.0 / (1.0 + small);
    let positive = x > 0.0;
    let sigmoid = if positive { share } else { small * share };
    let ramp = if positive { x } else { 0.0 };
    (sigmoid, ramp + log1p_of_unit(small))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn series_agree_with_the_standard_library() {
        for step in -17_400..=17_400 {
            let x = step as f32 * 0.005;
            let exact = f64::from(x).exp();
            assert!((f64::from(exp(x)) - exact).abs() <= 3e-7 * exact + 2e-38, "exp({x})");
            let (sigmoid, softplus) = sigmoid_and_softplus(x);
            let exact = 1.0 / (1.0 + f64::from(-x).exp());
            assert!((f64::from(sigmoid) - exact).abs() <= 3e-7 * exact + 2e-38, "sigmoid({x})");
            assert!((f64::from(softplus) - f64::from(x).exp().ln_1p()).abs() <= 3e-7 * (1.0 + f64::from(x.abs())));
        }
        for step in 0..=20_000 {
            let e = step as f32 / 20_000.0;
            assert!((f64::from(log1p_of_unit(e)) - f64::from(e).ln_1p()).abs() <= 3e-7, "log1p({e})");
        }
        assert!(exp(f32::NAN).is_nan() && sigmoid_and_softplus(f32::NAN).0.is_nan());
    }
}
