//! Images as the patches that strided convolutions see, side by side as rows of a matrix, and back: a convolution is a product
//! of patches, a transposed one gives patches that are added up.

use std::ops::Range;

/// Side of every convolution's kernel; a multiple of the stride, so that no pixel is painted more often than another
/// (Odena et al. 2016).
pub const KERNEL: usize = 4;
/// Every convolution halves the sides, every transposed one doubles them.
pub const STRIDE: usize = 2;
/// Keeps halving and doubling exact both ways.
pub const PADDING: usize = (KERNEL - STRIDE) / 2;

/// The images that patches are of.
#[derive(Debug, Clone, Copy)]
pub struct Patches {
    pub height: usize,
    pub width: usize,
    pub channels: usize,
    /// Stored channel after channel, as what goes in and comes out is; else the channels of a pixel lie beside each other, as
    /// between layers.
    pub planar: bool,
}

/// A row of a kernel, where it is on the image.
struct Segment {
    /// The first of its pixels within the image.
    pixel: usize,
    /// Which of the kernel's columns are within the image.
    columns: Range<usize>,
}

impl Patches {
    /// Numbers of a patch: `[KERNEL, KERNEL, channels]`.
    pub fn size(&self) -> usize {
        KERNEL * KERNEL * self.channels
    }

    /// Numbers of an image.
    pub fn image(&self) -> usize {
        self.height * self.width * self.channels
    }

    /// Patches of an image.
    pub fn count(&self) -> usize {
        self.height / STRIDE * (self.width / STRIDE)
    }

    /// The patches of images `[N, image]`, `[N * count, size]`; 0 beyond the border.
    pub fn gather(&self, images: &[f32], patches: &mut [f32]) {
        let each = images.chunks_exact(self.image()).zip(patches.chunks_exact_mut(self.count() * self.size()));
        for (image, patches) in each {
            let mut rows = patches.chunks_exact_mut(KERNEL * self.channels);
            self.walk(|segment| {
                let Some(row) = rows.next() else { return };
                let Some(Segment { pixel, columns }) = segment else { return row.fill(0.0) };
                if columns.len() < KERNEL {
                    row.fill(0.0);
                }
                let row = &mut row[columns.start * self.channels..columns.end * self.channels];
                if self.has_planes() {
                    self.each(pixel, columns.len(), |place, value| row[place] = image[value]);
                } else {
                    copy(row, &image[pixel * self.channels..]);
                }
            });
        }
    }

    /// Adds patches `[N * count, size]` up to images `[N, image]`; what falls beyond the border is lost.
    pub fn scatter(&self, patches: &[f32], images: &mut [f32]) {
        let each = images.chunks_exact_mut(self.image()).zip(patches.chunks_exact(self.count() * self.size()));
        for (image, patches) in each {
            let mut rows = patches.chunks_exact(KERNEL * self.channels);
            self.walk(|segment| {
                let (Some(row), Some(Segment { pixel, columns })) = (rows.next(), segment) else { return };
                let row = &row[columns.start * self.channels..columns.end * self.channels];
                if self.has_planes() {
                    self.each(pixel, columns.len(), |place, value| image[value] += row[place]);
                } else {
                    add(&mut image[pixel * self.channels..][..row.len()], row);
                }
            });
        }
    }

    /// Every row of every patch of an image.
    #[inline(always)]
    fn walk(&self, mut visit: impl FnMut(Option<Segment>)) {
        for top in (0..self.height).step_by(STRIDE) {
            for left in (0..self.width).step_by(STRIDE) {
                let columns = PADDING.saturating_sub(left)..KERNEL.min(self.width + PADDING - left);
                for row in 0..KERNEL {
                    let y = (top + row).wrapping_sub(PADDING);
                    let pixel = y.wrapping_mul(self.width).wrapping_add(left + columns.start).wrapping_sub(PADDING);
                    visit((y < self.height).then(|| Segment { pixel, columns: columns.clone() }));
                }
            }
        }
    }

    /// With one channel both orders are the same.
    fn has_planes(&self) -> bool {
        self.planar && self.channels > 1
    }

    /// Of a row of pixels, each number's place in the patch and in an image that is stored channel after channel.
    #[inline(always)]
    fn each(&self, pixel: usize, pixels: usize, mut visit: impl FnMut(usize, usize)) {
        for offset in 0..pixels {
            for channel in 0..self.channels {
                visit(offset * self.channels + channel, channel * self.height * self.width + pixel + offset);
            }
        }
    }
}

/// Four at once: rows are short, and a call for each would cost more than what it does.
#[inline(always)]
fn copy(own: &mut [f32], other: &[f32]) {
    let other = &other[..own.len()];
    let ((fours, rest), (other_fours, other_rest)) = (own.as_chunks_mut::<4>(), other.as_chunks::<4>());
    for (own, other) in fours.iter_mut().zip(other_fours) {
        own.iter_mut().zip(other).for_each(|(own, other)| *own = *other);
    }
    rest.iter_mut().zip(other_rest).for_each(|(own, other)| *own = *other);
}

#[inline(always)]
fn add(sums: &mut [f32], other: &[f32]) {
    let ((fours, rest), (other_fours, other_rest)) = (sums.as_chunks_mut::<4>(), other.as_chunks::<4>());
    for (sums, other) in fours.iter_mut().zip(other_fours) {
        *sums = std::array::from_fn(|lane| sums[lane] + other[lane]);
    }
    rest.iter_mut().zip(other_rest).for_each(|(sum, other)| *sum += *other);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Patches by their definition.
    fn patches(images: &Patches, image: &[f32]) -> Vec<f32> {
        let mut all = vec![];
        for top in 0..images.height / STRIDE {
            for left in 0..images.width / STRIDE {
                for place in 0..images.size() {
                    let (spot, channel) = (place / images.channels, place % images.channels);
                    let y = (top * STRIDE + spot / KERNEL).checked_sub(PADDING).filter(|y| *y < images.height);
                    let x = (left * STRIDE + spot % KERNEL).checked_sub(PADDING).filter(|x| *x < images.width);
                    let value = y.zip(x).map(|(y, x)| match images.planar {
                        true => image[(channel * images.height + y) * images.width + x],
                        false => image[(y * images.width + x) * images.channels + channel],
                    });
                    all.push(value.unwrap_or_default());
                }
            }
        }
        all
    }

    #[test]
    fn patches_are_the_kernel_s_places_and_adding_them_up_is_the_transpose() {
        for (height, width, channels) in [(2, 2, 1), (4, 6, 1), (6, 4, 3), (14, 14, 2)] {
            for planar in [false, true] {
                let images = Patches { height, width, channels, planar };
                let image: Vec<f32> = (0..images.image()).map(|index| (index as f32 * 0.7).sin()).collect();
                let mut gathered = vec![f32::NAN; images.count() * images.size()];
                images.gather(&image, &mut gathered);
                assert_eq!(gathered, patches(&images, &image));
                // <gather(x), y> = <x, scatter(y)>
                let other: Vec<f32> = (0..gathered.len()).map(|index| (index as f32 * 0.3).cos()).collect();
                let mut scattered = vec![0.0; image.len()];
                images.scatter(&other, &mut scattered);
                let dot = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(a, b)| f64::from(a * b)).sum::<f64>();
                assert!((dot(&gathered, &other) - dot(&image, &scattered)).abs() < 1e-3);
            }
        }
    }
}
