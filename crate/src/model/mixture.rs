//! A mixture of Gaussians as p(z), on a device.

use std::f64::consts::TAU;

use burn::module::{Module, Param};
use burn::tensor::Tensor;
use burn::tensor::activation::log_softmax;

/// sum_k pi_k N(z; mu_k, diag exp(log_var_k)), pi the softmax of the logits (Tomczak and Welling 2018, section 2).
#[derive(Module, Debug)]
pub struct Mixture {
    /// `[K]`
    pub(super) logits: Param<Tensor<1>>,
    /// `[K, Z]` each.
    pub(super) means: Param<Tensor<2>>,
    pub(super) log_vars: Param<Tensor<2>>,
}

impl Mixture {
    /// log p(z) of z `[N, Z]`, in nats: `[N]`.
    pub fn log_density(&self, z: Tensor<2>) -> Tensor<1> {
        let (means, log_vars) = (self.means.val(), self.log_vars.val());
        let components = means.dims()[0];
        let precisions = log_vars.clone().neg().exp();
        // Of (z - mu)^2 / variance, what z has a part in is a product of matrices, all components at once.
        let products = z.clone().square().matmul(precisions.clone().transpose())
            - z.matmul((means.clone() * precisions.clone()).transpose()).mul_scalar(2.0);
        let alone = means.square() * precisions + log_vars + TAU.ln();
        let alone = alone.sum_dim(1).reshape([1, components]);
        let weights = log_softmax(self.logits.val(), 0).reshape([1, components]);
        log_sum_exp((products + alone).mul_scalar(-0.5) + weights)
    }

    /// The mean of p(z), `[1, Z]`.
    pub fn mean(&self) -> Tensor<2> {
        let weights = log_softmax(self.logits.val(), 0).exp();
        weights.unsqueeze::<2>().matmul(self.means.val())
    }
}

/// Of each row, the largest taken out first, so that none overflows: `[N]`.
pub fn log_sum_exp(rows: Tensor<2>) -> Tensor<1> {
    let largest = rows.clone().detach().max_dim(1);
    let sum = (rows - largest.clone()).exp().sum_dim(1);
    (sum.log() + largest).squeeze_dim(1)
}
