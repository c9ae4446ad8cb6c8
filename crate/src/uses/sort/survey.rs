//! How well codes sort, beside principal components and pixels.

use std::ops::Range;

use super::few::accuracy;
use super::judge::Judge;
use super::plan::{Part, Sorted, Space, parts};
use super::spaces::Spaces;
use crate::error::{Error, Result};
use crate::model::weights::Weights;
use crate::settings::DataSpec;
use crate::uses::coder::Coder;
use crate::uses::report::{Case, Method, Quantity, Row};
use crate::uses::survey::{Data, Survey};

/// Sorting, measured.
pub struct Sort {
    coder: Coder,
    done: usize,
    spaces: Spaces,
    judge: Judge,
    /// The classes under which a conditional model finds the test images likeliest.
    likeliest: Vec<u8>,
}

impl Sort {
    /// Of the first `limit` test images.
    ///
    /// # Errors
    /// [`Error::Argument`] for a limit of 0, [`Error::Device`] in a build without a CPU backend.
    pub fn new(weights: Weights, limit: usize) -> Result<Self> {
        if limit == 0 {
            return Err(Error::Argument("expected at least one test image to sort, got 0".into()));
        }
        let coder = Coder::new(weights);
        let DataSpec { classes, .. } = &coder.config().data;
        if !coder.config().data.is_image() && classes.len() < 2 {
            return Err(Error::Argument(
                "expected rows of two classes or more to sort, got rows without classes: choose another model".into(),
            ));
        }
        let spaces = Spaces::new(coder.latent(), coder.config().data.size(), limit);
        Ok(Self { coder, done: 0, spaces, judge: Judge::default(), likeliest: vec![] })
    }

    fn parts(&self, data: Data<'_>) -> Vec<Part> {
        let config = self.coder.config();
        let (is_told, are_images) = (config.conditional, config.data.is_image());
        let has_posteriors = !config.deterministic;
        let (train, test) = (data.train.len(), self.spaces.asked(data));
        parts(Sorted { train, test, is_told, are_images, has_posteriors })
    }

    fn work(&mut self, part: Part, data: Data<'_>) -> Result<()> {
        let Self { coder, spaces, judge, .. } = self;
        match part {
            Part::Train(rows) => spaces.add(0, coder.codes(data.train, rows)?),
            Part::Test(rows) => spaces.add(1, coder.codes(data.test, rows)?),
            Part::Posteriors => spaces.scale_posteriors(),
            Part::Likeliest(rows) => self.find_likeliest(data, rows)?,
            Part::Moments(rows) => spaces.see(data, rows),
            Part::Axes => spaces.project(data)?,
            Part::Majority => judge.guess(spaces.task(Space::Words, data)),
            Part::Neighbours(space, rows) => judge.seek(space, rows, spaces.task(space, data)),
            Part::FewNeighbours(choice, rows) => judge.seek_few(choice, rows, spaces.task(choice.space, data)),
            Part::FewProbe(choice, steps) => judge.probe_few(choice, &steps, spaces.task(choice.space, data)),
            Part::Semi(choice, learnt, steps) => {
                judge.semi(choice, learnt, &steps, &spaces.log_var[0], spaces.task(choice.space, data));
            }
            Part::Probe(space, steps) => judge.probe(space, &steps, spaces.task(space, data)),
            Part::Groups(space, seed) => judge.group(seed, spaces.task(space, data)),
            Part::Mixture(space, rounds) => judge.mix(space, &rounds, spaces.task(space, data)),
        }
        Ok(())
    }

    fn find_likeliest(&mut self, data: Data<'_>, rows: Range<usize>) -> Result<()> {
        let found = self.coder.likeliest_classes(&data.test.bytes(rows.clone()))?;
        self.likeliest.extend(found);
        if rows.end == self.spaces.asked(data) {
            let value = accuracy(&self.likeliest, &data.test.labels()[..rows.end]);
            let case = Case::Labels { count: data.train.len() };
            self.judge.add(case, Method::LikeliestClass, Quantity::Accuracy, value);
        }
        Ok(())
    }
}

impl Survey for Sort {
    fn progress(&self, data: Data<'_>) -> (usize, usize) {
        (self.done, self.parts(data).len())
    }

    fn advance(&mut self, data: Data) -> Result<()> {
        data.suits(self.coder.config())?;
        if let Some(part) = self.parts(data).into_iter().nth(self.done) {
            self.work(part, data)?;
            self.done += 1;
        }
        Ok(())
    }

    fn report(&self) -> Result<Vec<Row>> {
        if self.judge.rows().is_empty() {
            return Err(Error::Argument("expected a part of the images sorted, got none yet".into()));
        }
        Ok(self.judge.rows().to_vec())
    }
}
