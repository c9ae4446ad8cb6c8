//! Gradient descent with momentum (Polyak 1964), as PyTorch writes it: without dampening.

/// A step's constants.
#[derive(Debug, Clone, Copy)]
pub struct Sgd {
    pub rate: f32,
    /// 0 is plain descent.
    pub momentum: f32,
}

impl Sgd {
    pub(super) fn apply(self, value: &mut [f32], gradient: &[f32], velocity: &mut [f32]) {
        for ((value, gradient), velocity) in value.iter_mut().zip(gradient).zip(velocity) {
            *velocity = self.momentum * *velocity + gradient;
            *value -= self.rate * *velocity;
        }
    }
}
