//! Shares of a row, by the formulas of [`latent_kernels::layers::Softmax`]: a cube takes a row, and nothing is learnt.

use cubecl::prelude::*;
use cubecl::server::Handle;

use super::Layer;
use crate::training::engines::gpu::Step;
use crate::training::engines::gpu::memory::buffer;
use crate::training::engines::gpu::reduce::{self, most, total};
use crate::training::engines::gpu::tile::clamp;
use crate::training::engines::gpu::vector::WIDTH;

#[derive(CubeType, CubeLaunch, Clone, Copy)]
struct Rows {
    count: usize,
    size: usize,
    /// From a row to the next.
    width: usize,
}

impl Layer {
    pub(super) fn softmax(&self, step: &Step, input: &Handle) {
        let (cubes, dim) = reduce::grid(self.rows);
        // SAFETY: here and below, the lengths are those that the buffers were made with, and kernels stay within.
        unsafe {
            let [came, output] = [input, &self.output].map(|handle| self.share_numbers(handle));
            forward::launch_unchecked(step.client, cubes, dim, came, output, self.share_rows());
        }
    }

    /// The loss's gradient by what came in.
    pub(super) fn softmax_input_delta(&self, step: &Step, into: &Handle) {
        let (cubes, dim) = reduce::grid(self.rows);
        unsafe {
            let [shares, delta, into] = [&self.output, &self.delta, into].map(|handle| self.share_numbers(handle));
            input_delta::launch_unchecked(step.client, cubes, dim, shares, delta, into, self.share_rows());
        }
    }

    unsafe fn share_numbers(&self, handle: &Handle) -> BufferArg {
        unsafe { buffer(handle, self.rows * self.shape.columns() * WIDTH) }
    }

    fn share_rows(&self) -> RowsLaunch {
        let [_, size] = self.shape.channels();
        RowsLaunch::new(self.rows, size, self.shape.columns() * WIDTH)
    }
}

#[cube(launch_unchecked)]
fn forward(input: &[f32], shares: &mut [f32], rows: Rows) {
    let row = clamp(CUBE_POS, rows.count);
    let (start, first, step) = (row * rows.width, UNIT_POS as usize, CUBE_DIM as usize);
    let mut own = f32::new(f32::MIN);
    for at in range_stepped(first, rows.size, step) {
        own = own.max(input[start + at]);
    }
    let largest = most(own);
    let mut sum = f32::new(0.0);
    for at in range_stepped(first, rows.size, step) {
        sum += (input[start + at] - largest).exp();
    }
    let scale = f32::cast_from(rows.size) / total(sum);
    for at in range_stepped(first, rows.size, step) {
        shares[start + at] = scale * (input[start + at] - largest).exp();
    }
}

#[cube(launch_unchecked)]
fn input_delta(shares: &[f32], delta: &[f32], into: &mut [f32], rows: Rows) {
    let row = clamp(CUBE_POS, rows.count);
    let (start, first, step) = (row * rows.width, UNIT_POS as usize, CUBE_DIM as usize);
    let mut sum = f32::new(0.0);
    for at in range_stepped(first, rows.size, step) {
        sum += shares[start + at] * delta[start + at];
    }
    let mean = total(sum) / f32::cast_from(rows.size);
    for at in range_stepped(first, rows.size, step) {
        into[start + at] = shares[start + at] * (delta[start + at] - mean);
    }
}
