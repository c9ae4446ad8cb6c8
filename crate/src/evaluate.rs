//! How good a model is on digits that it was not trained on.

use burn::tensor::{Device, Tensor};

use crate::config::PIXELS;
use crate::dataset::Digits;
use crate::error::{Error, Result};
use crate::model::Vae;
use crate::objective::{Terms, elbo};
use crate::pixels;
use crate::seed::{Stream, generator, normals};

/// Images in one pass; more gain no speed.
const CHUNK: usize = 500;

/// Mean terms over the first `limit` digits, in nats per image, z sampled once an image; seeded, so that
/// two models are compared under the same noise. Greyscale pixels with the Bernoulli likelihood.
///
/// # Errors
/// [`Error::Argument`] for a limit of 0, [`Error::Device`] when the device fails.
pub async fn test_terms(model: &Vae, digits: &Digits, limit: usize, device: &Device) -> Result<Terms> {
    let count = limit.min(digits.len());
    if count == 0 {
        return Err(Error::Argument("expected at least one digit to evaluate on, got 0".into()));
    }
    let latent = model.config().latent_size;
    let mut rng = generator(0, Stream::Evaluation);
    let mut sums: Option<Tensor<1>> = None;
    for chunk in digits.images()[..count * PIXELS].chunks(CHUNK * PIXELS) {
        let noise = normals(&mut rng, chunk.len() / PIXELS * latent);
        let terms = elbo(model, pixels::to_tensor(chunk, device)?, pixels::rows(noise, latent, device));
        sums = Some(match sums {
            Some(before) => before + terms.sums(),
            None => terms.sums(),
        });
    }
    let sums = match sums {
        Some(sums) => pixels::to_vec(sums).await?,
        None => unreachable!("count is at least 1"),
    };
    Ok(Terms::new(f64::from(sums[0]) / count as f64, f64::from(sums[1]) / count as f64))
}
