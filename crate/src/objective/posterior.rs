//! Posteriors from what the encoder puts out: their KL to the prior, and samples of z.

use std::f32::consts::TAU;

use latent_kernels::mixture::Mixture;
use latent_kernels::triangle;

use crate::error::{Error, Result};
use crate::model::network::Network;
use crate::seed::{Stream, generator, normals};

/// Draws of z from which a KL is estimated where it has no closed form.
pub const DRAWS: usize = 32;

/// What the encoder puts out for an image: q(z|x) = N(mu, L L^T), L a lower triangle (Kingma and Welling 2019, "An introduction to
/// variational autoencoders", section 2.5.1).
#[derive(Debug, Clone, Copy)]
pub struct Head<'a> {
    /// `[Z]`
    pub mu: &'a [f32],
    /// log L_ii^2, `[Z]`: the logarithms of the variances where L is diagonal; empty for an autoencoder.
    pub log_var: &'a [f32],
    /// What stands below L's diagonal, row by row, `[Z (Z - 1) / 2]`; empty where L is diagonal.
    pub below: &'a [f32],
}

impl<'a> Head<'a> {
    pub fn of(output: &'a [f32], latent: usize) -> Self {
        let (mu, rest) = output.split_at(latent);
        let (log_var, below) = rest.split_at(rest.len().min(latent));
        Self { mu, log_var, below }
    }

    /// L_ii, `[Z]`.
    pub fn diagonal(&self) -> Vec<f32> {
        self.log_var.iter().map(|log_var| (0.5 * log_var).exp()).collect()
    }

    /// z = mu + L noise of an image's samples, `[k * Z]`; mu in an autoencoder.
    pub fn points(&self, noise: &[f32]) -> Vec<f32> {
        let Self { mu, log_var, below } = self;
        let mut z = points(mu, log_var, noise);
        let each = z.chunks_exact_mut(mu.len()).zip(noise.chunks_exact(mu.len()));
        each.for_each(|(z, noise)| triangle::add_product(below, noise, z));
        z
    }

    /// Adds the gradient by what the encoder puts out, from that by a sample z = mu + L noise.
    pub fn add_gradient(&self, by_z: &[f32], noise: &[f32], gradient: &mut [f32]) {
        let latent = self.mu.len();
        for (d, log_var) in self.log_var.iter().enumerate() {
            gradient[d] += by_z[d];
            gradient[latent + d] += 0.5 * by_z[d] * (0.5 * log_var).exp() * noise[d];
        }
        triangle::add_gradient(by_z, noise, &mut gradient[latent + self.log_var.len()..]);
    }

    /// Adds the gradient of the KL to N(0, I), times `weight`: 1/2 sum L_ij^2 + 1/2 |mu|^2 - Z / 2 - sum log L_ii.
    pub fn add_kl_slope(&self, weight: f32, gradient: &mut [f32]) {
        let rest = self.log_var.iter().map(|log_var| 0.5 * (log_var.exp() - 1.0)).chain(self.below.iter().copied());
        let slope = self.mu.iter().copied().chain(rest);
        gradient.iter_mut().zip(slope).for_each(|(gradient, slope)| *gradient += weight * slope);
    }

    /// The same of the KL to a mixture, the mean over draws.
    fn add_mixed_slope(&self, mixture: &Mixture, noise: &[f32], gradient: &mut [f32]) {
        let latent = self.mu.len();
        let (mut shares, mut slope) = (vec![0.0; mixture.weights.len()], vec![0.0; latent]);
        let z = self.points(noise);
        for (z, noise) in z.chunks_exact(latent).zip(noise.chunks_exact(latent)) {
            mixture.log_density(z, &mut shares);
            mixture.slope(z, &shares, &mut slope);
            slope.iter_mut().for_each(|slope| *slope /= DRAWS as f32);
            self.add_gradient(&slope, noise, gradient);
        }
        gradient[latent..2 * latent].iter_mut().for_each(|by_log_var| *by_log_var -= 0.5);
    }
}

/// The posteriors of N images.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Codes {
    /// Their means, `[N, Z]`.
    pub mu: Vec<f32>,
    /// The logarithms of their variances, `[N, Z]`; empty for an autoencoder.
    pub log_var: Vec<f32>,
    /// L of their covariances L L^T, the lower triangle row by row, `[N, Z (Z + 1) / 2]`; empty where dimensions are independent.
    pub factor: Vec<f32>,
}

impl Codes {
    /// From what the encoder puts out for N images.
    pub fn of(heads: &[f32], latent: usize, images: usize) -> Self {
        let mut codes = Self::default();
        for head in heads.chunks_exact(heads.len() / images).map(|head| Head::of(head, latent)) {
            codes.mu.extend_from_slice(head.mu);
            if head.below.is_empty() {
                codes.log_var.extend_from_slice(head.log_var);
                continue;
            }
            let diagonal = head.diagonal();
            codes.log_var.extend(triangle::variances(&diagonal, head.below).into_iter().map(f32::ln));
            codes.factor.extend(triangle::with_diagonal(&diagonal, head.below));
        }
        codes
    }

    /// z = mu + L noise of an image, of `[k * Z]` draws from N(0, 1); mu in an autoencoder.
    pub fn points(&self, image: usize, noise: &[f32], latent: usize) -> Vec<f32> {
        let own = image * latent..(image + 1) * latent;
        let mu = &self.mu[own.clone()];
        let Some(factor) = self.factor_of(image, latent) else {
            return points(mu, self.log_var.get(own).unwrap_or_default(), noise);
        };
        let of_draw =
            |noise: &[f32]| triangle::product(factor, noise).zip(mu).map(|(off, mu)| mu + off).collect::<Vec<_>>();
        noise.chunks_exact(latent).flat_map(of_draw).collect()
    }

