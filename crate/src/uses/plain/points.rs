//! What plain methods work on: rows of numbers, or images as the bytes that they are kept as.

use std::borrow::Cow;
use std::ops::Range;

/// N rows of so many numbers.
#[derive(Debug, Clone, Copy)]
pub struct Points<'a> {
    values: Values<'a>,
    /// Numbers of a row.
    pub size: usize,
    is_image: bool,
}

#[derive(Debug, Clone, Copy)]
enum Values<'a> {
    Numbers(&'a [f32]),
    Bytes(&'a [u8]),
}

impl<'a> Points<'a> {
    /// `[N, size]`.
    pub fn numbers(values: &'a [f32], size: usize) -> Self {
        Self { values: Values::Numbers(values), size, is_image: false }
    }

    /// Images, whose bytes are taken from 0 to 1.
    pub fn images(bytes: &'a [u8], size: usize) -> Self {
        Self { values: Values::Bytes(bytes), size, is_image: true }
    }

    /// N.
    pub fn count(&self) -> usize {
        let numbers = match self.values {
            Values::Numbers(values) => values.len(),
            Values::Bytes(bytes) => bytes.len(),
        };
        numbers / self.size
    }

    pub fn are_images(&self) -> bool {
        self.is_image
    }

    /// The same, known to be pixels from 0 to 1.
    pub fn as_images(self) -> Self {
        Self { is_image: true, ..self }
    }

    /// Some rows, one after the other.
    pub fn rows(&self, rows: Range<usize>) -> Cow<'a, [f32]> {
        let numbers = rows.start * self.size..rows.end * self.size;
        match self.values {
            Values::Numbers(values) => Cow::Borrowed(&values[numbers]),
            Values::Bytes(bytes) => Cow::Owned(bytes[numbers].iter().map(|&byte| f32::from(byte) / 255.0).collect()),
        }
    }

    /// Those that are named, one after the other.
    pub fn picked(&self, indices: &[usize]) -> Vec<f32> {
        let mut rows = Vec::with_capacity(indices.len() * self.size);
        indices.iter().for_each(|&index| rows.extend_from_slice(&self.rows(index..index + 1)));
        rows
    }
}
