//! Images restored by the model from what was seen of them, in several ways.

use burn::tensor::Tensor;
use burn::tensor::activation::sigmoid;
use rand_chacha::ChaCha8Rng;

use super::descent::{DESCENT, Likeliest};
use super::inference::Inference;
use super::observation::Observation;
use super::report::Method;
use super::sampling::{Chains, Sampling};
use crate::error::{Error, Result};
use crate::model::{Posterior, pixels, repeat};
use crate::seed::normals;

/// Samples of the encoder's posterior.
const SAMPLES: usize = 16;
/// Chains begin at the likeliest z, and stay about it.
pub const SAMPLING: Sampling = Sampling { chains: 4, warm_up: 40, steps: 60, first_power: 1.0 };

/// What was seen of N images.
#[derive(Debug, Clone)]
pub struct Seen {
    /// As images `[N, D]` that can be looked at, and encoded as if they were whole.
    pub shown: Vec<f32>,
    /// What came through, `[N, M]`.
    pub came: Vec<f32>,
    pub observation: Observation,
}

/// What methods made of images, `[N, D]` each.
pub type Restored = Vec<(Method, Vec<f32>)>;

/// Decodes z to the means of pixels, `[N, D]`.
///
/// # Errors
/// [`Error::Device`] when the device cannot be read.
pub async fn decoded(inference: &Inference, z: Tensor<2>, condition: Option<&Tensor<2>>) -> Result<Vec<f32>> {
    pixels::to_vec(sigmoid(inference.decode(z, condition.cloned()).logits)).await
}

/// Each image's mean over its `count` samples, of images `[N * count, D]`.
pub fn mean_of_samples(images: &[f32], count: usize, size: usize) -> Vec<f32> {
    let mean = |samples: &[f32]| {
        let mut mean = vec![0.0; size];
        for sample in samples.chunks_exact(size) {
            mean.iter_mut().zip(sample).for_each(|(mean, value)| *mean += value / count as f32);
        }
        mean
    };
    images.chunks_exact(count * size).flat_map(mean).collect()
}

/// The likeliest z under what was seen, `[N, Z]`: the better of what is found from the encoder's mean and from the prior's.
///
/// # Errors
/// [`Error::Device`] when the device fails.
pub async fn likeliest(
    inference: &Inference,
    warm: Tensor<2>,
    seen: &Observation,
    condition: Option<&Tensor<2>>,
) -> Result<Tensor<2>> {
    let mut sought = Likeliest::from(warm, inference);
    sought.go_on(inference, seen, condition, DESCENT.steps)?;
    sought.better(inference, seen, condition).await
}

/// The mean of what samples from q(z | shown) decode to.
///
/// # Errors
/// [`Error::Device`] when the device fails.
pub async fn encoded_samples(
    inference: &Inference,
    posterior: Posterior,
    condition: Option<&Tensor<2>>,
    rng: &mut ChaCha8Rng,
) -> Result<Vec<f32>> {
    let [n, latent] = posterior.mu.dims();
    let noise = inference.tensor(normals(rng, n * SAMPLES * latent), latent);
    let condition = condition.map(|condition| repeat(condition.clone(), SAMPLES));
    let images = decoded(inference, posterior.repeat(SAMPLES).sample(noise), condition.as_ref()).await?;
    Ok(mean_of_samples(&images, SAMPLES, images.len() / (n * SAMPLES)))
}

/// Chains of samples of p(z | seen) that begin at `likeliest`, `[N, Z]`.
///
/// # Errors
/// As [`Chains::from`].
pub async fn chains(
    inference: &Inference,
    likeliest: Tensor<2>,
    seen: &Observation,
    condition: Option<&Tensor<2>>,
    sampling: Sampling,
) -> Result<Chains> {
    let count = sampling.chains;
    let condition = condition.map(|condition| repeat(condition.clone(), count));
    Chains::from(repeat(likeliest, count), inference, seen.clone().repeat(count), condition, sampling).await
}

/// The mean of what samples decode to, of chains at their end.
///
/// # Errors
/// [`Error::Device`] when the device fails.
pub async fn mean_of_chains(inference: &Inference, chains: Chains) -> Result<Vec<f32>> {
    /// Between samples that are decoded.
    const APART: usize = 5;
    let config = inference.model().config();
    let (size, count) = (config.data.size(), chains.sampling().chains);
    let (samples, condition) = chains.found();
    let kept: Vec<Vec<f32>> = samples.into_iter().skip(APART - 1).step_by(APART).collect();
    let share = 1.0 / kept.len() as f32;
    let mut sum: Vec<f32> = vec![];
    for z in kept {
        let images = decoded(inference, inference.tensor(z, config.latent_size), condition.as_ref()).await?;
        let mean = mean_of_samples(&images, count, size);
        sum.resize(mean.len(), 0.0);
        sum.iter_mut().zip(mean).for_each(|(sum, value)| *sum += share * value);
    }
    Ok(sum)
}

/// The mean of what samples from p(z | seen) decode to; their chains begin at `likeliest`, `[N, Z]`.
///
/// # Errors
/// As [`Inference::sample`].
pub async fn posterior_mean(
    inference: &Inference,
    likeliest: Tensor<2>,
    seen: &Observation,
    condition: Option<&Tensor<2>>,
    sampling: Sampling,
    rng: &mut ChaCha8Rng,
) -> Result<Vec<f32>> {
    let mut chains = chains(inference, likeliest, seen, condition, sampling).await?;
    chains.go_on(inference, usize::MAX, rng).await?;
    mean_of_chains(inference, chains).await
}

/// Draws of what each whole image could be, as many as it has chains and beside each other, `[N * chains, D]`: what the last samples
/// of chains at their end decode to.
///
/// # Errors
/// [`Error::Argument`] where no step is kept, [`Error::Device`] when the device fails.
pub async fn ends_of_chains(inference: &Inference, chains: Chains) -> Result<Vec<f32>> {
    let latent = inference.model().config().latent_size;
    let (mut samples, condition) = chains.found();
    let last = samples.pop().ok_or_else(|| Error::Argument("expected at least one step kept, got none".into()))?;
    decoded(inference, inference.tensor(last, latent), condition.as_ref()).await
}

/// One image's, or some images', by one of the model's ways; nothing for any other method.
///
/// # Errors
/// As [`Inference::sample`].
pub async fn by_method(
    method: Method,
    inference: &Inference,
    seen: &Seen,
    condition: Option<&Tensor<2>>,
    sampling: Sampling,
    rng: &mut ChaCha8Rng,
) -> Result<Option<Vec<f32>>> {
    let size = inference.model().config().data.size();
    let posterior = inference.encode(inference.tensor(seen.shown.clone(), size), condition.cloned());
    let warm = posterior.mu.clone();
    let made = match method {
        Method::EncodeDecode => decoded(inference, warm, condition).await?,
        Method::EncodedSamples => {
            inference.check_posterior()?;
            encoded_samples(inference, posterior, condition, rng).await?
        }
        Method::Optimised => {
            let z = likeliest(inference, warm, &seen.observation, condition).await?;
            decoded(inference, z, condition).await?
        }
        Method::PosteriorMean => {
            inference.check_posterior()?;
            let z = likeliest(inference, warm, &seen.observation, condition).await?;
            posterior_mean(inference, z, &seen.observation, condition, sampling, rng).await?
        }
        _ => return Ok(None),
    };
    Ok(Some(made))
}
