//! Matrix products, one register tile of the result to an invocation.
//!
//! Neighbouring invocations hold neighbouring columns: they read the left operand at one address and the right
//! one at consecutive addresses. Rows and columns past the edge repeat the last one and are not written.

use cubecl::prelude::*;

/// Rows and columns of an invocation's tile; the columns lie [`LANES`] apart.
const ROWS: usize = 8;
const COLUMNS: usize = 8;
/// Invocations side by side, and below each other, in a workgroup.
const LANES: usize = 8;
const DEPTH: usize = 8;

/// Of a product `[rows, inner]` by `[inner, columns]`, with the place of the layer's parameters among all.
#[derive(CubeType, CubeLaunch, Clone, Copy)]
pub struct Dimensions {
    rows: usize,
    inner: usize,
    columns: usize,
    offset: usize,
}

/// What follows a layer's product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Activation {
    Identity,
    Relu,
}

/// The grid that covers a product of `rows` by `columns`.
pub fn grid(rows: usize, columns: usize) -> (CubeCount, CubeDim) {
    let count = CubeCount::new_2d(columns.div_ceil(LANES * COLUMNS) as u32, rows.div_ceil(DEPTH * ROWS) as u32);
    (count, CubeDim::new_2d(LANES as u32, DEPTH as u32))
}

/// input `[rows, inner]` times the layer's weight `[inner, columns]`, plus its bias, to `output` `[rows, columns]`.
#[cube(launch_unchecked)]
pub fn forward(
    input: &[f32],
    parameters: &[f32],
    output: &mut [f32],
    size: Dimensions,
    #[comptime] activation: Activation,
) {
    let (row, column) = (first_row(), first_column());
    let mut sums = Array::<f32>::new(ROWS * COLUMNS);
    #[unroll]
    for j in 0..COLUMNS {
        let at = clamp(column + j * LANES, size.columns);
        let bias = parameters[size.offset + size.inner * size.columns + at];
        #[unroll]
        for i in 0..ROWS {
            sums[i * COLUMNS + j] = bias;
        }
    }
    let mut left = Array::<f32>::new(ROWS);
    let mut right = Array::<f32>::new(COLUMNS);
    let mut left_at = Array::<usize>::new(ROWS);
    let mut right_at = Array::<usize>::new(COLUMNS);
    #[unroll]
    for i in 0..ROWS {
        left_at[i] = clamp(row + i, size.rows) * size.inner;
    }
    #[unroll]
    for j in 0..COLUMNS {
        right_at[j] = size.offset + clamp(column + j * LANES, size.columns);
    }
    for k in 0..size.inner {
        let right_row = k * size.columns;
        #[unroll]
        for i in 0..ROWS {
            left[i] = input[left_at[i] + k];
        }
        #[unroll]
        for j in 0..COLUMNS {
            right[j] = parameters[right_at[j] + right_row];
        }
        accumulate(&mut sums, &left, &right);
    }
    #[unroll]
    for i in 0..ROWS {
        #[unroll]
        for j in 0..COLUMNS {
            if row + i < size.rows && column + j * LANES < size.columns {
                let sum = sums[i * COLUMNS + j];
                let floored = match activation {
                    Activation::Relu => select(sum < 0.0, 0.0, sum),
                    Activation::Identity => sum,
                };
                output[(row + i) * size.columns + column + j * LANES] = floored;
            }
        }
    }
}

