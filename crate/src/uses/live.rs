//! One image under a hand: z is inferred anew after each stroke, from where it was, a few steps at a time, so that a page can show
//! every part of the way. In wasm a step takes .45 ms of one thread (native .2), dense of 784-320-160-20 or convolutional, so that all
//! of a descent is within 50 ms.

use burn::tensor::Tensor;

use super::by_model::{Seen, chains, decoded};
use super::descent::{Descending, Descent};
use super::inference::Inference;
use super::observation::Observation;
use super::sampling::{Chains, Sampling};
use crate::error::{Error, Result};
use crate::model::pixels;

/// Fewer steps than where nobody waits: it begins near.
const DESCENT: Descent = Descent { steps: 60, learning_rate: 0.1 };

/// One image on its way.
pub struct Live {
    seen: Observation,
    condition: Option<Tensor<2>>,
    path: Descending,
}

/// Where it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// `[Z]`
    pub z: Vec<f32>,
    /// What z decodes to, the means of pixels, `[D]`.
    pub image: Vec<f32>,
    /// Steps to the end.
    pub left: usize,
}

impl Live {
    /// From the likeliest of three: the encoder's mean, the prior's, and `warm` `[Z]`, where z was before the last stroke.
    ///
    /// # Errors
    /// [`Error::Argument`] unless one image was seen, [`Error::LatentSize`] for a z of another size, [`Error::Device`] when the device
    /// fails.
    pub async fn start(
        inference: &Inference,
        seen: Seen,
        warm: Option<&[f32]>,
        condition: Option<Tensor<2>>,
    ) -> Result<Self> {
        let (size, latent) = (inference.model().config().data.size(), inference.model().config().latent_size);
        if seen.shown.len() != size {
            let got = seen.shown.len();
            return Err(Error::Argument(format!("expected one image of {size} pixels, got {got} values")));
        }
        if let Some(warm) = warm.filter(|warm| warm.len() != latent) {
            return Err(Error::LatentSize { expected: latent, got: warm.len() });
        }
        let encoded = inference.encode(inference.tensor(seen.shown, size), condition.clone()).mu;
        let middle = pixels::to_vec(inference.middle(&encoded)).await?;
        let mut starts = pixels::to_vec(encoded).await?;
        starts.extend(middle);
        starts.extend_from_slice(warm.unwrap_or_default());
        let mut best = (f32::INFINITY, &starts[..latent]);
        for start in starts.chunks_exact(latent) {
            let energy =
                inference.energy(inference.tensor(start.to_vec(), latent), &seen.observation, condition.clone());
            let energy = pixels::to_vec(energy).await?[0];
            if energy < best.0 {
                best = (energy, start);
            }
        }
        let path = Descending::from(inference.tensor(best.1.to_vec(), latent), DESCENT);
        Ok(Self { seen: seen.observation, condition, path })
    }

    /// Chains of samples of what z could be, from where it is.
    ///
    /// # Errors
    /// As [`Chains::from`].
    pub async fn chains(&self, inference: &Inference, sampling: Sampling) -> Result<Chains> {
        chains(inference, self.path.z(), &self.seen, self.condition.as_ref(), sampling).await
    }

    /// Goes on for so many steps, and no farther than to the end.
    ///
    /// # Errors
    /// [`Error::Device`] when the device fails.
    pub async fn go_on(&mut self, inference: &Inference, steps: usize) -> Result<Way> {
        self.path.go_on(inference, &self.seen, self.condition.as_ref(), steps)?;
        let z = self.path.z();
        let image = decoded(inference, z.clone(), self.condition.as_ref()).await?;
        Ok(Way { z: pixels::to_vec(z).await?, image, left: self.path.left() })
    }
}
