//! A model that is put to use: its codes of whole data sets, some hundred images at a time.

use std::ops::Range;

use crate::data::dataset::Dataset;
use crate::error::{Error, Result};
use crate::evaluation::reconstruct::elbos;
use crate::latent::codes::{Codes, encode};
use crate::model::network::Network;
use crate::model::weights::Weights;
use crate::settings::ModelConfig;

/// Images that are encoded at once.
pub const ROWS: usize = 500;

/// A model that encodes.
pub struct Coder {
    pub model: Network,
}

impl Coder {
    pub fn new(weights: Weights) -> Self {
        Self { model: Network::new(weights) }
    }

    /// One whose images have posteriors, which `what` needs.
    ///
    /// # Errors
    /// [`Error::Argument`] for an autoencoder.
    pub fn with_posterior(weights: Weights, what: &str) -> Result<Self> {
        if weights.config().deterministic {
            return Err(Error::Argument(format!(
                "expected a variational model for {what}, got an autoencoder, which has no posterior: choose another model"
            )));
        }
        Ok(Self::new(weights))
    }

    pub fn config(&self) -> &ModelConfig {
        self.model.config()
    }

    /// Z.
    pub fn latent(&self) -> usize {
        self.config().latent_size
    }

    /// The codes of some images; a conditional model is told their classes.
    ///
    /// # Errors
    /// [`Error::Dataset`] for images that the model does not take, and as [`encode`].
    pub fn codes(&self, data: &Dataset, rows: Range<usize>) -> Result<Codes> {
        self.config().takes(data.spec())?;
        encode(&self.model, &data.bytes(rows.clone()), &data.labels()[rows])
    }

    /// The class of each image under which a conditional model's ELBO at z = mu is highest.
    ///
    /// # Errors
    /// As [`elbos`].
    pub fn likeliest_classes(&self, images: &[u8]) -> Result<Vec<u8>> {
        let count = images.len() / self.config().data.size();
        let mut best = vec![(f32::NEG_INFINITY, 0); count];
        for class in 0..self.config().data.classes.len() as u8 {
            let elbos = elbos(&self.model, images, &vec![class; count])?;
            for (best, elbo) in best.iter_mut().zip(elbos).filter(|(best, elbo)| *elbo > best.0) {
                *best = (elbo, class);
            }
        }
        Ok(best.into_iter().map(|(_, class)| class).collect())
    }
}

/// So many things, at most so many at a time.
pub fn blocks(count: usize, rows: usize) -> impl Iterator<Item = Range<usize>> {
    (0..count).step_by(rows).map(move |start| start..count.min(start + rows))
}
