//! How like the data generated images are, in the features of a small network that tells the data's classes apart.

use super::features::{likeness, network};
use super::made::{Known, Made};
use super::plan::{Counts, Part, parts};
use crate::error::{Error, Result};
use crate::latent::codes::Codes;
use crate::model::weights::Weights;
use crate::uses::coder::Coder;
use crate::uses::plain::classifier::Classifier;
use crate::uses::plain::neighbours::Nearest;
use crate::uses::plain::pca::Moments;
use crate::uses::plain::points::Points;
use crate::uses::report::{Case, Method, Quantity, Row};
use crate::uses::survey::{Data, Survey};

/// Generation, measured.
pub struct Generate {
    coder: Coder,
    limit: usize,
    done: usize,
    known: Known,
    network: Option<Classifier>,
    /// The test images' features.
    truth: Vec<f32>,
    /// Of the source in question.
    made: Made,
    nearest: Option<Nearest>,
    rows: Vec<Row>,
}

impl Generate {
    /// As many images as test images, the first `limit`, which they are compared with.
    ///
    /// # Errors
    /// [`Error::Argument`] for fewer than 100, or an autoencoder; [`Error::Device`] in a build without a CPU backend.
    pub fn new(weights: Weights, limit: usize) -> Result<Self> {
        enough(limit)?;
        let coder = Coder::with_posterior(weights, "images that were never there")?;
        let moments = Moments::new(coder.config().data.size());
        let known = Known { codes: Codes::default(), moments };
        let (truth, made, rows) = (vec![], Made::default(), vec![]);
        Ok(Self { coder, limit, done: 0, known, network: None, truth, made, nearest: None, rows })
    }

    fn count(&self, data: Data<'_>) -> usize {
        self.limit.min(data.test.len()).min(data.train.len())
    }

    /// Training images that the network does not see: to compare with.
    fn kept_back(&self, data: Data<'_>) -> usize {
        self.count(data).min(data.train.len() / 2)
    }

    fn parts(&self, data: Data<'_>) -> Vec<Part> {
        let train = data.train.len();
        let classes = if self.coder.config().conditional { data.train.spec().classes.len() } else { 1 };
        parts(Counts { train, seen: train - self.kept_back(data), made: self.count(data), classes })
    }

    fn work(&mut self, part: Part, data: Data<'_>) -> Result<()> {
        let size = data.train.spec().size();
        let train = Points::images(data.train.images(), size);
        match part {
            Part::Codes(rows) => {
                let Codes { mu, log_var, factor } = self.coder.codes(data.train, rows)?;
                self.known.codes.mu.extend(mu);
                self.known.codes.log_var.extend(log_var);
                self.known.codes.factor.extend(factor);
            }
            Part::Moments(rows) => self.known.moments.add(&train.rows(rows)),
            Part::Learn(steps) => self.learn(steps, data),
            Part::Truth => {
                let count = self.count(data);
                enough(count)?;
                self.truth = self.features(Points::images(&data.test.images()[..count * size], size));
            }
            Part::Group(source) => self.made.group(source, &self.known, train, self.coder.latent())?,
            Part::Mix(rounds) => self.made.mix(rounds),
            Part::Draw(source) => {
                let own = &data.train.images()[(data.train.len() - self.kept_back(data)) * size..];
                self.made.draw(source, &self.known, own, self.count(data), &self.coder)?;
            }
            Part::Decode(class, rows) => self.made.decode(&self.coder, class, rows),
            Part::Nearest(rows) => {
                let made = Points::images(&self.made.images, size);
                let new = || Nearest::new(made.rows(0..made.count()).into_owned(), size, 1);
                self.nearest.get_or_insert_with(new).add(&train.rows(rows));
            }
            Part::Compare(source) => self.compare(source, size),
        }
        Ok(())
    }

    /// Goes on with the network for so many steps.
    fn learn(&mut self, steps: usize, data: Data<'_>) {
        let (seen, size) = (data.train.len() - self.kept_back(data), data.train.spec().size());
        let images = Points::images(&data.train.images()[..seen * size], size);
        let classes = data.train.spec().classes.len().max(2);
        let network = self.network.get_or_insert_with(|| network(images, classes));
        network.advance(images, &data.train.labels()[..seen], steps);
    }

    fn features(&mut self, images: Points<'_>) -> Vec<f32> {
        self.network.as_mut().map(|network| network.features(images)).unwrap_or_default()
    }

    fn compare(&mut self, source: Method, size: usize) {
        let made = std::mem::take(&mut self.made.images);
        let made = self.features(Points::images(&made, size));
        let mut figures = likeness(&made, &self.truth);
        let nearest = self.nearest.take();
        figures.extend(nearest.map(|nearest| (Quantity::NearestDistance, mean_distance(&nearest))));
        let row = |(quantity, value)| Row { case: Case::Whole, method: source, quantity, value };
        self.rows.extend(figures.into_iter().map(row));
    }
}

/// Fewer have too few features to tell their spread by.
pub const LEAST: usize = 100;

fn enough(images: usize) -> Result<()> {
    let message = || format!("expected at least {LEAST} test images to compare generated ones with, got {images}");
    if images < LEAST { Err(Error::Argument(message())) } else { Ok(()) }
}

fn mean_distance(nearest: &Nearest) -> f64 {
    let distances = nearest.found().iter().flatten().map(|&(squared, _)| f64::from(squared).sqrt());
    distances.sum::<f64>() / nearest.found().len() as f64
}

impl Survey for Generate {
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
        if self.rows.is_empty() {
            return Err(Error::Argument("expected generated images compared with the data, got none yet".into()));
        }
        Ok(self.rows.clone())
    }
}
