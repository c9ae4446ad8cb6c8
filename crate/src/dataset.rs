//! Digits with their classes, and seeded batches of them.

use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

use crate::config::{PIXELS, SIDE};
use crate::error::{Error, Result};
use crate::idx;
use crate::seed::{Stream, generator};

/// One split of the data set, kept as the bytes that came: 784 an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digits {
    images: Vec<u8>,
    labels: Vec<u8>,
}

impl Digits {
    /// Reads a pair of IDX files, plain or gzip.
    ///
    /// # Errors
    /// [`Error::Dataset`] for files that are not 28 x 28 images with a class from 0 to 9 each.
    pub fn read(images: &[u8], labels: &[u8]) -> Result<Self> {
        let images = idx::read(images, 3, "images")?;
        let labels = idx::read(labels, 1, "labels")?;
        let count = images.sizes[0];
        if images.sizes[1..] != [SIDE, SIDE] {
            return Err(Error::Dataset(format!("expected images of {SIDE} x {SIDE}, got {:?}", &images.sizes[1..])));
        }
        if labels.sizes[0] != count || count == 0 {
            return Err(Error::Dataset(format!(
                "expected as many labels as images, at least one, got {} labels and {count} images",
                labels.sizes[0]
            )));
        }
        if let Some(label) = labels.bytes.iter().find(|&&label| label > 9) {
            return Err(Error::Dataset(format!("expected classes from 0 to 9, got {label}")));
        }
        Ok(Self { images: images.bytes, labels: labels.bytes })
    }

    /// How many digits.
    #[allow(clippy::len_without_is_empty)] // read() refuses an empty split
    pub fn len(&self) -> usize {
        self.labels.len()
    }

    /// Grey bytes of all images, 784 each.
    pub fn images(&self) -> &[u8] {
        &self.images
    }

    /// Grey bytes of one image and its class.
    ///
    /// # Errors
    /// [`Error::Argument`] for an index past the end.
    pub fn digit(&self, index: usize) -> Result<(&[u8], u8)> {
        match self.labels.get(index) {
            Some(&label) => Ok((&self.images[index * PIXELS..(index + 1) * PIXELS], label)),
            None => Err(Error::Argument(format!("expected an index below {}, got {index}", self.len()))),
        }
    }
}

/// An endless, seeded order of batches: each epoch visits every digit once, but for a last partial batch.
#[derive(Debug, Clone)]
pub struct Batches {
    order: Vec<usize>,
    size: usize,
    next: usize,
    rng: ChaCha8Rng,
}

impl Batches {
    /// # Errors
    /// [`Error::Field`] for a batch larger than the data set.
    pub fn new(count: usize, size: usize, seed: u32) -> Result<Self> {
        if size == 0 || size > count {
            let message = format!("expected at most the {count} digits of the data set, got {size}");
            return Err(Error::Field { field: "batchSize".into(), message });
        }
        let mut rng = generator(seed, Stream::Shuffle);
        let mut order: Vec<usize> = (0..count).collect();
        order.shuffle(&mut rng);
        Ok(Self { order, size, next: 0, rng })
    }

    /// Batches in an epoch.
    pub fn per_epoch(&self) -> usize {
        self.order.len() / self.size
    }

    /// Grey bytes of the next batch's images.
    ///
    /// # Errors
    /// [`Error::Argument`] when `digits` are fewer than at the start.
    pub fn next(&mut self, digits: &Digits) -> Result<Vec<u8>> {
        if digits.len() < self.order.len() {
            let (expected, came) = (self.order.len(), digits.len());
            return Err(Error::Argument(format!("expected the {expected} digits that the run began with, got {came}")));
        }
        if self.next == self.per_epoch() {
            self.order.shuffle(&mut self.rng);
            self.next = 0;
        }
        let start = self.next * self.size;
        self.next += 1;
        let mut images = Vec::with_capacity(self.size * PIXELS);
        for &index in &self.order[start..start + self.size] {
            images.extend_from_slice(&digits.images[index * PIXELS..(index + 1) * PIXELS]);
        }
        Ok(images)
    }
}

/// How many images there are in grey bytes `[N, 784]` that come with noise `[N, Z]`.
///
/// # Errors
/// [`Error::Argument`] for bytes that are not whole images, or noise of another shape.
pub fn check_batch(images: &[u8], noise: &[f32], latent: usize) -> Result<usize> {
    let size = images.len() / PIXELS;
    if size == 0 || images.len() != size * PIXELS || noise.len() != size * latent {
        let (bytes, draws) = (images.len(), noise.len());
        return Err(Error::Argument(format!(
            "expected images of {PIXELS} bytes with {latent} draws of noise each, got {bytes} bytes and {draws} draws"
        )));
    }
    Ok(size)
}
