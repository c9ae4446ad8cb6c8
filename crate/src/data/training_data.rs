//! What a run is trained on, and what it is watched on.

use std::rc::Rc;

use super::dataset::Dataset;
use crate::error::Result;

/// One in so many images is held out for early stopping, at least one: 5,000 of MNIST's 60,000.
const HELD_OUT_SHARE: usize = 12;

/// A run's own images.
#[derive(Debug, Clone)]
pub struct TrainingData {
    pub train: Rc<Dataset>,
    /// What early stopping watches, if it does.
    pub held_out: Option<Rc<Dataset>>,
}

impl TrainingData {
    /// All of them; the last ones are held out for a run with patience.
    ///
    /// # Errors
    /// [`crate::error::Error::Argument`] for too few images to hold any out.
    pub fn of(data: Rc<Dataset>, patience: usize) -> Result<Self> {
        if patience == 0 {
            return Ok(Self { train: data, held_out: None });
        }
        let (train, held_out) = data.hold_out((data.len() / HELD_OUT_SHARE).max(1))?;
        Ok(Self { train: Rc::new(train), held_out: Some(Rc::new(held_out)) })
    }
}
