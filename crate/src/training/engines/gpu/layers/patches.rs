//! The products of a strided convolution and of its transpose, each with the patches of the larger images read where they lie.
//! Widths and offsets are in vectors of four numbers.

use cubecl::prelude::*;

use super::planes::Planes;
use crate::settings::layers::{KERNEL, STRIDE};
use crate::training::engines::gpu::tile::{COLUMNS, ROWS, clamp, column_of, corner, inside};
use crate::training::engines::gpu::vector::{Four, WIDTH};

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
