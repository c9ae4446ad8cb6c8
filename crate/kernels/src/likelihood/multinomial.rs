//! Items of which so many are drawn, each with a probability that is the softmax of what is decoded (Liang et al. 2018, eq. 2):
//! sum over items of x * log softmax(l), without the multinomial coefficient, which no model changes.

use super::LANES;
use crate::exponential::exp;

/// log p(x|z) of a row of counts, in nats, and its negative gradient by the logits times `scale`.
pub fn of_row(logits: &[f32], counts: &[u8], scale: f32, delta: &mut [f32]) -> f64 {
    log_softmax(logits, delta);
    let drawn: u32 = counts.iter().map(|&count| u32::from(count)).sum();
    let mut total = 0.0;
    for (&count, delta) in counts.iter().zip(delta) {
        let x = f32::from(count);
        total += f64::from(x * *delta);
        *delta = (drawn as f32 * exp(*delta) - x) * scale;
    }
    total
}

/// log p of each item's own draws for counts `x`, in nats, and the gradient of their sum by the logits.
pub fn of_values(logits: &[f32], x: &[f32], terms: &mut [f32], by_logits: &mut [f32]) {
    log_softmax(logits, by_logits);
    let drawn: f32 = x.iter().sum();
    for ((x, term), by_logit) in x.iter().zip(terms).zip(by_logits) {
        *term = x * *by_logit;
        *by_logit = x - drawn * exp(*by_logit);
    }
}

/// The probabilities whose logits are decoded.
pub fn probabilities(logits: &[f32], probabilities: &mut [f32]) {
    log_softmax(logits, probabilities);
    probabilities.iter_mut().for_each(|value| *value = exp(*value));
}

/// The logarithms of the softmax of logits: the largest is taken out first, so that nothing overflows and no digits are lost.
pub fn log_softmax(logits: &[f32], into: &mut [f32]) {
    let mut largest = [f32::NEG_INFINITY; LANES];
    let (lanes, last) = logits.as_chunks::<LANES>();
    for logits in lanes {
        (0..LANES).for_each(|lane| largest[lane] = largest[lane].max(logits[lane]));
    }
    let largest = largest.iter().chain(last).copied().fold(f32::NEG_INFINITY, f32::max);
    let mut sums = [0.0; LANES];
    for logits in lanes {
        (0..LANES).for_each(|lane| sums[lane] += exp(logits[lane] - largest));
    }
    let sum: f32 = sums.iter().sum::<f32>() + last.iter().map(|logit| exp(logit - largest)).sum::<f32>();
    let log_sum = sum.ln();
    into.iter_mut().zip(logits).for_each(|(value, logit)| *value = logit - largest - log_sum);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gradient_is_the_slope() {
        let logits: Vec<f32> = (0..19).map(|index| (1.3 * index as f32).sin()).collect();
        let counts: Vec<u8> = (0..19).map(|index| [0, 0, 3, 0, 1][index % 5]).collect();
        let mut delta = vec![0.0; 19];
        of_row(&logits, &counts, 0.5, &mut delta);
        let step = 1e-2;
        for index in 0..19 {
            let at = |by: f32| {
                let mut moved = logits.clone();
                moved[index] += by;
                of_row(&moved, &counts, 0.0, &mut [0.0; 19])
            };
            let slope = (at(step) - at(-step)) / f64::from(2.0 * step);
            assert!((f64::from(delta[index]) + 0.5 * slope).abs() < 1e-3, "{index}: {} and {slope}", delta[index]);
        }
    }

    #[test]
    fn probabilities_sum_to_1_and_nothing_overflows() {
        let mut found = [0.0; 10];
        probabilities(&[3e4, 3e4, -3e4, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0], &mut found);
        assert!((found[0] - 0.5).abs() < 1e-6 && (found.iter().sum::<f32>() - 1.0).abs() < 1e-6, "{found:?}");
    }
}
