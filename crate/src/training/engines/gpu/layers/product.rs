//! The three matrix products of a dense layer. Widths and offsets are in vectors of four numbers.
//!
//! A layer's parameters are rows of `outputs` vectors: the weight's `4 * inputs` rows, then a vector of rows whose
//! first is the bias and whose others stay zero, as does all padding; then the weight's rows of the class that it is told, if any.

use cubecl::prelude::*;

use crate::training::engines::gpu::optimizer::{Rule, advance, numbers};
use crate::training::engines::gpu::tile::{COLUMNS, ROWS, clamp, column_of, corner, inside, row_starts};
use crate::training::engines::gpu::vector::{Four, Stored, WIDTH};

/// A dense layer and where its parameters begin among all.
#[derive(CubeType, CubeLaunch, Clone, Copy)]
pub struct Size {
    batch: usize,
    inputs: usize,
    outputs: usize,
    offset: usize,
    /// Of the rows for the bias and for the class; none where there is no bias.
    below: usize,
}

/// The class that is told with each row of a batch.
#[derive(CubeType, CubeLaunch, Clone, Copy)]
pub struct Told {
    /// Where the images' classes begin.
    first: usize,
    /// Rows of each image.
    samples: usize,
    /// Classes that there are; none of them is told of another.
    known: usize,
}

/// input `[N, inputs]` times the layer's weight, plus its bias, to `output` `[N, outputs]`; through a ReLU if `relu`
/// is 1, which is no comptime choice so that both share a pipeline.
#[cube(launch_unchecked)]
pub fn forward<L: Stored>(
    input: &[L::Item],
    parameters: &[Four],
    places: &[u32],
    output: &mut [Four],
    size: Size,
    told: Told,
    relu: u32,
    #[comptime] is_told: bool,
) {
    let (row, column) = corner(size.outputs);
    let left_at = row_starts(row, size.batch, size.inputs);
    let mut right_at = Sequence::<usize>::new();
    let mut sums = Array::<Four>::new(ROWS * COLUMNS);
    #[unroll]
    for j in 0..COLUMNS {
        let first = size.offset + clamp(column + j, size.outputs);
        right_at.push(first);
        let has_bias = size.below > 0;
        let bias_at = first + select(has_bias, WIDTH * size.inputs * size.outputs, 0);
        let bias = select(has_bias, parameters[bias_at], Four::zeroed());
        #[unroll]
        for i in 0..ROWS {
            sums[i * COLUMNS + j] = bias;
        }
    }
    if comptime!(is_told) {
        #[unroll]
        for i in 0..ROWS {
            let class = places[told.first + clamp(row + i, size.batch) / told.samples] as usize;
            let is_known = class < told.known;
            let class_at = (WIDTH * (size.inputs + 1) + select(is_known, class, 0)) * size.outputs;
            #[unroll]
            for j in 0..COLUMNS {
                sums[i * COLUMNS + j] += select(is_known, parameters[right_at[j] + class_at], Four::zeroed());
            }
        }
    }
    for k in 0..size.inputs {
        let left = column_of::<L::Item>(input, &left_at, k);
        #[unroll]
        for part in 0..WIDTH {
            #[unroll]
            for j in 0..COLUMNS {
                let right = parameters[right_at[j] + (WIDTH * k + part) * size.outputs];
                #[unroll]
                for i in 0..ROWS {
                    sums[i * COLUMNS + j] += Four::new(L::part(left[i], part)) * right;
                }
            }
        }
    }
    #[unroll]
    for i in 0..ROWS {
        #[unroll]
        for j in 0..COLUMNS {
            if inside(row + i, size.batch, column + j, size.outputs) {
                let sum = sums[i * COLUMNS + j];
                let floored = select_many(sum.less_than(&Four::zeroed()), Four::zeroed(), sum);
                output[(row + i) * size.outputs + column + j] = select(relu == 1, floored, sum);
            }
        }
    }
}

