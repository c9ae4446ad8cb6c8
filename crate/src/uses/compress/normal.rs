//! The normal distribution, the same bits on every machine.

use std::f64::consts::FRAC_1_SQRT_2;

/// Beyond which nothing is: the share below is 1e-19.
const FAR: f64 = 9.0;
/// Halvings from which the interval has no two numbers left between its ends.
const HALVINGS: usize = 60;

/// The share of N(0, 1) below `x`.
pub fn share_below(x: f64) -> f64 {
    0.5 * libm::erfc(-x * FRAC_1_SQRT_2)
}

/// What a share of N(0, 1) lies below, for a share from 0 to 1; found by halving.
pub fn quantile(share: f64) -> f64 {
    // Near 1 shares are coarse: they are taken from the other side.
    if share > 0.5 {
        return -quantile(1.0 - share);
    }
    let (mut low, mut high) = (-FAR, 0.0);
    for _ in 0..HALVINGS {
        let middle = 0.5 * (low + high);
        if share_below(middle) < share { low = middle } else { high = middle }
    }
    0.5 * (low + high)
}
