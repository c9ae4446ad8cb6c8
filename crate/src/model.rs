//! The variational autoencoder (Kingma and Welling 2014): encode, reparameterise, decode.

use burn::module::{Module, Param};
use burn::nn::Linear;
use burn::tensor::activation::relu;
use burn::tensor::{Device, Tensor, TensorData, Transaction};

use crate::config::ModelConfig;
use crate::error::{Error, Result};
use crate::layers::{LayerSpec, layer_specs};
use crate::weights::Weights;

/// Encoder and decoder.
#[derive(Module, Debug)]
pub struct Vae {
    pub encoder: Encoder,
    pub decoder: Decoder,
}

/// x `[N, 784]` to the posterior's parameters.
#[derive(Module, Debug)]
pub struct Encoder {
    hidden: Vec<Linear>,
    /// One head for both: mu in the first Z columns, log_var in the last Z.
    posterior: Linear,
}

/// z `[N, Z]` to logits `[N, 784]`.
#[derive(Module, Debug)]
pub struct Decoder {
    hidden: Vec<Linear>,
    logits: Linear,
}

/// q(z|x) = N(mu, exp(log_var)), diagonal; both `[N, Z]`.
#[derive(Debug, Clone)]
pub struct Posterior {
    pub mu: Tensor<2>,
    pub log_var: Tensor<2>,
}

impl Posterior {
    /// z = mu + exp(log_var / 2) * noise, with noise `[N, Z]` from N(0, 1).
    pub fn sample(&self, noise: Tensor<2>) -> Tensor<2> {
        self.mu.clone() + self.log_var.clone().mul_scalar(0.5).exp() * noise
    }
}

impl Encoder {
    /// x `[N, 784]` in `[0, 1]`.
    pub fn forward(&self, x: Tensor<2>) -> Posterior {
        let head = self.posterior.forward(through(&self.hidden, x));
        let mut halves = head.chunk(2, 1).into_iter();
        match (halves.next(), halves.next()) {
            (Some(mu), Some(log_var)) => Posterior { mu, log_var },
            _ => unreachable!("the head has 2Z columns, Z >= 1"),
        }
    }
}

impl Decoder {
    /// z `[N, Z]` to logits `[N, 784]`; their sigmoid is the pixels' mean.
    pub fn forward(&self, z: Tensor<2>) -> Tensor<2> {
        self.logits.forward(through(&self.hidden, z))
    }
}

fn through(layers: &[Linear], x: Tensor<2>) -> Tensor<2> {
    layers.iter().fold(x, |x, layer| relu(layer.forward(x)))
}

impl Vae {
    /// A fresh model, as [`Weights::fresh`].
    ///
    /// # Errors
    /// [`crate::error::Error::Field`] for a config that is not valid.
    pub fn new(config: &ModelConfig, seed: u32, device: &Device) -> Result<Self> {
        Self::from_weights(Weights::fresh(config, seed)?, device)
    }

    /// A model with these weights.
    ///
    /// # Errors
    /// [`crate::error::Error::Field`] for a config that is not valid.
    pub fn from_weights(weights: Weights, device: &Device) -> Result<Self> {
        let mut tensors = weights.tensors.into_iter();
        let mut next = || tensors.next().unwrap_or_default();
        Self::from_layers(&weights.config, |spec| Ok(dense(spec, next(), next(), device)))
    }

    /// The weights as they are now, in one read of the device.
    ///
    /// # Errors
    /// [`Error::Device`] when the device cannot be read.
    pub async fn weights(&self) -> Result<Weights> {
        let mut transaction = Transaction::default();
        for layer in self.layers() {
            transaction = transaction.register(layer.weight.val().inner());
            if let Some(bias) = &layer.bias {
                transaction = transaction.register(bias.val().inner());
            }
        }
        let data = transaction.execute_async().await?.into_iter();
        let tensors = data.map(|data| data.try_into_vec().map_err(|error| Error::Device(error.to_string())));
        Ok(Weights { config: self.config(), tensors: tensors.collect::<Result<_>>()? })
    }

    /// A model whose layers come from `layer`, asked for each of [`layer_specs`] in turn.
    ///
    /// # Errors
    /// Those of `layer`, and [`crate::error::Error::Field`] for a config that is not valid.
    pub fn from_layers(config: &ModelConfig, layer: impl FnMut(&LayerSpec) -> Result<Linear>) -> Result<Self> {
        config.validate()?;
        let depth = config.hidden_sizes.len();
        let mut encoder = layer_specs(config).iter().map(layer).collect::<Result<Vec<_>>>()?;
        let mut decoder = encoder.split_off(depth + 1);
        let (posterior, logits) = (encoder.remove(depth), decoder.remove(depth));
        Ok(Self { encoder: Encoder { hidden: encoder, posterior }, decoder: Decoder { hidden: decoder, logits } })
    }

    /// The layers in the order of [`layer_specs`].
    pub fn layers(&self) -> Vec<&Linear> {
        let encoder = self.encoder.hidden.iter().chain([&self.encoder.posterior]);
        encoder.chain(self.decoder.hidden.iter()).chain([&self.decoder.logits]).collect()
    }

    /// What the model is made of.
    pub fn config(&self) -> ModelConfig {
        let outputs = |layer: &Linear| layer.weight.dims()[1];
        ModelConfig {
            latent_size: outputs(&self.encoder.posterior) / 2,
            hidden_sizes: self.encoder.hidden.iter().map(outputs).collect(),
        }
    }
}

/// A dense layer from host values: `weight` is `[inputs, outputs]` row by row, `bias` is `[outputs]`.
pub fn dense(spec: &LayerSpec, weight: Vec<f32>, bias: Vec<f32>, device: &Device) -> Linear {
    Linear {
        weight: Param::from_data(TensorData::new(weight, [spec.inputs, spec.outputs]), device),
        bias: Some(Param::from_data(TensorData::new(bias, [spec.outputs]), device)),
    }
}
