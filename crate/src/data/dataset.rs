//! Images with their classes.

use super::idx;
use crate::error::{Error, Result};
use crate::settings::{PIXELS, SIDE};

/// One split of the data set, kept as the bytes that came: 784 an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dataset {
    images: Vec<u8>,
    labels: Vec<u8>,
}

impl Dataset {
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

    /// How many images.
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
    pub fn sample(&self, index: usize) -> Result<(&[u8], u8)> {
        match self.labels.get(index) {
            Some(&label) => Ok((&self.images[index * PIXELS..(index + 1) * PIXELS], label)),
            None => Err(Error::Argument(format!("expected an index below {}, got {index}", self.len()))),
        }
    }

    /// Classes of all images, 0 to 9.
    pub fn labels(&self) -> &[u8] {
        &self.labels
    }

    /// The first images, and the last `held_out` of them apart.
    ///
    /// # Errors
    /// [`Error::Argument`] unless both parts hold an image.
    pub fn hold_out(&self, held_out: usize) -> Result<(Self, Self)> {
        if held_out == 0 || held_out >= self.len() {
            let most = self.len() - 1;
            return Err(Error::Argument(format!("expected 1 to {most} digits to hold out, got {held_out}")));
        }
        let first = self.len() - held_out;
        let part = |part: std::ops::Range<usize>| Self {
            images: self.images[part.start * PIXELS..part.end * PIXELS].to_vec(),
            labels: self.labels[part].to_vec(),
        };
        Ok((part(0..first), part(first..self.len())))
    }
}