/// The loss's gradient by a layer's input: delta `[N, outputs]` times its weight transposed, to `into`
/// `[N, inputs]`; zero where `output`, which the layer before made, is, if `relu` is 1.
#[cube(launch_unchecked)]
pub fn input_delta(delta: &[Four], parameters: &[Four], output: &[Four], into: &mut [Four], size: Size, relu: u32) {
    let (row, column) = corner(size.inputs);
    let left_at = row_starts(row, size.batch, size.outputs);
    let mut right_at = Sequence::<usize>::new();
    #[unroll]
    for j in 0..COLUMNS {
        right_at.push(size.offset + WIDTH * clamp(column + j, size.inputs) * size.outputs);
    }
    let mut sums = Array::<f32>::new(ROWS * COLUMNS * WIDTH);
    #[unroll]
    for i in 0..ROWS * COLUMNS * WIDTH {
        sums[i] = 0.0;
    }
    for k in 0..size.outputs {
        let left = column_of::<Four>(delta, &left_at, k);
        #[unroll]
        for j in 0..COLUMNS {
            #[unroll]
            for part in 0..WIDTH {
                let right = parameters[right_at[j] + part * size.outputs + k];
                #[unroll]
                for i in 0..ROWS {
                    sums[(i * COLUMNS + j) * WIDTH + part] += left[i].dot(right);
                }
            }
        }
    }
    #[unroll]
    for i in 0..ROWS {
        #[unroll]
        for j in 0..COLUMNS {
            if inside(row + i, size.batch, column + j, size.inputs) {
                let at = (row + i) * size.inputs + column + j;
                let mut sum = Four::zeroed();
                #[unroll]
                for part in 0..WIDTH {
                    sum.insert(part, sums[(i * COLUMNS + j) * WIDTH + part]);
                }
                let masked = select_many(output[at].greater_than(&Four::zeroed()), sum, Four::zeroed());
                into[at] = select(relu == 1, masked, sum);
            }
        }
    }
}

/// A step of the optimiser on a layer's parameters, along [`gradient`].
#[cube(launch_unchecked)]
pub fn update<L: Stored>(
    input: &[L::Item],
    delta: &[Four],
    values: &mut [Four],
    first: &mut [Four],
    second: &mut [Four],
    feed: &[f32],
    step: usize,
    places: &[u32],
    size: Size,
    told: Told,
    #[comptime] is_told: bool,
    #[comptime] rule: Rule,
) {
    let (row, column) = corner(size.outputs);
    let sums = tile_of_gradient::<L>(input, delta, places, row, column, &size, &told, is_told);
    let numbers = numbers(feed, step);
    #[unroll]
    for i in 0..ROWS {
        #[unroll]
        for j in 0..COLUMNS {
            if inside(row + i, WIDTH * (size.inputs + size.below), column + j, size.outputs) {
                let at = size.offset + (row + i) * size.outputs + column + j;
                advance(values, first, second, at, sums[i * COLUMNS + j], &numbers, rule);
            }
        }
    }
}

/// The gradient of a layer's parameters: input `[N, inputs]` transposed, with a row of ones below for the bias and rows of the
/// one-hot class, times delta `[N, outputs]`.
#[cube(launch_unchecked)]
pub fn gradient<L: Stored>(
    input: &[L::Item],
    delta: &[Four],
    gradients: &mut [Four],
    places: &[u32],
    size: Size,
    told: Told,
    #[comptime] is_told: bool,
) {
    let (row, column) = corner(size.outputs);
    let sums = tile_of_gradient::<L>(input, delta, places, row, column, &size, &told, is_told);
    #[unroll]
    for i in 0..ROWS {
        #[unroll]
        for j in 0..COLUMNS {
            if inside(row + i, WIDTH * (size.inputs + size.below), column + j, size.outputs) {
                gradients[(row + i) * size.outputs + column + j] = sums[i * COLUMNS + j];
            }
        }
    }
}

#[cube]
fn tile_of_gradient<L: Stored>(
    input: &[L::Item],
    delta: &[Four],
    places: &[u32],
    row: usize,
    column: usize,
    size: &Size,
    told: &Told,
    #[comptime] is_told: bool,
) -> Array<Four> {
    let mut sums = Array::<Four>::new(ROWS * COLUMNS);
    #[unroll]
    for i in 0..ROWS * COLUMNS {
        sums[i] = Four::zeroed();
    }
    let one = L::hot(0);
    for k in 0..size.batch {
        let mut left = Sequence::<L::Item>::new();
        #[unroll]
        for i in 0..ROWS / WIDTH {
            let vector = row / WIDTH + i;
            let item = input[k * size.inputs + clamp(vector, size.inputs)];
            let mut item = select(vector < size.inputs, item, one);
            if comptime!(is_told) {
                let class = places[told.first + k / told.samples];
                // One past the class's rows where it is below them, or unknown.
                let below = (WIDTH * (vector - size.inputs - 1)) as u32;
                let hot = L::hot(select(class < told.known as u32 && class >= below, class - below, WIDTH as u32));
                item = select(vector > size.inputs, hot, item);
            }
            left.push(item);
        }
        #[unroll]
        for j in 0..COLUMNS {
            let right = delta[k * size.outputs + clamp(column + j, size.outputs)];
            #[unroll]
            for i in 0..ROWS {
                sums[i * COLUMNS + j] += Four::new(L::part(left[i / WIDTH], i % WIDTH)) * right;
            }
        }
    }
    sums
}
