//! A mixture as prior in a training step: how likely it makes the samples of z, and the loss's gradient by its parameters.

use latent_kernels::mixture::{Gradients, Mixture};

use super::part::{Part, Shown};
use crate::objective::posterior::{Head, log_posterior};

/// What a mixture makes of a part's samples; all empty where the prior is N(0, I).
#[derive(Default)]
pub struct PriorPass {
    /// log p(z) - log q(z|x) of each sample, in nats: `[N * k]`.
    pub log_ratios: Vec<f32>,
    /// The gradient of -log p(z) by z, `[N * k, Z]`.
    pub slope: Vec<f32>,
    /// Each component's share of each sample, `[N * k, K]`.
    shares: Vec<f32>,
    /// Of the loss, by logits, means and logarithms of variances.
    pub gradients: Gradients,
}

impl Part {
    /// The samples' log ratios.
    pub(super) fn under_prior(&mut self, mixture: &Mixture, shown: &Shown) {
        let Self { prior, encoder, z, .. } = self;
        let (latent, components) = (shown.latent, mixture.weights.len());
        let head = &encoder[encoder.len() - 1].output;
        prior.slope.resize(z.len(), 0.0);
        prior.shares.resize(z.len() / latent * components, 0.0);
        prior.log_ratios.clear();
        let slopes = prior.slope.chunks_exact_mut(latent).zip(prior.shares.chunks_exact_mut(components));
        let draws = z.chunks_exact(latent).zip(shown.noise.chunks_exact(latent));
        for (row, ((z, noise), (slope, shares))) in draws.zip(slopes).enumerate() {
            let log_var = Head::of(shown.head_of(head, row), latent).log_var;
            prior.log_ratios.push(mixture.log_density(z, shares) - log_posterior(log_var, noise));
            mixture.slope(z, shares, slope);
        }
    }

    /// By the mixture's parameters, through the samples in their shares of the importance weights: one sample has all of it.
    pub(super) fn prior_gradients(&mut self, mixture: &Mixture, shown: &Shown, beta: f32) {
        let Self { prior: PriorPass { gradients, shares, .. }, z, shares: weights, .. } = self;
        let (latent, components) = (shown.latent, mixture.weights.len());
        for (gradient, size) in gradients.iter_mut().zip([1, latent, latent]) {
            gradient.clear();
            gradient.resize(components * size, 0.0);
        }
        let rows = z.chunks_exact(latent).zip(shares.chunks_exact(components)).zip(weights);
        for ((z, shares), weight) in rows {
            mixture.add_gradients(z, shares, *weight * beta / shown.of as f32, gradients);
        }
    }
}
