//! Structural similarity of an image and the one it should be (Wang et al. 2004), with their settings: Gaussian windows of 11 pixels a
//! side and a deviation of 1.5, those that lie wholly in the image.

const SIDE: usize = 11;
const SIGMA: f64 = 1.5;
/// (0.01 L)^2 and (0.03 L)^2 with L, the range of values, of 1.
const STEADY: [f64; 2] = [1e-4, 9e-4];

/// From -1 to 1, of images of values from 0 to 1, channel after channel; the mean over windows and channels.
///
/// Images with a side below 11 are one window each way there.
pub fn ssim(image: &[f32], clean: &[f32], [width, height]: [usize; 2]) -> f64 {
    let channels = image.chunks_exact(width * height).zip(clean.chunks_exact(width * height));
    let count = channels.len() as f64;
    channels.map(|(a, b)| of_channel(a, b, [width, height])).sum::<f64>() / count
}

fn of_channel(a: &[f32], b: &[f32], size: [usize; 2]) -> f64 {
    let blurred = |of: &dyn Fn(f64, f64) -> f64| {
        let values = a.iter().zip(b).map(|(&a, &b)| of(f64::from(a), f64::from(b)));
        windows(&values.collect::<Vec<_>>(), size)
    };
    let (mean_a, mean_b) = (blurred(&|a, _| a), blurred(&|_, b| b));
    let (square_a, square_b, product) = (blurred(&|a, _| a * a), blurred(&|_, b| b * b), blurred(&|a, b| a * b));
    let [steady, spread_steady] = STEADY;
    let at = |index: usize| {
        let (a, b) = (mean_a[index], mean_b[index]);
        let (variances, covariance) = (square_a[index] - a * a + square_b[index] - b * b, product[index] - a * b);
        (2.0 * a * b + steady) * (2.0 * covariance + spread_steady)
            / ((a * a + b * b + steady) * (variances + spread_steady))
    };
    (0..mean_a.len()).map(at).sum::<f64>() / mean_a.len() as f64
}

/// Weighted means over all windows.
fn windows(values: &[f64], [width, height]: [usize; 2]) -> Vec<f64> {
    let lines = |values: &[f64], width: usize| -> Vec<f64> {
        let weights = weights(SIDE.min(width));
        let mean = |window: &[f64]| window.iter().zip(&weights).map(|(value, weight)| value * weight).sum();
        values
            .chunks_exact(width)
            .flat_map(|line| line.windows(weights.len()).map(mean).collect::<Vec<f64>>())
            .collect()
    };
    let across = lines(values, width);
    let narrow = across.len() / height;
    lines(&transposed(&across, narrow), height)
}

fn transposed(values: &[f64], width: usize) -> Vec<f64> {
    (0..width).flat_map(|column| values[column..].iter().step_by(width).copied()).collect()
}

fn weights(side: usize) -> Vec<f64> {
    let at = |index: usize| (-((index as f64 - (side - 1) as f64 / 2.0) / SIGMA).powi(2) / 2.0).exp();
    let total: f64 = (0..side).map(at).sum();
    (0..side).map(|index| at(index) / total).collect()
}
