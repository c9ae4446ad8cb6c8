//! Images as their inked pixels: four fifths of MNIST is background, which a product need not touch.

use super::parallel::{grain, join};
use crate::config::PIXELS;

/// Columns of a product made at once: as many accumulators as SIMD registers hold.
const TILE: usize = 16;

/// A batch of images, by image and by pixel.
pub struct Sparse {
    by_image: Lists,
    by_pixel: Lists,
}

/// For each row, the columns and values of its entries that are not zero.
struct Lists {
    starts: Vec<usize>,
    entries: Vec<(u32, f32)>,
}

impl Sparse {
    /// From grey bytes `[N, 784]`, as values in 0 to 1.
    pub fn new(images: &[u8]) -> Self {
        let batch = images.len() / PIXELS;
        let at = |image: usize, pixel: usize| images[image * PIXELS + pixel];
        let (by_image, by_pixel) =
            join(|| Lists::new(batch, PIXELS, at), || Lists::new(PIXELS, batch, |pixel, image| at(image, pixel)));
        Self { by_image, by_pixel }
    }

    /// x `[N, 784]` times `right` `[784, columns]`, to `out` `[N, columns]`.
    pub fn times(&self, right: &[f32], out: &mut [f32]) {
        self.by_image.times(right, right.len() / PIXELS, out, 0, grain(self.by_image.rows()));
    }

    /// x transposed `[784, N]` times `right` `[N, columns]`, to `out` `[784, columns]`.
    pub fn transposed_times(&self, right: &[f32], out: &mut [f32]) {
        self.by_pixel.times(right, out.len() / PIXELS, out, 0, grain(PIXELS));
    }
}

impl Lists {
    fn new(rows: usize, columns: usize, at: impl Fn(usize, usize) -> u8) -> Self {
        let mut lists = Self { starts: vec![0], entries: Vec::new() };
        for row in 0..rows {
            for column in 0..columns {
                let value = at(row, column);
                if value > 0 {
                    lists.entries.push((column as u32, f32::from(value) / 255.0));
                }
            }
            lists.starts.push(lists.entries.len());
        }
        lists
    }

    fn rows(&self) -> usize {
        self.starts.len() - 1
    }

    /// The rows of `out`, from row `first`; at most `grain` on one thread.
    fn times(&self, right: &[f32], columns: usize, out: &mut [f32], first: usize, grain: usize) {
        let rows = out.len() / columns;
        if rows > grain {
            let (above, below) = out.split_at_mut(rows / 2 * columns);
            let times = |out, first| move || self.times(right, columns, out, first, grain);
            join(times(above, first), times(below, first + rows / 2));
            return;
        }
        let covered = columns / TILE * TILE;
        for start in (0..covered).step_by(TILE) {
            self.columns::<TILE>(right, columns, out, first, start);
        }
        for start in covered..columns {
            self.columns::<1>(right, columns, out, first, start);
        }
    }

    /// The `WIDTH` columns of `out` from `start`.
    fn columns<const WIDTH: usize>(&self, right: &[f32], columns: usize, out: &mut [f32], first: usize, start: usize) {
        for (row, out) in out.chunks_exact_mut(columns).enumerate() {
            let entries = &self.entries[self.starts[first + row]..self.starts[first + row + 1]];
            out[start..start + WIDTH].copy_from_slice(&sum_rows::<WIDTH>(entries, right, columns, start));
        }
    }
}

/// The weighted sum of the entries' rows of `right`, in the columns from `start`.
fn sum_rows<const WIDTH: usize>(entries: &[(u32, f32)], right: &[f32], columns: usize, start: usize) -> [f32; WIDTH] {
    let mut sums = [0.0; WIDTH];
    for &(row, value) in entries {
        let from = row as usize * columns + start;
        for (sum, weight) in sums.iter_mut().zip(&right[from..from + WIDTH]) {
            *sum += value * weight;
        }
    }
    sums
}
