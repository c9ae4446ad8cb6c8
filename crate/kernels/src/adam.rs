//! Adam (Kingma and Ba 2015, algorithm 1) in one pass over a parameter, with the paper's constants.

use crate::parallel::{grain, join};

pub const BETA_1: f32 = 0.9;
pub const BETA_2: f32 = 0.999;
pub const EPSILON: f32 = 1e-8;

/// Fewer numbers than this are not worth another thread.
const MIN_GRAIN: usize = 8192;

/// The learning rate with the first moment's bias correction, and the second moment's; `step` counts from 1.
pub fn corrected(learning_rate: f32, step: i32) -> (f32, f32) {
    (learning_rate / (1.0 - BETA_1.powi(step)), 1.0 / (1.0 - BETA_2.powi(step)))
}

/// Values with their gradient and Adam's two moments, all of one length.
pub struct Parameter {
    pub value: Vec<f32>,
    pub gradient: Vec<f32>,
    moment_1: Vec<f32>,
    moment_2: Vec<f32>,
}

impl Parameter {
    pub fn new(value: Vec<f32>) -> Self {
        let zeros = || vec![0.0; value.len()];
        Self { gradient: zeros(), moment_1: zeros(), moment_2: zeros(), value }
    }

    pub fn moments(&self) -> [Vec<f32>; 2] {
        [self.moment_1.clone(), self.moment_2.clone()]
    }

    pub fn restore(&mut self, [first, second]: [Vec<f32>; 2]) {
        (self.moment_1, self.moment_2) = (first, second);
    }

    /// `step` counts from 1.
    pub fn update(&mut self, learning_rate: f32, epsilon: f32, step: i32) {
        let (rate, correction) = corrected(learning_rate, step);
        let scale = Scale { rate, correction, epsilon };
        let grain = grain(self.value.len()).max(MIN_GRAIN);
        update(&mut self.value, &self.gradient, &mut self.moment_1, &mut self.moment_2, scale, grain);
    }
}

/// What is the same for all numbers of a step: the corrected rate, the second moment's correction, Adam's epsilon.
#[derive(Clone, Copy)]
struct Scale {
    rate: f32,
    correction: f32,
    epsilon: f32,
}

/// At most `grain` numbers on one thread.
fn update(value: &mut [f32], gradient: &[f32], first: &mut [f32], second: &mut [f32], scale: Scale, grain: usize) {
    if value.len() > grain {
        let half = value.len() / 2;
        let (value, gradient) = (value.split_at_mut(half), gradient.split_at(half));
        let (first, second) = (first.split_at_mut(half), second.split_at_mut(half));
        join(
            || update(value.0, gradient.0, first.0, second.0, scale, grain),
            || update(value.1, gradient.1, first.1, second.1, scale, grain),
        );
        return;
    }
    let Scale { rate, correction, epsilon } = scale;
    for ((value, gradient), (first, second)) in value.iter_mut().zip(gradient).zip(first.iter_mut().zip(second)) {
        *first = BETA_1 * *first + (1.0 - BETA_1) * gradient;
        *second = BETA_2 * *second + (1.0 - BETA_2) * gradient * gradient;
        *value -= rate * *first / ((*second * correction).sqrt() + epsilon);
    }
}
