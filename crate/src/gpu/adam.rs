//! All parameters in one buffer, and Adam on them in one dispatch.

use cubecl::prelude::*;
use cubecl::server::Handle;

use super::{buffer, elementwise};
use crate::adam::{BETA_1, BETA_2, EPSILON, corrected};

/// Values with their gradient and Adam's two moments, layer after layer, each weight before its bias.
pub struct Parameters {
    pub count: usize,
    pub values: Handle,
    pub gradient: Handle,
    moment_1: Handle,
    moment_2: Handle,
    steps: i32,
}

impl Parameters {
    pub fn new(client: &Client, values: &[f32]) -> Self {
        let zeros = || client.create_from_slice(f32::as_bytes(&vec![0.0; values.len()]));
        let (gradient, moment_1, moment_2) = (zeros(), zeros(), zeros());
        let (count, values) = (values.len(), client.create_from_slice(f32::as_bytes(values)));
        Self { count, values, gradient, moment_1, moment_2, steps: 0 }
    }

    /// One step along the gradient.
    pub fn update(&mut self, client: &Client, learning_rate: f32) {
        self.steps += 1;
        let (rate, correction) = corrected(learning_rate, self.steps);
        let (cubes, dim) = elementwise::grid(self.count);
        // SAFETY: the buffers were made with this length.
        unsafe {
            let [values, gradient, first, second] =
                [&self.values, &self.gradient, &self.moment_1, &self.moment_2].map(|handle| buffer(handle, self.count));
            adam::launch_unchecked(client, cubes, dim, values, gradient, first, second, rate, correction, self.count);
        }
    }
}

/// Adam (Kingma and Ba 2015, algorithm 1); `rate` and `correction` hold the bias corrections.
#[cube(launch_unchecked)]
fn adam(
    values: &mut [f32],
    gradient: &[f32],
    moment_1: &mut [f32],
    moment_2: &mut [f32],
    rate: f32,
    correction: f32,
    count: usize,
) {
    let at = ABSOLUTE_POS;
    if at < count {
        let slope = gradient[at];
        let first = BETA_1 * moment_1[at] + (1.0 - BETA_1) * slope;
        let second = BETA_2 * moment_2[at] + (1.0 - BETA_2) * slope * slope;
        moment_1[at] = first;
        moment_2[at] = second;
        values[at] -= rate * first / ((second * correction).sqrt() + EPSILON);
    }
}
