//! The evidence lower bound: log p(x) >= ELBO = E_q[log p(x|z)] - KL(q(z|x) || p(z)).

use burn::tensor::Tensor;

use crate::likelihood::bernoulli;
use crate::model::{Posterior, Vae};

/// The two terms for each image, in nats: `[N]` both.
#[derive(Debug, Clone)]
pub struct Elbo {
    /// -log p(x|z), with one sample of z.
    pub reconstruction: Tensor<1>,
    /// KL(q(z|x) || N(0, I)).
    pub kl: Tensor<1>,
}

/// KL(q || N(0, I)) of each latent dimension, `[N, Z]`, in nats:
/// -1/2 (1 + log_var - mu^2 - exp(log_var)) (Kingma and Welling 2014, appendix B).
pub fn kl_per_dimension(posterior: &Posterior) -> Tensor<2> {
    let Posterior { mu, log_var } = posterior;
    (log_var.clone() + 1.0 - mu.clone().square() - log_var.clone().exp()).mul_scalar(-0.5)
}

/// Both terms of the ELBO of x `[N, 784]`, with z sampled by noise `[N, Z]` from N(0, 1).
pub fn elbo(model: &Vae, x: Tensor<2>, noise: Tensor<2>) -> Elbo {
    let posterior = model.encoder.forward(x.clone());
    let logits = model.decoder.forward(posterior.sample(noise));
    Elbo { reconstruction: bernoulli(logits, x).neg(), kl: kl_per_dimension(&posterior).sum_dim(1).squeeze_dim(1) }
}

impl Elbo {
    /// What training minimises: the batch's mean of reconstruction + beta * KL, `[1]`.
    pub fn loss(&self, beta: f64) -> Tensor<1> {
        (self.reconstruction.clone() + self.kl.clone().mul_scalar(beta)).mean()
    }

    /// Both terms summed over the batch, `[2]`; stays on the device.
    pub fn sums(&self) -> Tensor<1> {
        Tensor::cat(vec![self.reconstruction.clone().sum(), self.kl.clone().sum()], 0)
    }
}
