//! What the data is: said once, in a model's config, and everything else asks there.

use serde::{Deserialize, Serialize};

use super::refusal::{Expected, Refusal};
use crate::error::{Error, Result};

/// Sides, channels and classes beyond which nothing is allocated.
const MAX_SIDE: usize = 1024;
const MAX_CHANNELS: usize = 4;
const MAX_CLASSES: usize = 256;

/// What the data is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DataSpec {
    pub kind: DataKind,
    pub width: usize,
    pub height: usize,
    /// Bytes of a pixel; an image is stored channel after channel, each row by row.
    pub channels: usize,
    /// Their names; a class is its index among them.
    pub classes: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum DataKind {
    Image,
}

/// MNIST's.
impl Default for DataSpec {
    fn default() -> Self {
        let classes = (0..10).map(|digit: u8| digit.to_string()).collect();
        Self { kind: DataKind::Image, width: 28, height: 28, channels: 1, classes }
    }
}

impl DataSpec {
    /// Bytes of an image.
    pub fn size(&self) -> usize {
        self.width * self.height * self.channels
    }

    /// How many strided convolutions halve both sides exactly.
    pub fn halvings(&self) -> usize {
        self.width.trailing_zeros().min(self.height.trailing_zeros()) as usize
    }

    /// Side of the square in the middle that holds what is drawn: 20 of MNIST's 28 pixels.
    pub fn ink_box(&self) -> usize {
        self.width.min(self.height) * 5 / 7
    }

    /// Sizes of which no model can be made.
    pub(super) fn check(&self) -> Vec<Refusal> {
        let sizes = [
            (self.width, 1, MAX_SIDE),
            (self.height, 1, MAX_SIDE),
            (self.channels, 1, MAX_CHANNELS),
            (self.classes.len(), 0, MAX_CLASSES),
        ];
        let wrong = sizes.into_iter().filter(|(size, low, high)| !(low..=high).contains(&size));
        let refuse = |(size, low, high): (usize, usize, usize)| {
            Refusal::of_number("data", Expected::Whole { low: low as f64, high: high as f64 }, size as f64)
        };
        wrong.map(refuse).collect()
    }

    /// Whether images of this kind are what a model for `expected` takes. Classes matter to whoever is told them.
    ///
    /// # Errors
    /// [`Error::Dataset`] for images of another shape.
    pub fn fits(&self, expected: &Self) -> Result<()> {
        let shape = |spec: &Self| (spec.kind, spec.width, spec.height, spec.channels);
        if shape(self) == shape(expected) {
            return Ok(());
        }
        Err(Error::Dataset(format!("expected the model's {}, got {}", expected.words(), self.words())))
    }

    pub(super) fn words(&self) -> String {
        let Self { width, height, channels, .. } = self;
        format!(
            "images of {width} x {height} pixels with {channels} byte{} each",
            if *channels == 1 { "" } else { "s" }
        )
    }
}
