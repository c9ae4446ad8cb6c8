//! Images from one source after the other, part by part.

use std::ops::Range;

use super::mixed::{MIXED, Mixing};
use super::sheet::{Sheet, decoded, sheet};
use crate::error::Result;
use crate::latent::codes::Codes;
use crate::model::prior::Prior;
use crate::uses::coder::Coder;
use crate::uses::plain::pca::{Moments, Pca};
use crate::uses::plain::points::Points;
use crate::uses::report::Method;

const SEED: u32 = 1;

/// What is known of the training images.
pub struct Known {
    pub codes: Codes,
    pub moments: Moments,
}

/// What is under way of the source in question.
#[derive(Default)]
pub struct Made {
    mixing: Option<Mixing>,
    /// Whose components are mixed.
    pca: Option<Pca>,
    /// Still to be decoded, `[N, Z]`.
    points: Vec<f32>,
    pub images: Vec<u8>,
}

impl Made {
    /// Begins a mixture of codes, or of components, as many as the model has dimensions.
    ///
    /// # Errors
    /// As [`Moments::pca`].
    pub fn group(&mut self, source: Method, known: &Known, train: Points<'_>, latent: usize) -> Result<()> {
        self.mixing = Some(if source == Method::PcaMixture {
            let pca = known.moments.pca(latent.min(train.size))?;
            let points = pca.encode(&train.rows(0..train.count().min(MIXED)));
            Mixing::of(points, self.pca.insert(pca).dimensions(), SEED)
        } else {
            let codes = &known.codes.mu;
            Mixing::of(codes[..codes.len().min(MIXED * latent)].to_vec(), latent, SEED)
        });
        Ok(())
    }

    /// Goes on with it for so many rounds.
    pub fn mix(&mut self, rounds: usize) {
        if let Some(mixing) = &mut self.mixing {
            mixing.improve(rounds);
        }
    }

    /// So many images of a source, or the points that they are to be decoded from; `own` are training images to compare with.
    ///
    /// # Errors
    /// As [`sheet`].
    pub fn draw(&mut self, source: Method, known: &Known, own: &[u8], count: usize, coder: &Coder) -> Result<()> {
        let mixed = self.mixing.take().map(|mixing| mixing.draw(count)).unwrap_or_default();
        let of_sheet = |kind| sheet(kind, coder.latent(), count, 1.0, SEED);
        match (source, self.pca.take()) {
            (Method::TrainingImages, _) => self.images = own.to_vec(),
            (Method::PcaMixture, Some(pca)) => {
                let byte = |value: f32| (value.clamp(0.0, 1.0) * 255.0).round() as u8;
                self.images = pca.decode(&mixed).into_iter().map(byte).collect();
            }
            (Method::Prior, _) => self.points = of_sheet(Sheet::Prior(&Prior::of(&coder.model)))?,
            (Method::AggregatedPosterior, _) => self.points = of_sheet(Sheet::Aggregated(&known.codes))?,
            _ => self.points = mixed,
        }
        Ok(())
    }

    /// Decodes some of the points, of a class for a conditional model.
    pub fn decode(&mut self, coder: &Coder, class: u8, rows: Range<usize>) {
        let points = &self.points[rows.start * coder.latent()..rows.end * coder.latent()];
        self.images.extend(decoded(coder, points, class));
    }
}
