//! Images restored from what was seen of them: by the model in several ways, by plain methods, and how near both come.

use std::ops::Range;

use burn::tensor::Tensor;
use burn::tensor::activation::sigmoid;
use rand_chacha::ChaCha8Rng;

use super::inference::{Descent, Inference, Sampling};
use super::measures::bernoulli::log_likelihood;
use super::measures::psnr::{psnr, squared_error};
use super::measures::ssim::ssim;
use super::observation::Observation;
use super::plain::pca::Moments;
use super::pseudo_gibbs::pseudo_gibbs;
use super::report::{Case, Method, Quantity, Row};
use super::survey::{Data, Step, Survey};
use super::tally::Tally;
use crate::data::batch::Batch;
use crate::data::dataset::Dataset;
use crate::error::{Error, Result};
use crate::model::weights::Weights;
use crate::model::{Posterior, pixels, repeat};
use crate::seed::{Stream, generator, normals};
use crate::settings::DataSpec;

/// Test images, and training images, that are gone through at a time.
const IMAGES: usize = 10;
const TRAINING_IMAGES: usize = 2000;
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

/// A way in which images are lost, and plain methods for it.
pub trait Trial {
    fn case(&self) -> Case;

    /// Learns what the plain methods know of the training images.
    ///
    /// # Errors
    /// [`Error::Argument`] for images of which they can learn nothing.
    fn learn(&mut self, moments: &Moments) -> Result<()>;

    /// What is seen of clean images `[N, D]`.
    ///
    /// # Errors
    /// [`Error::Argument`] for images that cannot be lost this way.
    fn see(&self, clean: &[f32], inference: &Inference, rng: &mut ChaCha8Rng) -> Result<Seen>;

    /// What the plain methods make of it.
    ///
    /// # Errors
    /// [`Error::Argument`] for training images of another shape.
    fn plain(&self, seen: &Seen, train: &Dataset) -> Result<Restored>;

    /// A guess at whole images `[N, D]` with what is known of them.
    fn complete(&self, guess: Vec<f32>, _seen: &Seen) -> Vec<f32> {
        guess
    }

    /// How samples of the posterior are drawn.
    fn sampling(&self) -> Sampling {
        SAMPLING
    }

    /// What it is to leave images as they are shown.
    fn unchanged(&self) -> Method {
        Method::Nothing
    }

    /// Of each pixel of an image whether it was lost, where not all were.
    fn lost(&self) -> Option<&[bool]> {
        None
    }
}

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
    let chains = sampling.chains;
    let [_, latent] = likeliest.dims();
    let seen = seen.clone().repeat(chains);
    let condition = condition.map(|condition| repeat(condition.clone(), chains));
    let start = repeat(likeliest, chains);
    let samples = inference.sample(start, &seen, condition.as_ref(), sampling, rng).await?;
    let mut sum: Vec<f32> = vec![];
    let kept: Vec<Vec<f32>> = samples.into_iter().skip(APART - 1).step_by(APART).collect();
    let share = 1.0 / kept.len() as f32;
    let size = inference.model().config().data.size();
    for z in kept {
        let images = decoded(inference, inference.tensor(z, latent), condition.as_ref()).await?;
        let mean = mean_of_samples(&images, chains, size);
        sum.resize(mean.len(), 0.0);
        sum.iter_mut().zip(mean).for_each(|(sum, value)| *sum += share * value);
    }
    Ok(sum)
}

/// `count` draws each of what the whole images could be, `[N * count, D]`, those of an image beside each other: the ends of chains
/// that begin at `likeliest`, `[N, Z]`.
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
    let [_, latent] = likeliest.dims();
    let chains = sampling.chains;
    let condition = condition.map(|condition| repeat(condition.clone(), chains));
    let (start, seen) = (repeat(likeliest, chains), seen.clone().repeat(chains));
    let mut samples = inference.sample(start, &seen, condition.as_ref(), sampling, rng).await?;
    let last = samples.pop().ok_or_else(|| Error::Argument("expected at least one step kept, got none".into()))?;
    decoded(inference, inference.tensor(last, latent), condition.as_ref()).await
}

