//! A run's checkpoint on disk: what the same command goes on from at another time.

use std::path::Path;

use latent_explorer::training::Trainer;
use latent_explorer::training::checkpoint::{self, Checkpoint};
use latent_explorer::training::engines::OptimizerState;

use crate::Failure;
use crate::files::{self, Output};
use crate::say::say;

pub struct CheckpointFile(Output);

impl CheckpointFile {
    /// Where a run is kept, and the one that is there already.
    pub fn at(path: &Path) -> Result<(Self, Option<Checkpoint>), Failure> {
        let file = Self(Output::at(path)?);
        if !path.is_file() {
            return Ok((file, None));
        }
        let found = checkpoint::read(&files::read(path)?).map_err(|error| format!("{}: {error}", path.display()))?;
        say(&format!("goes on from step {} of {}{}", found.position.steps, path.display(), afresh(&found)));
        Ok((file, Some(found)))
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// The run as it stands.
    pub async fn write(&self, trainer: &mut Trainer) -> Result<(), Failure> {
        self.0.write(&checkpoint::write(&trainer.checkpoint().await?)?)
    }
}

/// Older versions did not keep what every optimiser gathers.
fn afresh(found: &Checkpoint) -> &'static str {
    match found.optimizer {
        OptimizerState::Afresh => ", which is without the optimiser's moments: they start afresh",
        _ => "",
    }
}
