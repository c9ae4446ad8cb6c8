//! Images with their classes.

use super::idx;
use crate::error::{Error, Result};
use crate::settings::DataSpec;

/// One split of the data set, kept as the bytes that came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dataset {
    spec: DataSpec,
    images: Vec<u8>,
    labels: Vec<u8>,
}

impl Dataset {
    /// Reads a pair of IDX files, plain or gzip.
    ///
    /// # Errors
    /// [`Error::Dataset`] for files that are not such images with a class each.
    pub fn read(images: &[u8], labels: &[u8], spec: &DataSpec) -> Result<Self> {
        let images = idx::open(images, 3, "images")?;
        let labels = idx::open(labels, 1, "labels")?;
        let count = images.sizes[0];
        let DataSpec { width, height, channels, .. } = *spec;
        if images.sizes[1..] != [channels * height, width] {
            let (lines, got) = (channels * height, &images.sizes[1..]);
            return Err(Error::Dataset(format!("expected images of {lines} x {width}, got {got:?}")));
        }
        if labels.sizes[0] != count || count == 0 {
            return Err(Error::Dataset(format!(
                "expected as many labels as images, at least one, got {} labels and {count} images",
                labels.sizes[0]
            )));
        }
        Self::of(spec.clone(), images.read()?.bytes, labels.read()?.bytes)
    }

    /// # Errors
    /// [`Error::Dataset`] for images that are not as many as their classes, or a class that is not among the names.
    pub fn of(spec: DataSpec, images: Vec<u8>, labels: Vec<u8>) -> Result<Self> {
        if images.len() != labels.len() * spec.size() {
            let (expected, got) = (labels.len() * spec.size(), images.len());
            return Err(Error::Dataset(format!("expected {expected} bytes of images, got {got}")));
        }
        let classes = spec.classes.len();
        if let Some(label) = labels.iter().find(|&&label| usize::from(label) >= classes) {
            let last = classes.saturating_sub(1);
            return Err(Error::Dataset(format!("expected classes from 0 to {last}, got {label}")));
        }
        Ok(Self { spec, images, labels })
    }

    /// How many images.
    #[allow(clippy::len_without_is_empty)] // read() refuses an empty split
    pub fn len(&self) -> usize {
        self.labels.len()
    }

    /// What the data is.
    pub fn spec(&self) -> &DataSpec {
        &self.spec
    }

    /// Bytes of all images.
    pub fn images(&self) -> &[u8] {
        &self.images
    }

    /// Bytes of one image and its class.
    ///
    /// # Errors
    /// [`Error::Argument`] for an index past the end.
    pub fn sample(&self, index: usize) -> Result<(&[u8], u8)> {
        let size = self.spec.size();
        match self.labels.get(index) {
            Some(&label) => Ok((&self.images[index * size..(index + 1) * size], label)),
            None => Err(Error::Argument(format!("expected an index below {}, got {index}", self.len()))),
        }
    }

    /// Classes of all images.
    pub fn labels(&self) -> &[u8] {
        &self.labels
    }

    /// The first images, and the last `held_out` of them apart.
    ///
    /// # Errors
    /// [`Error::Argument`] unless both parts hold an image.
    pub fn hold_out(&self, held_out: usize) -> Result<(Self, Self)> {
        if held_out == 0 || held_out >= self.len() {
            let count = self.len();
            return Err(Error::Argument(format!(
                "expected two digits or more, of which one can be held out for early stopping, got {count}: leave the patience at 0"
            )));
        }
        let first = self.len() - held_out;
        let size = self.spec.size();
        let part = |part: std::ops::Range<usize>| Self {
            spec: self.spec.clone(),
            images: self.images[part.start * size..part.end * size].to_vec(),
            labels: self.labels[part].to_vec(),
        };
        Ok((part(0..first), part(first..self.len())))
    }
}
