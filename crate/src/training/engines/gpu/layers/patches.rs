//! The products of a strided convolution and of its transpose, each with the patches of the larger images read where they lie.
//! Widths and offsets are in vectors of four numbers.
//!
//! A weight is rows of `small` vectors for each of the kernel's places and each number of a larger image's pixel. Images have one
//! pixel more than they show, of zeros, which stands for all beyond the border.

use cubecl::prelude::*;

use crate::settings::layers::{KERNEL, STRIDE};
use crate::training::engines::gpu::tile::{COLUMNS, ROWS, clamp, column_of, corner, inside};
use crate::training::engines::gpu::vector::{Four, WIDTH};

/// Images with those of half their sides, and the weight between them.
#[derive(CubeType, CubeLaunch, Clone, Copy)]
pub struct Planes {
    images: usize,
    /// Sides of the smaller ones.
    height: usize,
    width: usize,
    /// Of a pixel.
    large: usize,
    small: usize,
    /// Where the weight begins, and the bias.
    weight: usize,
    bias: usize,
}

#[cube]
impl Planes {
    /// Pixels of all the smaller images.
    fn pixels(&self) -> usize {
        self.images * self.height * self.width
    }

    /// The image, row and column of a tile's rows, which are such pixels.
    fn places(&self, row: usize) -> Sequence<(usize, usize, usize)> {
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
    fn tap(&self, row: usize, column: usize) -> usize {
        self.weight + (row * KERNEL + column) * WIDTH * self.large * self.small
    }

    /// Where a pixel of the larger images begins, of rows and columns that count from 1: 0 and one past the last are beyond the border.
    fn large_at(&self, image: usize, row: usize, column: usize) -> usize {
        let (height, width) = (STRIDE * self.height, STRIDE * self.width);
        let is_within = row >= 1 && row <= height && column >= 1 && column <= width;
        let pixel = (image * height + row - 1) * width + column - 1;
        select(is_within, pixel, STRIDE * STRIDE * self.pixels()) * self.large
    }

    /// The same of the smaller images.
    fn small_at(&self, image: usize, row: usize, column: usize) -> usize {
        let is_within = row >= 1 && row <= self.height && column >= 1 && column <= self.width;
        let pixel = (image * self.height + row - 1) * self.width + column - 1;
        select(is_within, pixel, self.pixels()) * self.small
    }
}

/// What comes out of a product: through a bias and a ReLU on the way forward; on the way back zero where `before`, which a ReLU made,
/// is. `relu` is 1 where there is one.
#[cube]
fn ended(sum: Four, before: &[Four], at: usize, relu: u32, #[comptime] is_back: bool) -> Four {
    if comptime!(is_back) {
        let masked = select_many(before[at].greater_than(&Four::zeroed()), sum, Four::zeroed());
        select(relu == 1, masked, sum)
    } else {
        let floored = select_many(sum.less_than(&Four::zeroed()), Four::zeroed(), sum);
        select(relu == 1, floored, sum)
    }
}

/// From images to those of half their sides: patches times the weight. `lanes` of each vector of a larger image's pixel are in use.
#[cube(launch_unchecked)]
pub fn down(
    images: &[Four],
    parameters: &[Four],
    before: &[Four],
    into: &mut [Four],
    planes: Planes,
    relu: u32,
    #[comptime] is_back: bool,
    #[comptime] lanes: usize,
) {
    let (row, column) = corner(planes.small);
    let places = planes.places(row);
    let mut sums = Array::<Four>::new(ROWS * COLUMNS);
    let mut right_at = Sequence::<usize>::new();
    #[unroll]
    for j in 0..COLUMNS {
        let first = clamp(column + j, planes.small);
        right_at.push(first);
        let start = if comptime!(is_back) { Four::zeroed() } else { parameters[planes.bias + first] };
        #[unroll]
        for i in 0..ROWS {
            sums[i * COLUMNS + j] = start;
        }
    }
    for y in 0..KERNEL {
        for x in 0..KERNEL {
            let mut left_at = Sequence::<usize>::new();
            #[unroll]
            for i in 0..ROWS {
                let (image, top, left) = places[i];
                left_at.push(planes.large_at(image, STRIDE * top + y, STRIDE * left + x));
            }
            let tap = planes.tap(y, x);
            for k in 0..planes.large {
                let left = column_of::<Four>(images, &left_at, k);
                #[unroll]
                for lane in 0..lanes {
                    #[unroll]
                    for j in 0..COLUMNS {
                        let right = parameters[tap + (WIDTH * k + lane) * planes.small + right_at[j]];
                        #[unroll]
                        for i in 0..ROWS {
                            sums[i * COLUMNS + j] += Four::new(left[i].extract(lane)) * right;
                        }
                    }
                }
            }
        }
    }
    #[unroll]
    for i in 0..ROWS {
        #[unroll]
        for j in 0..COLUMNS {
            if inside(row + i, planes.pixels(), column + j, planes.small) {
                let at = (row + i) * planes.small + column + j;
                into[at] = ended(sums[i * COLUMNS + j], before, at, relu, is_back);
            }
        }
    }
}

/// From images to those of twice their sides: the transpose. Each of the larger pixels is met by the kernel's places of its own parity
/// alone, so that a tile holds pixels of one parity.
#[cube(launch_unchecked)]
pub fn up(
    maps: &[Four],
    parameters: &[Four],
    before: &[Four],
    into: &mut [Four],
    planes: Planes,
    relu: u32,
    #[comptime] is_back: bool,
    #[comptime] lanes: usize,
    #[comptime] columns: usize,
) {
    let across = planes.large.div_ceil(columns);
    let (tile, column) = (ABSOLUTE_POS / across, ABSOLUTE_POS % across * columns);
    let tall = planes.pixels().div_ceil(ROWS);
    let (parity, row) = (clamp(tile / tall, STRIDE * STRIDE), tile % tall * ROWS);
    let (below, right_of) = (parity / STRIDE, parity % STRIDE);
    let places = planes.places(row);
    let mut sums = Array::<f32>::new(ROWS * columns * lanes);
    #[unroll]
    for i in 0..ROWS * columns * lanes {
        sums[i] = 0.0;
    }
    for y in 0..STRIDE {
        for x in 0..STRIDE {
            let mut left_at = Sequence::<usize>::new();
            #[unroll]
            for i in 0..ROWS {
                let (image, top, left) = places[i];
                left_at.push(planes.small_at(image, top + below + y, left + right_of + x));
            }
            let tap = planes.tap(KERNEL - 1 - below - STRIDE * y, KERNEL - 1 - right_of - STRIDE * x);
            for k in 0..planes.small {
                let left = column_of::<Four>(maps, &left_at, k);
                #[unroll]
                for j in 0..columns {
                    let first = tap + WIDTH * clamp(column + j, planes.large) * planes.small + k;
                    #[unroll]
                    for lane in 0..lanes {
                        let right = parameters[first + lane * planes.small];
                        #[unroll]
                        for i in 0..ROWS {
                            sums[(i * columns + j) * lanes + lane] += left[i].dot(right);
                        }
                    }
                }
            }
        }
    }
    #[unroll]
    for i in 0..ROWS {
        let (image, top, left) = places[i];
        let pixel = planes.large_at(image, STRIDE * top + below + 1, STRIDE * left + right_of + 1);
        #[unroll]
        for j in 0..columns {
            if tile < STRIDE * STRIDE * tall && inside(row + i, planes.pixels(), column + j, planes.large) {
                let at = pixel + column + j;
                let mut sum = Four::zeroed();
                #[unroll]
                for lane in 0..lanes {
                    sum.insert(lane, sums[(i * columns + j) * lanes + lane]);
                }
                if comptime!(!is_back) {
                    sum += parameters[planes.bias + column + j];
                }
                into[at] = ended(sum, before, at, relu, is_back);
            }
        }
    }
}

/// The weight's gradient: patches of `images` transposed times `maps`, over some of the smaller images' lines for each of the `parts`,
/// which begin `count` vectors from each other.
#[cube(launch_unchecked)]
pub fn gradient(
    images: &[Four],
    maps: &[Four],
    gradients: &mut [Four],
    planes: Planes,
    parts: usize,
    count: usize,
    #[comptime] lanes: usize,
) {
    let vectors = comptime!(ROWS / lanes);
    let rows = KERNEL * KERNEL * planes.large;
    let across = planes.small.div_ceil(COLUMNS);
    let tiles = across * rows.div_ceil(vectors);
    let (tile, part) = (ABSOLUTE_POS % tiles, ABSOLUTE_POS / tiles);
    let (row, column) = (tile / across * vectors, tile % across * COLUMNS);
    let mut sums = Array::<Four>::new(ROWS * COLUMNS);
    #[unroll]
    for i in 0..ROWS * COLUMNS {
        sums[i] = Four::zeroed();
    }
    let mut taps = Sequence::<(usize, usize, usize)>::new();
    #[unroll]
    for i in 0..vectors {
        let vector = clamp(row + i, rows);
        let tap = vector / planes.large;
        taps.push((tap / KERNEL, tap % KERNEL, vector % planes.large));
    }
    let lines = planes.images * planes.height;
    let end = select(part < parts, (part + 1) * lines / parts, 0);
    for line in part * lines / parts..end {
        let (image, top) = (line / planes.height, line % planes.height);
        for left in 0..planes.width {
            let mut patch = Sequence::<Four>::new();
            #[unroll]
            for i in 0..vectors {
                let (y, x, vector) = taps[i];
                patch.push(images[planes.large_at(image, STRIDE * top + y, STRIDE * left + x) + vector]);
            }
            #[unroll]
            for j in 0..COLUMNS {
                let right = maps[(line * planes.width + left) * planes.small + clamp(column + j, planes.small)];
                #[unroll]
                for i in 0..ROWS {
                    sums[i * COLUMNS + j] += Four::new(patch[i / lanes].extract(i % lanes)) * right;
                }
            }
        }
    }
    #[unroll]
    for i in 0..vectors * WIDTH {
        #[unroll]
        for j in 0..COLUMNS {
            if part < parts && inside(row + i / WIDTH, rows, column + j, planes.small) {
                let at = part * count + (WIDTH * row + i) * planes.small + column + j;
                let lane = comptime!(i % WIDTH);
                if comptime!(lane < lanes) {
                    gradients[at] = sums[(i / WIDTH * lanes + lane) * COLUMNS + j];
                } else {
                    gradients[at] = Four::zeroed();
                }
            }
        }
    }
}

/// The bias's gradient, which begins at `at` in each part: the sum of delta `[rows, width]` over its rows.
#[cube(launch_unchecked)]
pub fn bias_gradient(
    delta: &[Four],
    gradients: &mut [Four],
    rows: usize,
    width: usize,
    parts: usize,
    count: usize,
    at: usize,
) {
    let (column, part) = (ABSOLUTE_POS % width, ABSOLUTE_POS / width);
    if part < parts {
        let mut sum = Four::zeroed();
        for row in range_stepped(part, rows, parts) {
            sum += delta[row * width + column];
        }
        gradients[part * count + at + column] = sum;
    }
}
