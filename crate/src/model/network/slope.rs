//! How a figure of what is decoded changes with z, while the weights stand still.

use std::ops::Range;

use latent_kernels::layers::{Input, Pass, backward_to_input, forward};
use latent_kernels::parallel;

use super::Network;
use super::forward::means_of;

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
        let (points, rows, size) = (Input::Dense(z), classes.len(), self.config.lower_size);
        let [mut above, mut passes] =
            [&self.lower, &self.decoder].map(|layers| layers.iter().map(|_| Pass::default()).collect::<Vec<_>>());
        forward(&self.lower, &mut above, &points, classes, rows);
        let means: Vec<f32> = above.last().map_or_else(|| z.to_vec(), |pass| means_of(&pass.output, size));
        let lowest = Input::Dense(&means);
        forward(&self.decoder, &mut passes, &lowest, classes, rows);
        let Some(Pass { output, delta, .. }) = passes.last_mut() else { return };
        delta.resize(output.len(), 0.0);
        say(output, delta);
        let mut by_lowest = vec![];
        backward_to_input(&self.decoder, &mut passes, &lowest, &mut by_lowest);
        if let Some(pass) = above.last_mut() {
            // The variances of p(h|z) have no part in what is decoded.
            pass.delta =
                by_lowest.chunks_exact(size).flat_map(|by_mean| [by_mean, &vec![0.0; size]].concat()).collect();
            backward_to_input(&self.lower, &mut above, &points, &mut by_lowest);
        }
        gradient.copy_from_slice(&by_lowest);
    }
}
