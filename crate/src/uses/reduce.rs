//! Few numbers for many pixels: whether images that are near in them are near in truth.

use std::ops::Range;

use crate::error::{Error, Result};
use crate::latent::principal::on_plane;
use crate::model::weights::Weights;
use crate::uses::coder::{Coder, ROWS, blocks};
use crate::uses::measures::trustworthiness::{Kept, Lost, Mapped};
use crate::uses::plain::pca::Moments;
use crate::uses::plain::points::Points;
use crate::uses::report::{Case, Method, Quantity, Row};
use crate::uses::survey::{Data, Survey};

/// Neighbours that are to be kept.
pub const NEIGHBOURS: usize = 12;
/// Test images at most, since all are compared with all.
pub const IMAGES: usize = 2000;
/// Fewer have not enough neighbours to lose.
pub const LEAST: usize = 3 * NEIGHBOURS;
/// Training images whose moments are added at once.
const BLOCK: usize = 1000;

/// Images that are compared with all others at once.
const COMPARED: usize = 50;

/// A part of the work.
#[derive(Debug, Clone)]
enum Part {
    Codes(Range<usize>),
    Moments(Range<usize>),
    Axes,
    /// Of the model's codes or of components.
    Compare(Method, Range<usize>),
}

/// Reduction, measured: codes beside principal components, as many.
pub struct Reduce {
    coder: Coder,
    limit: usize,
    done: usize,
    codes: Vec<f32>,
    moments: Moments,
    /// The test images along the axes.
    components: Vec<f32>,
    lost: Lost,
    rows: Vec<Row>,
}

impl Reduce {
    /// On the first `limit` test images, and no more than 2,000.
    ///
    /// # Errors
    /// [`Error::Argument`] for fewer than 36 test images, [`Error::Device`] in a build without a CPU backend.
    pub fn new(weights: Weights, limit: usize) -> Result<Self> {
        enough(limit)?;
        let coder = Coder::new(weights);
        let moments = Moments::new(coder.config().data.size());
        let (codes, components, rows) = (vec![], vec![], vec![]);
        Ok(Self { coder, limit: limit.min(IMAGES), done: 0, codes, moments, components, lost: Lost::default(), rows })
    }

    fn images(&self, data: Data<'_>) -> usize {
        self.limit.min(data.test.len())
    }

    fn parts(&self, data: Data<'_>) -> Vec<Part> {
        let mut parts: Vec<Part> = blocks(self.images(data), ROWS).map(Part::Codes).collect();
        parts.extend(blocks(data.train.len(), BLOCK).map(Part::Moments));
        parts.push(Part::Axes);
        for method in [Method::Codes, Method::PcaAsMany] {
            parts.extend(blocks(self.images(data), COMPARED).map(|rows| Part::Compare(method, rows)));
        }
        parts
    }

    fn work(&mut self, part: Part, data: Data<'_>) -> Result<()> {
        let (images, size) = (self.images(data), data.test.spec().size());
        enough(images)?;
        let points = Points::images(&data.test.images()[..images * size], size);
        match part {
            Part::Codes(rows) => self.codes.extend(self.coder.codes(data.test, rows)?.mu),
            Part::Moments(rows) => self.moments.add(&Points::images(data.train.images(), size).rows(rows)),
            Part::Axes => self.components = self.moments.pca(self.dimensions())?.encode(&points.rows(0..images)),
            Part::Compare(method, rows) => self.compare(method, &points.rows(0..images), rows),
        }
        Ok(())
    }

    /// Where the images are on two maps, `[N, 2]` each, once that is known: along the two principal axes of the codes, which are the
    /// codes themselves where there are two, and along those of the pixels.
    ///
    /// # Errors
    /// As [`on_plane`].
    pub fn maps(&self) -> Result<Option<(Vec<f32>, Vec<f32>)>> {
        let (latent, dimensions) = (self.coder.latent(), self.dimensions());
        if self.components.is_empty() {
            return Ok(None);
        }
        let two = |point: &[f32]| [point[0], point.get(1).copied().unwrap_or_default()];
        let components = self.components.chunks_exact(dimensions).flat_map(two).collect();
        Ok(Some((on_plane(&self.codes, latent)?, components)))
    }

    /// As many components as the model has dimensions.
    fn dimensions(&self) -> usize {
        self.coder.latent().min(self.coder.config().data.size())
    }

    fn compare(&mut self, method: Method, points: &[f32], rows: Range<usize>) {
        let (map, dimensions) = match method {
            Method::Codes => (&self.codes, self.coder.latent()),
            _ => (&self.components, self.dimensions()),
        };
        let size = self.coder.config().data.size();
        let mapped = Mapped { points, size, map, dimensions, k: NEIGHBOURS };
        let is_last = rows.end == points.len() / size;
        self.lost += mapped.lost_by(rows);
        if is_last {
            let Kept { trustworthiness, share } = mapped.kept_of(&std::mem::take(&mut self.lost));
            let figures = [(Quantity::Trustworthiness, trustworthiness), (Quantity::NeighboursKept, share)];
            self.rows.extend(figures.map(|(quantity, value)| Row { case: Case::Whole, method, quantity, value }));
        }
    }
}

fn enough(images: usize) -> Result<()> {
    let message = || format!("expected at least {LEAST} test images, whose neighbours are compared, got {images}");
    if images < LEAST { Err(Error::Argument(message())) } else { Ok(()) }
}

impl Survey for Reduce {
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
            return Err(Error::Argument("expected codes compared with their images, got none yet".into()));
        }
        Ok(self.rows.clone())
    }
}
