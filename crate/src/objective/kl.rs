//! How far q(z|x) is from p(z).

use burn::tensor::Tensor;

use super::posterior::{DRAWS, mirrored};
use crate::model::{Mixture, Posterior, Vae, pixels};

/// KL(q || N(0, I)) in nats, of each latent dimension, `[N, Z]`:
/// -1/2 (1 + log_var - mu^2 - exp(log_var)) (Kingma and Welling 2014, appendix B); with a full covariance of all, `[N, 1]`:
/// 1/2 sum L_ij^2 + 1/2 |mu|^2 - Z / 2 - sum log L_ii. Zero without a variance.
pub fn closed_kl(posterior: &Posterior) -> Tensor<2> {
    let Posterior { mu, log_var, below, .. } = posterior;
    let Some(log_var) = log_var else { return mu.zeros_like() };
    let own = (log_var.clone() + 1.0 - mu.clone().square() - log_var.clone().exp()).mul_scalar(-0.5);
    match below {
        Some(below) => own.sum_dim(1) + below.clone().square().sum_dim(1).mul_scalar(0.5),
        None => own,
    }
}

/// KL(q || p(z)) of a model in nats: as [`closed_kl`]; with a mixture as prior of all, `[N, 1]`, estimated from [`DRAWS`] draws.
pub fn kl(model: &Vae, posterior: &Posterior) -> Tensor<2> {
    if model.mixture.is_none() {
        return closed_kl(posterior);
    }
    let [n, latent] = posterior.mu.dims();
    let noise = pixels::rows(mirrored(DRAWS, latent).repeat(n), latent, &posterior.mu.device());
    let posterior = posterior.clone().repeat(DRAWS);
    let z = posterior.sample(noise.clone());
    log_prior_over_posterior(model.mixture.as_ref(), &posterior, z, noise).reshape([n, DRAWS]).mean_dim(1).neg()
}

/// log p(z) - log q(z|x) at z = mu + L noise, `[N, Z]` each, in nats: `[N]`. The prior is N(0, I)
/// where it is no mixture. Zero without a variance.
pub fn log_prior_over_posterior(
    mixture: Option<&Mixture>,
    posterior: &Posterior,
    z: Tensor<2>,
    noise: Tensor<2>,
) -> Tensor<1> {
    let Some(log_var) = &posterior.log_var else { return z.zeros_like().sum_dim(1).squeeze_dim(1) };
    let width = noise.square() + log_var.clone();
    match mixture {
        None => (width - z.square()).mul_scalar(0.5).sum_dim(1).squeeze_dim(1),
        Some(mixture) => {
            let width = (width + std::f64::consts::TAU.ln()).mul_scalar(0.5).sum_dim(1).squeeze_dim::<1>(1);
            mixture.log_density(z) + width
        }
    }
}
