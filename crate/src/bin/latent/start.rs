//! What a run begins with.

use latent_explorer::data::training_data::TrainingData;
use latent_explorer::device::Backend;
use latent_explorer::model::weights::Weights;
use latent_explorer::settings::{DataSpec, RunConfig};
use latent_explorer::training::Trainer;
use latent_explorer::training::checkpoint::Checkpoint;

use crate::Failure;
use crate::settings::{Settings, by_flag};

pub enum Start {
    Fresh(RunConfig),
    /// Weights, with a fresh optimiser.
    From(RunConfig, Box<Weights>),
    /// A run where it stopped.
    Again(Box<Checkpoint>),
}

impl Start {
    /// On one's own data, or MNIST.
    pub fn fresh(settings: &Settings, epochs: usize, own: Option<&DataSpec>) -> Result<Self, Failure> {
        Ok(Self::Fresh(settings.run(epochs, None, own)?))
    }

    pub fn from(settings: &Settings, epochs: usize, weights: Weights) -> Result<Self, Failure> {
        Ok(Self::From(settings.run(epochs, Some(weights.config()), None)?, weights.into()))
    }

    /// With those of the settings changed that apply at once.
    pub fn again(settings: &Settings, mut checkpoint: Checkpoint) -> Result<Self, Failure> {
        checkpoint.config = settings.further(&checkpoint.config)?;
        Ok(Self::Again(checkpoint.into()))
    }

    pub fn config(&self) -> &RunConfig {
        match self {
            Self::Fresh(config) | Self::From(config, _) => config,
            Self::Again(checkpoint) => &checkpoint.config,
        }
    }

    /// A fresh model that is told classes is told those of the data.
    pub fn fit(&mut self, data: &DataSpec) {
        if let Self::Fresh(config) = self
            && config.model.conditional
        {
            config.model.data = data.clone();
        }
    }

    pub async fn trainer(self, data: TrainingData, backend: Backend) -> Result<Trainer, Failure> {
        let trainer = match self {
            Self::Fresh(config) => Trainer::new(config, data, backend).await,
            Self::From(config, weights) => Trainer::resume(config, *weights, data, backend).await,
            Self::Again(checkpoint) => Trainer::restore(*checkpoint, data, backend).await,
        };
        trainer.map_err(by_flag)
    }
}
