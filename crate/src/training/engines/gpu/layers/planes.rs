//! Images with those of half their sides, and where the patches of the larger ones lie. Widths and offsets are in vectors of four
//! numbers.
//!
//! A weight is rows of `small` vectors for each of the kernel's places and each number of a larger image's pixel. Images have one
//! pixel more than they show, of zeros, which stands for all beyond the border.

use cubecl::prelude::*;

use crate::settings::layers::{KERNEL, STRIDE};
use crate::training::engines::gpu::tile::{ROWS, clamp};
use crate::training::engines::gpu::vector::WIDTH;

/// Images with those of half their sides, and the weight between them.
#[derive(CubeType, CubeLaunch, Clone, Copy)]
pub struct Planes {
    pub images: usize,
    /// Sides of the smaller ones.
    pub height: usize,
    pub width: usize,
    /// Of a pixel.
    pub large: usize,
    pub small: usize,
    /// Where the weight begins, and the bias.
    pub weight: usize,
    pub bias: usize,
}

#[cube]
impl Planes {
    /// Pixels of all the smaller images.
    pub fn pixels(&self) -> usize {
        self.images * self.height * self.width
    }

    /// The image, row and column of a tile's rows, which are such pixels.
    pub fn places(&self, row: usize) -> Sequence<(usize, usize, usize)> {
        let mut places = Sequence::<(usize, usize, usize)>::new();
        #[unroll]
        for i in 0..ROWS {
            let pixel = clamp(row + i, self.pixels());
            let line = pixel / self.width;
            places.push((line / self.height, line % self.height, pixel % self.width));
        }
        places
    }

    /// Where the rows of one of the kernel's places begin.
    pub fn tap(&self, row: usize, column: usize) -> usize {
        self.weight + (row * KERNEL + column) * WIDTH * self.large * self.small
    }

    /// Where a pixel of the larger images begins, of rows and columns that count from 1: 0 and one past the last are beyond the border.
    pub fn large_at(&self, image: usize, row: usize, column: usize) -> usize {
        let (height, width) = (STRIDE * self.height, STRIDE * self.width);
        let is_within = row >= 1 && row <= height && column >= 1 && column <= width;
        let pixel = (image * height + row - 1) * width + column - 1;
        select(is_within, pixel, STRIDE * STRIDE * self.pixels()) * self.large
    }

    /// The same of the smaller images.
    pub fn small_at(&self, image: usize, row: usize, column: usize) -> usize {
        let is_within = row >= 1 && row <= self.height && column >= 1 && column <= self.width;
        let pixel = (image * self.height + row - 1) * self.width + column - 1;
        select(is_within, pixel, self.pixels()) * self.small
    }
}
