//! Images restored by the model from what was seen of them, in several ways.

use burn::tensor::Tensor;
use burn::tensor::activation::sigmoid;
use rand_chacha::ChaCha8Rng;

use super::inference::{Descent, Inference};
use super::observation::Observation;
use super::report::Method;
use super::sampling::Sampling;
use crate::error::{Error, Result};
use crate::model::{Posterior, pixels, repeat};
use crate::seed::normals;

/// Samples of the encoder's posterior.
const SAMPLES: usize = 16;
const DESCENT: Descent = Descent { steps: 150, learning_rate: 0.1 };
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
    let [n, latent] = warm.dims();
    let mut found: Vec<(Vec<f32>, Vec<f32>)> = vec![];
    for start in [warm.clone(), warm.zeros_like()] {
        let z = inference.descend(start, seen, condition, DESCENT)?;
        let energy = inference.energy(z.clone(), seen, condition.cloned());
        found.push((pixels::to_vec(z).await?, pixels::to_vec(energy).await?));
    }
    let [(warm, warm_energy), (cold, cold_energy)] = [&found[0], &found[1]];
    let better = |row: usize| {
        let from = if cold_energy[row] < warm_energy[row] { cold } else { warm };
        from[row * latent..(row + 1) * latent].to_vec()
    };
    Ok(inference.tensor((0..n).flat_map(better).collect(), latent))
}

/// The mean of what samples from q(z | shown) decode to.
async fn encoded_samples(
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

/// Samples of p(z | seen) from chains that begin at `likeliest`, `[N, Z]`, and the chains' condition.
async fn sampled(
    inference: &Inference,
    likeliest: Tensor<2>,
    seen: &Observation,
    condition: Option<&Tensor<2>>,
    sampling: Sampling,
    rng: &mut ChaCha8Rng,
) -> Result<(Vec<Vec<f32>>, Option<Tensor<2>>)> {
    let chains = sampling.chains;
    let condition = condition.map(|condition| repeat(condition.clone(), chains));
    let (start, seen) = (repeat(likeliest, chains), seen.clone().repeat(chains));
    let samples = inference.sample(start, &seen, condition.as_ref(), sampling, rng).await?;
    Ok((samples, condition))
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
    /// Between samples that are decoded.
    const APART: usize = 5;
    let config = inference.model().config();
    let ([n, latent], size) = (likeliest.dims(), config.data.size());
    let (samples, condition) = sampled(inference, likeliest, seen, condition, sampling, rng).await?;
    let kept: Vec<Vec<f32>> = samples.into_iter().skip(APART - 1).step_by(APART).collect();
    let share = 1.0 / kept.len() as f32;
    let mut sum = vec![0.0; n * size];
    for z in kept {
        let images = decoded(inference, inference.tensor(z, latent), condition.as_ref()).await?;
        let mean = mean_of_samples(&images, sampling.chains, size);
        sum.iter_mut().zip(mean).for_each(|(sum, value)| *sum += share * value);
    }
    Ok(sum)
}

/// As many draws as there are chains of what each whole image could be, `[N * chains, D]`, those of an image beside each other: the
/// ends of chains that begin at `likeliest`, `[N, Z]`.
///
/// # Errors
/// As [`Inference::sample`].
pub async fn draws(
    inference: &Inference,
    likeliest: Tensor<2>,
    seen: &Observation,
    condition: Option<&Tensor<2>>,
    sampling: Sampling,
    rng: &mut ChaCha8Rng,
) -> Result<Vec<f32>> {
    let latent = likeliest.dims()[1];
    let (mut samples, condition) = sampled(inference, likeliest, seen, condition, sampling, rng).await?;
    let last = samples.pop().ok_or_else(|| Error::Argument("expected at least one step kept, got none".into()))?;
    decoded(inference, inference.tensor(last, latent), condition.as_ref()).await
}

/// What the model makes of what was seen, in all its ways.
///
/// # Errors
/// [`Error::Device`] when the device fails.
pub async fn by_model(
    inference: &Inference,
    seen: &Seen,
    condition: Option<&Tensor<2>>,
    sampling: Sampling,
    rng: &mut ChaCha8Rng,
) -> Result<Restored> {
    let size = inference.model().config().data.size();
    let posterior = inference.encode(inference.tensor(seen.shown.clone(), size), condition.cloned());
    let warm = posterior.mu.clone();
    let mut all = vec![(Method::EncodeDecode, decoded(inference, warm.clone(), condition).await?)];
    let has_posterior = inference.check_posterior().is_ok();
    if has_posterior {
        all.push((Method::EncodedSamples, encoded_samples(inference, posterior, condition, rng).await?));
    }
    let z = likeliest(inference, warm, &seen.observation, condition).await?;
    all.push((Method::Optimised, decoded(inference, z.clone(), condition).await?));
    if has_posterior {
        let mean = posterior_mean(inference, z, &seen.observation, condition, sampling, rng).await?;
        all.push((Method::PosteriorMean, mean));
    }
    Ok(all)
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
