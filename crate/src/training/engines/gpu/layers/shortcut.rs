//! Shortcuts past a dense layer (He et al. 2016, as in [`latent_kernels::layers`]): what the dense layer before it puts out, before its
//! ReLU, is added to a share of what it does.

use cubecl::prelude::*;
use cubecl::server::Handle;

use super::Layer;
use crate::settings::layers::LayerKind;
use crate::training::engines::gpu::Step;
use crate::training::engines::gpu::memory::buffer;
use crate::training::engines::gpu::shape::Shape;
use crate::training::engines::gpu::tile;
use crate::training::engines::gpu::vector::Four;

/// Where the shortcut begins that ends at a layer, and that layer's share.
pub fn begin(shapes: &[Shape], end: usize) -> Option<(usize, f32)> {
    let share = shapes[end].share?;
    let begin = (0..end).rev().find(|&index| shapes[index].kind == LayerKind::Dense)?;
    Some((begin, share))
}

/// Where the shortcut ends that begins at a layer: behind it, or behind its normalisation.
pub fn end(shapes: &[Shape], index: usize) -> Option<usize> {
    let mut near = index + 1..shapes.len().min(index + 3);
    near.find(|&end| begin(shapes, end).is_some_and(|(begin, _)| begin == index))
}

/// Whether one begins or ends at a layer.
pub fn meets(shapes: &[Shape], index: usize) -> bool {
    begin(shapes, index).is_some() || end(shapes, index).is_some()
}

impl Layer {
    /// Adds what another layer puts out, before its ReLU, to a share of what this one does.
    pub(super) fn add_shortcut(&self, step: &Step, begin: &Self, begin_is_rectified: bool, share: f32) {
        let from = if begin_is_rectified { &begin.kept } else { &begin.output };
        self.combine(step, &self.output, share, from, 1.0);
    }

    /// Adds the loss's gradient that comes past the layer where a shortcut ends, whose own has been scaled.
    pub(super) fn add_delta_past(&self, step: &Step, end: &Self) {
        if let Some(share) = end.shape.share {
            self.combine(step, &self.delta, 1.0, &end.delta, 1.0 / share);
        }
    }

    /// Keeps the output as it is, and puts it through a ReLU.
    pub(super) fn rectify(&self, step: &Step) {
        let (cubes, dim) = tile::grid(self.numbers());
        // SAFETY: here and below, the lengths are those that the buffers were made with, and kernels stay within.
        unsafe {
            let [output, kept] = [&self.output, &self.kept].map(|handle| buffer(handle, self.numbers()));
            rectify::launch_unchecked(step.client, cubes, dim, output, kept, self.numbers());
        }
    }

    /// The part of the loss's gradient that goes through this layer.
    pub(super) fn scale_delta(&self, step: &Step, share: f32) {
        let (cubes, dim) = tile::grid(self.numbers());
        unsafe {
            scale::launch_unchecked(
                step.client,
                cubes,
                dim,
                buffer(&self.delta, self.numbers()),
                share,
                self.numbers(),
            );
        }
    }

    fn combine(&self, step: &Step, own: &Handle, share: f32, other: &Handle, other_share: f32) {
        let (cubes, dim) = tile::grid(self.numbers());
        unsafe {
            let [own, other] = [own, other].map(|handle| buffer(handle, self.numbers()));
            combine::launch_unchecked(step.client, cubes, dim, own, other, share, other_share, self.numbers());
        }
    }

    /// Vectors of the output.
    fn numbers(&self) -> usize {
        self.rows * self.shape.outputs()
    }
}

#[cube(launch_unchecked)]
fn combine(own: &mut [Four], other: &[Four], share: f32, other_share: f32, count: usize) {
    if ABSOLUTE_POS < count {
        own[ABSOLUTE_POS] = Four::new(share) * own[ABSOLUTE_POS] + Four::new(other_share) * other[ABSOLUTE_POS];
    }
}

#[cube(launch_unchecked)]
fn scale(values: &mut [Four], share: f32, count: usize) {
    if ABSOLUTE_POS < count {
        values[ABSOLUTE_POS] *= Four::new(share);
    }
}

#[cube(launch_unchecked)]
fn rectify(output: &mut [Four], kept: &mut [Four], count: usize) {
    if ABSOLUTE_POS < count {
        let value = output[ABSOLUTE_POS];
        kept[ABSOLUTE_POS] = value;
        output[ABSOLUTE_POS] = select_many(value.less_than(&Four::zeroed()), Four::zeroed(), value);
    }
}
