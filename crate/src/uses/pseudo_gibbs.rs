//! What was lost of images, drawn in turns with z (Rezende et al. 2014, appendix F): it needs no gradient, and is exact only where the
//! encoder's posterior is.

use rand_chacha::ChaCha8Rng;

use super::by_model::{Seen, mean_of_samples};
use super::inference::Inference;
use super::observation::repeated;
use crate::error::Result;
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
    classes: Vec<u8>,
    done: usize,
    /// `[N * CHAINS, D]`
    images: Vec<f32>,
    /// Of the turns kept, over chains, `[N, D]`.
    mean: Vec<f32>,
}

impl Turns {
    /// # Errors
    /// [`crate::error::Error::Argument`] for an autoencoder.
    pub fn from(inference: &Inference, seen: &Seen, lost: Vec<bool>, classes: &[u8]) -> Result<Self> {
        inference.check_posterior()?;
        let images = repeated(&seen.shown, classes.len(), CHAINS);
        let classes = repeated(classes, classes.len(), CHAINS);
        Ok(Self { lost, classes, done: 0, images, mean: vec![0.0; seen.shown.len()] })
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
    pub fn go_on(&mut self, inference: &Inference, turns: usize, rng: &mut ChaCha8Rng) {
        for _ in 0..turns.min(self.left()) {
            self.turn(inference, rng);
        }
    }

    fn turn(&mut self, inference: &Inference, rng: &mut ChaCha8Rng) {
        let (size, latent) = (self.lost.len(), inference.config().latent_size);
        let codes = inference.encode(&self.images, &self.classes);
        let z = codes.samples(&normals(rng, self.classes.len() * latent), latent);
        let made = inference.decode(&z, &self.classes);
        let pixels = self.images.iter_mut().zip(&made).zip(self.lost.iter().cycle());
        pixels.filter(|(_, lost)| **lost).for_each(|((pixel, made), _)| *pixel = *made);
        if self.done >= WARM_UP {
            let turn = mean_of_samples(&self.images, CHAINS, size);
            self.mean.iter_mut().zip(turn).for_each(|(mean, value)| *mean += value / KEPT as f32);
        }
        self.done += 1;
    }
}

/// The mean of what stands in images `[N, D]` whose pixels were lost where `lost`, `[D]`.
///
/// # Errors
/// As [`Turns::from`].
pub fn pseudo_gibbs(
    inference: &Inference,
    seen: &Seen,
    lost: &[bool],
    classes: &[u8],
    rng: &mut ChaCha8Rng,
) -> Result<Vec<f32>> {
    let mut turns = Turns::from(inference, seen, lost.to_vec(), classes)?;
    turns.go_on(inference, TURNS, rng);
    Ok(turns.found())
}
