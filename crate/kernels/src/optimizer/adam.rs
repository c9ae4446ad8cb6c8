//! Adam (Kingma and Ba 2015, algorithm 1) with the paper's constants, and AdamW, whose weights decay beside the step
//! (Loshchilov and Hutter 2019, algorithm 2).

pub const BETA_1: f32 = 0.9;
pub const BETA_2: f32 = 0.999;
pub const EPSILON: f32 = 1e-8;

/// A step's constants.
#[derive(Debug, Clone, Copy)]
pub struct Adam {
    /// The learning rate with the first moment's bias correction.
    rate: f32,
    /// The second moment's.
    correction: f32,
    epsilon: f32,
    /// What a step takes of a weight: the learning rate times the decay; 0 for Adam.
    decay: f32,
}

/// The learning rate with the first moment's bias correction, and the second moment's; `step` counts from 1.
pub fn corrected(learning_rate: f32, step: i32) -> (f32, f32) {
    (learning_rate / (1.0 - BETA_1.powi(step)), 1.0 / (1.0 - BETA_2.powi(step)))
}

impl Adam {
    /// `step` counts from 1.
    pub fn new(learning_rate: f32, epsilon: f32, weight_decay: f32, step: i32) -> Self {
        let (rate, correction) = corrected(learning_rate, step);
        Self { rate, correction, epsilon, decay: learning_rate * weight_decay }
    }

    pub(super) fn without_decay(self) -> Self {
        Self { decay: 0.0, ..self }
    }

    pub(super) fn apply(self, value: &mut [f32], gradient: &[f32], first: &mut [f32], second: &mut [f32]) {
        let Self { rate, correction, epsilon, decay } = self;
        for ((value, gradient), (first, second)) in value.iter_mut().zip(gradient).zip(first.iter_mut().zip(second)) {
            *first = BETA_1 * *first + (1.0 - BETA_1) * gradient;
            *second = BETA_2 * *second + (1.0 - BETA_2) * gradient * gradient;
            *value -= decay * *value + rate * *first / ((*second * correction).sqrt() + epsilon);
        }
    }
}
