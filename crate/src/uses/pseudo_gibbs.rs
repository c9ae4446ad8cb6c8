//! What was lost of images, drawn in turns with z (Rezende et al. 2014, appendix F): it needs no gradient, and is exact only where the
//! encoder's posterior is.

use burn::tensor::Tensor;
use rand_chacha::ChaCha8Rng;

use super::by_model::{Seen, decoded, mean_of_samples};
use super::inference::Inference;
use crate::error::Result;
use crate::model::repeat;
use crate::seed::normals;

/// Chains of each image, turns at first, and turns that are kept.
const CHAINS: usize = 8;
const WARM_UP: usize = 15;
const KEPT: usize = 15;
pub const TURNS: usize = WARM_UP + KEPT;

/// Images `[N, D]` whose pixels were lost where `lost`, `[D]`, on their way: in each turn z is drawn from q(z | image) and what was lost
/// becomes the mean of p(x | z).
pub struct Turns {
    lost: Vec<bool>,
    condition: Option<Tensor<2>>,
    done: usize,
    /// `[N * CHAINS, D]`
    images: Vec<f32>,
    /// Of the turns kept, over chains, `[N, D]`.
    mean: Vec<f32>,
}

impl Turns {
    /// # Errors
    /// [`crate::error::Error::Argument`] for an autoencoder.
    pub fn from(inference: &Inference, seen: &Seen, lost: Vec<bool>, condition: Option<&Tensor<2>>) -> Result<Self> {
        inference.check_posterior()?;
        let condition = condition.map(|condition| repeat(condition.clone(), CHAINS));
        let images = seen.shown.chunks_exact(lost.len()).flat_map(|image| image.repeat(CHAINS)).collect();
        Ok(Self { lost, condition, done: 0, images, mean: vec![0.0; seen.shown.len()] })
    }

    /// Turns to the end.
    pub fn left(&self) -> usize {
        TURNS - self.done
    }

    /// What stands in the images in the mean.
    pub fn found(self) -> Vec<f32> {
        self.mean
    }

    /// Goes on for so many turns, and no farther than to the end.
    ///
    /// # Errors
    /// [`crate::error::Error::Device`] when the device fails.
    pub async fn go_on(&mut self, inference: &Inference, turns: usize, rng: &mut ChaCha8Rng) -> Result<()> {
        for _ in 0..turns.min(self.left()) {
            self.turn(inference, rng).await?;
        }
        Ok(())
    }

    async fn turn(&mut self, inference: &Inference, rng: &mut ChaCha8Rng) -> Result<()> {
        let (size, latent) = (self.lost.len(), inference.model().config().latent_size);
        let posterior = inference.encode(inference.tensor(self.images.clone(), size), self.condition.clone());
        let noise = inference.tensor(normals(rng, self.images.len() / size * latent), latent);
        let made = decoded(inference, posterior.sample(noise), self.condition.as_ref()).await?;
        let pixels = self.images.iter_mut().zip(&made).zip(self.lost.iter().cycle());
        pixels.filter(|(_, lost)| **lost).for_each(|((pixel, made), _)| *pixel = *made);
        if self.done >= WARM_UP {
            let turn = mean_of_samples(&self.images, CHAINS, size);
            self.mean.iter_mut().zip(turn).for_each(|(mean, value)| *mean += value / KEPT as f32);
        }
        self.done += 1;
        Ok(())
    }
}

/// The mean of what stands in images `[N, D]` whose pixels were lost where `lost`, `[D]`.
///
/// # Errors
/// As [`Turns::from`], [`crate::error::Error::Device`] when the device fails.
pub async fn pseudo_gibbs(
    inference: &Inference,
    seen: &Seen,
    lost: &[bool],
    condition: Option<&Tensor<2>>,
    rng: &mut ChaCha8Rng,
) -> Result<Vec<f32>> {
    let mut turns = Turns::from(inference, seen, lost.to_vec(), condition)?;
    turns.go_on(inference, TURNS, rng).await?;
    Ok(turns.found())
}