/// The gradient of a layer's weight and, as one more row, of its bias: input `[inner, rows - 1]` transposed, with
/// a row of ones below, times delta `[inner, columns]`.
#[cube(launch_unchecked)]
pub fn gradient(input: &[f32], delta: &[f32], gradient: &mut [f32], size: Dimensions) {
    let (row, column) = (first_row(), first_column());
    let inputs = size.rows - 1;
    let mut sums = Array::<f32>::new(ROWS * COLUMNS);
    let mut left = Array::<f32>::new(ROWS);
    let mut right = Array::<f32>::new(COLUMNS);
    #[unroll]
    for i in 0..ROWS * COLUMNS {
        sums[i] = 0.0;
    }
    let mut left_at = Array::<usize>::new(ROWS);
    let mut right_at = Array::<usize>::new(COLUMNS);
    #[unroll]
    for i in 0..ROWS {
        left_at[i] = clamp(row + i, inputs);
    }
    #[unroll]
    for j in 0..COLUMNS {
        right_at[j] = clamp(column + j * LANES, size.columns);
    }
    for k in 0..size.inner {
        let (left_row, right_row) = (k * inputs, k * size.columns);
        #[unroll]
        for i in 0..ROWS {
            let value = input[left_at[i] + left_row];
            left[i] = select(row + i < inputs, value, 1.0);
        }
        #[unroll]
        for j in 0..COLUMNS {
            right[j] = delta[right_at[j] + right_row];
        }
        accumulate(&mut sums, &left, &right);
    }
    #[unroll]
    for i in 0..ROWS {
        #[unroll]
        for j in 0..COLUMNS {
            if row + i < size.rows && column + j * LANES < size.columns {
                gradient[size.offset + (row + i) * size.columns + column + j * LANES] = sums[i * COLUMNS + j];
            }
        }
    }
}

/// The loss's gradient by a layer's input: delta `[rows, inner]` times its weight `[columns, inner]` transposed,
/// to `into` `[rows, columns]`; zero where `output`, which the ReLU before the layer made, is.
#[cube(launch_unchecked)]
pub fn input_delta(
    delta: &[f32],
    parameters: &[f32],
    output: &[f32],
    into: &mut [f32],
    size: Dimensions,
    #[comptime] activation: Activation,
) {
    let (row, column) = (first_row(), first_column());
    let mut sums = Array::<f32>::new(ROWS * COLUMNS);
    let mut left = Array::<f32>::new(ROWS);
    let mut right = Array::<f32>::new(COLUMNS);
    #[unroll]
    for i in 0..ROWS * COLUMNS {
        sums[i] = 0.0;
    }
    let mut left_at = Array::<usize>::new(ROWS);
    let mut right_at = Array::<usize>::new(COLUMNS);
    #[unroll]
    for i in 0..ROWS {
        left_at[i] = clamp(row + i, size.rows) * size.inner;
    }
    #[unroll]
    for j in 0..COLUMNS {
        right_at[j] = size.offset + clamp(column + j * LANES, size.columns) * size.inner;
    }
    for k in 0..size.inner {
        #[unroll]
        for i in 0..ROWS {
            left[i] = delta[left_at[i] + k];
        }
        #[unroll]
        for j in 0..COLUMNS {
            right[j] = parameters[right_at[j] + k];
        }
        accumulate(&mut sums, &left, &right);
    }
    #[unroll]
    for i in 0..ROWS {
        #[unroll]
        for j in 0..COLUMNS {
            if row + i < size.rows && column + j * LANES < size.columns {
                let at = (row + i) * size.columns + column + j * LANES;
                let sum = sums[i * COLUMNS + j];
                let masked = match activation {
                    Activation::Relu => select(output[at] > 0.0, sum, 0.0),
                    Activation::Identity => sum,
                };
                into[at] = masked;
            }
        }
    }
}

#[cube]
fn first_row() -> usize {
    ABSOLUTE_POS_Y as usize * ROWS
}

#[cube]
fn first_column() -> usize {
    CUBE_POS_X as usize * (LANES * COLUMNS) + UNIT_POS_X as usize
}

/// `at`, or the last index below `end`.
#[cube]
fn clamp(at: usize, end: usize) -> usize {
    select(at < end, at, end - 1)
}

/// Adds the outer product of a column of the left operand and a row of the right one.
#[cube]
fn accumulate(sums: &mut Array<f32>, left: &Array<f32>, right: &Array<f32>) {
    #[unroll]
    for i in 0..ROWS {
        #[unroll]
        for j in 0..COLUMNS {
            sums[i * COLUMNS + j] += left[i] * right[j];
        }
    }
}
