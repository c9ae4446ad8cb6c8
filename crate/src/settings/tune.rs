//! What may change in a run that goes on.

use serde::{Deserialize, Serialize};

use super::RunConfig;
use super::schema::{SETTINGS, Setting};
use crate::error::Result;

/// A run after a change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Tuned {
    /// With what applies at once.
    pub run: RunConfig,
    /// What was wanted besides, and waits for a fresh start.
    pub waiting: Vec<String>,
}

impl RunConfig {
    /// This run with those of the wanted settings that apply at once; others are only told of, since a form may hold
    /// them for the next run.
    ///
    /// # Errors
    /// [`crate::error::Error::Field`] for one of them that is out of range.
    pub fn tuned(&self, wanted: &Self) -> Result<Tuned> {
        let mut run = self.clone();
        for setting in SETTINGS.iter().filter(|setting| setting.live && setting.has_meaning(wanted)) {
            setting.read(&setting.write(wanted), &mut run)?;
        }
        run.validate()?;
        let waiting = SETTINGS.iter().filter(|setting| setting.waits(wanted, self));
        Ok(Tuned { run, waiting: waiting.map(|setting| setting.name.into()).collect() })
    }
}

impl Setting {
    /// Whether a run that goes on has another value, which changes with a fresh start alone.
    pub(super) fn waits(&self, wanted: &RunConfig, running: &RunConfig) -> bool {
        !self.live && self.has_meaning(wanted) && self.write(wanted) != self.write(running)
    }
}