    /// The same of every image, of `[N * k, Z]` draws, the k samples of an image beside each other.
    pub fn samples(&self, noise: &[f32], latent: usize) -> Vec<f32> {
        let draws = noise.len() / (self.mu.len() / latent);
        noise.chunks_exact(draws).enumerate().flat_map(|(image, noise)| self.points(image, noise, latent)).collect()
    }

    /// Whether the parts are of as many images, where there are variances.
    ///
    /// # Errors
    /// [`Error::Argument`] for variances or factors of another number of images.
    pub fn fit(&self, latent: usize) -> Result<()> {
        let (means, variances, factors) = (self.mu.len(), self.log_var.len(), self.factor.len());
        if variances != means || factors > 0 && factors != means * (latent + 1) / 2 {
            let message = format!(
                "expected a variance for each mean, and a factor of each covariance or none, got {means} means, {variances} variances and factors of {factors} numbers"
            );
            return Err(Error::Argument(message));
        }
        Ok(())
    }

    fn factor_of(&self, image: usize, latent: usize) -> Option<&[f32]> {
        let size = latent * (latent + 1) / 2;
        self.factor.get(image * size..(image + 1) * size)
    }

    /// log L_ii^2 of an image, `[Z]`: the logarithms of variances where dimensions are independent.
    fn log_diagonal(&self, image: usize, latent: usize) -> Vec<f32> {
        match self.factor_of(image, latent) {
            Some(factor) => triangle::diagonal(factor).map(|value| 2.0 * value.ln()).collect(),
            None => self.log_var[image * latent..(image + 1) * latent].to_vec(),
        }
    }

    /// Their KL to the model's prior, in nats: `[N]`. With a mixture as prior it is estimated from [`DRAWS`] draws. Zero for an
    /// autoencoder.
    pub fn kl(&self, model: &Network) -> Vec<f32> {
        let latent = model.config().latent_size;
        let Some(mixture) = model.mixture() else {
            return self.kl_per_dimension(latent).chunks_exact(latent).map(|kl| kl.iter().sum()).collect();
        };
        let noise = mirrored(DRAWS, latent);
        let of_image = |image: usize| {
            let (z, log_diagonal) = (self.points(image, &noise, latent), self.log_diagonal(image, latent));
            let draws = z.chunks_exact(latent).zip(noise.chunks_exact(latent));
            -draws.map(|(z, noise)| log_ratio(Some(&mixture), &log_diagonal, z, noise)).sum::<f32>() / DRAWS as f32
        };
        (0..self.mu.len() / latent).map(of_image).collect()
    }

    /// Their KL to N(0, I), in nats, in parts: `[N, Z]`. That of each dimension where they are independent; else that of each given
    /// those before it, which their order decides, so that the sum alone says something. Zero for an autoencoder.
    pub fn kl_per_dimension(&self, latent: usize) -> Vec<f32> {
        if self.log_var.is_empty() {
            return vec![0.0; self.mu.len()];
        }
        let mut parts: Vec<f32> = self.mu.iter().zip(&self.log_var).map(|(&mu, &log_var)| kl(mu, log_var)).collect();
        let factors = self.factor.chunks_exact(latent * (latent + 1) / 2);
        for (part, (log_var, value)) in
            parts.iter_mut().zip(self.log_var.iter().zip(factors.flat_map(triangle::diagonal)))
        {
            *part += 0.5 * log_var - value.ln();
        }
        parts
    }
}

/// The gradient of the KL to the model's prior by what the encoder puts out for N images, `heads`, by the draws that [`Codes::kl`]
/// is estimated from.
pub fn kl_slope(heads: &[f32], images: usize, model: &Network) -> Vec<f32> {
    let (latent, mixture) = (model.config().latent_size, model.mixture());
    let noise = mirrored(DRAWS, latent);
    let mut gradients = vec![0.0; heads.len()];
    let size = heads.len() / images;
    for (head, gradient) in heads.chunks_exact(size).zip(gradients.chunks_exact_mut(size)) {
        let head = Head::of(head, latent);
        match &mixture {
            Some(mixture) => head.add_mixed_slope(mixture, &noise, gradient),
            None => head.add_kl_slope(1.0, gradient),
        }
    }
    gradients
}

/// KL(N(mu, exp(log_var)) || N(0, 1)) in nats: -1/2 (1 + log_var - mu^2 - exp(log_var)) (Kingma and Welling 2014, appendix B).
pub fn kl(mu: f32, log_var: f32) -> f32 {
    -0.5 * (1.0 + log_var - mu * mu - log_var.exp())
}

/// z = mu + exp(log_var / 2) * noise of the samples of an image, `[k * Z]`; mu in an autoencoder, which has no variances.
fn points(mu: &[f32], log_var: &[f32], noise: &[f32]) -> Vec<f32> {
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

/// log q(z|x) of a sample, in nats, at z = mu + L noise; `log_var` is log L_ii^2.
pub fn log_posterior(log_var: &[f32], noise: &[f32]) -> f32 {
    -log_var.iter().zip(noise).map(|(log_var, noise)| 0.5 * (noise * noise + log_var + TAU.ln())).sum::<f32>()
}

/// log p(z) - log q(z|x) of a sample, in nats, at z = mu + L noise; `log_var` is log L_ii^2.
pub fn log_ratio(mixture: Option<&Mixture>, log_var: &[f32], z: &[f32], noise: &[f32]) -> f32 {
    if let Some(mixture) = mixture {
        return mixture.log_density(z, &mut vec![0.0; mixture.weights.len()]) - log_posterior(log_var, noise);
    }
    let terms = log_var.iter().zip(z).zip(noise);
    terms.map(|((log_var, z), noise)| 0.5 * (noise * noise + log_var - z * z)).sum()
}
