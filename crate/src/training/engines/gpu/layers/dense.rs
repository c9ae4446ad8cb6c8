//! A dense layer, which may be told a class beside its input.

use cubecl::server::Handle;

use super::product::{self, SizeLaunch, ToldLaunch};
use super::{Input, Layer};
use crate::training::engines::gpu::Step;
use crate::training::engines::gpu::memory::buffer;
use crate::training::engines::gpu::tile;
use crate::training::engines::gpu::vector::{Bytes, Floats, WIDTH};

impl Layer {
    pub(super) fn dense_forward(&self, step: &Step, input: Input, relu: bool) {
        let (inputs, outputs) = (self.shape.rows(), self.shape.columns());
        let (count, dim) = tile::grid(tile::tiles(self.rows, outputs));
        let [values, ..] = step.all.args();
        // SAFETY: here and below, the lengths are those that the buffers were made with, and kernels stay within.
        unsafe {
            let (came, output) =
                (buffer(input.handle(), self.rows * inputs), buffer(&self.output, self.rows * outputs));
            let launch = if input.is_images() {
                product::forward::launch_unchecked::<Bytes>
            } else {
                product::forward::launch_unchecked::<Floats>
            };
            launch(
                step.client,
                count,
                dim,
                came,
                values,
                step.places.arg(),
                output,
                self.size(),
                self.told(step),
                u32::from(relu),
                self.shape.known > 0,
            );
        }
    }

    /// The loss's gradient by the layer's input, which a ReLU made if `relu`.
    pub(super) fn dense_input_delta(&self, step: &Step, input: &Handle, into: &Handle, relu: bool) {
        let incoming = self.rows * self.shape.rows();
        let (count, dim) = tile::grid(tile::tiles(self.rows, self.shape.rows()));
        let [values, ..] = step.all.args();
        unsafe {
            let delta = buffer(&self.delta, self.rows * self.shape.columns());
            let (input, into) = (buffer(input, incoming), buffer(into, incoming));
            let relu = u32::from(relu);
            product::input_delta::launch_unchecked(
                step.client,
                count,
                dim,
                delta,
                values,
                input,
                into,
                self.size(),
                relu,
            );
        }
    }

    /// A step of the optimiser from `delta` and what came in: at once, unless the whole gradient has to be there first.
    pub(super) fn dense_update(&self, step: &Step, input: Input) {
        let (inputs, outputs) = (self.shape.rows(), self.shape.columns());
        let (count, dim) = tile::grid(tile::tiles(WIDTH * (inputs + 1 + self.shape.classes()), outputs));
        let (size, told, is_told) = (self.size(), self.told(step), self.shape.known > 0);
        let (optimizer, places) = (step.optimizer, step.places.arg());
        unsafe {
            let (came, delta) = (buffer(input.handle(), self.rows * inputs), buffer(&self.delta, self.rows * outputs));
            if optimizer.clips() {
                let launch = if input.is_images() {
                    product::gradient::launch_unchecked::<Bytes>
                } else {
                    product::gradient::launch_unchecked::<Floats>
                };
                launch(step.client, count, dim, came, delta, optimizer.gradients(), places, size, told, is_told);
                return optimizer.apply(step, &self.shape, 1);
            }
            let [values, first, second] = step.all.args();
            let launch = if input.is_images() {
                product::update::launch_unchecked::<Bytes>
            } else {
                product::update::launch_unchecked::<Floats>
            };
            let (feed, at, rule) = (step.feed.arg(), step.feed.at, optimizer.rule());
            launch(
                step.client,
                count,
                dim,
                came,
                delta,
                values,
                first,
                second,
                feed,
                at,
                places,
                size,
                told,
                is_told,
                rule,
            );
        }
    }

    fn size(&self) -> SizeLaunch {
        let shape = &self.shape;
        SizeLaunch::new(self.rows, shape.rows(), shape.columns(), shape.offset, 1 + shape.classes())
    }

    fn told(&self, step: &Step) -> ToldLaunch {
        ToldLaunch::new(step.places.classes, self.samples, self.shape.known)
    }
}
