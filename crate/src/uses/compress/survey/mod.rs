//! Compression, measured: bits a pixel, and what is lost.

mod with_loss;
mod without_loss;

use std::ops::Range;

use with_loss::WithLoss;
use without_loss::WithoutLoss;

use super::Compressor;
use crate::error::{Error, Result};
use crate::model::weights::Weights;
use crate::uses::coder::{Coder, blocks};
use crate::uses::plain::pca::Moments;
use crate::uses::plain::points::Points;
use crate::uses::report::{Case, Method, Row};
use crate::uses::survey::{Data, Survey};

/// Steps of z that are measured: the prior's deviation is 1.
pub const STEPS: [f32; 5] = [0.25, 0.5, 1.0, 1.5, 2.0];
/// What codes are compared with at the same rate.
pub const COMPONENTS: [Method; 2] = [Method::PcaAsMany, Method::Pca100];
/// Images that are encoded, or coded, at once.
const ROWS: usize = 100;
/// Training images from which grey levels are learnt.
const LEARNT: usize = 2000;
/// Training images whose moments are added at once.
const BLOCK: usize = 1000;

/// A part of the work.
#[derive(Debug, Clone)]
enum Part {
    Codes(Range<usize>),
    Moments(Range<usize>),
    Axes(Method),
    Quantise(f32),
    Decode(f32, Range<usize>),
    Components(f32, Method),
    Bound(Range<usize>),
    Grey,
    Push(Case, Range<usize>),
    Seal(Case),
    Pop(Case, Range<usize>),
    Archives(Case),
}

/// The survey. An autoencoder's is of compression with loss alone.
pub struct Compress {
    compressor: Compressor,
    coder: Coder,
    limit: usize,
    done: usize,
    moments: Moments,
    with_loss: WithLoss,
    /// As the model is shown the images.
    shown: WithoutLoss,
    /// As they are stored, where that is not so.
    grey: Option<WithoutLoss>,
}

impl Compress {
    /// On the first `limit` test images.
    ///
    /// # Errors
    /// [`Error::Argument`] for no image, [`Error::Device`] in a build without a CPU backend.
    pub fn new(weights: Weights, limit: usize) -> Result<Self> {
        if limit == 0 {
            return Err(Error::Argument("expected at least one image to compress, got none".into()));
        }
        let (coder, compressor) = (Coder::new(weights.clone()), Compressor::new(weights));
        let moments = Moments::new(compressor.config().data.size());
        let shown = WithoutLoss::of_shown(compressor.clone());
        Ok(Self { compressor, coder, limit, done: 0, moments, with_loss: WithLoss::default(), shown, grey: None })
    }

    fn images(&self, data: Data<'_>) -> usize {
        self.limit.min(data.test.len())
    }

    fn parts(&self, data: Data<'_>) -> Vec<Part> {
        let images = self.images(data);
        let mut parts: Vec<Part> = blocks(images, ROWS).map(Part::Codes).collect();
        parts.extend(blocks(data.train.len(), BLOCK).map(Part::Moments));
        parts.extend(COMPONENTS.map(Part::Axes));
        for step in STEPS {
            parts.push(Part::Quantise(step));
            parts.extend(blocks(images, ROWS).map(|rows| Part::Decode(step, rows)));
            parts.extend(COMPONENTS.map(|method| Part::Components(step, method)));
        }
        parts.extend(self.parts_without_loss(images));
        parts
    }

    fn parts_without_loss(&self, images: usize) -> Vec<Part> {
        let rows: Vec<_> = blocks(images, ROWS).collect();
        if self.compressor.chain().is_err() {
            return vec![Part::Grey, Part::Archives(Case::Grey)];
        }
        let mut parts: Vec<Part> = rows.iter().cloned().map(Part::Bound).collect();
        let mut cases = vec![self.shown.case()];
        if cases != [Case::Grey] {
            parts.push(Part::Grey);
            cases.push(Case::Grey);
        }
        for case in cases {
            parts.extend(rows.iter().rev().map(|rows| Part::Push(case.clone(), rows.clone())));
            parts.push(Part::Seal(case.clone()));
            parts.extend(rows.iter().map(|rows| Part::Pop(case.clone(), rows.clone())));
            parts.push(Part::Archives(case));
        }
        parts
    }

    /// What codes the images of a case.
    fn without_loss(&mut self, case: &Case) -> &mut WithoutLoss {
        match &mut self.grey {
            Some(grey) if *case == Case::Grey => grey,
            _ => &mut self.shown,
        }
    }

    /// The images as they are stored, with grey levels learnt from training images.
    fn grey(&self, data: Data<'_>) -> Result<WithoutLoss> {
        let (images, size) = (self.images(data), data.test.spec().size());
        let mut compressor = self.compressor.clone();
        if compressor.chain().is_ok() {
            let learnt = data.train.len().min(LEARNT);
            compressor =
                compressor.with_tones(&data.train.images()[..learnt * size], &data.train.labels()[..learnt])?;
        }
        let (bytes, classes) = (&data.test.images()[..images * size], &data.test.labels()[..images]);
        Ok(WithoutLoss::of_grey(compressor, bytes.to_vec(), classes.to_vec()))
    }

    fn work(&mut self, part: Part, data: Data<'_>) -> Result<()> {
        let (images, size) = (self.images(data), data.test.spec().size());
        let (bytes, classes) = (&data.test.images()[..images * size], &data.test.labels()[..images]);
        let of = |rows: &Range<usize>| &bytes[rows.start * size..rows.end * size];
        let Self { compressor, coder, with_loss, moments, shown, .. } = self;
        match part {
            Part::Codes(rows) => with_loss.add(compressor.codes(of(&rows), &classes[rows])?),
            Part::Moments(rows) => moments.add(&Points::images(data.train.images(), size).rows(rows)),
            Part::Axes(method) => {
                let dimensions = if method == Method::Pca100 { 100 } else { compressor.config().latent_size };
                with_loss.project(
                    method,
                    moments.pca(dimensions.min(size))?,
                    &Points::images(bytes, size).rows(0..images),
                );
            }
            Part::Quantise(step) => with_loss.quantise(compressor, step)?,
            Part::Decode(step, rows) => with_loss.decode(compressor, step, rows.clone(), of(&rows))?,
            Part::Components(step, method) => with_loss.components(compressor, step, method, bytes)?,
            Part::Bound(rows) => shown.bound(coder, data.test, rows)?,
            Part::Grey => self.grey = Some(self.grey(data)?),
            Part::Push(case, rows) => self.without_loss(&case).push(rows)?,
            Part::Seal(case) => self.without_loss(&case).seal()?,
            Part::Pop(case, rows) => self.without_loss(&case).pop(rows)?,
            Part::Archives(case) => self.without_loss(&case).archives()?,
        }
        Ok(())
    }
}

impl Survey for Compress {
    fn progress(&self, data: Data<'_>) -> (usize, usize) {
        (self.done, self.parts(data).len())
    }

    fn advance(&mut self, data: Data) -> Result<()> {
        data.suits(self.compressor.config())?;
        if let Some(part) = self.parts(data).into_iter().nth(self.done) {
            self.work(part, data)?;
            self.done += 1;
        }
        Ok(())
    }

    fn report(&self) -> Result<Vec<Row>> {
        let mut rows = self.with_loss.tally.means()?;
        rows.extend([Some(&self.shown), self.grey.as_ref()].into_iter().flatten().flat_map(WithoutLoss::rows).cloned());
        Ok(rows)
    }
}
