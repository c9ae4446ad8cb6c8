//! A strided convolution, and its transpose.

use cubecl::server::Handle;

use super::planes::PlanesLaunch;
use super::{Layer, Step, gradients, patches};
use crate::settings::layers::{LayerKind, STRIDE};
use crate::training::engines::gpu::memory::buffer;
use crate::training::engines::gpu::tile::{self, COLUMNS, ROWS};
use crate::training::engines::gpu::vector::vectors;

/// Where a product's rows come from, and what ends it.
struct Way<'a> {
    from: &'a Handle,
    into: &'a Handle,
    /// On the way back, what the layer before put out; a kernel may not be given a buffer twice, so that forward another stands in.
    before: Option<&'a Handle>,
    relu: bool,
}

impl Layer {
    pub(super) fn convolution_forward(&self, step: &Step, input: &Handle, relu: bool) {
        let way = Way { from: input, into: &self.output, before: None, relu };
        if self.shape.kind == LayerKind::Convolution { self.down(step, &way) } else { self.up(step, &way) }
    }

    /// The loss's gradient by the layer's input, which a ReLU made if `relu`.
    pub(super) fn convolution_input_delta(&self, step: &Step, input: &Handle, into: &Handle, relu: bool) {
        let way = Way { from: &self.delta, into, before: Some(input), relu };
        if self.shape.kind == LayerKind::Convolution { self.up(step, &way) } else { self.down(step, &way) }
    }

    /// A step of the optimiser from `delta` and what came in.
    pub(super) fn convolution_update(&self, step: &Step, input: &Handle) {
        let (shape, optimizer) = (&self.shape, step.optimizer);
        let [large, small] = self.lengths();
        let (parts, count) = (shape.parts(), shape.count());
        let is_down = shape.kind == LayerKind::Convolution;
        let (images, maps) = if is_down { (input, &self.delta) } else { (&self.delta, input) };
        let (cubes, dim) = tile::grid(parts * shape.tiles());
        // SAFETY: here and below, the lengths are those that the buffers were made with, and kernels stay within.
        unsafe {
            let (images, maps) = (buffer(images, large), buffer(maps, small));
            let (room, lanes) = (optimizer.gradients(), shape.lanes());
            let planes = self.planes();
            gradients::weight::launch_unchecked(
                step.client,
                cubes,
                dim,
                images,
                maps,
                room,
                planes,
                parts,
                count,
                lanes,
            );
            let (bias, length) = (shape.bias(), if is_down { small } else { large });
            let (cubes, dim) = tile::grid(parts * bias);
            let (delta, rows) = (buffer(&self.delta, length), self.rows * shape.outputs() / bias);
            let (room, at) = (optimizer.gradients(), shape.weight());
            gradients::bias::launch_unchecked(step.client, cubes, dim, delta, room, rows, bias, parts, count, at);
        }
        optimizer.apply(step, shape, parts);
    }

    fn down(&self, step: &Step, way: &Way) {
        let [large, small] = self.lengths();
        let (cubes, dim) = tile::grid(tile::tiles(self.pixels(), self.shape.columns()));
        let [values, ..] = step.all.args();
        unsafe {
            let (from, into) = (buffer(way.from, large), buffer(way.into, small));
            let before = buffer(way.before.unwrap_or(&self.delta), small);
            let (planes, relu) = (self.planes(), u32::from(way.relu));
            let (is_back, lanes) = (way.before.is_some(), self.shape.lanes());
            patches::down::launch_unchecked(
                step.client,
                cubes,
                dim,
                from,
                values,
                before,
                into,
                planes,
                relu,
                is_back,
                lanes,
            );
        }
    }

    fn up(&self, step: &Step, way: &Way) {
        let [large, small] = self.lengths();
        let [wide, _] = self.shape.channels().map(vectors);
        let columns = wide.min(COLUMNS);
        let tiles = STRIDE * STRIDE * self.pixels().div_ceil(ROWS) * wide.div_ceil(columns);
        let (cubes, dim) = tile::grid(tiles);
        let [values, ..] = step.all.args();
        unsafe {
            let (from, into) = (buffer(way.from, small), buffer(way.into, large));
            let before = buffer(way.before.unwrap_or(&self.delta), large);
            let (planes, relu) = (self.planes(), u32::from(way.relu));
            let (is_back, lanes) = (way.before.is_some(), self.shape.lanes());
            patches::up::launch_unchecked(
                step.client,
                cubes,
                dim,
                from,
                values,
                before,
                into,
                planes,
                relu,
                is_back,
                lanes,
                columns,
            );
        }
    }

    /// Pixels of all the smaller images.
    fn pixels(&self) -> usize {
        let [height, width] = self.shape.sides;
        self.rows * height * width
    }

    /// Vectors of all the larger images and of the smaller ones, each with a pixel of zeros.
    fn lengths(&self) -> [usize; 2] {
        let [large, small] = self.shape.channels().map(vectors);
        [(STRIDE * STRIDE * self.pixels() + 1) * large, (self.pixels() + 1) * small]
    }

    fn planes(&self) -> PlanesLaunch {
        let Self { rows, shape, .. } = self;
        let [large, small] = shape.channels().map(vectors);
        let [height, width] = shape.sides;
        PlanesLaunch::new(*rows, height, width, large, small, shape.offset, shape.offset + shape.weight())
    }
}
