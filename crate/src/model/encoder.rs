//! From images to posteriors.

use burn::module::{Module, Param};
use burn::nn::Linear;
use burn::nn::conv::Conv2d;
use burn::tensor::Tensor;
use burn::tensor::activation::relu;

use super::lower::Gaussian;
use super::vae::{Hidden, repeat, through, told};

/// x `[N, 784]` to the posterior's parameters.
#[derive(Module, Debug)]
pub struct Encoder {
    /// Channels, height and width of an image.
    pub(super) image: [usize; 3],
    /// Of texts.
    pub(super) embedding: Option<Embedding>,
    pub(super) convolutions: Vec<Conv2d>,
    pub(super) hidden: Vec<Hidden>,
    /// One head for all: mu in the first Z columns, log_var in the next Z, with a full covariance what stands below the diagonal in
    /// the rest; mu alone in an autoencoder.
    pub(super) posterior: Linear,
    pub(super) latent: usize,
    /// H; 0 where there is one layer of latents. Its columns stand behind those of z.
    pub(super) lower: usize,
}

/// A character's row of a table at each place, and the place's bias.
#[derive(Module, Debug)]
pub struct Embedding {
    /// `[characters, size]`
    pub(super) table: Param<Tensor<2>>,
    /// `[places * size]`
    pub(super) bias: Param<Tensor<1>>,
}

impl Embedding {
    /// Of one-hot characters `[N, places * characters]`.
    fn forward(&self, x: Tensor<2>) -> Tensor<2> {
        let (table, bias, n) = (self.table.val(), self.bias.val(), x.dims()[0]);
        let [characters, outputs] = [table.dims()[0], bias.dims()[0]];
        let places = outputs / table.dims()[1];
        x.reshape([n * places, characters]).matmul(table).reshape([n, outputs]) + bias.reshape([1, outputs])
    }
}

/// q(z|x) = N(mu, L L^T), where L_ii = exp(log_var_i / 2); mu and log_var are `[N, Z]`. An autoencoder has no variance.
#[derive(Debug, Clone)]
pub struct Posterior {
    pub mu: Tensor<2>,
    pub log_var: Option<Tensor<2>>,
    /// What stands below L's diagonal, row by row, `[N, Z (Z - 1) / 2]`, where it is not diagonal.
    pub below: Option<Tensor<2>>,
    /// What x says of h, where there is a second layer of latents.
    pub lower: Option<Gaussian>,
}

impl Posterior {
    /// z = mu + L noise, with noise `[N, Z]` from N(0, 1); mu in an autoencoder.
    pub fn sample(&self, noise: Tensor<2>) -> Tensor<2> {
        let Some(log_var) = &self.log_var else { return self.mu.clone() };
        let mut z = self.mu.clone() + log_var.clone().mul_scalar(0.5).exp() * noise.clone();
        for (i, row) in self.rows().into_iter().enumerate().skip(1) {
            let n = noise.dims()[0];
            let off = (row * noise.clone().slice([0..n, 0..i])).sum_dim(1);
            let column = z.clone().slice([0..n, i..i + 1]) + off;
            z = z.slice_assign([0..n, i..i + 1], column);
        }
        z
    }

    /// The noise that [`Posterior::sample`] makes z of, by which log q(z|x) is a function of z; none in an autoencoder.
    pub fn noise(&self, z: Tensor<2>) -> Option<Tensor<2>> {
        let ([n, latent], off, rows) = (z.dims(), z - self.mu.clone(), self.rows());
        let deviations = self.log_var.clone()?.mul_scalar(0.5).exp();
        let mut noise: Vec<Tensor<2>> = vec![];
        for i in 0..latent {
            let mut rest = off.clone().slice([0..n, i..i + 1]);
            if let Some(row) = rows.get(i).filter(|_| i > 0) {
                rest = rest - (row.clone() * Tensor::cat(noise.clone(), 1)).sum_dim(1);
            }
            noise.push(rest / deviations.clone().slice([0..n, i..i + 1]));
        }
        Some(Tensor::cat(noise, 1))
    }

    /// What stands in each row of L before its diagonal; nothing where L is diagonal.
    fn rows(&self) -> Vec<Tensor<2>> {
        let Some(below) = &self.below else { return vec![] };
        let [n, latent] = self.mu.dims();
        let start = |i: usize| i * i.saturating_sub(1) / 2;
        // The first has no number: its place is that of the second's.
        (0..latent).map(|i| below.clone().slice([0..n, start(i)..start(i) + i.max(1)])).collect()
    }

    /// Each row `count` times, beside each other: `[N * count, Z]`.
    pub fn repeat(self, count: usize) -> Self {
        let [log_var, below] = [self.log_var, self.below].map(|part| part.map(|part| repeat(part, count)));
        Self { mu: repeat(self.mu, count), log_var, below, lower: self.lower.map(|lower| lower.repeat(count)) }
    }
}

impl Encoder {
    /// x `[N, 784]` in `[0, 1]`, or the one-hot characters of texts, with the class `[N, 10]` where the model is conditional.
    pub fn forward(&self, x: Tensor<2>, condition: Option<Tensor<2>>) -> Posterior {
        let head = self.posterior.forward(through(&self.hidden, told(self.features(x), condition)));
        let ([n, whole], latent) = (head.dims(), self.latent);
        let columns = whole - 2 * self.lower;
        let part = |from: usize, to: usize| (from < to).then(|| head.clone().slice([0..n, from..to]));
        Posterior {
            mu: head.clone().slice([0..n, 0..latent]),
            log_var: part(latent, columns.min(2 * latent)),
            below: part(2 * latent, columns),
            lower: part(columns, whole).map(Gaussian::of),
        }
    }

    fn features(&self, x: Tensor<2>) -> Tensor<2> {
        if let Some(embedding) = &self.embedding {
            return relu(embedding.forward(x));
        }
        if self.convolutions.is_empty() {
            return x;
        }
        let ([n, _], [channels, height, width]) = (x.dims(), self.image);
        let images = x.reshape([n, channels, height, width]);
        self.convolutions.iter().fold(images, |x, layer| relu(layer.forward(x))).flatten(1, 3)
    }
}
