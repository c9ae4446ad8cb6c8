//! A run: batches, rates and figures of one step after another, over an engine that makes the step.

pub mod breakdown;
pub mod checkpoint;
pub mod engines;
mod recorded_step;
pub mod schedule;
mod test_terms;
mod trainer;

pub use recorded_step::RecordedStep;
pub use trainer::{Finish, Trainer};
