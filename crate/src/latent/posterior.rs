//! Draws from one image's posterior q(z|x), and how much what they decode to differs.

use crate::error::{Error, Result};
use crate::latent::points::finite;
use crate::seed::{Stream, generator, normals};

const MAX_DRAWS: usize = 1000;

/// `count` samples z = mu + sigma * epsilon of N(mu, exp(log_var)), `[count, Z]`; mu and log_var are `[Z]`.
/// The same seed gives the same epsilon, so that draws move with the posterior.
///
/// # Errors
/// [`Error::Argument`] unless mu and log_var are as long, finite, and the count is from 1 to 1000.
pub fn draw(mu: &[f32], log_var: &[f32], count: usize, seed: u32) -> Result<Vec<f32>> {
    if mu.is_empty() || log_var.len() != mu.len() {
        let (means, variances) = (mu.len(), log_var.len());
        return Err(Error::Argument(format!("expected a variance for each mean, got {means} and {variances}")));
    }
    if !(1..=MAX_DRAWS).contains(&count) {
        return Err(Error::Argument(format!("expected 1 to {MAX_DRAWS} samples, got {count}")));
    }
    finite(mu)?;
    finite(log_var)?;
    let mut rng = generator(seed, Stream::Posterior);
    let draws = normals(&mut rng, count * mu.len());
    let at = |(index, draw): (usize, f32)| {
        let dimension = index % mu.len();
        (log_var[dimension] / 2.0).exp().mul_add(draw, mu[dimension])
    };
    Ok(draws.into_iter().enumerate().map(at).collect())
}

/// The mean and the standard deviation of each pixel over images of so many, `[pixels]` each. A deviation of 255 is
/// one half of the way from black to white, the largest that there is.
pub fn spread(images: &[u8], pixels: usize) -> (Vec<u8>, Vec<u8>) {
    let count = (images.len() / pixels) as f64;
    let moments = |pixel: usize| {
        let values = images[pixel..].iter().step_by(pixels).map(|&byte| f64::from(byte));
        let mean = values.clone().sum::<f64>() / count;
        let variance = values.map(|value| (value - mean).powi(2)).sum::<f64>() / count;
        (mean.round() as u8, (2.0 * variance.sqrt()).round() as u8)
    };
    (0..pixels).map(moments).unzip()
}
