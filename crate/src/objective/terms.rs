//! What a run reports.

use serde::{Deserialize, Serialize};

/// Means over images, in nats per image.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Terms {
    /// -E_q[log p(x|z)].
    pub reconstruction: f64,
    /// KL(q(z|x) || N(0, I)).
    pub kl: f64,
    /// -(reconstruction + kl), a lower bound of log p(x).
    pub elbo: f64,
}

impl Terms {
    pub fn new(reconstruction: f64, kl: f64) -> Self {
        Self { reconstruction, kl, elbo: -(reconstruction + kl) }
    }
}
