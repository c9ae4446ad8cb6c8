//! Few numbers for many pixels: whether images that are near in them are near in truth.

use crate::error::{Error, Result};
use crate::model::weights::Weights;
use crate::uses::coder::{Coder, ROWS, blocks};
use crate::uses::measures::trustworthiness::{Kept, kept};
use crate::uses::plain::pca::Moments;
use crate::uses::plain::points::Points;
use crate::uses::report::{Case, Method, Quantity, Row};
use crate::uses::survey::{Data, Step, Survey};

/// Neighbours that are to be kept.
pub const NEIGHBOURS: usize = 12;
/// Test images at most, since all are compared with all.
pub const IMAGES: usize = 2000;
/// Fewer have not enough neighbours to lose.
const LEAST: usize = 3 * NEIGHBOURS;
/// Training images whose moments are added at once.
const BLOCK: usize = 1000;

/// Reduction, measured: codes beside principal components, as many.
pub struct Reduce {
    coder: Coder,
    limit: usize,
    done: usize,
    codes: Vec<f32>,
    moments: Moments,
    rows: Vec<Row>,
}

impl Reduce {
    /// On the first `limit` test images, and no more than 2,000.
    ///
    /// # Errors
    /// [`Error::Argument`] for fewer than 36 test images, [`Error::Device`] in a build without a CPU backend.
    pub fn new(weights: Weights, limit: usize) -> Result<Self> {
        enough(limit)?;
        let coder = Coder::new(weights)?;
        let moments = Moments::new(coder.config().data.size());
        Ok(Self { coder, limit: limit.min(IMAGES), done: 0, codes: vec![], moments, rows: vec![] })
    }

    /// Images, blocks of codes and of moments.
    fn sizes(&self, data: Data<'_>) -> [usize; 3] {
        let images = self.limit.min(data.test.len());
        [images, images.div_ceil(ROWS), data.train.len().div_ceil(BLOCK)]
    }

    async fn work(&mut self, data: Data<'_>) -> Result<()> {
        let [images, codes, moments] = self.sizes(data);
        enough(images)?;
        let (step, size) = (self.done, data.test.spec().size());
        let points = data.test.images()[..images * size].iter().map(|&byte| f32::from(byte) / 255.0);
        if let Some(rows) = blocks(images, ROWS).nth(step) {
            self.codes.extend(self.coder.codes(data.test, rows).await?.mu);
        } else if let Some(rows) = blocks(data.train.len(), BLOCK).nth(step - codes) {
            self.moments.add(&Points::images(data.train.images(), size).rows(rows));
        } else if step == codes + moments {
            let found = kept(&points.collect::<Vec<_>>(), size, &self.codes, self.coder.latent(), NEIGHBOURS);
            self.add(Method::Codes, found);
        } else {
            let points: Vec<f32> = points.collect();
            let pca = self.moments.pca(self.coder.latent().min(size))?;
            self.add(Method::PcaAsMany, kept(&points, size, &pca.encode(&points), pca.dimensions(), NEIGHBOURS));
        }
        self.done += 1;
        Ok(())
    }

    fn add(&mut self, method: Method, Kept { trustworthiness, share }: Kept) {
        let figures = [(Quantity::Trustworthiness, trustworthiness), (Quantity::NeighboursKept, share)];
        self.rows.extend(figures.map(|(quantity, value)| Row { case: Case::Whole, method, quantity, value }));
    }
}

fn enough(images: usize) -> Result<()> {
    let message = || format!("expected at least {LEAST} test images, whose neighbours are compared, got {images}");
    if images < LEAST { Err(Error::Argument(message())) } else { Ok(()) }
}

impl Survey for Reduce {
    fn progress(&self, data: Data<'_>) -> (usize, usize) {
        let [_, codes, moments] = self.sizes(data);
        (self.done, codes + moments + 2)
    }

    fn advance<'a>(&'a mut self, data: Data<'a>) -> Step<'a> {
        Box::pin(async move {
            self.coder.config().takes(data.train.spec())?;
            self.coder.config().takes(data.test.spec())?;
            self.work(data).await
        })
    }

    fn report(&self) -> Result<Vec<Row>> {
        if self.rows.is_empty() {
            return Err(Error::Argument("expected codes compared with their images, got none yet".into()));
        }
        Ok(self.rows.clone())
    }
}
