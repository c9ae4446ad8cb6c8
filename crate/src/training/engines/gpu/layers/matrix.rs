//! A weight without a bias, by the products of dense layers.

use super::product::{self, SizeLaunch, ToldLaunch};
use crate::training::engines::gpu::Step;
use crate::training::engines::gpu::memory::Room;
use crate::training::engines::gpu::shape::Shape;
use crate::training::engines::gpu::tile;
use crate::training::engines::gpu::vector::{Floats, WIDTH};

/// Rows and columns as its shape has them.
pub struct Matrix<'a>(pub &'a Shape);

impl Matrix<'_> {
    /// Rows times the matrix.
    pub fn forward(&self, step: &Step, input: &Room, output: &Room) {
        let (count, dim) = tile::grid(tile::tiles(input.rows, self.0.columns()));
        let [values, ..] = step.all.args();
        // SAFETY: here and below, rooms and parameters are as wide as the shape says, and kernels stay within.
        unsafe {
            product::forward::launch_unchecked::<Floats>(
                step.client,
                count,
                dim,
                input.vectors(),
                values,
                step.places.arg(),
                output.vectors(),
                self.size(input.rows),
                untold(),
                0,
                false,
            );
        }
    }

    /// Rows times the matrix transposed, and zero where `before` is not above it, if `relu`.
    pub fn backward(&self, step: &Step, delta: &Room, before: &Room, into: &Room, relu: bool) {
        let (count, dim) = tile::grid(tile::tiles(delta.rows, self.0.rows()));
        let [values, ..] = step.all.args();
        unsafe {
            product::input_delta::launch_unchecked(
                step.client,
                count,
                dim,
                delta.vectors(),
                values,
                before.vectors(),
                into.vectors(),
                self.size(delta.rows),
                u32::from(relu),
            );
        }
    }

    /// Leaves its gradient with the optimiser: what came in transposed, times what goes back.
    pub fn gradient(&self, step: &Step, input: &Room, delta: &Room) {
        let (count, dim) = tile::grid(tile::tiles(WIDTH * self.0.rows(), self.0.columns()));
        unsafe {
            product::gradient::launch_unchecked::<Floats>(
                step.client,
                count,
                dim,
                input.vectors(),
                delta.vectors(),
                step.optimizer.gradients(),
                step.places.arg(),
                self.size(input.rows),
                untold(),
                false,
            );
        }
    }

    pub fn update(&self, step: &Step, input: &Room, delta: &Room) {
        self.gradient(step, input, delta);
        step.optimizer.apply(step, self.0, 1);
    }

    fn size(&self, batch: usize) -> SizeLaunch {
        SizeLaunch::new(batch, self.0.rows(), self.0.columns(), self.0.offset, 0)
    }
}

fn untold() -> ToldLaunch {
    ToldLaunch::new(0, 1, 0)
}
