//! What may change in a run that goes on.

use serde::{Deserialize, Serialize};

use super::schema::{SETTINGS, Setting};
use super::{ModelConfig, RunConfig};
use crate::error::{Error, Result};

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

impl RunConfig {
    /// # Errors
    /// [`Error::Field`] of the first setting that is not as in the model to go on with.
    pub fn goes_on_with(&self, model: &ModelConfig) -> Result<()> {
        let before = Self { model: model.clone(), train: self.train.clone() };
        if before == *self {
            return Ok(());
        }
        let changed = SETTINGS.iter().find(|setting| setting.write(&before) != setting.write(self));
        let (field, expected, got) = match changed {
            Some(setting) => (setting.name, setting.write(&before), setting.write(self)),
            None => ("data", model.data.words(), self.model.data.words()),
        };
        let message = format!("expected {expected}, as in the weights to go on with, got {got}");
        Err(Error::Field { field: field.into(), message })
    }
}

impl Setting {
    /// Whether a run that goes on has another value, which changes with a fresh start alone.
    pub(super) fn waits(&self, wanted: &RunConfig, running: &RunConfig) -> bool {
        !self.live && self.has_meaning(wanted) && self.write(wanted) != self.write(running)
    }
}
