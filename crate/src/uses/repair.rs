//! What was erased of an image, inferred from the rest.

use rand_chacha::ChaCha8Rng;

use super::by_model::{Restored, Seen};
use super::inference::Inference;
use super::observation::Observation;
use super::part::Part;
use super::plain::gaussian::Guessing;
use super::plain::neighbours::Nearest;
use super::plain::pca::Moments;
use super::report::{Case, Method};
use super::restoration::{Restoration, Trial, grey};
use super::sampling::Sampling;
use crate::data::dataset::Dataset;
use crate::error::{Error, Result};
use crate::model::weights::Weights;
use crate::settings::DataSpec;

/// Chains begin all over the posterior, since what was erased may have been one thing or quite another.
pub const SAMPLING: Sampling = Sampling { chains: 8, warm_up: 80, steps: 40, first_power: 0.01 };

/// The variance of noise that the linear guess counts with: pixels that are always black have none of their own.
const LINEAR_VARIANCE: f64 = 0.02;
/// Training images that are looked through at once.
const LOOKED_AT: usize = 5000;

/// What is left of images `[N, D]` of which such pixels, `[D]` or `[N, D]`, were erased: seen as black there.
///
/// # Errors
/// [`Error::Argument`] where nothing is left.
pub fn rest(images: &[f32], erased: &[bool], inference: &Inference) -> Result<Seen> {
    let size = inference.config().data.size();
    if erased.chunks(size).any(|erased| erased.iter().all(|&erased| erased)) {
        return Err(Error::Argument(
            "expected a part of the image to infer the rest from, got all of it erased".into(),
        ));
    }
    let kept = images.iter().zip(erased.iter().cycle());
    let shown: Vec<f32> = kept.map(|(&value, &erased)| if erased { 0.0 } else { value }).collect();
    let known = erased.iter().map(|&erased| !erased).collect();
    let observation = Observation::Known { pixels: shown.clone(), known };
    Ok(Seen { came: shown.clone(), shown, observation })
}

/// A guess where pixels, `[D]`, were erased, and what was seen elsewhere.
fn filled(guess: &[f32], shown: &[f32], erased: &[bool]) -> Vec<f32> {
    let pixels = guess.iter().zip(shown).zip(erased.iter().cycle());
    pixels.map(|((&guess, &shown), &erased)| if erased { guess } else { shown }).collect()
}

/// The survey of all parts.
///
/// # Errors
/// As [`Restoration::new`].
pub fn survey(weights: Weights, limit: usize) -> Result<Restoration> {
    let data = weights.config().data.clone();
    let trial = |part: Part| Box::new(Repairing::new(part, data.clone())) as Box<dyn Trial>;
    Restoration::new(weights, limit, [Part::Quarter, Part::Half, Part::Centre].map(trial).into())
}

/// One part, repaired.
struct Repairing {
    part: Part,
    data: DataSpec,
    erased: Vec<bool>,
    /// Of the training images.
    mean: Vec<f32>,
    linear: Guessing,
}

impl Repairing {
    fn new(part: Part, data: DataSpec) -> Self {
        let erased = part.pixels(&data);
        let known = erased.iter().filter(|&&erased| !erased).count();
        let linear = Guessing::new(known, data.size(), LINEAR_VARIANCE);
        Self { part, erased, data, mean: vec![], linear }
    }

    /// The nearest training image of each by its known pixels.
    fn nearest(&self, shown: &[f32], train: &Dataset) -> Vec<f32> {
        let size = self.data.size();
        let mut nearest = Nearest::new(shown.to_vec(), size, 1);
        for images in train.images().chunks(LOOKED_AT * size) {
            let mut known = grey(images);
            for image in known.chunks_exact_mut(size) {
                let erased = image.iter_mut().zip(&self.erased).filter(|(_, erased)| **erased);
                erased.for_each(|(value, _)| *value = 0.0);
            }
            nearest.add(&known);
        }
        let indices = nearest.found().iter().filter_map(|found| found.first());
        indices.flat_map(|&(_, index)| grey(&train.images()[index * size..(index + 1) * size])).collect()
    }
}

/// What is known of each image, `[D, M]`.
fn operator(erased: &[bool]) -> Vec<f32> {
    let known: Vec<usize> = (0..erased.len()).filter(|&at| !erased[at]).collect();
    let mut operator = vec![0.0; erased.len() * known.len()];
    known.iter().enumerate().for_each(|(column, &at)| operator[at * known.len() + column] = 1.0);
    operator
}

impl Trial for Repairing {
    fn case(&self) -> Case {
        Case::Erased { part: self.part }
    }

    fn lessons(&self) -> usize {
        self.linear.parts()
    }

    fn learn(&mut self, moments: &Moments) -> Result<()> {
        self.mean = moments.mean().into_iter().map(|mean| mean as f32).collect();
        self.linear.learn(moments, || operator(&self.erased));
        Ok(())
    }

    fn see(&self, clean: &[f32], inference: &Inference, _: &mut ChaCha8Rng) -> Result<Seen> {
        rest(clean, &self.erased, inference)
    }

    fn complete(&self, guess: Vec<f32>, seen: &Seen) -> Vec<f32> {
        filled(&guess, &seen.shown, &self.erased)
    }

    fn plain(&self, seen: &Seen, train: &Dataset) -> Result<Restored> {
        let size = self.data.size();
        let count = seen.shown.len() / size;
        let known = seen.shown.chunks_exact(size).flat_map(|image| {
            let known = image.iter().zip(&self.erased).filter(|&(_, &erased)| !erased);
            known.map(|(&value, _)| value).collect::<Vec<_>>()
        });
        let known: Vec<f32> = known.collect();
        let mut all =
            vec![(Method::Mean, self.mean.repeat(count)), (Method::Nearest, self.nearest(&seen.shown, train))];
        all.extend(self.linear.guess().map(|linear| (Method::Linear, linear.guess(&known))));
        Ok(all)
    }

    fn lost(&self) -> Option<&[bool]> {
        Some(&self.erased)
    }

    fn sampling(&self) -> Sampling {
        SAMPLING
    }
}
