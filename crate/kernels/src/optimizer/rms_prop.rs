//! RMSProp (Tieleman and Hinton 2012, lecture 6.5), without momentum.

/// What is kept of the mean square from step to step.
pub const SMOOTHING: f32 = 0.99;

/// A step's constants.
#[derive(Debug, Clone, Copy)]
pub struct RmsProp {
    pub rate: f32,
    pub epsilon: f32,
}

impl RmsProp {
    pub(super) fn apply(self, value: &mut [f32], gradient: &[f32], square: &mut [f32]) {
        for ((value, gradient), square) in value.iter_mut().zip(gradient).zip(square) {
            *square = SMOOTHING * *square + (1.0 - SMOOTHING) * gradient * gradient;
            *value -= self.rate * gradient / (square.sqrt() + self.epsilon);
        }
    }
}
