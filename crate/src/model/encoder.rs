//! From images to posteriors.

use burn::module::Module;
use burn::nn::Linear;
use burn::nn::conv::Conv2d;
use burn::tensor::Tensor;
use burn::tensor::activation::relu;

use super::vae::{Hidden, repeat, through, told};

/// x `[N, 784]` to the posterior's parameters.
#[derive(Module, Debug)]
pub struct Encoder {
    /// Channels, height and width of an image.
    pub(super) image: [usize; 3],
    pub(super) convolutions: Vec<Conv2d>,
    pub(super) hidden: Vec<Hidden>,
    /// One head for both: mu in the first Z columns, log_var in the last Z; mu alone in an autoencoder.
    pub(super) posterior: Linear,
    pub(super) deterministic: bool,
}

/// q(z|x) = N(mu, exp(log_var)), diagonal; both `[N, Z]`. An autoencoder has no variance.
#[derive(Debug, Clone)]
pub struct Posterior {
    pub mu: Tensor<2>,
    pub log_var: Option<Tensor<2>>,
}

impl Posterior {
    /// z = mu + exp(log_var / 2) * noise, with noise `[N, Z]` from N(0, 1); mu in an autoencoder.
    pub fn sample(&self, noise: Tensor<2>) -> Tensor<2> {
        match &self.log_var {
            Some(log_var) => self.mu.clone() + log_var.clone().mul_scalar(0.5).exp() * noise,
            None => self.mu.clone(),
        }
    }

    /// Each row `count` times, beside each other: `[N * count, Z]`.
    pub fn repeat(self, count: usize) -> Self {
        Self { mu: repeat(self.mu, count), log_var: self.log_var.map(|log_var| repeat(log_var, count)) }
    }
}

impl Encoder {
    /// x `[N, 784]` in `[0, 1]`, with the class `[N, 10]` where the model is conditional.
    pub fn forward(&self, x: Tensor<2>, condition: Option<Tensor<2>>) -> Posterior {
        let head = self.posterior.forward(through(&self.hidden, told(self.features(x), condition)));
        if self.deterministic {
            return Posterior { mu: head, log_var: None };
        }
        let [n, columns] = head.dims();
        let half = columns / 2;
        Posterior { mu: head.clone().slice([0..n, 0..half]), log_var: Some(head.slice([0..n, half..columns])) }
    }

    fn features(&self, x: Tensor<2>) -> Tensor<2> {
        if self.convolutions.is_empty() {
            return x;
        }
        let ([n, _], [channels, height, width]) = (x.dims(), self.image);
        let images = x.reshape([n, channels, height, width]);
        self.convolutions.iter().fold(images, |x, layer| relu(layer.forward(x))).flatten(1, 3)
    }
}
