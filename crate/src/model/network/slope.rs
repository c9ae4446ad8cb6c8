//! How a figure of what is decoded changes with z, while the weights stand still.

use std::ops::Range;

use latent_kernels::layers::{Input, Pass, backward_to_input, forward};
use latent_kernels::parallel;

use super::Network;

/// Rows at once, at most.
const ROWS: usize = 64;

/// A figure at each of N points, and its gradient there.
#[derive(Debug, Clone, PartialEq)]
pub struct Slope {
    /// `[N]`
    pub value: Vec<f64>,
    /// `[N, Z]`
    pub gradient: Vec<f32>,
}

/// What was put out for some rows, and what is said of it.
pub struct Decoded<'a> {
    /// Their places among all.
    pub rows: Range<usize>,
    /// `[rows, outputs]`
    pub outputs: &'a [f32],
    /// The figures, `[rows]`.
    pub values: &'a mut [f64],
    /// Their gradients by the outputs, `[rows, outputs]`.
    pub delta: &'a mut [f32],
}

impl Network {
    /// The figure that `say` sets, with its gradient by the output, at points `[N, Z]`, each decoded as a class.
    pub fn slope(&self, z: &[f32], classes: &[u8], say: &(impl Fn(Decoded) + Sync)) -> Slope {
        let (count, latent) = (classes.len(), self.config.latent_size);
        let mut slope = Slope { value: vec![0.0; count], gradient: vec![0.0; z.len()] };
        let size = ROWS.min(count.div_ceil(parallel::threads())).max(1);
        let parts = slope.value.chunks_mut(size).zip(slope.gradient.chunks_mut(size * latent)).enumerate();
        let mut parts: Vec<_> = parts.collect();
        parallel::on_pool(|| {
            parallel::each(&mut parts, &|(index, (values, gradient))| {
                let rows = *index * size..*index * size + values.len();
                let points = &z[rows.start * latent..rows.end * latent];
                self.slope_of(points, &classes[rows.clone()], gradient, |outputs, delta| {
                    say(Decoded { rows, outputs, values, delta });
                });
            });
        });
        slope
    }

    fn slope_of(&self, z: &[f32], classes: &[u8], gradient: &mut [f32], say: impl FnOnce(&[f32], &mut [f32])) {
        let mut passes: Vec<Pass> = self.decoder.iter().map(|_| Pass::default()).collect();
        let points = Input::Dense(z);
        forward(&self.decoder, &mut passes, &points, classes, classes.len());
        let Some(Pass { output, delta, .. }) = passes.last_mut() else { return };
        delta.resize(output.len(), 0.0);
        say(output, delta);
        let mut by_z = vec![];
        backward_to_input(&self.decoder, &mut passes, &points, &mut by_z);
        gradient.copy_from_slice(&by_z);
    }
}
