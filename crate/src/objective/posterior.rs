//! Posteriors from what the encoder puts out: their KL to the prior, and samples of z.

use std::f32::consts::TAU;

use latent_kernels::mixture::Mixture;

use crate::model::network::Network;
use crate::seed::{Stream, generator, normals};

/// Draws of z from which a KL is estimated where it has no closed form.
pub const DRAWS: usize = 32;

/// The posteriors of N images.
#[derive(Debug, Clone, PartialEq)]
pub struct Codes {
    /// Their means, `[N, Z]`.
    pub mu: Vec<f32>,
    /// The logarithms of their variances, `[N, Z]`; empty for an autoencoder.
    pub log_var: Vec<f32>,
}

impl Codes {
    /// From what the encoder puts out for N images.
    pub fn of(heads: &[f32], latent: usize, images: usize) -> Self {
        let (mut mu, mut log_var) = (vec![], vec![]);
        for head in heads.chunks_exact(heads.len() / images) {
            let (mean, variance) = head.split_at(latent);
            mu.extend_from_slice(mean);
            log_var.extend_from_slice(variance);
        }
        Self { mu, log_var }
    }

    /// z = mu + exp(log_var / 2) * noise, of `[N * k, Z]` draws from N(0, 1), the k samples of an image beside each other; mu in an
    /// autoencoder.
    pub fn samples(&self, noise: &[f32], latent: usize) -> Vec<f32> {
        let draws = noise.len() / (self.mu.len() / latent);
        let of_image = |(image, noise): (usize, &[f32])| {
            let own = image * latent..(image + 1) * latent;
            points(&self.mu[own.clone()], self.log_var.get(own).unwrap_or_default(), noise)
        };
        noise.chunks_exact(draws).enumerate().flat_map(of_image).collect()
    }

    /// Their KL to the model's prior, in nats: `[N]`. With a mixture as prior it is estimated from [`DRAWS`] draws. Zero for an
    /// autoencoder.
    pub fn kl(&self, model: &Network) -> Vec<f32> {
        let latent = model.config().latent_size;
        let Some(mixture) = model.mixture() else {
            return self.kl_per_dimension().chunks_exact(latent).map(|kl| kl.iter().sum()).collect();
        };
        let noise = mirrored(DRAWS, latent);
        let of_image = |(mu, log_var): (&[f32], &[f32])| {
            let z = points(mu, log_var, &noise);
            let draws = z.chunks_exact(latent).zip(noise.chunks_exact(latent));
            -draws.map(|(z, noise)| log_ratio(Some(&mixture), log_var, z, noise)).sum::<f32>() / DRAWS as f32
        };
        self.mu.chunks_exact(latent).zip(self.log_var.chunks_exact(latent)).map(of_image).collect()
    }

    /// The gradients of their KL to the model's prior by the means and by the logarithms of variances, `[N, Z]` each, by the draws
    /// that [`Codes::kl`] is estimated from.
    pub fn kl_slope(&self, model: &Network) -> [Vec<f32>; 2] {
        let Some(mixture) = model.mixture() else {
            return [self.mu.clone(), self.log_var.iter().map(|log_var| 0.5 * (log_var.exp() - 1.0)).collect()];
        };
        let latent = model.config().latent_size;
        let (noise, mut shares, mut slope) =
            (mirrored(DRAWS, latent), vec![0.0; mixture.weights.len()], vec![0.0; latent]);
        let (mut by_mu, mut by_log_var) = (vec![0.0; self.mu.len()], vec![-0.5; self.mu.len()]);
        for start in (0..self.mu.len()).step_by(latent) {
            let (mu, log_var) = (&self.mu[start..start + latent], &self.log_var[start..start + latent]);
            let z = points(mu, log_var, &noise);
            for (z, noise) in z.chunks_exact(latent).zip(noise.chunks_exact(latent)) {
                mixture.log_density(z, &mut shares);
                mixture.slope(z, &shares, &mut slope);
                for d in 0..latent {
                    by_mu[start + d] += slope[d] / DRAWS as f32;
                    by_log_var[start + d] += 0.5 * slope[d] * (0.5 * log_var[d]).exp() * noise[d] / DRAWS as f32;
                }
            }
        }
        [by_mu, by_log_var]
    }

    /// Their KL to N(0, I), in nats: `[N, Z]`. Zero for an autoencoder.
    pub fn kl_per_dimension(&self) -> Vec<f32> {
        let Self { mu, log_var } = self;
        if log_var.is_empty() {
            return vec![0.0; mu.len()];
        }
        mu.iter().zip(log_var).map(|(&mu, &log_var)| kl(mu, log_var)).collect()
    }
}

/// KL(N(mu, exp(log_var)) || N(0, 1)) in nats: -1/2 (1 + log_var - mu^2 - exp(log_var)) (Kingma and Welling 2014, appendix B).
pub fn kl(mu: f32, log_var: f32) -> f32 {
    -0.5 * (1.0 + log_var - mu * mu - log_var.exp())
}

/// z = mu + exp(log_var / 2) * noise of the samples of an image, `[k * Z]`; mu in an autoencoder, which has no variances.
pub fn points(mu: &[f32], log_var: &[f32], noise: &[f32]) -> Vec<f32> {
    let at = |(index, noise): (usize, &f32)| {
        let d = index % mu.len();
        log_var.get(d).map_or(mu[d], |log_var| mu[d] + (0.5 * log_var).exp() * noise)
    };
    noise.iter().enumerate().map(at).collect()
}

/// So many draws from N(0, I) in pairs that mirror each other, `[count, Z]`: the same for every image, so that what one gains over
/// another is no luck.
pub fn mirrored(count: usize, latent: usize) -> Vec<f32> {
    let half = normals(&mut generator(0, Stream::Posterior), count / 2 * latent);
    half.iter().copied().chain(half.iter().map(|draw| -draw)).collect()
}

/// log q(z|x) of a sample, in nats, at z = mu + exp(log_var / 2) * noise.
pub fn log_posterior(log_var: &[f32], noise: &[f32]) -> f32 {
    -log_var.iter().zip(noise).map(|(log_var, noise)| 0.5 * (noise * noise + log_var + TAU.ln())).sum::<f32>()
}

/// log p(z) - log q(z|x) of a sample, in nats, at z = mu + exp(log_var / 2) * noise.
pub fn log_ratio(mixture: Option<&Mixture>, log_var: &[f32], z: &[f32], noise: &[f32]) -> f32 {
    if let Some(mixture) = mixture {
        return mixture.log_density(z, &mut vec![0.0; mixture.weights.len()]) - log_posterior(log_var, noise);
    }
    let terms = log_var.iter().zip(z).zip(noise);
    terms.map(|((log_var, z), noise)| 0.5 * (noise * noise + log_var - z * z)).sum()
}
