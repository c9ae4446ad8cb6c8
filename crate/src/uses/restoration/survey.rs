//! The survey of trials over a test set.

use std::ops::Range;

use super::figures::Truth;
use super::{Trial, grey};
use crate::data::batch::Batch;
use crate::data::dataset::Dataset;
use crate::error::{Error, Result};
use crate::model::weights::Weights;
use crate::seed::{Stream, generator};
use crate::uses::attempt::{Attempt, Task};
use crate::uses::by_model::Restored;
use crate::uses::coder::blocks;
use crate::uses::inference::Inference;
use crate::uses::plain::pca::Moments;
use crate::uses::report::Row;
use crate::uses::survey::{Data, Survey};
use crate::uses::tally::Tally;

/// Test images that are gone through at a time.
const IMAGES: usize = 10;
/// Training images of 784 pixels at a time: how long it takes to add their moments goes with the square of the pixels.
const TRAINING_IMAGES: usize = 2000;
const SQUARE: usize = 784 * 784;

/// A part of the work.
#[derive(Debug, Clone)]
enum Part {
    Moments(Range<usize>),
    /// Of a trial.
    Learn(usize),
    /// Some images are damaged in a trial, and the model begins.
    Begin(usize, Range<usize>),
    /// It goes on.
    Model,
    /// Plain methods beside it, and figures of all.
    Compare(usize, Range<usize>),
}

/// A survey of trials over a test set.
pub struct Restoration {
    inference: Inference,
    trials: Vec<Box<dyn Trial>>,
    limit: usize,
    /// Of the training images.
    moments: Moments,
    done: usize,
    /// What the model is at.
    attempt: Option<Attempt>,
    tally: Tally,
}

impl Restoration {
    /// On the first `limit` test images.
    ///
    /// # Errors
    /// [`Error::Argument`] for a limit of 0.
    pub fn new(weights: Weights, limit: usize, trials: Vec<Box<dyn Trial>>) -> Result<Self> {
        if limit == 0 {
            return Err(Error::Argument("expected at least one image, got a limit of 0".into()));
        }
        let moments = Moments::new(weights.config().data.size());
        let inference = Inference::new(weights);
        Ok(Self { inference, trials, limit, moments, done: 0, attempt: None, tally: Tally::default() })
    }

    /// The plain methods' parts, before those of any test image.
    fn lessons(&self, train: usize) -> Vec<Part> {
        let square = self.inference.config().data.size().pow(2).max(SQUARE);
        let mut parts: Vec<Part> = blocks(train, TRAINING_IMAGES * SQUARE / square).map(Part::Moments).collect();
        for (index, trial) in self.trials.iter().enumerate() {
            parts.extend(vec![Part::Learn(index); trial.lessons()]);
        }
        parts
    }

    /// The parts of some test images, of all trials: figures of all of them grow alike.
    fn of_images(&self, rows: Range<usize>) -> Vec<Part> {
        let mut parts = vec![];
        for (index, trial) in self.trials.iter().enumerate() {
            let count = Attempt::parts(&self.inference, trial.sampling(), trial.lost().is_some());
            parts.push(Part::Begin(index, rows.clone()));
            parts.extend(vec![Part::Model; count - 1]);
            parts.push(Part::Compare(index, rows.clone()));
        }
        parts
    }

    fn images(&self, data: Data<'_>) -> usize {
        self.limit.min(data.test.len())
    }

    /// What is to be done next.
    fn next(&self, data: Data<'_>) -> Option<Part> {
        let mut lessons = self.lessons(data.train.len());
        if self.done < lessons.len() {
            return Some(lessons.swap_remove(self.done));
        }
        let done = self.done - lessons.len();
        let all = self.of_images(0..0).len();
        let rows = blocks(self.images(data), IMAGES).nth(done / all)?;
        Some(self.of_images(rows).swap_remove(done % all))
    }

    fn work(&mut self, part: Part, data: Data<'_>) -> Result<()> {
        match part {
            Part::Moments(rows) => {
                let size = data.train.spec().size();
                self.moments.add(&grey(&data.train.images()[rows.start * size..rows.end * size]));
            }
            Part::Learn(trial) => self.trials[trial].learn(&self.moments)?,
            Part::Begin(trial, rows) => {
                let mut attempt = self.begin(trial, rows, data.test)?;
                attempt.advance(&self.inference)?;
                self.attempt = Some(attempt);
            }
            Part::Model => {
                if let Some(attempt) = &mut self.attempt {
                    attempt.advance(&self.inference)?;
                }
            }
            Part::Compare(trial, rows) => self.compare(trial, rows, data)?,
        }
        Ok(())
    }

    fn begin(&self, trial: usize, rows: Range<usize>, test: &Dataset) -> Result<Attempt> {
        let seed = (trial * test.len() + rows.start) as u32;
        let clean = Batch::of(test, rows, vec![])?;
        let trial = &self.trials[trial];
        let mut rng = generator(seed, Stream::Corruption);
        let task = Task {
            seen: trial.see(&grey(&clean.targets), &self.inference, &mut rng)?,
            classes: clean.labels,
            sampling: trial.sampling(),
            lost: trial.lost().map(<[bool]>::to_vec),
        };
        Ok(Attempt::new(task, generator(seed, Stream::Posterior)))
    }

    fn compare(&mut self, trial: usize, rows: Range<usize>, data: Data<'_>) -> Result<()> {
        let Some(attempt) = self.attempt.take() else { return Ok(()) };
        let clean = grey(&Batch::of(data.test, rows, vec![])?.targets);
        let (seen, made) = attempt.made();
        let trial = &self.trials[trial];
        let mut all: Restored = vec![(trial.unchanged(), seen.shown.clone())];
        all.extend(made);
        all.extend(trial.plain(&seen, data.train)?);
        let truth = Truth { clean: &clean, lost: trial.lost(), data: data.test.spec() };
        for (method, images) in all {
            truth.measure(&mut self.tally, &trial.case(), method, &trial.complete(images, &seen));
        }
        Ok(())
    }
}

impl Survey for Restoration {
    fn progress(&self, data: Data<'_>) -> (usize, usize) {
        let images = self.images(data).div_ceil(IMAGES);
        (self.done, self.lessons(data.train.len()).len() + images * self.of_images(0..0).len())
    }

    fn advance(&mut self, data: Data) -> Result<()> {
        data.suits(self.inference.config())?;
        if let Some(part) = self.next(data) {
            self.work(part, data)?;
            self.done += 1;
        }
        Ok(())
    }

    fn report(&self) -> Result<Vec<Row>> {
        self.tally.means()
    }
}
