//! Images, rows of items or texts, with their classes.

use std::borrow::Cow;
use std::ops::Range;

use super::rows::Rows;
use super::{idx, rows_file};
use crate::error::{Error, Result, grouped};
use crate::settings::{DataKind, DataSpec};

/// One split of the data set, kept as the bytes that came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dataset {
    spec: DataSpec,
    content: Content,
    labels: Vec<u8>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Content {
    Images(Vec<u8>),
    Rows(Rows),
}

impl Dataset {
    /// Reads a pair of IDX files, plain or gzip; of items the first may be a file of their rows ([`rows_file`]).
    ///
    /// # Errors
    /// [`Error::Dataset`] for files that are not such images or rows with a class each.
    pub fn read(images: &[u8], labels: &[u8], spec: &DataSpec) -> Result<Self> {
        if spec.kind == DataKind::Items && rows_file::is_one(images) {
            let rows = rows_file::read(images, spec.size())?;
            let labels = idx::read(labels, 1, "labels")?.bytes;
            return Self::of_rows(spec.clone(), rows)?.labelled(labels);
        }
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
                "expected as many labels as images, at least one, got {} labels and {} images",
                grouped(labels.sizes[0]),
                grouped(count)
            )));
        }
        Self::of(spec.clone(), images.read()?.bytes, labels.read()?.bytes)
    }

    /// Of the bytes of whole images or texts, or counts of all items in each row.
    ///
    /// # Errors
    /// [`Error::Dataset`] for images that are not as many as their classes, a class that is not among the names, or bytes that are no
    /// texts.
    pub fn of(spec: DataSpec, images: Vec<u8>, labels: Vec<u8>) -> Result<Self> {
        if images.len() != labels.len() * spec.size() {
            let [expected, got] = [labels.len() * spec.size(), images.len()].map(grouped);
            return Err(Error::Dataset(format!("expected {expected} bytes of images, got {got}")));
        }
        if spec.is_text() {
            images.chunks_exact(spec.size()).try_for_each(|sample| spec.check_text(sample))?;
        }
        let content = match spec.kind {
            DataKind::Image | DataKind::Text => Content::Images(images),
            DataKind::Items => Content::Rows(Rows::of_dense(&images, spec.size())),
        };
        Self { spec, content, labels }.checked()
    }

    /// Of rows of the items that `spec` names, all of its first class.
    ///
    /// # Errors
    /// [`Error::Dataset`] for no rows, images, or an item that is not among the names.
    pub fn of_rows(spec: DataSpec, rows: Rows) -> Result<Self> {
        let most = spec.size();
        let is_named = rows.largest().is_none_or(|item| (item as usize) < most);
        if spec.kind != DataKind::Items || rows.count() == 0 || !is_named {
            let came = rows.largest().map_or(0, |item| item + 1);
            let [most, rows, came] = [most, rows.count(), came as usize].map(grouped);
            let message = format!("expected rows of {most} items, got {rows} rows of {came} items");
            return Err(Error::Dataset(message));
        }
        let labels = vec![0; rows.count()];
        Self { spec, content: Content::Rows(rows), labels }.checked()
    }

    /// With other classes.
    pub(crate) fn labelled(self, labels: Vec<u8>) -> Result<Self> {
        let (expected, got) = (self.labels.len(), labels.len());
        if got != expected {
            let [expected, got] = [expected, got].map(grouped);
            return Err(Error::Dataset(format!(
                "expected as many labels as rows, got {got} labels and {expected} rows"
            )));
        }
        Self { labels, ..self }.checked()
    }

    fn checked(self) -> Result<Self> {
        let classes = self.spec.classes.len();
        if let Some(label) = self.labels.iter().find(|&&label| usize::from(label) >= classes) {
            let last = classes.saturating_sub(1);
            return Err(Error::Dataset(format!("expected classes from 0 to {last}, got {label}")));
        }
        Ok(self)
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

    /// Bytes of all images or texts; none where the data is rows of items.
    pub fn images(&self) -> &[u8] {
        match &self.content {
            Content::Images(images) => images,
            Content::Rows(_) => &[],
        }
    }

    /// The rows of items.
    ///
    /// # Errors
    /// [`Error::Dataset`] where the data is images or texts.
    pub fn rows(&self) -> Result<&Rows> {
        match &self.content {
            Content::Rows(rows) => Ok(rows),
            Content::Images(_) => Err(Error::Dataset(format!("expected rows of items, got {}", self.spec.words()))),
        }
    }

    /// Bytes of one image, or counts of all items in one row, and its class.
    ///
    /// # Errors
    /// [`Error::Argument`] for an index past the end.
    pub fn sample(&self, index: usize) -> Result<(Cow<'_, [u8]>, u8)> {
        let size = self.spec.size();
        let Some(&label) = self.labels.get(index) else {
            return Err(Error::Argument(format!(
                "expected an index below {}, got {}",
                grouped(self.len()),
                grouped(index)
            )));
        };
        let bytes = match &self.content {
            Content::Images(images) => Cow::Borrowed(&images[index * size..(index + 1) * size]),
            Content::Rows(rows) => Cow::Owned(rows.dense(index, size)),
        };
        Ok((bytes, label))
    }

    /// Bytes of some images, one after the other, or counts of all items in some rows.
    pub fn bytes(&self, some: Range<usize>) -> Cow<'_, [u8]> {
        let size = self.spec.size();
        match &self.content {
            Content::Images(images) => Cow::Borrowed(&images[some.start * size..some.end * size]),
            Content::Rows(rows) => Cow::Owned(some.flat_map(|index| rows.dense(index, size)).collect()),
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
                "expected two samples or more, of which one can be held out for early stopping, got {count}: leave the patience at 0"
            )));
        }
        let first = self.len() - held_out;
        let size = self.spec.size();
        let part = |part: Range<usize>| Self {
            spec: self.spec.clone(),
            content: match &self.content {
                Content::Images(images) => Content::Images(images[part.start * size..part.end * size].to_vec()),
                Content::Rows(rows) => Content::Rows(rows.some(part.clone())),
            },
            labels: self.labels[part].to_vec(),
        };
        Ok((part(0..first), part(first..self.len())))
    }
}
