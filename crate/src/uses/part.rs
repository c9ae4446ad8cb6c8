//! Parts of an image that may be erased.

use serde::{Deserialize, Serialize};

use crate::settings::DataSpec;

/// A part of an image.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum Part {
    /// The lower right quarter.
    Quarter,
    /// The lower half.
    Half,
    /// A square in the middle, half as wide as the image.
    Centre,
}

impl Part {
    /// Of each pixel of an image, channel after channel, whether it is in the part.
    pub fn pixels(self, data: &DataSpec) -> Vec<bool> {
        let DataSpec { width, height, .. } = *data;
        let within = |at: usize, size: usize| at >= size / 4 && at < size / 4 + size / 2;
        let is_in = |at: usize| {
            let (x, y) = (at % width, at / width % height);
            match self {
                Self::Quarter => x >= width / 2 && y >= height / 2,
                Self::Half => y >= height / 2,
                Self::Centre => within(x, width) && within(y, height),
            }
        };
        (0..data.size()).map(is_in).collect()
    }
}
