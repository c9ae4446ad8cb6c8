//! Draws from one image's posterior q(z|x), and how much what they decode to differs.

use crate::error::{Error, Result, grouped};
use crate::latent::codes::Codes;
use crate::latent::points::finite;
use crate::seed::{Stream, generator, normals};

const MAX_DRAWS: usize = 1000;

/// `count` samples z = mu + L epsilon of one image's posterior N(mu, L L^T), `[count, Z]`.
/// The same seed gives the same epsilon, so that draws move with the posterior.
///
/// # Errors
/// [`Error::Argument`] unless its parts are those of one image, finite, and the count is from 1 to 1000.
pub fn draw(posterior: &Codes, count: usize, seed: u32) -> Result<Vec<f32>> {
    let Codes { mu, log_var, factor } = posterior;
    if mu.is_empty() {
        return Err(Error::Argument("expected a posterior to draw from, got no numbers".into()));
    }
    posterior.fit(mu.len())?;
    if !(1..=MAX_DRAWS).contains(&count) {
        return Err(Error::Argument(format!("expected 1 to {MAX_DRAWS} samples, got {}", grouped(count))));
    }
    finite(mu)?;
    finite(log_var)?;
    finite(factor)?;
    let mut rng = generator(seed, Stream::Posterior);
    let draws = normals(&mut rng, count * mu.len());
    Ok(posterior.points(0, &draws, mu.len()))
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
