//! The importance-weighted bound's gradient, doubly reparameterised (Tucker et al. 2019, "Doubly Reparameterized Gradient
//! Estimators for Monte Carlo Objectives").

use burn::tensor::Tensor;
use burn::tensor::activation::softmax;

use super::elbo::{Elbo, Images, elbo};
use super::kl::log_prior_over_posterior;
use super::likelihood::log_likelihood;
use crate::model::{Posterior, Vae, repeat};
use crate::settings::Estimator;

/// What weighs in a step beside the images.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Objective {
    /// The KL's weight.
    pub beta: f64,
    /// As in [`crate::settings::TrainConfig`].
    pub free_bits: f64,
    pub estimator: Estimator,
}

/// The terms of a batch, and the loss, `[1]`, whose gradient a step follows: [`Elbo::loss`], or another's of the same value.
pub fn cost(model: &Vae, images: Images, objective: Objective) -> (Elbo, Tensor<1>) {
    let Objective { beta, free_bits, estimator } = objective;
    let terms = elbo(model, images.clone());
    let loss = terms.loss(beta, free_bits);
    if estimator == Estimator::Standard || terms.log_ratio.dims()[1] == 1 {
        return (terms, loss);
    }
    let other = surrogate(model, images, &terms, beta);
    (terms, loss.detach() + other.clone() - other.detach())
}

/// With w the samples' shares of their image's weights, w log p(x, z) for the decoder; for the encoder the log weight by z alone,
/// times w (1 - beta + beta w): eq. 8, whose second weight comes of log q(z|x), which counts beta times here.
fn surrogate(model: &Vae, images: Images, terms: &Elbo, beta: f64) -> Tensor<1> {
    let Images { inputs, targets, condition, noise, .. } = images;
    let [n, k] = terms.log_ratio.dims();
    let shares = softmax(terms.log_weights(beta).detach(), 1).reshape([n * k, 1]);
    let posterior = model.encoder.forward(inputs, condition.clone()).repeat(k);
    let again = shares.clone().mul_scalar(beta) + (1.0 - beta);
    let z = posterior.sample(noise.clone());
    let z = z.clone() * again.clone() + (z * (again.neg() + 1.0)).detach();
    let [log_var, below] = [posterior.log_var, posterior.below].map(|part| part.map(Tensor::detach));
    let still = Posterior { mu: posterior.mu.detach(), log_var, below, lower: None };
    let draws = still.noise(z.clone()).unwrap_or(noise);
    let decoded = model.decoder.forward(z.clone(), condition.map(|condition| repeat(condition, k)));
    let log_ratio = log_prior_over_posterior(model.mixture.as_ref(), &still, z, draws).mul_scalar(beta);
    let log_weights = log_likelihood(decoded, repeat(targets, k)) + log_ratio;
    (log_weights.reshape([n * k, 1]) * shares).sum().mul_scalar(-1.0 / n as f64)
}
