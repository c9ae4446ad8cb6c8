//! The variational autoencoder (Kingma and Welling 2014): encode, reparameterise, decode.

use burn::module::Module;
use burn::nn::{LayerNorm, Linear};
use burn::tensor::activation::relu;
use burn::tensor::{Device, Tensor};

use super::{Decoded, Decoder, Encoder, Lower, Mixture, pixels};
use crate::settings::ModelConfig;

/// Encoder, decoder and priors.
#[derive(Module, Debug)]
pub struct Vae {
    pub encoder: Encoder,
    /// p(h|z), where there is a second layer of latents.
    pub lower: Option<Lower>,
    pub decoder: Decoder,
    /// p(z), where it is not N(0, I).
    pub mixture: Option<Mixture>,
    #[module(skip)]
    pub(super) config: ModelConfig,
}

impl Vae {
    /// What the model is made of.
    pub fn config(&self) -> &ModelConfig {
        &self.config
    }

    /// z `[N, Z]` to the parameters of p(x|z), where there is a second layer of latents through the mean of p(h|z).
    pub fn decode(&self, z: Tensor<2>, condition: Option<Tensor<2>>) -> Decoded {
        let lowest = match &self.lower {
            Some(lower) => lower.forward(z, condition.clone()).mean,
            None => z,
        };
        self.decoder.forward(lowest, condition)
    }

    /// Classes as the model is told them: one-hot `[N, classes]`, or nothing if it is not conditional.
    pub fn condition(&self, classes: &[u8], device: &Device) -> Option<Tensor<2>> {
        let count = self.config.data.classes.len();
        let one_hot = |&class: &u8| (0..count).map(move |column| if column == usize::from(class) { 1.0 } else { 0.0 });
        self.config.conditional.then(|| pixels::rows(classes.iter().flat_map(one_hot).collect(), count, device))
    }
}

/// A hidden dense layer.
#[derive(Module, Debug)]
pub(super) struct Hidden {
    pub(super) dense: Linear,
    pub(super) norm: Option<LayerNorm>,
    /// Of what it does in what comes out, where what the hidden layer before it puts out is added.
    #[module(skip)]
    pub(super) share: Option<f32>,
}

/// Through hidden layers: ReLU after each, of what is normalised where it is; shortcuts lead past both.
pub(super) fn through(layers: &[Hidden], mut x: Tensor<2>) -> Tensor<2> {
    let mut sum: Option<Tensor<2>> = None;
    for layer in layers {
        let output = layer.dense.forward(x);
        let output = match sum.zip(layer.share) {
            Some((before, share)) => before + output * share,
            None => output,
        };
        x = relu(layer.norm.as_ref().map_or_else(|| output.clone(), |norm| norm.forward(output.clone())));
        sum = Some(output);
    }
    x
}

/// `[N, F]` beside `[N, 10]`, if there is a condition.
pub(super) fn told(features: Tensor<2>, condition: Option<Tensor<2>>) -> Tensor<2> {
    match condition {
        Some(condition) => Tensor::cat(vec![features, condition], 1),
        None => features,
    }
}

/// Each row `count` times, beside each other: `[N * count, F]`.
pub fn repeat(rows: Tensor<2>, count: usize) -> Tensor<2> {
    if count == 1 {
        return rows;
    }
    let [n, width] = rows.dims();
    rows.reshape([n, 1, width]).repeat_dim(1, count).reshape([n * count, width])
}
