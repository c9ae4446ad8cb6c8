//! Adam (Kingma and Ba 2015, algorithm 1) in one pass over a parameter.

const BETA_1: f32 = 0.9;
const BETA_2: f32 = 0.999;
const EPSILON: f32 = 1e-8;

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

    /// `step` counts from 1.
    pub fn update(&mut self, learning_rate: f32, step: i32) {
        let rate = learning_rate / (1.0 - BETA_1.powi(step));
        let correction = 1.0 / (1.0 - BETA_2.powi(step));
        let moments = self.moment_1.iter_mut().zip(&mut self.moment_2);
        for ((value, gradient), (first, second)) in self.value.iter_mut().zip(&self.gradient).zip(moments) {
            *first = BETA_1 * *first + (1.0 - BETA_1) * gradient;
            *second = BETA_2 * *second + (1.0 - BETA_2) * gradient * gradient;
            *value -= rate * *first / ((*second * correction).sqrt() + EPSILON);
        }
    }
}
