//! What a run reports.

use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::model::figures::finite;

/// Means over images, in nats per image.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Terms {
    /// -E_q[log p(x|z)].
    pub reconstruction: f64,
    /// KL(q(z|x) || p(z)); with a mixture as prior an estimate from samples of z.
    pub kl: f64,
    /// -(reconstruction + kl), a lower bound of log p(x).
    pub elbo: f64,
}

impl Terms {
    pub fn new(reconstruction: f64, kl: f64) -> Self {
        Self { reconstruction, kl, elbo: -(reconstruction + kl) }
    }

    /// # Errors
    /// [`crate::error::Error::Weights`] for a term that is infinite or not a number.
    pub fn finite(self) -> Result<Self> {
        finite("a KL term", &[self.kl])?;
        finite("a reconstruction term", &[self.reconstruction])?;
        Ok(self)
    }
}
