//! Images restored by the model and by plain methods from what was seen of them, and how near they come, over a test set.

mod figures;
mod survey;

use rand_chacha::ChaCha8Rng;

use super::by_model::{Restored, SAMPLING, Seen};
use super::inference::Inference;
use super::plain::pca::Moments;
use super::report::{Case, Method};
use super::sampling::Sampling;
use crate::data::dataset::Dataset;
use crate::error::Result;

pub use survey::Restoration;

/// A way in which images are lost, and plain methods for it.
pub trait Trial {
    fn case(&self) -> Case;

    /// In how many parts the plain methods learn.
    fn lessons(&self) -> usize {
        1
    }

    /// Learns the next part of what the plain methods know of the training images.
    ///
    /// # Errors
    /// [`crate::error::Error::Argument`] for images of which they can learn nothing.
    fn learn(&mut self, moments: &Moments) -> Result<()>;

    /// What is seen of clean images `[N, D]`.
    ///
    /// # Errors
    /// [`crate::error::Error::Argument`] for images that cannot be lost this way.
    fn see(&self, clean: &[f32], inference: &Inference, rng: &mut ChaCha8Rng) -> Result<Seen>;

    /// What the plain methods make of it.
    ///
    /// # Errors
    /// [`crate::error::Error::Argument`] for training images of another shape.
    fn plain(&self, seen: &Seen, train: &Dataset) -> Result<Restored>;

    /// A guess at whole images `[N, D]` with what is known of them.
    fn complete(&self, guess: Vec<f32>, _seen: &Seen) -> Vec<f32> {
        guess
    }

    /// How samples of the posterior are drawn.
    fn sampling(&self) -> Sampling {
        SAMPLING
    }

    /// What it is to leave images as they are shown.
    fn unchanged(&self) -> Method {
        Method::Nothing
    }

    /// Of each pixel of an image whether it was lost, where not all were.
    fn lost(&self) -> Option<&[bool]> {
        None
    }
}

/// Bytes to values from 0 to 1.
pub fn grey(bytes: &[u8]) -> Vec<f32> {
    bytes.iter().map(|&byte| f32::from(byte) / 255.0).collect()
}
