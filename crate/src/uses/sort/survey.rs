//! How well codes sort, beside principal components and pixels.

use std::ops::Range;

use super::few::{Task, accuracy, labelled, voted};
use super::plan::{BLOCK, CHOICES, PROBED, Part, Space, parts};
use super::{EPOCHS, NEIGHBOURS};
use crate::data::dataset::Dataset;
use crate::error::{Error, Result};
use crate::model::weights::Weights;
use crate::seed::{Stream, generator};
use crate::uses::coder::{Coder, blocks};
use crate::uses::measures::rand_index::adjusted_rand_index;
use crate::uses::plain::classifier::{BATCH, Classifier};
use crate::uses::plain::groups::Groups;
use crate::uses::plain::mixture::Mixture;
use crate::uses::plain::neighbours::Nearest;
use crate::uses::plain::pca::{Moments, Pca};
use crate::uses::plain::points::Points;
use crate::uses::report::{Case, Method, Quantity, Row};
use crate::uses::survey::{Data, Step, Survey};

/// Sorting, measured.
pub struct Sort {
    coder: Coder,
    limit: usize,
    done: usize,
    train: Vec<f32>,
    test: Vec<f32>,
    moments: Moments,
    /// Training and test images along the axes.
    projected: [Vec<f32>; 2],
    nearest: Option<Nearest>,
    probe: Option<Classifier>,
    groups: Option<Groups>,
    likeliest: Vec<u8>,
    rows: Vec<Row>,
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
        let coder = Coder::new(weights)?;
        let moments = Moments::new(coder.config().data.size());
        let (train, test, projected, likeliest) = (vec![], vec![], [vec![], vec![]], vec![]);
        Ok(Self {
            coder,
            limit,
            done: 0,
            train,
            test,
            moments,
            projected,
            nearest: None,
            probe: None,
            groups: None,
            likeliest,
            rows: vec![],
        })
    }

    fn parts(&self, data: Data<'_>) -> Vec<Part> {
        parts(data.train.len(), self.limit.min(data.test.len()), self.coder.config().conditional)
    }

    async fn work(&mut self, part: Part, data: Data<'_>) -> Result<()> {
        match part {
            Part::Train(rows) => self.train.extend(self.coder.codes(data.train, rows).await?.mu),
            Part::Test(rows) => self.test.extend(self.coder.codes(data.test, rows).await?.mu),
            Part::Likeliest(rows) => self.find_likeliest(data, rows).await?,
            Part::Moments(rows) => self.moments.add(&images(data.train).rows(rows)),
            Part::Axes => self.project(data, &self.moments.pca(self.dimensions())?),
            Part::Neighbours(space, rows) => self.find_neighbours(space, rows, data),
            Part::Few(space, count, seed) => self.tell_few(space, count, seed, data),
            Part::Probe(space, rows) => self.probe_all(space, &rows, data),
            Part::Groups(space, seed) => self.find_groups(space, seed, data),
            Part::Mixture(space) => self.compare_groups(space, data),
        }
        Ok(())
    }

    /// As many components as the model has dimensions.
    fn dimensions(&self) -> usize {
        self.coder.latent().min(self.coder.config().data.size())
    }

    fn add(&mut self, case: Case, method: Method, quantity: Quantity, value: f64) {
        self.rows.push(Row { case, method, quantity, value });
    }

    fn task<'a>(&'a self, space: Space, data: Data<'a>) -> Task<'a> {
        let truth = &data.test.labels()[..self.limit.min(data.test.len())];
        let size = data.test.spec().size();
        let [train, test] = match space {
            Space::Codes => [&self.train, &self.test].map(|codes| Points::numbers(codes, self.coder.latent())),
            Space::Pca => [0, 1].map(|part| Points::numbers(&self.projected[part], self.dimensions())),
            Space::Pixels => [images(data.train), Points::images(&data.test.images()[..truth.len() * size], size)],
        };
        Task { train, labels: data.train.labels(), test, truth, classes: data.train.spec().classes.len() }
    }

    fn project(&mut self, data: Data<'_>, pca: &Pca) {
        let limit = self.limit;
        self.projected = [(data.train, usize::MAX), (data.test, limit)].map(|(part, limit)| {
            let points = images(part);
            blocks(part.len().min(limit), BLOCK).flat_map(|rows| pca.encode(&points.rows(rows))).collect()
        });
    }

    fn find_neighbours(&mut self, space: Space, rows: Range<usize>, data: Data<'_>) {
        let mut nearest = match self.nearest.take() {
            Some(nearest) if rows.start > 0 => nearest,
            _ => {
                let test = self.task(space, data).test;
                Nearest::new(test.rows(0..test.count()).into_owned(), test.size, NEIGHBOURS)
            }
        };
        let is_last = rows.end == data.train.len();
        let task = self.task(space, data);
        nearest.add(&task.train.rows(rows));
        if is_last {
            let value = accuracy(&voted(&nearest, task.labels, task.classes), task.truth);
            self.add(Case::Labels { count: data.train.len() }, space.methods()[0], Quantity::Accuracy, value);
        } else {
            self.nearest = Some(nearest);
        }
    }

    /// Goes on with a probe that sees so many more points, the last time to the end.
    fn probe_all(&mut self, space: Space, rows: &Range<usize>, data: Data<'_>) {
        let probe = self.probe.take().filter(|_| rows.start > 0);
        let task = self.task(space, data);
        let mut probe = probe.unwrap_or_else(|| Classifier::new(task.train, task.classes, &[], EPOCHS, 0));
        if rows.end < EPOCHS * data.train.len() {
            probe.advance(task.train, task.labels, PROBED / BATCH);
            self.probe = Some(probe);
            return;
        }
        probe.advance(task.train, task.labels, usize::MAX);
        let value = accuracy(&probe.classes(task.test), task.truth);
        self.add(Case::Labels { count: data.train.len() }, space.methods()[1], Quantity::Accuracy, value);
    }

    /// Adds the share of one choice of labels to its means.
    fn tell_few(&mut self, space: Space, count: usize, seed: u32, data: Data<'_>) {
        let task = self.task(space, data);
        let values = task.accuracies(&labelled(task.labels, task.classes, count, seed), seed);
        for (method, value) in space.methods().into_iter().zip(values) {
            let (case, value) = (Case::Labels { count }, value / CHOICES as f64);
            match self.rows.iter_mut().find(|row| row.case == case && row.method == method) {
                Some(row) => row.value += value,
                None => self.add(case, method, Quantity::Accuracy, value),
            }
        }
    }

    fn find_groups(&mut self, space: Space, seed: u32, data: Data<'_>) {
        let task = self.task(space, data);
        let points = task.test.rows(0..task.test.count());
        let found = Groups::fit(&points, task.test.size, task.classes, &mut generator(seed, Stream::Groups));
        if seed == 0 || self.groups.as_ref().is_none_or(|best| found.spread < best.spread) {
            self.groups = Some(found);
        }
    }

    fn compare_groups(&mut self, space: Space, data: Data<'_>) {
        let Some(groups) = self.groups.take() else { return };
        let task = self.task(space, data);
        let test = task.test.rows(0..task.test.count());
        let mixture = Mixture::fit(&test, &groups);
        let by_groups: Vec<u8> = groups.nearest(&test).into_iter().map(|(group, _)| group).collect();
        let [by_groups, by_mixture] = [by_groups, mixture.groups(&test)].map(|it| adjusted_rand_index(&it, task.truth));
        let [.., groups, mixture] = space.methods();
        self.add(Case::Whole, groups, Quantity::AdjustedRandIndex, by_groups);
        self.add(Case::Whole, mixture, Quantity::AdjustedRandIndex, by_mixture);
    }

    async fn find_likeliest(&mut self, data: Data<'_>, rows: Range<usize>) -> Result<()> {
        self.coder.config().takes(data.test.spec())?;
        let size = data.test.spec().size();
        let images = &data.test.images()[rows.start * size..rows.end * size];
        let found = self.coder.likeliest_classes(images).await?;
        self.likeliest.extend(found);
        if rows.end == self.limit.min(data.test.len()) {
            let value = accuracy(&self.likeliest, &data.test.labels()[..rows.end]);
            self.add(Case::Labels { count: data.train.len() }, Method::LikeliestClass, Quantity::Accuracy, value);
        }
        Ok(())
    }
}

fn images(data: &Dataset) -> Points<'_> {
    Points::images(data.images(), data.spec().size())
}

impl Survey for Sort {
    fn progress(&self, data: Data<'_>) -> (usize, usize) {
        (self.done, self.parts(data).len())
    }

    fn advance<'a>(&'a mut self, data: Data<'a>) -> Step<'a> {
        Box::pin(async move {
            self.coder.config().takes(data.train.spec())?;
            self.coder.config().takes(data.test.spec())?;
            if let Some(part) = self.parts(data).into_iter().nth(self.done) {
                self.work(part, data).await?;
                self.done += 1;
            }
            Ok(())
        })
    }

    fn report(&self) -> Result<Vec<Row>> {
        if self.rows.is_empty() {
            return Err(Error::Argument("expected a part of the images sorted, got none yet".into()));
        }
        Ok(self.rows.clone())
    }
}
