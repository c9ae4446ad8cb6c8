//! How near images come that the model and plain methods restore from what was seen of them, over a test set.

use std::ops::Range;

use rand_chacha::ChaCha8Rng;

use super::by_model::{Restored, SAMPLING, Seen, by_model};
use super::inference::Inference;
use super::measures::bernoulli::log_likelihood;
use super::measures::psnr::{psnr, squared_error};
use super::measures::ssim::ssim;
use super::plain::pca::Moments;
use super::pseudo_gibbs::pseudo_gibbs;
use super::report::{Case, Method, Quantity, Row};
use super::sampling::Sampling;
use super::survey::{Data, Step, Survey};
use super::tally::Tally;
use crate::data::batch::Batch;
use crate::data::dataset::Dataset;
use crate::error::{Error, Result};
use crate::model::weights::Weights;
use crate::seed::{Stream, generator};
use crate::settings::DataSpec;

/// Test images, and training images, that are gone through at a time.
const IMAGES: usize = 10;
const TRAINING_IMAGES: usize = 2000;

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
