//! p(z) of a model, on the host.

use latent_kernels::mixture::{Mixture, softmax};
use rand::RngExt;
use rand_chacha::ChaCha8Rng;

use super::network::Network;
use crate::seed::normals;

/// What z is drawn from before any image is seen.
#[derive(Debug, Clone, PartialEq)]
pub enum Prior {
    /// N(0, I), of so many dimensions.
    Gaussian {
        latent: usize,
    },
    Mixture(Components),
}

/// A mixture's Gaussians.
#[derive(Debug, Clone, PartialEq)]
pub struct Components {
    /// The softmax of which are their weights, `[K]`.
    logits: Vec<f32>,
    /// `[K, Z]` each.
    pub means: Vec<f32>,
    pub log_vars: Vec<f32>,
}

impl Prior {
    /// That of a model; for an autoencoder, which has none, N(0, I).
    pub fn of(model: &Network) -> Self {
        match &model.prior {
            Some(parameters) => {
                let [logits, means, log_vars] = parameters.each_ref().map(|parameter| parameter.value.clone());
                Self::Mixture(Components { logits, means, log_vars })
            }
            None => Self::Gaussian { latent: model.config().latent_size },
        }
    }

    /// Its mean, `[Z]`.
    pub fn mean(&self) -> Vec<f32> {
        match self {
            Self::Gaussian { latent } => vec![0.0; *latent],
            Self::Mixture(components) => components.mean(),
        }
    }

    /// `[count, Z]`; deviations, from the mean of a draw's component where there are several, are times the temperature.
    pub fn draw(&self, count: usize, temperature: f32, rng: &mut ChaCha8Rng) -> Vec<f32> {
        match self {
            Self::Gaussian { latent } => normals(rng, count * latent).into_iter().map(|it| it * temperature).collect(),
            Self::Mixture(components) => components.draw(count, temperature, rng),
        }
    }

    /// log p(z) of z `[Z]`, in nats.
    pub fn log_density(&self, z: &[f32]) -> f32 {
        match self {
            Self::Gaussian { .. } => -0.5 * z.iter().map(|z| z * z + std::f32::consts::TAU.ln()).sum::<f32>(),
            Self::Mixture(Components { logits, means, log_vars }) => {
                Mixture::new(logits, means, log_vars).log_density(z, &mut vec![0.0; logits.len()])
            }
        }
    }
}

impl Components {
    /// pi, `[K]`.
    pub fn weights(&self) -> Vec<f32> {
        let mut weights = self.logits.clone();
        softmax(&mut weights);
        weights
    }

    fn mean(&self) -> Vec<f32> {
        let latent = self.means.len() / self.logits.len();
        let mut mean = vec![0.0; latent];
        for (weight, own) in self.weights().iter().zip(self.means.chunks_exact(latent)) {
            mean.iter_mut().zip(own).for_each(|(mean, own)| *mean += weight * own);
        }
        mean
    }

    fn draw(&self, count: usize, temperature: f32, rng: &mut ChaCha8Rng) -> Vec<f32> {
        let (weights, latent) = (self.weights(), self.means.len() / self.logits.len());
        let noise = normals(rng, count * latent);
        let of_component = |noise: &[f32]| {
            let mut left: f32 = rng.random_range(0.0..1.0);
            let chosen = weights.iter().position(|weight| {
                left -= weight;
                left <= 0.0
            });
            let start = chosen.unwrap_or(weights.len() - 1) * latent;
            let at = |(d, noise): (usize, &f32)| {
                (self.log_vars[start + d] / 2.0).exp().mul_add(temperature * noise, self.means[start + d])
            };
            noise.iter().enumerate().map(at).collect::<Vec<_>>()
        };
        noise.chunks_exact(latent).flat_map(of_component).collect()
    }
}
