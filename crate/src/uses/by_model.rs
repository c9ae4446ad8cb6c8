//! Images restored by the model from what was seen of them, in several ways.

use rand_chacha::ChaCha8Rng;

use super::descent::{DESCENT, Likeliest};
use super::inference::Inference;
use super::observation::{Observation, repeated};
use super::report::Method;
use super::sampling::{Chains, Sampling};
use crate::error::{Error, Result};
use crate::latent::codes::Codes;
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
pub fn likeliest(inference: &Inference, warm: Vec<f32>, seen: &Observation, classes: &[u8]) -> Vec<f32> {
    let mut sought = Likeliest::from(warm, inference);
    sought.go_on(inference, seen, classes, DESCENT.steps);
    sought.better(inference, seen, classes)
}

/// The mean of what samples from q(z | shown), the codes of N images, decode to.
pub fn encoded_samples(inference: &Inference, codes: &Codes, classes: &[u8], rng: &mut ChaCha8Rng) -> Vec<f32> {
    let latent = inference.config().latent_size;
    let noise = normals(rng, classes.len() * SAMPLES * latent);
    let z = codes.samples(&noise, latent);
    let images = inference.decode(&z, &repeated(classes, classes.len(), SAMPLES));
    mean_of_samples(&images, SAMPLES, inference.config().data.size())
}

/// Chains of samples of p(z | seen) that begin at `likeliest`, `[N, Z]`.
///
/// # Errors
/// As [`Chains::from`].
pub fn chains(
    inference: &Inference,
    likeliest: &[f32],
    seen: &Observation,
    classes: &[u8],
    sampling: Sampling,
) -> Result<Chains> {
    let (images, count) = (classes.len(), sampling.chains);
    let (start, classes) = (repeated(likeliest, images, count), repeated(classes, images, count));
    Chains::from(start, inference, seen.clone().repeat(images, count), classes, sampling)
}

/// The mean of what samples decode to, of chains at their end.
pub fn mean_of_chains(inference: &Inference, chains: Chains) -> Vec<f32> {
    /// Between samples that are decoded.
    const APART: usize = 5;
    let (size, count) = (inference.config().data.size(), chains.sampling().chains);
    let (samples, classes) = chains.found();
    let kept: Vec<Vec<f32>> = samples.into_iter().skip(APART - 1).step_by(APART).collect();
    let share = 1.0 / kept.len() as f32;
    let mut sum: Vec<f32> = vec![];
    for z in kept {
        let mean = mean_of_samples(&inference.decode(&z, &classes), count, size);
        sum.resize(mean.len(), 0.0);
        sum.iter_mut().zip(mean).for_each(|(sum, value)| *sum += share * value);
    }
    sum
}

/// The mean of what samples from p(z | seen) decode to; their chains begin at `likeliest`, `[N, Z]`.
///
/// # Errors
/// As [`Inference::sample`].
pub fn posterior_mean(
    inference: &Inference,
    likeliest: &[f32],
    seen: &Observation,
    classes: &[u8],
    sampling: Sampling,
    rng: &mut ChaCha8Rng,
) -> Result<Vec<f32>> {
    let mut chains = chains(inference, likeliest, seen, classes, sampling)?;
    chains.go_on(inference, usize::MAX, rng);
    Ok(mean_of_chains(inference, chains))
}

/// Draws of what each whole image could be, as many as it has chains and beside each other, `[N * chains, D]`: what the last samples
/// of chains at their end decode to.
///
/// # Errors
/// [`Error::Argument`] where no step is kept.
pub fn ends_of_chains(inference: &Inference, chains: Chains) -> Result<Vec<f32>> {
    let (mut samples, classes) = chains.found();
    let last = samples.pop().ok_or_else(|| Error::Argument("expected at least one step kept, got none".into()))?;
    Ok(inference.decode(&last, &classes))
}

/// One image's, or some images', by one of the model's ways; nothing for any other method.
///
/// # Errors
/// As [`Inference::sample`].
pub fn by_method(
    method: Method,
    inference: &Inference,
    seen: &Seen,
    classes: &[u8],
    sampling: Sampling,
    rng: &mut ChaCha8Rng,
) -> Result<Option<Vec<f32>>> {
    let codes = inference.encode(&seen.shown, classes);
    let sought = |codes: Codes| likeliest(inference, codes.mu, &seen.observation, classes);
    let made = match method {
        Method::EncodeDecode => inference.decode(&codes.mu, classes),
        Method::EncodedSamples => {
            inference.check_posterior()?;
            encoded_samples(inference, &codes, classes, rng)
        }
        Method::Optimised => inference.decode(&sought(codes), classes),
        Method::PosteriorMean => {
            inference.check_posterior()?;
            posterior_mean(inference, &sought(codes), &seen.observation, classes, sampling, rng)?
        }
        _ => return Ok(None),
    };
    Ok(Some(made))
}
