//! Items of which so many are drawn, by the formulas of [`latent_kernels::likelihood::multinomial`]: a cube takes a row.

use cubecl::prelude::*;

use super::Rows;
use crate::training::engines::gpu::reduce::{most, total};
use crate::training::engines::gpu::tile::clamp;
use crate::training::engines::gpu::vector::WIDTH;

/// How many of an item there are in a row of `targets` that begins at a word.
#[cube]
fn drawn_of(targets: &[u32], words: usize, item: usize) -> f32 {
    f32::cast_from((targets[words + item / WIDTH] >> (8 * (item % WIDTH) as u32)) & 255)
}

/// Leaves -log p(x|z) of each row; `delta` becomes its gradient by the output times `scale`.
#[cube(launch_unchecked)]
pub fn run(output: &[f32], targets: &[u32], delta: &mut [f32], losses: &mut [f32], rows: Rows, scale: f32) {
    let row = clamp(CUBE_POS, rows.count);
    let (start, words) = (row * rows.row, row / rows.samples * rows.words);
    let (first, step) = (UNIT_POS as usize, CUBE_DIM as usize);
    let mut own = f32::new(f32::MIN);
    for item in range_stepped(first, rows.pixels, step) {
        own = own.max(output[start + item]);
    }
    let largest = most(own);
    let mut sum = f32::new(0.0);
    let mut drawn = f32::new(0.0);
    for item in range_stepped(first, rows.pixels, step) {
        sum += (output[start + item] - largest).exp();
        drawn += drawn_of(targets, words, item);
    }
    let log_sum = total(sum).ln();
    let drawn = total(drawn);
    let mut loss = f32::new(0.0);
    for item in range_stepped(first, rows.pixels, step) {
        let log_share = output[start + item] - largest - log_sum;
        let x = drawn_of(targets, words, item);
        loss -= x * log_share;
        delta[start + item] = (drawn * log_share.exp() - x) * scale;
    }
    let all = total(loss);
    if UNIT_POS == 0 {
        losses[row] = all;
    }
}
