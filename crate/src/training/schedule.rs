//! How the learning rate and the KL's weight change while training goes on.

use std::f64::consts::PI;

use crate::settings::{Schedule, TrainConfig};

/// What a step is made with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rates {
    /// The KL's weight.
    pub beta: f64,
    pub learning_rate: f64,
}

/// Those of a step, counted from 0.
pub fn rates(config: &TrainConfig, step: usize, steps_per_epoch: usize) -> Rates {
    Rates { beta: beta(config, step, steps_per_epoch), learning_rate: learning_rate(config, step, steps_per_epoch) }
}

/// The learning rate of a step, counted from 0.
pub fn learning_rate(config: &TrainConfig, step: usize, steps_per_epoch: usize) -> f64 {
    let grown = match config.warm_up_steps {
        0 => 1.0,
        steps => ((step + 1) as f64 / steps as f64).min(1.0),
    };
    let left = match config.schedule {
        Schedule::Constant => 1.0,
        Schedule::Cosine { epochs } => {
            let done = (step as f64 / (epochs * steps_per_epoch) as f64).min(1.0);
            (1.0 + (PI * done).cos()) / 2.0
        }
    };
    config.learning_rate * grown * left
}

/// The KL's weight at a step, counted from 0.
pub fn beta(config: &TrainConfig, step: usize, steps_per_epoch: usize) -> f64 {
    let steps = config.kl_warm_up_epochs * steps_per_epoch as f64;
    if steps > 0.0 { config.beta * (step as f64 / steps).min(1.0) } else { config.beta }
}
