//! What z is from what was seen of images: p(z | seen) ~ p(seen | z) p(z), whose energy has a slope by z.

use latent_kernels::mixture::Mixture;

use super::descent::{Descending, Descent};
use super::observation::Observation;
use crate::error::{Error, Result};
use crate::latent::codes::Codes;
use crate::model::network::{Decoded, Network, Slope};
use crate::model::prior::Prior;
use crate::model::weights::Weights;
use crate::objective::image::ImageLikelihood;
use crate::settings::ModelConfig;

/// A model whose weights stand still.
pub struct Inference {
    model: Network,
}

impl Inference {
    pub fn new(weights: Weights) -> Self {
        Self { model: Network::new(weights) }
    }

    pub fn model(&self) -> &Network {
        &self.model
    }

    pub fn config(&self) -> &ModelConfig {
        self.model.config()
    }

    /// q(z | images), which takes images `[N, D]` as if they were whole, each of a class.
    pub fn encode(&self, images: &[f32], classes: &[u8]) -> Codes {
        let heads = self.model.encode_values(images, classes);
        Codes::of(&heads, self.config().latent_size, classes.len())
    }

    /// The mean of p(z), `[Z]`.
    pub fn middle(&self) -> Vec<f32> {
        Prior::of(&self.model).mean()
    }

    /// The means of the pixels that z `[N, Z]` decodes to, `[N, D]`, each as a class.
    pub fn decode(&self, z: &[f32], classes: &[u8]) -> Vec<f32> {
        self.model.means(z, classes)
    }

    /// An autoencoder has none.
    ///
    /// # Errors
    /// [`Error::Argument`] for a model without a prior of z, from which nothing can be drawn.
    pub fn check_posterior(&self) -> Result<()> {
        if self.config().deterministic {
            let message = "expected a model with a posterior to draw samples from, got an autoencoder; choose a VAE";
            return Err(Error::Argument(message.into()));
        }
        Ok(())
    }

    /// -log p(seen | z) - log p(z) but for a constant, in nats, and its slope; without the prior for an autoencoder. z is `[N, Z]`.
    pub fn energy(&self, z: &[f32], seen: &Observation, classes: &[u8]) -> Slope {
        self.tempered(z, seen, classes, 1.0)
    }

    /// The same with the likelihood to the power of `weight`.
    pub(super) fn tempered(&self, z: &[f32], seen: &Observation, classes: &[u8], weight: f64) -> Slope {
        let likelihood = ImageLikelihood::of_model(&self.model);
        let mut slope = self.model.slope(z, classes, &|Decoded { rows, outputs, values, delta }| {
            seen.log_likelihood(&likelihood, Decoded { rows, outputs, values, delta });
            values.iter_mut().for_each(|value| *value *= -weight);
            delta.iter_mut().for_each(|delta| *delta *= -weight as f32);
        });
        if !self.config().deterministic {
            let latent = self.config().latent_size;
            let mixture = self.model.mixture();
            let rows = z.chunks_exact(latent).zip(slope.gradient.chunks_exact_mut(latent)).zip(&mut slope.value);
            for ((z, gradient), value) in rows {
                *value += add_prior(mixture.as_ref(), z, gradient);
            }
        }
        slope
    }

    /// From z `[N, Z]` down to where the energy is least.
    pub fn descend(&self, start: Vec<f32>, seen: &Observation, classes: &[u8], descent: Descent) -> Vec<f32> {
        let mut path = Descending::from(start, descent);
        path.go_on(self, seen, classes, descent.steps);
        path.z().to_vec()
    }
}

/// -log p(z) of z `[Z]` but for a constant, whose gradient is added to `gradient`.
fn add_prior(mixture: Option<&Mixture>, z: &[f32], gradient: &mut [f32]) -> f64 {
    let Some(mixture) = mixture else {
        gradient.iter_mut().zip(z).for_each(|(gradient, z)| *gradient += z);
        return 0.5 * z.iter().map(|&z| f64::from(z).powi(2)).sum::<f64>();
    };
    let (mut shares, mut slope) = (vec![0.0; mixture.weights.len()], vec![0.0; z.len()]);
    let log_density = mixture.log_density(z, &mut shares);
    mixture.slope(z, &shares, &mut slope);
    gradient.iter_mut().zip(slope).for_each(|(gradient, slope)| *gradient += slope);
    -f64::from(log_density)
}
