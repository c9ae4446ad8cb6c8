//! Anomalies: what is unlike the training data, told from it by scores, each with its place among training images.

mod map;
mod regret;
mod scores;
pub mod strangers;
mod survey;

pub use map::surplus;
pub use scores::{METHODS, Reference, Scorer};
pub use survey::{Anomaly, Stranger};
