//! What plain methods work on: rows of numbers, or images as the bytes that they are kept as.

use std::borrow::Cow;
use std::ops::Range;

use crate::data::rows::Rows;

/// N rows of so many numbers.
#[derive(Debug, Clone, Copy)]
pub struct Points<'a> {
    values: Values<'a>,
    /// Numbers of a row.
    pub size: usize,
    scale: Scale,
}

/// What the numbers are on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// Any.
    Own,
    /// From 0 to 1, as pixels are.
    Pixels,
    /// Rows of length 1, most of whose numbers are 0.
    UnitRows,
}

#[derive(Debug, Clone, Copy)]
enum Values<'a> {
    Numbers(&'a [f32]),
    Bytes(&'a [u8]),
    Rows(&'a Rows),
}

impl<'a> Points<'a> {
    /// `[N, size]`.
    pub fn numbers(values: &'a [f32], size: usize) -> Self {
        Self { values: Values::Numbers(values), size, scale: Scale::Own }
    }

    /// Images, whose bytes are taken from 0 to 1.
    pub fn images(bytes: &'a [u8], size: usize) -> Self {
        Self { values: Values::Bytes(bytes), size, scale: Scale::Pixels }
    }

    /// Rows of items, each of length 1 as a model is shown it.
    pub fn unit_rows(rows: &'a Rows, size: usize) -> Self {
        Self { values: Values::Rows(rows), size, scale: Scale::UnitRows }
    }

    /// N.
    pub fn count(&self) -> usize {
        let numbers = match self.values {
            Values::Numbers(values) => values.len(),
            Values::Bytes(bytes) => bytes.len(),
            Values::Rows(rows) => return rows.count(),
        };
        numbers / self.size
    }

    pub fn scale(&self) -> Scale {
        self.scale
    }

    /// The same, known to be on such a scale.
    pub fn on(self, scale: Scale) -> Self {
        Self { scale, ..self }
    }

    /// Some rows, one after the other.
    pub fn rows(&self, rows: Range<usize>) -> Cow<'a, [f32]> {
        let numbers = rows.start * self.size..rows.end * self.size;
        match self.values {
            Values::Numbers(values) => Cow::Borrowed(&values[numbers]),
            Values::Rows(all) => Cow::Owned(rows.flat_map(|row| unit_row(all, row, self.size)).collect()),
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

fn unit_row(rows: &Rows, row: usize, size: usize) -> Vec<f32> {
    let length = rows.pairs(row).map(|(_, count)| f32::from(count).powi(2)).sum::<f32>().sqrt();
    let mut numbers = vec![0.0; size];
    rows.pairs(row).for_each(|(item, count)| numbers[item as usize] = f32::from(count) / length);
    numbers
}
