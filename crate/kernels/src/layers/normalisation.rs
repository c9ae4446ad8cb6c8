//! Layer normalisation (Ba et al. 2016, section 3): each row gets mean 0 and variance 1 over its features, then the learnt gain
//! and offset of each.

use super::{Change, Input, sum_rows};
use crate::optimizer::Parameter;

/// Added to the variance.
pub const EPSILON: f32 = 1e-5;
/// Sums at once, so that they are taken by vectors.
const LANES: usize = 8;

/// A normalisation.
pub struct Normalisation {
    /// Gain and offset, `[features]` each.
    pub parameters: [Parameter; 2],
}

impl Normalisation {
    pub fn new(gain: Vec<f32>, offset: Vec<f32>) -> Self {
        Self { parameters: [gain, offset].map(Parameter::new) }
    }

    /// Numbers of a row.
    pub fn outputs(&self) -> usize {
        self.parameters[0].value.len()
    }

    /// `scales` gets each row's mean and the inverse of its deviation.
    pub fn forward(&self, input: &Input, output: &mut [f32], scales: &mut Vec<f32>) {
        let Input::Dense(input) = input else { return };
        let [gain, offset] = &self.parameters;
        let features = self.outputs();
        scales.clear();
        for (row, output) in input.chunks_exact(features).zip(output.chunks_exact_mut(features)) {
            let mean = sum(row, row, |value, _| value) / features as f32;
            let variance = sum(row, row, |value, _| (value - mean) * (value - mean)) / features as f32;
            let scale = 1.0 / (variance + EPSILON).sqrt();
            let numbers = output.iter_mut().zip(row).zip(gain.value.iter().zip(&offset.value));
            numbers.for_each(|((output, value), (gain, offset))| *output = (value - mean) * scale * gain + offset);
            scales.extend([mean, scale]);
        }
    }

    /// Gradients of gain and offset from the gradient by the output.
    pub fn gradients(&self, input: &Input, delta: &[f32], change: &mut Change) {
        let Input::Dense(input) = input else { return };
        let Change { gradients: [gain, offset], scratch: scales } = change;
        let features = self.outputs();
        gain.fill(0.0);
        let rows = input.chunks_exact(features).zip(delta.chunks_exact(features));
        for ((row, delta), scales) in rows.zip(scales.as_chunks::<2>().0) {
            let [mean, scale] = *scales;
            let numbers = gain.iter_mut().zip(row.iter().zip(delta));
            numbers.for_each(|(gain, (value, delta))| *gain += (value - mean) * scale * delta);
        }
        sum_rows(delta, offset);
    }

    /// The gradient by the input: what is left of that by the normalised values after taking out what their mean and their
    /// variance hold fast.
    pub fn input_delta(&self, input: &Input, delta: &[f32], into: &mut Vec<f32>, scales: &[f32]) {
        let Input::Dense(input) = input else { return };
        let [gain, _] = &self.parameters;
        let features = self.outputs();
        into.resize(delta.len(), 0.0);
        let rows = input.chunks_exact(features).zip(delta.chunks_exact(features));
        for (((row, delta), scales), into) in rows.zip(scales.as_chunks::<2>().0).zip(into.chunks_exact_mut(features)) {
            let [mean, scale] = *scales;
            let gained = into.iter_mut().zip(delta).zip(&gain.value);
            gained.for_each(|((into, delta), gain)| *into = delta * gain);
            let by_mean = sum(into, row, |by, _| by) / features as f32;
            let by_scale = sum(into, row, |by, value| by * (value - mean)) * scale / features as f32;
            let numbers = into.iter_mut().zip(row);
            numbers.for_each(|(into, value)| *into = (*into - by_mean - (value - mean) * scale * by_scale) * scale);
        }
    }
}

/// The sum over two rows beside each other.
#[inline(always)]
fn sum(first: &[f32], second: &[f32], term: impl Fn(f32, f32) -> f32) -> f32 {
    let ((firsts, rest), (seconds, other_rest)) = (first.as_chunks::<LANES>(), second.as_chunks::<LANES>());
    let mut sums = [0.0; LANES];
    for (first, second) in firsts.iter().zip(seconds) {
        sums = std::array::from_fn(|lane| sums[lane] + term(first[lane], second[lane]));
    }
    let rest: f32 = rest.iter().zip(other_rest).map(|(first, second)| term(*first, *second)).sum();
    sums.iter().sum::<f32>() + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of two rows, each neither whole nor less than the lanes.
    const FEATURES: usize = 11;

    fn wave(count: usize, phase: f32) -> Vec<f32> {
        (0..count).map(|index| 1.5 + (index as f32 * 0.7 + phase).sin()).collect()
    }

    fn forward(layer: &Normalisation, rows: &[f32]) -> (Vec<f32>, Vec<f32>) {
        let (mut output, mut scales) = (vec![0.0; rows.len()], vec![]);
        layer.forward(&Input::Dense(rows), &mut output, &mut scales);
        (output, scales)
    }

    #[test]
    fn each_row_gets_mean_0_and_variance_1() {
        let layer = Normalisation::new(vec![1.0; FEATURES], vec![0.0; FEATURES]);
        for row in forward(&layer, &wave(2 * FEATURES, 0.3)).0.chunks_exact(FEATURES) {
            let mean = row.iter().sum::<f32>() / FEATURES as f32;
            let variance = row.iter().map(|value| value * value).sum::<f32>() / FEATURES as f32;
            assert!(mean.abs() < 1e-5 && (variance - 1.0).abs() < 1e-3, "{mean} and {variance}");
        }
    }

    #[test]
    fn gradients_are_the_slopes() {
        const STEP: f32 = 1e-2;
        let (rows, delta) = (wave(2 * FEATURES, 0.3), wave(2 * FEATURES, 2.0));
        let layer = |gain: &[f32], offset: &[f32]| Normalisation::new(gain.to_vec(), offset.to_vec());
        let numbers = [rows, wave(FEATURES, 1.1), wave(FEATURES, 0.6)];
        let loss = |[rows, gain, offset]: &[Vec<f32>; 3]| {
            let (output, _) = forward(&layer(gain, offset), rows);
            output.iter().zip(&delta).map(|(output, delta)| f64::from(output * delta)).sum::<f64>()
        };
        let [rows, gain, offset] = &numbers;
        let (layer, input) = (layer(gain, offset), Input::Dense(rows));
        let scales = forward(&layer, rows).1;
        let mut change = Change { gradients: [vec![0.0; FEATURES], vec![0.0; FEATURES]], scratch: scales };
        layer.gradients(&input, &delta, &mut change);
        let mut by_input = vec![];
        layer.input_delta(&input, &delta, &mut by_input, &change.scratch);
        let [by_gain, by_offset] = change.gradients;
        for (which, gradient) in [by_input, by_gain, by_offset].iter().enumerate() {
            for (at, gradient) in gradient.iter().enumerate() {
                let moved = |step: f32| {
                    let mut numbers = numbers.clone();
                    numbers[which][at] += step;
                    loss(&numbers)
                };
                let slope = (moved(STEP) - moved(-STEP)) / f64::from(2.0 * STEP);
                assert!((f64::from(*gradient) - slope).abs() < 1e-2, "{which}, {at}: {gradient} is not {slope}");
            }
        }
    }
}
