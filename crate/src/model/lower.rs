//! A second layer of latents h below z: p(h|z), and q(h|x, z), which joins it with what x says of h (Sønderby et al. 2016, "Ladder
//! variational autoencoders", section 2.2).

use burn::module::Module;
use burn::nn::Linear;
use burn::tensor::Tensor;
use burn::tensor::activation::log_sigmoid;

use super::vae::{Hidden, repeat, through, told};

/// z `[N, Z]` to p(h|z).
#[derive(Module, Debug)]
pub struct Lower {
    pub(super) hidden: Vec<Hidden>,
    /// Means, and logarithms of variances.
    pub(super) prior: Linear,
}

impl Lower {
    /// z `[N, Z]`, with the class `[N, 10]` where the model is conditional.
    pub fn forward(&self, z: Tensor<2>, condition: Option<Tensor<2>>) -> Gaussian {
        Gaussian::of(self.prior.forward(through(&self.hidden, told(z, condition))))
    }
}

/// N(mean, diag exp(log_var)), `[N, H]` each.
#[derive(Debug, Clone)]
pub struct Gaussian {
    pub mean: Tensor<2>,
    pub log_var: Tensor<2>,
}

impl Gaussian {
    /// From means and logarithms of variances beside each other, `[N, 2 H]`.
    pub fn of(both: Tensor<2>) -> Self {
        let [n, columns] = both.dims();
        let part = |from: usize| both.clone().slice([0..n, from..from + columns / 2]);
        Self { mean: part(0), log_var: part(columns / 2) }
    }

    /// Each row `count` times, beside each other: `[N * count, H]`.
    pub fn repeat(self, count: usize) -> Self {
        Self { mean: repeat(self.mean, count), log_var: repeat(self.log_var, count) }
    }

    /// Their product, made a density again: precisions add up, and the mean is that of both, weighed by them.
    pub fn joined(&self, other: &Self) -> Self {
        let log_share = log_sigmoid(other.log_var.clone() - self.log_var.clone());
        let mean = other.mean.clone() + log_share.clone().exp() * (self.mean.clone() - other.mean.clone());
        Self { mean, log_var: self.log_var.clone() + log_share }
    }

    /// The point that noise `[N, H]` from N(0, 1) makes.
    pub fn sample(&self, noise: Tensor<2>) -> Tensor<2> {
        self.mean.clone() + self.log_var.clone().mul_scalar(0.5).exp() * noise
    }

    /// The logarithm of the density at points `[N, H]`, in nats: `[N]`.
    pub fn log_density(&self, at: Tensor<2>) -> Tensor<1> {
        let off = (at - self.mean.clone()).square() * self.log_var.clone().neg().exp();
        (off + self.log_var.clone() + std::f64::consts::TAU.ln()).mul_scalar(-0.5).sum_dim(1).squeeze_dim(1)
    }
}
