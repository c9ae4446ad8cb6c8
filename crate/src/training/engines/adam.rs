//! Adam's constants (Kingma and Ba 2015), with the paper's epsilon.

pub const BETA_1: f32 = 0.9;
pub const BETA_2: f32 = 0.999;
pub const EPSILON: f32 = 1e-8;

/// The learning rate with the first moment's bias correction, and the second moment's; `step` counts from 1.
pub fn corrected(learning_rate: f32, step: i32) -> (f32, f32) {
    (learning_rate / (1.0 - BETA_1.powi(step)), 1.0 / (1.0 - BETA_2.powi(step)))
}
