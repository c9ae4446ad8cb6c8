//! log p of an image whose pixels are on with the probabilities that another one has.

/// The least doubt, that of a byte.
const DOUBT: f64 = 1.0 / 255.0;

/// In nats, of pixels from 0 to 1; grey ones count as their cross-entropy. No pixel is taken for certain.
pub fn log_likelihood(means: &[f32], image: &[f32]) -> f64 {
    let pixels = means.iter().zip(image).map(|(&mean, &pixel)| {
        let (mean, pixel) = (f64::from(mean).clamp(DOUBT, 1.0 - DOUBT), f64::from(pixel));
        pixel * mean.ln() + (1.0 - pixel) * (1.0 - mean).ln()
    });
    pixels.sum()
}
