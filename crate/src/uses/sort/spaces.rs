//! Where the images of a data set lie: by the model's codes, along principal components, and as pixels.

use std::ops::Range;

use super::few::Task;
use super::plan::{BLOCK, Space};
use crate::data::dataset::Dataset;
use crate::error::Result;
use crate::latent::codes::Codes;
use crate::uses::coder::blocks;
use crate::uses::plain::classifier::{standard, standardised};
use crate::uses::plain::pca::Moments;
use crate::uses::plain::points::{Points, Scale};
use crate::uses::survey::Data;

/// Training and test images in each space, as far as they are known.
pub struct Spaces {
    pub codes: [Vec<f32>; 2],
    /// Log variances of the codes' posteriors; none in an autoencoder.
    pub log_var: [Vec<f32>; 2],
    /// Means and log variances, as [`Self::scale_posteriors`] leaves them.
    posteriors: [Vec<f32>; 2],
    /// Of a code.
    pub latent: usize,
    /// Of the training images.
    pub moments: Moments,
    components: [Vec<f32>; 2],
    /// Of components: as many as the model's, where the images have as many pixels.
    pub dimensions: usize,
    /// Test images that count.
    limit: usize,
}

impl Spaces {
    pub fn new(latent: usize, pixels: usize, limit: usize) -> Self {
        let (moments, dimensions) = (Moments::new(pixels), latent.min(pixels));
        let [codes, log_var, posteriors, components] = Default::default();
        Self { codes, log_var, posteriors, latent, moments, components, dimensions, limit }
    }

    /// How many test images count.
    pub fn asked(&self, data: Data<'_>) -> usize {
        self.limit.min(data.test.len())
    }

    /// Codes of some more images, of training or of test.
    pub fn add(&mut self, part: usize, codes: Codes) {
        self.codes[part].extend(codes.mu);
        self.log_var[part].extend(codes.log_var);
    }

    /// Puts together what the posteriors say, standardised by the training images' and then scaled so that a row has a length of about
    /// 1, as rows of words have: a probe's penalty weighs as much on both.
    pub fn scale_posteriors(&mut self) {
        let size = 2 * self.latent;
        let both = [0, 1].map(|part| {
            let rows = self.codes[part].chunks_exact(self.latent).zip(self.log_var[part].chunks_exact(self.latent));
            rows.flat_map(|(mean, log_var)| mean.iter().chain(log_var).copied()).collect::<Vec<f32>>()
        });
        let [mean, mut deviation] = standard(Points::numbers(&both[0], size));
        deviation.iter_mut().for_each(|deviation| *deviation *= (size as f32).sqrt());
        let standard = [mean, deviation];
        self.posteriors = both.map(|rows| standardised(rows, &standard));
    }

    /// Learns of some training images how they vary.
    pub fn see(&mut self, data: Data<'_>, rows: Range<usize>) {
        self.moments.add(&images(data.train).rows(rows));
    }

    /// Finds the images' places along the principal axes of what was seen.
    ///
    /// # Errors
    /// As [`Moments::pca`].
    pub fn project(&mut self, data: Data<'_>) -> Result<()> {
        let pca = self.moments.pca(self.dimensions)?;
        self.components = [(data.train, data.train.len()), (data.test, self.asked(data))].map(|(part, count)| {
            let points = images(part);
            blocks(count, BLOCK).flat_map(|rows| pca.encode(&points.rows(rows))).collect()
        });
        Ok(())
    }

    /// How many training and test images have a place there.
    pub fn placed(&self, space: Space, data: Data<'_>) -> [usize; 2] {
        match space {
            Space::Codes => self.codes.each_ref().map(|codes| codes.len() / self.latent),
            Space::Posteriors => self.posteriors.each_ref().map(|part| part.len() / (2 * self.latent)),
            Space::Pca => self.components.each_ref().map(|part| part.len() / self.dimensions),
            Space::Pixels | Space::Words => [data.train.len(), self.asked(data)],
        }
    }

    /// What is known in a space, and what is asked.
    pub fn task<'a>(&'a self, space: Space, data: Data<'a>) -> Task<'a> {
        let truth = &data.test.labels()[..self.asked(data)];
        let size = data.test.spec().size();
        let [train, test] = match space {
            Space::Codes => self.codes.each_ref().map(|codes| Points::numbers(codes, self.latent)),
            Space::Posteriors => {
                self.posteriors.each_ref().map(|part| Points::numbers(part, 2 * self.latent).on(Scale::UnitRows))
            }
            Space::Pca => self.components.each_ref().map(|part| Points::numbers(part, self.dimensions)),
            Space::Pixels => [images(data.train), Points::images(&data.test.images()[..truth.len() * size], size)],
            Space::Words => [data.train, data.test].map(rows),
        };
        Task { train, labels: data.train.labels(), test, truth, classes: data.train.spec().classes.len() }
    }
}

/// All rows of a set, of as many as there are; none of images.
fn rows(data: &Dataset) -> Points<'_> {
    let size = data.spec().size();
    data.rows().map_or_else(|_| Points::numbers(&[], size), |rows| Points::unit_rows(rows, size))
}

/// All images of a set.
pub fn images(data: &Dataset) -> Points<'_> {
    Points::images(data.images(), data.spec().size())
}
