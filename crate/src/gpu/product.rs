//! The three matrix products of a dense layer.

use cubecl::prelude::*;

use super::tile::{COLUMNS, LANES, ROWS, accumulate, clamp, first_column, first_row};

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
