//! Images as their inked pixels: four fifths of MNIST is background, which a product need not touch. Rows of items are nearly all so.

use std::sync::OnceLock;

/// Columns of a product made at once: as many accumulators as SIMD registers hold.
const TILE: usize = 16;

/// A batch of images, by image and, where a gradient is wanted, by pixel.
pub struct Sparse {
    /// Of an image.
    pixels: usize,
    by_image: Lists,
    by_pixel: OnceLock<Lists>,
}

/// For each row, the columns and values of its entries that are not zero.
struct Lists {
    starts: Vec<usize>,
    entries: Vec<(u32, f32)>,
}

impl Sparse {
    /// From grey bytes `[N, pixels]`, as values in 0 to 1.
    pub fn new(images: &[u8], pixels: usize) -> Self {
        Self { pixels, by_image: Lists::new(images, pixels), by_pixel: OnceLock::new() }
    }

    /// Each image divided by its length, its pixels taken as coordinates; an empty one stays so.
    pub fn with_unit_rows(mut self) -> Self {
        for bounds in self.by_image.starts.windows(2) {
            let row = &mut self.by_image.entries[bounds[0]..bounds[1]];
            let length = row.iter().map(|(_, value)| value * value).sum::<f32>().sqrt();
            row.iter_mut().for_each(|(_, value)| *value /= length);
        }
        self
    }

    /// x `[N, pixels]` times `right` `[pixels, columns]`, to `out` `[N, columns]`.
    pub fn times(&self, right: &[f32], out: &mut [f32]) {
        self.by_image.times(right, right.len() / self.pixels, out);
    }

    /// x transposed `[pixels, N]` times `right` `[N, columns]`, to `out` `[pixels, columns]`.
    pub fn transposed_times(&self, right: &[f32], out: &mut [f32]) {
        let by_pixel = self.by_pixel.get_or_init(|| self.by_image.transposed(self.pixels));
        by_pixel.times(right, out.len() / self.pixels, out);
    }
}

impl Lists {
    /// By image, from grey bytes; background is passed over a word at a time.
    fn new(images: &[u8], pixels: usize) -> Self {
        let mut lists = Self { starts: vec![0], entries: Vec::with_capacity(images.len() / 4) };
        for image in images.chunks_exact(pixels) {
            let (words, rest) = image.as_chunks::<8>();
            for (index, word) in words.iter().enumerate().filter(|(_, word)| **word != [0; 8]) {
                lists.add(8 * index, word);
            }
            lists.add(8 * words.len(), rest);
            lists.starts.push(lists.entries.len());
        }
        lists
    }

    /// The inked of some pixels of one image.
    fn add(&mut self, first: usize, values: &[u8]) {
        let inked = values.iter().enumerate().filter(|(_, value)| **value > 0);
        let entry = |(offset, value): (usize, &u8)| ((first + offset) as u32, f32::from(*value) / 255.0);
        self.entries.extend(inked.map(entry));
    }

    /// By pixel, from lists by image: a counting sort.
    fn transposed(&self, pixels: usize) -> Self {
        let mut starts = vec![0; pixels + 1];
        self.entries.iter().for_each(|(pixel, _)| starts[*pixel as usize + 1] += 1);
        (0..pixels).for_each(|pixel| starts[pixel + 1] += starts[pixel]);
        let mut free = starts.clone();
        let mut entries = vec![(0, 0.0); self.entries.len()];
        for (image, bounds) in self.starts.windows(2).enumerate() {
            for (pixel, value) in &self.entries[bounds[0]..bounds[1]] {
                let next = &mut free[*pixel as usize];
                entries[*next] = (image as u32, *value);
                *next += 1;
            }
        }
        Self { starts, entries }
    }

    fn times(&self, right: &[f32], columns: usize, out: &mut [f32]) {
        let covered = columns / TILE * TILE;
        for start in (0..covered).step_by(TILE) {
            self.columns::<TILE>(right, columns, out, start);
        }
        for start in covered..columns {
            self.columns::<1>(right, columns, out, start);
        }
    }

    /// The `WIDTH` columns of `out` from `start`.
    fn columns<const WIDTH: usize>(&self, right: &[f32], columns: usize, out: &mut [f32], start: usize) {
        for (row, out) in out.chunks_exact_mut(columns).enumerate() {
            let entries = &self.entries[self.starts[row]..self.starts[row + 1]];
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unit_rows_have_length_1_and_empty_ones_stay_so() {
        let rows = Sparse::new(&[0, 3, 0, 4, 0, 0, 0, 0, 0, 2, 0, 0], 4).with_unit_rows();
        let mut out = [0.0; 12];
        let identity: Vec<f32> = (0..16).map(|at| if at % 5 == 0 { 1.0 } else { 0.0 }).collect();
        rows.times(&identity, &mut out);
        let expected = [0.0, 0.6, 0.0, 0.8, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0];
        assert!(out.iter().zip(expected).all(|(out, expected)| (out - expected).abs() < 1e-6), "{out:?}");
    }
}
