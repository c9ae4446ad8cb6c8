//! The three matrix products of a dense layer. Widths and offsets are in vectors of four numbers.
//!
//! A layer's parameters are rows of `outputs` vectors: the weight's `4 * inputs` rows, then a vector of rows whose
//! first is the bias and whose others stay zero, as does all padding.

use cubecl::prelude::*;

use super::parameters::adam;
use super::tile::{COLUMNS, ROWS, clamp, corner, inside, row_starts};
use super::vector::{Four, Stored, WIDTH};

/// A dense layer and where its parameters begin among all.
#[derive(CubeType, CubeLaunch, Clone, Copy)]
pub struct Size {
    batch: usize,
    inputs: usize,
    outputs: usize,
    offset: usize,
}

/// input `[N, inputs]` times the layer's weight, plus its bias, to `output` `[N, outputs]`; through a ReLU if `relu`
/// is 1, which is no comptime choice so that both share a pipeline.
#[cube(launch_unchecked)]
pub fn forward<L: Stored>(input: &[L::Item], parameters: &[Four], output: &mut [Four], size: Size, relu: u32) {
    let (row, column) = corner(size.outputs);
    let left_at = row_starts(row, size.batch, size.inputs);
    let mut right_at = Sequence::<usize>::new();
    let mut sums = Array::<Four>::new(ROWS * COLUMNS);
    #[unroll]
    for j in 0..COLUMNS {
        let first = size.offset + clamp(column + j, size.outputs);
        right_at.push(first);
        let bias = parameters[first + WIDTH * size.inputs * size.outputs];
        #[unroll]
        for i in 0..ROWS {
            sums[i * COLUMNS + j] = bias;
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

/// A step of Adam on a layer's parameters: their gradient is input `[N, inputs]` transposed, with a row of ones
/// below for the bias, times delta `[N, outputs]`.
#[cube(launch_unchecked)]
pub fn update<L: Stored>(
    input: &[L::Item],
    delta: &[Four],
    parameters: &mut [Four],
    moments_1: &mut [Four],
    moments_2: &mut [Four],
    feed: &[f32],
    step: usize,
    size: Size,
) {
    let (row, column) = corner(size.outputs);
    let mut sums = Array::<Four>::new(ROWS * COLUMNS);
    #[unroll]
    for i in 0..ROWS * COLUMNS {
        sums[i] = Four::zeroed();
    }
    let one = L::one();
    for k in 0..size.batch {
        let mut left = Sequence::<L::Item>::new();
        #[unroll]
        for i in 0..ROWS / WIDTH {
            let vector = row / WIDTH + i;
            let item = input[k * size.inputs + clamp(vector, size.inputs)];
            left.push(select(vector < size.inputs, item, one));
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
    let (rate, correction) = (feed[step], feed[step + 1]);
    #[unroll]
    for i in 0..ROWS {
        #[unroll]
        for j in 0..COLUMNS {
            if inside(row + i, WIDTH * (size.inputs + 1), column + j, size.outputs) {
                let at = size.offset + (row + i) * size.outputs + column + j;
                adam(parameters, moments_1, moments_2, at, sums[i * COLUMNS + j], rate, correction);
            }
        }
    }
}

/// The items at `k` of a tile's rows.
#[cube]
fn column_of<T: CubePrimitive>(items: &[T], starts: &Sequence<usize>, k: usize) -> Sequence<T> {
    let mut column = Sequence::<T>::new();
    #[unroll]
    for i in 0..ROWS {
        column.push(items[starts[i] + k]);
    }
    column
}
