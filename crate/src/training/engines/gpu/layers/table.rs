//! A layer that looks characters up, by the formulas of [`latent_kernels::layers::Embedding`].

use cubecl::prelude::*;

use super::{Layer, gradients};
use crate::settings::layers::LayerKind;
use crate::training::engines::gpu::Step;
use crate::training::engines::gpu::memory::Room;
use crate::training::engines::gpu::shape::Shape;
use crate::training::engines::gpu::texts::Occurrences;
use crate::training::engines::gpu::tile;
use crate::training::engines::gpu::vector::WIDTH;

/// Rows in which so many characters have their numbers beside each other, and the table of these.
#[derive(CubeType, CubeLaunch, Clone, Copy)]
struct Rows {
    count: usize,
    places: usize,
    /// Numbers from a row to the next.
    row: usize,
    /// Characters that there are, numbers of each, and from one to the next in the table.
    characters: usize,
    size: usize,
    table_row: usize,
}

impl Layer {
    pub(super) fn look_up(&self, step: &Step, characters: &Occurrences, relu: bool) {
        let output = Room::of(&self.output, self.rows, self.shape.outputs());
        let (cubes, dim) = tile::grid(output.numbers());
        let table = self.shape.offset * WIDTH;
        let (rows, bias, relu) = (rows(&self.shape, &output), table + self.shape.weight() * WIDTH, u32::from(relu));
        // SAFETY: here and below, the lengths are those that the buffers were made with, and kernels stay within.
        unsafe {
            let (values, ids, output) = (step.all.scalars(), characters.arg(), output.scalars());
            look_up::launch_unchecked(step.client, cubes, dim, values, ids, output, rows, table, bias, relu);
        }
    }

    pub(super) fn table_update(&self, step: &Step, characters: &Occurrences) {
        let (width, count, at) = (self.shape.outputs(), self.shape.count(), self.shape.weight());
        let delta = Room::of(&self.delta, self.rows, width);
        scatter(step, &self.shape, characters, &delta, false);
        let (cubes, dim) = tile::grid(width);
        let room = step.optimizer.gradients();
        unsafe {
            let delta = delta.vectors();
            gradients::bias::launch_unchecked(step.client, cubes, dim, delta, room, self.rows, width, 1, count, at);
        }
        step.optimizer.apply(step, &self.shape, 1);
    }
}

fn rows(shape: &Shape, all: &Room) -> RowsLaunch {
    let [characters, size] = shape.channels();
    let places = if let LayerKind::Embedding { places } = shape.kind { places } else { 1 };
    RowsLaunch::new(all.rows, places, all.width * WIDTH, characters, size, shape.columns() * WIDTH)
}

/// Leaves with the optimiser the gradient by a table, from that by each of the characters that were looked up, or adds it to what is
/// there.
pub fn scatter(step: &Step, shape: &Shape, characters: &Occurrences, delta: &Room, adds: bool) {
    let count = shape.weight() * WIDTH;
    let (cubes, dim) = tile::grid(count);
    let ([starts, places], room) = (characters.lists(), step.optimizer.gradient_numbers());
    unsafe {
        let (rows, delta) = (rows(shape, delta), delta.scalars());
        gather::launch_unchecked(step.client, cubes, dim, delta, starts, places, room, rows, count, adds);
    }
}

/// Each character's numbers plus its place's.
#[cube(launch_unchecked)]
fn look_up(values: &[f32], ids: &[u32], output: &mut [f32], rows: Rows, table: usize, bias: usize, relu: u32) {
    let (row, at) = (ABSOLUTE_POS / rows.row, ABSOLUTE_POS % rows.row);
    if row < rows.count && at < rows.places * rows.size {
        let id = ids[row * rows.places + at / rows.size] as usize;
        let value = values[table + id * rows.table_row + at % rows.size] + values[bias + at];
        output[ABSOLUTE_POS] = select(relu == 1 && value < 0.0, 0.0, value);
    }
}

/// A number of a character's gradient to an invocation; zero in the padding.
#[cube(launch_unchecked)]
fn gather(
    delta: &[f32],
    starts: &[u32],
    places: &[u32],
    gradients: &mut [f32],
    rows: Rows,
    count: usize,
    #[comptime] adds: bool,
) {
    if ABSOLUTE_POS < count {
        let (id, number) = (ABSOLUTE_POS / rows.table_row, ABSOLUTE_POS % rows.table_row);
        let mut sum = f32::new(0.0);
        if id < rows.characters && number < rows.size {
            for index in range_stepped(starts[id] as usize, starts[id + 1] as usize, 1) {
                let place = places[index] as usize;
                sum += delta[place / rows.places * rows.row + place % rows.places * rows.size + number];
            }
        }
        if comptime!(adds) {
            gradients[ABSOLUTE_POS] += sum;
        } else {
            gradients[ABSOLUTE_POS] = sum;
        }
    }
}
