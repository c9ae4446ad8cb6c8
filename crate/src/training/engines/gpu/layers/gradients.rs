//! The gradients of a convolution's weight and bias. Widths and offsets are in vectors of four numbers.

use cubecl::prelude::*;

use super::planes::Planes;
use crate::settings::layers::{KERNEL, STRIDE};
use crate::training::engines::gpu::tile::{COLUMNS, ROWS, clamp, inside};
use crate::training::engines::gpu::vector::{Four, WIDTH};

/// The weight's gradient: patches of `images` transposed times `maps`, over some of the smaller images' lines for each of the `parts`,
/// which begin `count` vectors from each other.
#[cube(launch_unchecked)]
pub fn weight(
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
pub fn bias(delta: &[Four], gradients: &mut [Four], rows: usize, width: usize, parts: usize, count: usize, at: usize) {
    let (column, part) = (ABSOLUTE_POS % width, ABSOLUTE_POS / width);
    if part < parts {
        let mut sum = Four::zeroed();
        for row in range_stepped(part, rows, parts) {
            sum += delta[row * width + column];
        }
        gradients[part * count + at + column] = sum;
    }
}
