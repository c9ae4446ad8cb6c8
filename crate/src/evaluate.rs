//! How good a model is on digits that it was not trained on.

use crate::config::PIXELS;
use crate::dataset::Digits;
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::seed::{Stream, generator, normals};
use crate::terms::Terms;

/// Images in one pass; more gain no speed.
const CHUNK: usize = 500;

/// Mean terms over the first `limit` digits, in nats per image, z sampled once an image; seeded, so that
/// two models are compared under the same noise. Greyscale pixels with the Bernoulli likelihood.
///
/// # Errors
/// [`Error::Argument`] for a limit of 0, [`Error::Device`] when the device fails.
pub async fn test_terms(engine: &mut Engine, latent: usize, digits: &Digits, limit: usize) -> Result<Terms> {
    let count = limit.min(digits.len());
    if count == 0 {
        return Err(Error::Argument("expected at least one digit to evaluate on, got 0".into()));
    }
    let mut rng = generator(0, Stream::Evaluation);
    let mut sums = [0.0; 2];
    for chunk in digits.images()[..count * PIXELS].chunks(CHUNK * PIXELS) {
        let noise = normals(&mut rng, chunk.len() / PIXELS * latent);
        let [reconstruction, kl] = engine.evaluate(chunk, noise).await?;
        sums = [sums[0] + reconstruction, sums[1] + kl];
    }
    Ok(Terms::new(sums[0] / count as f64, sums[1] / count as f64))
}
