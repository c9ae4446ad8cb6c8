//! A step with all that it was made from, so that it can be taken apart afterwards.

use super::schedule::Rates;
use crate::data::batch::Batch;
use crate::settings::Estimator;

/// What one step was made from.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordedStep {
    pub batch: Batch,
    pub rates: Rates,
    pub free_bits: f64,
    pub estimator: Estimator,
}
