//! How like the data generated images are, in the features of a small network that tells the data's classes apart.

use std::ops::Range;

use super::mixed::{MIXED, of_components, of_mixture};
use super::sheet::{Sheet, decoded, sheet};
use crate::error::{Error, Result};
use crate::latent::codes::Codes;
use crate::model::weights::Weights;
use crate::uses::coder::{Coder, ROWS, blocks};
use crate::uses::measures::frechet::frechet;
use crate::uses::measures::precision_recall::covered;
use crate::uses::plain::classifier::{BATCH, Classifier};
use crate::uses::plain::neighbours::Nearest;
use crate::uses::plain::pca::Moments;
use crate::uses::plain::points::Points;
use crate::uses::report::{Case, Method, Quantity, Row};
use crate::uses::survey::{Data, Step, Survey};

/// The network's hidden layers; the last gives the features.
const HIDDEN: [usize; 2] = [128, 32];
const EPOCHS: usize = 6;
/// Images that the network sees at once.
const LEARNT: usize = 40 * BATCH;
/// Images whose precision and recall are compared with each other's, all with all.
const COMPARED: usize = 2000;
/// Training images at once.
const BLOCK: usize = 1000;
const SEED: u32 = 1;

/// Where generated images come from.
const SOURCES: [Method; 5] =
    [Method::TrainingImages, Method::Prior, Method::AggregatedPosterior, Method::CodesMixture, Method::PcaMixture];

#[derive(Debug, Clone)]
enum Part {
    Codes(Range<usize>),
    Moments(Range<usize>),
    Learn(Range<usize>),
    Truth,
    Make(Method),
    Nearest(Range<usize>),
    Compare(Method),
}

/// Generation, measured.
pub struct Generate {
    coder: Coder,
    limit: usize,
    done: usize,
    codes: Codes,
    moments: Moments,
    network: Option<Classifier>,
    /// The test images' features.
    truth: Vec<f32>,
    /// Images of the source in question.
    made: Vec<u8>,
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
        let codes = Codes { mu: vec![], log_var: vec![] };
        let moments = Moments::new(coder.config().data.size());
        let (truth, made, rows) = (vec![], vec![], vec![]);
        Ok(Self { coder, limit, done: 0, codes, moments, network: None, truth, made, nearest: None, rows })
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
        let mut parts: Vec<Part> = blocks(train, ROWS).map(Part::Codes).collect();
        parts.extend(blocks(train, BLOCK).map(Part::Moments));
        parts.extend(blocks(EPOCHS * (train - self.kept_back(data)), LEARNT).map(Part::Learn));
        parts.push(Part::Truth);
        for source in SOURCES {
            parts.push(Part::Make(source));
            // A training image is its own nearest.
            let seen = if source == Method::TrainingImages { 0 } else { train };
            parts.extend(blocks(seen, BLOCK).map(Part::Nearest));
            parts.push(Part::Compare(source));
        }
        parts
    }

    async fn work(&mut self, part: Part, data: Data<'_>) -> Result<()> {
        let size = data.train.spec().size();
        let train = Points::images(data.train.images(), size);
        match part {
            Part::Codes(rows) => {
                let Codes { mu, log_var } = self.coder.codes(data.train, rows).await?;
                self.codes.mu.extend(mu);
                self.codes.log_var.extend(log_var);
            }
            Part::Moments(rows) => self.moments.add(&train.rows(rows)),
            Part::Learn(rows) => {
                let seen = data.train.len() - self.kept_back(data);
                let images = Points::images(&data.train.images()[..seen * size], size);
                let classes = data.train.spec().classes.len().max(2);
                let network = || Classifier::new(images, classes, &HIDDEN, EPOCHS, SEED);
                let network = self.network.get_or_insert_with(network);
                let steps = if rows.end == EPOCHS * seen { usize::MAX } else { LEARNT / BATCH };
                network.advance(images, &data.train.labels()[..seen], steps);
            }
            Part::Truth => {
                let count = self.count(data);
                enough(count)?;
                self.truth = self.features(Points::images(&data.test.images()[..count * size], size));
            }
            Part::Make(source) => {
                self.made = self.images(source, data).await?;
                let made = Points::images(&self.made, size);
                self.nearest = Some(Nearest::new(made.rows(0..made.count()).into_owned(), size, 1));
            }
            Part::Nearest(rows) => {
                if let Some(nearest) = &mut self.nearest {
                    nearest.add(&train.rows(rows));
                }
            }
            Part::Compare(source) => self.compare(source, size),
        }
        Ok(())
    }

    fn features(&mut self, images: Points<'_>) -> Vec<f32> {
        self.network.as_mut().map(|network| network.features(images)).unwrap_or_default()
    }

    /// As many images as are compared.
    async fn images(&self, source: Method, data: Data<'_>) -> Result<Vec<u8>> {
        let (count, latent, size) = (self.count(data), self.coder.latent(), data.train.spec().size());
        let points = match source {
            Method::TrainingImages => {
                let start = (data.train.len() - self.kept_back(data)) * size;
                return Ok(data.train.images()[start..].to_vec());
            }
            Method::PcaMixture => {
                let pca = self.moments.pca(latent.min(size))?;
                return Ok(of_components(&pca, Points::images(data.train.images(), size), count, SEED));
            }
            Method::Prior => sheet(Sheet::Prior, latent, count, 1.0, SEED)?,
            Method::AggregatedPosterior => sheet(Sheet::Aggregated(&self.codes), latent, count, 1.0, SEED)?,
            _ => of_mixture(&self.codes.mu[..self.codes.mu.len().min(MIXED * latent)], latent, count, SEED),
        };
        let classes = if self.coder.config().conditional { data.train.spec().classes.len() } else { 1 };
        let mut images = vec![];
        for (class, points) in points.chunks(count.div_ceil(classes) * latent).enumerate() {
            images.extend(decoded(&self.coder, points, class as u8).await?);
        }
        Ok(images)
    }

    fn compare(&mut self, source: Method, size: usize) {
        let made = std::mem::take(&mut self.made);
        let made = self.features(Points::images(&made, size));
        let width = HIDDEN[HIDDEN.len() - 1];
        let moments = |features: &[f32]| {
            let mut moments = Moments::new(width);
            features.chunks(BLOCK * width).for_each(|block| moments.add(block));
            moments
        };
        let few = |features: &[f32]| features[..features.len().min(COMPARED * width)].to_vec();
        let (real, fake) = (few(&self.truth), few(&made));
        let mut figures = vec![
            (Quantity::FrechetDistance, frechet(&moments(&self.truth), &moments(&made))),
            (Quantity::Precision, covered(&fake, &real, width)),
            (Quantity::Recall, covered(&real, &fake, width)),
        ];
        let nearest = self.nearest.take().filter(|_| source != Method::TrainingImages);
        figures.extend(nearest.map(|nearest| (Quantity::NearestDistance, mean_distance(&nearest))));
        let row = |(quantity, value)| Row { case: Case::Whole, method: source, quantity, value };
        self.rows.extend(figures.into_iter().map(row));
    }
}

fn enough(images: usize) -> Result<()> {
    const LEAST: usize = 100;
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
            return Err(Error::Argument("expected generated images compared with the data, got none yet".into()));
        }
        Ok(self.rows.clone())
    }
}
