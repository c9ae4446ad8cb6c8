//! Labels of some training images, and what those are worth while somebody chooses them.

use super::few::{Told, labelled};
use super::plan::{BLOCK, Space};
use super::spaces::Spaces;
use crate::data::dataset::Dataset;
use crate::error::{Error, Result};
use crate::latent::principal::on_plane;
use crate::model::weights::Weights;
use crate::uses::coder::Coder;
use crate::uses::survey::Data;

/// Training images that are encoded at once.
const CODED: usize = 100;

/// Training images that may get labels, and test images by which is counted what those are worth. All its calls are of the same
/// data.
pub struct Known {
    pub coder: Coder,
    spaces: Spaces,
    /// Training images by which the axes are sought.
    seen: usize,
}

impl Known {
    /// Of the first so many test images.
    ///
    /// # Errors
    /// [`Error::Device`] in a build without a CPU backend.
    pub fn new(weights: Weights, tests: usize) -> Result<Self> {
        let coder = Coder::new(weights);
        let spaces = Spaces::new(coder.latent(), coder.config().data.size(), tests);
        Ok(Self { coder, spaces, seen: 0 })
    }

    /// The codes of the training images so far, `[N, Z]`.
    pub fn codes(&self) -> &[f32] {
        &self.spaces.codes[0]
    }

    /// Encodes some training images more, and says how many are.
    ///
    /// # Errors
    /// As [`Coder::codes`].
    pub fn learn(&mut self, train: &Dataset) -> Result<usize> {
        let start = self.codes().len() / self.spaces.latent;
        let end = train.len().min(start + CODED);
        if start < end {
            self.spaces.codes[0].extend(self.coder.codes(train, start..end)?.mu);
        }
        Ok(end)
    }

    /// Encodes the test images that count, if they are not yet.
    ///
    /// # Errors
    /// As [`Coder::codes`].
    pub fn encode_tests(&mut self, data: Data<'_>) -> Result<()> {
        let asked = self.spaces.asked(data);
        if self.spaces.codes[1].is_empty() && asked > 0 {
            self.spaces.codes[1] = self.coder.codes(data.test, 0..asked)?.mu;
        }
        Ok(())
    }

    /// Goes on to find the principal axes of the training images; says whether all images have their places along them.
    ///
    /// # Errors
    /// As [`crate::uses::plain::pca::Moments::pca`].
    pub fn compare(&mut self, data: Data<'_>) -> Result<bool> {
        let all = data.train.len();
        if self.seen < all {
            let end = all.min(self.seen + BLOCK);
            self.spaces.see(data, self.seen..end);
            self.seen = end;
        } else if self.spaces.placed(Space::Pca, data)[0] == 0 {
            self.spaces.project(data)?;
        }
        Ok(self.spaces.placed(Space::Pca, data)[0] > 0)
    }

    /// Where the first training images are on a plane, `[N, 2]`.
    ///
    /// # Errors
    /// As [`on_plane`].
    pub fn places(&self, count: usize) -> Result<Vec<f32>> {
        let latent = self.spaces.latent;
        on_plane(&self.codes()[..latent * count.min(self.codes().len() / latent)], latent)
    }

    /// What the labels of these training images are worth in a space; the seed is the probe's.
    ///
    /// # Errors
    /// [`Error::Argument`] without an image, for one that has no place there yet, and before test images have theirs.
    pub fn told(&self, space: Space, chosen: &[usize], seed: u32, data: Data<'_>) -> Result<Told> {
        let [known, asked] = self.spaces.placed(space, data);
        if chosen.is_empty() || asked == 0 || chosen.iter().any(|&index| index >= known) {
            return Err(Error::Argument(format!(
                "expected some of {known} known training images and test images that are asked, got {} and {asked}",
                chosen.len()
            )));
        }
        Ok(self.spaces.task(space, data).told(chosen, seed))
    }

    /// The same by codes, with so many labels that the seed chooses, or with all by 0.
    ///
    /// # Errors
    /// As [`Known::told`].
    pub fn told_by_chance(&self, labels: usize, seed: u32, data: Data<'_>) -> Result<Told> {
        let known = &data.train.labels()[..self.spaces.placed(Space::Codes, data)[0]];
        let chosen = match labels {
            0 => (0..known.len()).collect(),
            _ => labelled(known, data.train.spec().classes.len(), labels, seed),
        };
        self.told(Space::Codes, &chosen, seed, data)
    }
}
