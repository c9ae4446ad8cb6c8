//! Peak signal-to-noise ratio of an image beside the one it should be.

/// Below which two images are the same: 100 dB.
const LEAST: f64 = 1e-10;

/// The mean of squared differences.
pub fn squared_error(image: &[f32], clean: &[f32]) -> f64 {
    let squares = image.iter().zip(clean).map(|(a, b)| f64::from(a - b).powi(2));
    squares.sum::<f64>() / clean.len() as f64
}

/// In dB, of values from 0 to 1; 100 at most.
pub fn psnr(image: &[f32], clean: &[f32]) -> f64 {
    -10.0 * squared_error(image, clean).max(LEAST).log10()
}