/// What the model makes of what was seen, in all its ways.
async fn by_model(
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

/// A survey of trials over a test set.
pub struct Restoration {
    inference: Inference,
    trials: Vec<Box<dyn Trial>>,
    limit: usize,
    /// Of the training images.
    moments: Moments,
    done: usize,
    tally: Tally,
}

impl Restoration {
    /// On the first `limit` test images.
    ///
    /// # Errors
    /// [`Error::Argument`] for a limit of 0, [`Error::Device`] when the build has no CPU backend.
    pub fn new(weights: Weights, limit: usize, trials: Vec<Box<dyn Trial>>) -> Result<Self> {
        if limit == 0 {
            return Err(Error::Argument("expected at least one image, got a limit of 0".into()));
        }
        let moments = Moments::new(weights.config().data.size());
        Ok(Self { inference: Inference::new(weights)?, trials, limit, moments, done: 0, tally: Tally::default() })
    }

    fn spec(&self) -> &DataSpec {
        &self.inference.model().config().data
    }

    /// Steps of learning, one of each trial after those through the training images, and of restoring in each trial.
    fn steps(&self, data: Data<'_>) -> (usize, usize) {
        let learning = data.train.len().div_ceil(TRAINING_IMAGES) + self.trials.len();
        (learning, self.limit.min(data.test.len()).div_ceil(IMAGES))
    }

    /// What the next training images teach the plain methods; after them, each trial's in turn.
    fn learn(&mut self, train: &Dataset) -> Result<()> {
        let size = self.spec().size();
        let mut parts = train.images().chunks(TRAINING_IMAGES * size);
        let count = parts.len();
        match parts.nth(self.done) {
            Some(images) => self.moments.add(&grey(images)),
            None => self.trials[self.done - count].learn(&self.moments)?,
        }
        Ok(())
    }

    async fn restore(&mut self, trial: usize, part: Range<usize>, data: Data<'_>) -> Result<()> {
        let clean = Batch::of(data.test, part.clone(), vec![])?;
        let condition = self.inference.model().condition(&clean.labels, self.inference.device());
        let clean = grey(&clean.targets);
        let seed = (trial * data.test.len() + part.start) as u32;
        let trial = &self.trials[trial];
        let seen = trial.see(&clean, &self.inference, &mut generator(seed, Stream::Corruption))?;
        let mut all = vec![(trial.unchanged(), seen.shown.clone())];
        let mut rng = generator(seed, Stream::Posterior);
        all.extend(by_model(&self.inference, &seen, condition.as_ref(), trial.sampling(), &mut rng).await?);
        if let (Some(lost), Ok(())) = (trial.lost(), self.inference.check_posterior()) {
            let filled = pseudo_gibbs(&self.inference, &seen, lost, condition.as_ref(), &mut rng).await?;
            all.push((Method::PseudoGibbs, filled));
        }
        all.extend(trial.plain(&seen, data.train)?);
        let (case, lost) = (trial.case(), trial.lost().map(<[bool]>::to_vec));
        let all: Restored = all.into_iter().map(|(method, images)| (method, trial.complete(images, &seen))).collect();
        for (method, images) in all {
            self.measure(&case, method, &images, &clean, lost.as_deref());
        }
        Ok(())
    }

    fn measure(&mut self, case: &Case, method: Method, images: &[f32], clean: &[f32], lost: Option<&[bool]>) {
        let (size, sides) = (self.spec().size(), [self.spec().width, self.spec().height]);
        for (image, clean) in images.chunks_exact(size).zip(clean.chunks_exact(size)) {
            self.tally.add(case, method, Quantity::Psnr, psnr(image, clean));
            self.tally.add(case, method, Quantity::Ssim, ssim(image, clean, sides));
            let Some(lost) = lost else {
                self.tally.add(case, method, Quantity::SquaredError, squared_error(image, clean));
                continue;
            };
            let (image, clean) = (picked(image, lost), picked(clean, lost));
            self.tally.add(case, method, Quantity::SquaredError, squared_error(&image, &clean));
            self.tally.add(case, method, Quantity::LogLikelihood, log_likelihood(&image, &clean));
        }
    }
}

impl Survey for Restoration {
    fn progress(&self, data: Data<'_>) -> (usize, usize) {
        let (learning, trial) = self.steps(data);
        (self.done, learning + trial * self.trials.len())
    }

    fn advance<'a>(&'a mut self, data: Data<'a>) -> Step<'a> {
        Box::pin(async move {
            [data.train, data.test]
                .into_iter()
                .try_for_each(|part| self.inference.model().config().takes(part.spec()))?;
            let (learning, _) = self.steps(data);
            if self.done < learning {
                self.learn(data.train)?;
            } else {
                // All trials of the first images, then of the next: figures of all of them grow alike.
                let (index, trial) =
                    ((self.done - learning) / self.trials.len(), (self.done - learning) % self.trials.len());
                let end = self.limit.min(data.test.len()).min((index + 1) * IMAGES);
                self.restore(trial, index * IMAGES..end, data).await?;
            }
            self.done += 1;
            Ok(())
        })
    }

    fn report(&self) -> Result<Vec<Row>> {
        self.tally.means()
    }
}

/// Bytes to values from 0 to 1.
pub fn grey(bytes: &[u8]) -> Vec<f32> {
    bytes.iter().map(|&byte| f32::from(byte) / 255.0).collect()
}

fn picked(image: &[f32], of: &[bool]) -> Vec<f32> {
    image.iter().zip(of).filter_map(|(&value, &of)| of.then_some(value)).collect()
}
