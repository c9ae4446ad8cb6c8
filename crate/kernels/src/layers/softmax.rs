//! Shares of a row, in parts of the mean one: s_k = n exp(x_k) / sum_j exp(x_j), so that n alike ones are 1 each, as large as what
//! other layers meet. It learns nothing.

use super::Input;
use crate::likelihood::multinomial::probabilities;

/// A softmax of so many numbers.
pub struct Softmax {
    pub size: usize,
}

impl Softmax {
    pub fn forward(&self, input: &Input, output: &mut [f32]) {
        let Input::Dense(input) = input else { return };
        let rows = input.chunks_exact(self.size).zip(output.chunks_exact_mut(self.size));
        for (row, shares) in rows {
            probabilities(row, shares);
            shares.iter_mut().for_each(|share| *share *= self.size as f32);
        }
    }

    /// The gradient by the input from that by the shares: s_k (delta_k - sum_j s_j delta_j / n).
    pub fn input_delta(&self, shares: &[f32], delta: &[f32], into: &mut Vec<f32>) {
        into.resize(delta.len(), 0.0);
        let rows = shares.chunks_exact(self.size).zip(delta.chunks_exact(self.size));
        for ((shares, delta), into) in rows.zip(into.chunks_exact_mut(self.size)) {
            let sum: f32 = shares.iter().zip(delta).map(|(share, delta)| share * delta).sum();
            let mean = sum / self.size as f32;
            let numbers = into.iter_mut().zip(shares.iter().zip(delta));
            numbers.for_each(|(into, (share, delta))| *into = share * (delta - mean));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of two rows, each neither whole nor less than the lanes.
    const SIZE: usize = 11;

    fn wave(phase: f32) -> Vec<f32> {
        (0..2 * SIZE).map(|index| 2.0 * (index as f32 * 0.7 + phase).sin()).collect()
    }

    fn forward(rows: &[f32]) -> Vec<f32> {
        let mut shares = vec![0.0; rows.len()];
        Softmax { size: SIZE }.forward(&Input::Dense(rows), &mut shares);
        shares
    }

    #[test]
    fn each_row_has_mean_1_and_one_far_above_the_others_takes_all() {
        let mut rows = wave(0.3);
        rows[SIZE + 4] = 200.0;
        let shares = forward(&rows);
        for row in shares.chunks_exact(SIZE) {
            assert!((row.iter().sum::<f32>() - SIZE as f32).abs() < 1e-4, "{row:?}");
        }
        assert!(shares[SIZE + 4] == SIZE as f32 && shares[SIZE + 5] < 1e-30, "{shares:?}");
    }

    #[test]
    fn the_gradient_is_the_slope() {
        const STEP: f32 = 1e-2;
        let (rows, delta) = (wave(0.3), wave(2.0));
        let loss = |rows: &[f32]| forward(rows).iter().zip(&delta).map(|(share, delta)| share * delta).sum::<f32>();
        let mut by_rows = vec![];
        Softmax { size: SIZE }.input_delta(&forward(&rows), &delta, &mut by_rows);
        for (index, found) in by_rows.iter().enumerate() {
            let at = |by: f32| {
                let mut moved = rows.clone();
                moved[index] += by;
                loss(&moved)
            };
            let slope = (at(STEP) - at(-STEP)) / (2.0 * STEP);
            assert!((found - slope).abs() < 5e-3, "{index}: {found} and {slope}");
        }
    }
}
