//! One image under a hand: z is inferred anew after each stroke, from where it was, a few steps at a time, so that a page can show
//! every part of the way. In wasm a step takes .45 ms of one thread (native .2), dense of 784-320-160-20 or convolutional, so that all
//! of a descent is within 50 ms.

use super::by_model::{Seen, chains};
use super::descent::{Descending, Descent};
use super::inference::Inference;
use super::observation::Observation;
use super::sampling::{Chains, Sampling};
use crate::error::{Error, Result, grouped};

/// Fewer steps than where nobody waits: it begins near.
const DESCENT: Descent = Descent { steps: 60, learning_rate: 0.1 };

/// One image on its way.
pub struct Live {
    seen: Observation,
    class: u8,
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
    /// [`Error::Argument`] unless one image was seen, [`Error::LatentSize`] for a z of another size.
    pub fn start(inference: &Inference, seen: Seen, warm: Option<&[f32]>, class: u8) -> Result<Self> {
        let (size, latent) = (inference.config().data.size(), inference.config().latent_size);
        if seen.shown.len() != size {
            let got = seen.shown.len();
            return Err(Error::Argument(format!(
                "expected one image of {} pixels, got {} values",
                grouped(size),
                grouped(got)
            )));
        }
        if let Some(warm) = warm.filter(|warm| warm.len() != latent) {
            return Err(Error::LatentSize { expected: latent, got: warm.len() });
        }
        let mut starts = inference.encode(&seen.shown, &[class]).mu;
        starts.extend(inference.middle());
        starts.extend_from_slice(warm.unwrap_or_default());
        let mut best = (f64::INFINITY, &starts[..latent]);
        for start in starts.chunks_exact(latent) {
            let energy = inference.energy(start, &seen.observation, &[class]).value[0];
            if energy < best.0 {
                best = (energy, start);
            }
        }
        let path = Descending::from(best.1.to_vec(), DESCENT);
        Ok(Self { seen: seen.observation, class, path })
    }

    /// Chains of samples of what z could be, from where it is.
    ///
    /// # Errors
    /// As [`Chains::from`].
    pub fn chains(&self, inference: &Inference, sampling: Sampling) -> Result<Chains> {
        chains(inference, self.path.z(), &self.seen, &[self.class], sampling)
    }

    /// Goes on for so many steps, and no farther than to the end.
    pub fn go_on(&mut self, inference: &Inference, steps: usize) -> Way {
        self.path.go_on(inference, &self.seen, &[self.class], steps);
        let z = self.path.z().to_vec();
        Way { image: inference.decode(&z, &[self.class]), z, left: self.path.left() }
    }
}
