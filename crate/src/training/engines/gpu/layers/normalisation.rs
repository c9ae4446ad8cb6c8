//! Layer normalisation (Ba et al. 2016, section 3), by the formulas of [`latent_kernels::layers::Normalisation`]: a cube takes a row.

use cubecl::prelude::*;
use cubecl::server::Handle;

use super::Layer;
use crate::settings::layers::EPSILON;
use crate::training::engines::gpu::Step;
use crate::training::engines::gpu::memory::buffer;
use crate::training::engines::gpu::reduce::{self, total};
use crate::training::engines::gpu::tile::{self, clamp};
use crate::training::engines::gpu::vector::{Four, WIDTH};

/// Rows of features and where gain and offset begin among all parameters, in numbers.
#[derive(CubeType, CubeLaunch, Clone, Copy)]
struct Rows {
    count: usize,
    features: usize,
    /// From a row to the next.
    width: usize,
    gain: usize,
    offset: usize,
}

impl Layer {
    pub(super) fn normalise(&self, step: &Step, input: &Handle, relu: bool) {
        let (cubes, dim) = reduce::grid(self.rows);
        // SAFETY: here and below, the lengths are those that the buffers were made with, and kernels stay within.
        unsafe {
            let (came, output, values) = (self.row_numbers(input), self.row_numbers(&self.output), step.all.scalars());
            let relu = u32::from(relu);
            forward::launch_unchecked(
                step.client,
                cubes,
                dim,
                came,
                values,
                output,
                self.scales(),
                self.feature_rows(),
                relu,
            );
        }
    }

    /// The loss's gradient by what came in.
    pub(super) fn normalisation_input_delta(&self, step: &Step, input: &Handle, into: &Handle) {
        let (cubes, dim) = reduce::grid(self.rows);
        unsafe {
            let [came, delta, into] = [input, &self.delta, into].map(|handle| self.row_numbers(handle));
            let (values, rows) = (step.all.scalars(), self.feature_rows());
            input_delta::launch_unchecked(step.client, cubes, dim, came, delta, values, into, self.scales(), rows);
        }
    }

    pub(super) fn normalisation_update(&self, step: &Step, input: &Handle) {
        let (width, parts, count) = (self.shape.columns(), self.shape.parts(), self.shape.count());
        let (cubes, dim) = tile::grid(width * parts);
        unsafe {
            let [came, delta] = [input, &self.delta].map(|handle| buffer(handle, self.rows * width));
            let room = step.optimizer.gradients();
            gradients::launch_unchecked(
                step.client,
                cubes,
                dim,
                came,
                delta,
                self.scales(),
                room,
                self.rows,
                width,
                parts,
                count,
            );
        }
        step.optimizer.apply(step, &self.shape, parts);
    }

    unsafe fn row_numbers(&self, handle: &Handle) -> BufferArg {
        unsafe { buffer(handle, self.rows * self.shape.columns() * WIDTH) }
    }

    fn scales(&self) -> BufferArg {
        unsafe { buffer(&self.kept, 2 * self.rows) }
    }

    fn feature_rows(&self) -> RowsLaunch {
        let [_, features] = self.shape.channels();
        let gain = self.shape.offset * WIDTH;
        let width = self.shape.columns() * WIDTH;
        RowsLaunch::new(self.rows, features, width, gain, gain + self.shape.weight() * WIDTH)
    }
}

/// `scales` gets each row's mean and the inverse of its deviation.
#[cube(launch_unchecked)]
fn forward(input: &[f32], values: &[f32], output: &mut [f32], scales: &mut [f32], rows: Rows, relu: u32) {
    let row = clamp(CUBE_POS, rows.count);
    let (start, first, step) = (row * rows.width, UNIT_POS as usize, CUBE_DIM as usize);
    let features = f32::cast_from(rows.features);
    let mut sum = f32::new(0.0);
    for at in range_stepped(first, rows.features, step) {
        sum += input[start + at];
    }
    let mean = total(sum) / features;
    let mut squares = f32::new(0.0);
    for at in range_stepped(first, rows.features, step) {
        let off = input[start + at] - mean;
        squares += off * off;
    }
    let scale = 1.0 / (total(squares) / features + EPSILON).sqrt();
    if UNIT_POS == 0 {
        scales[2 * row] = mean;
        scales[2 * row + 1] = scale;
    }
    for at in range_stepped(first, rows.features, step) {
        let value = (input[start + at] - mean) * scale * values[rows.gain + at] + values[rows.offset + at];
        output[start + at] = select(relu == 1 && value < 0.0, 0.0, value);
    }
}

/// What is left of the gradient by the normalised values after taking out what their mean and their variance hold fast.
#[cube(launch_unchecked)]
fn input_delta(input: &[f32], delta: &[f32], values: &[f32], into: &mut [f32], scales: &[f32], rows: Rows) {
    let row = clamp(CUBE_POS, rows.count);
    let (start, first, step) = (row * rows.width, UNIT_POS as usize, CUBE_DIM as usize);
    let features = f32::cast_from(rows.features);
    let (mean, scale) = (scales[2 * row], scales[2 * row + 1]);
    let mut by_mean = f32::new(0.0);
    let mut by_scale = f32::new(0.0);
    for at in range_stepped(first, rows.features, step) {
        let gained = delta[start + at] * values[rows.gain + at];
        by_mean += gained;
        by_scale += gained * (input[start + at] - mean) * scale;
    }
    let by_mean = total(by_mean) / features;
    let by_scale = total(by_scale) / features;
    for at in range_stepped(first, rows.features, step) {
        let gained = delta[start + at] * values[rows.gain + at];
        into[start + at] = (gained - by_mean - (input[start + at] - mean) * scale * by_scale) * scale;
    }
}

/// Gradients of gain and offset, a vector of features and a part of the rows to an invocation.
#[cube(launch_unchecked)]
fn gradients(
    input: &[Four],
    delta: &[Four],
    scales: &[f32],
    gradients: &mut [Four],
    rows: usize,
    width: usize,
    parts: usize,
    count: usize,
) {
    let (column, part) = (ABSOLUTE_POS % width, ABSOLUTE_POS / width);
    if part < parts {
        let mut gain = Four::zeroed();
        let mut offset = Four::zeroed();
        for row in range_stepped(part, rows, parts) {
            let (value, by) = (input[row * width + column], delta[row * width + column]);
            let (mean, scale) = (Four::new(scales[2 * row]), Four::new(scales[2 * row + 1]));
            gain += (value - mean) * scale * by;
            offset += by;
        }
        gradients[part * count + column] = gain;
        gradients[part * count + width + column] = offset;
    }
}
