//! What was lost of images, drawn in turns with z (Rezende et al. 2014, appendix F): it needs no gradient, and is exact only where the
//! encoder's posterior is.

use burn::tensor::Tensor;
use rand_chacha::ChaCha8Rng;

use super::by_model::{Seen, decoded, mean_of_samples};
use super::inference::Inference;
use crate::error::Result;
use crate::model::repeat;
use crate::seed::normals;

/// Chains of each image, turns at first, and turns that are kept.
const CHAINS: usize = 8;
const WARM_UP: usize = 15;
const KEPT: usize = 15;

/// The mean of what stands in images `[N, D]` whose pixels were lost where `lost`, `[D]`. In each turn z is drawn from
/// q(z | image) and what was lost becomes the mean of p(x | z).
///
/// # Errors
/// [`crate::error::Error::Argument`] for an autoencoder, [`crate::error::Error::Device`] when the device fails.
pub async fn pseudo_gibbs(
    inference: &Inference,
    seen: &Seen,
    lost: &[bool],
    condition: Option<&Tensor<2>>,
    rng: &mut ChaCha8Rng,
) -> Result<Vec<f32>> {
    inference.check_posterior()?;
    let (size, latent) = (lost.len(), inference.model().config().latent_size);
    let condition = condition.map(|condition| repeat(condition.clone(), CHAINS));
    let mut images: Vec<f32> = seen.shown.chunks_exact(size).flat_map(|image| image.repeat(CHAINS)).collect();
    let mut mean = vec![0.0; seen.shown.len()];
    for turn in 0..WARM_UP + KEPT {
        let posterior = inference.encode(inference.tensor(images.clone(), size), condition.clone());
        let noise = inference.tensor(normals(rng, images.len() / size * latent), latent);
        let made = decoded(inference, posterior.sample(noise), condition.as_ref()).await?;
        let pixels = images.iter_mut().zip(&made).zip(lost.iter().cycle());
        pixels.filter(|(_, lost)| **lost).for_each(|((pixel, made), _)| *pixel = *made);
        if turn >= WARM_UP {
            let turn = mean_of_samples(&images, CHAINS, size);
            mean.iter_mut().zip(turn).for_each(|(mean, value)| *mean += value / KEPT as f32);
        }
    }
    Ok(mean)
}
