//! A model from its weights, and its weights from a model.

use burn::module::Param;
use burn::nn::conv::{Conv2d, ConvTranspose2d};
use burn::nn::{LayerNorm, LayerNormConfig, Linear, PaddingConfig2d};
use burn::tensor::{Device, Tensor, TensorData, Transaction};

use super::encoder::Embedding;
use super::vae::Hidden;
use super::{Characters, Decoder, Encoder, Lower, Mixture, Vae};
use crate::error::{Error, Result};
use crate::model::weights::Weights;
use crate::settings::ModelConfig;
use crate::settings::layers::{
    CharacterSizes, EPSILON, KERNEL, LayerKind, LayerSpec, PADDING, STRIDE, character_sizes, decoder, features,
    layer_specs, lower,
};

impl Vae {
    /// A fresh model, as [`Weights::fresh`].
    ///
    /// # Errors
    /// [`Error::Field`] for a config that is not valid.
    pub fn new(config: &ModelConfig, seed: u32, device: &Device) -> Result<Self> {
        Ok(Self::from_weights(Weights::fresh(config, seed)?, device))
    }

    /// A model with these weights.
    pub fn from_weights(weights: Weights, device: &Device) -> Self {
        let (config, tensors) = weights.into_parts();
        let mut parts = Parts { tensors: tensors.into_iter(), device };
        let with_tensors = layer_specs(&config).into_iter().filter(|spec| spec.kind != LayerKind::Softmax);
        let mut layers = with_tensors.peekable();
        let mut next = |kind| layers.next_if(|spec| spec.kind == kind);

        let embedding = next(LayerKind::Embedding { places: config.data.length() }).map(|spec| parts.embedding(&spec));
        let convolutions = std::iter::from_fn(|| next(LayerKind::Convolution).map(|spec| parts.convolution(&spec)));
        let convolutions = convolutions.collect();
        let depth = config.hidden_sizes.len();
        let count = |specs: &[LayerSpec]| specs.iter().filter(|spec| spec.kind == LayerKind::Dense).count();
        let (decoded, below) = (count(&decoder(&config)) - 1, count(&lower(&config)));
        let mut dense = || {
            next(LayerKind::Dense).map(|spec| Hidden {
                dense: parts.dense(&spec),
                norm: next(LayerKind::Normalisation).map(|spec| parts.normalisation(&spec)),
                share: spec.share,
            })
        };
        let mut stack = |count: usize| -> Vec<Hidden> { (0..count).filter_map(|_| dense()).collect() };
        let (mut encoder, mut below, mut decoder) = (stack(depth + 1), stack(below), stack(decoded + 1));
        let encoder = Encoder {
            image: [config.data.channels, config.data.height, config.data.width],
            posterior: encoder.remove(depth).dense,
            hidden: encoder,
            embedding,
            convolutions,
            latent: config.latent_size,
            lower: config.lower_size,
        };
        let lower = below.pop().map(|head| Lower { hidden: below, prior: head.dense });
        let transposed = std::iter::from_fn(|| {
            next(LayerKind::TransposedConvolution).map(|spec| parts.transposed_convolution(&spec))
        });
        let decoder = Decoder {
            last: decoder.remove(decoded).dense,
            hidden: decoder,
            convolutions: transposed.collect(),
            shared: next(LayerKind::Constant).map(|_| parts.vector(1)),
            characters: character_sizes(&config).map(|sizes| parts.characters(sizes)),
            kind: config.decoder,
            features: features(&config),
            likelihood: config.likelihood,
        };
        let [components, latent] = [config.components(), config.latent_size];
        let mixture = (components > 0).then(|| Mixture {
            logits: parts.vector(components),
            means: parts.tensor([components, latent]),
            log_vars: parts.tensor([components, latent]),
        });
        Self { encoder, lower, decoder, mixture, config }
    }

    /// The weights as they are now, in one read of the device.
    ///
    /// # Errors
    /// [`Error::Device`] when the device cannot be read.
    pub async fn weights(&self) -> Result<Weights> {
        let mut transaction = Transaction::default();
        for tensor in self.tensors() {
            transaction = transaction.register(tensor);
        }
        let data = transaction.execute_async().await?.into_iter();
        let tensors = data.map(|data| data.try_into_vec().map_err(|error| Error::Device(error.to_string())));
        Weights::new(self.config().clone(), tensors.collect::<Result<_>>()?)
    }

    /// All tensors, flat, in the order of [`crate::settings::layers::tensor_specs`].
    fn tensors(&self) -> Vec<Tensor<1>> {
        let Self { encoder, lower, decoder, mixture, .. } = self;
        let mut tensors = vec![];
        encoder.embedding.iter().for_each(|Embedding { table, bias }| {
            tensors.extend([table.val().inner().flatten(0, 1), bias.val().inner()]);
        });
        encoder.convolutions.iter().for_each(|layer| add(&mut tensors, &layer.weight, &layer.bias));
        let below = lower.iter().map(|lower| (&lower.hidden, &lower.prior));
        let stacks = std::iter::once((&encoder.hidden, &encoder.posterior)).chain(below);
        for (hidden, head) in stacks.chain([(&decoder.hidden, &decoder.last)]) {
            for Hidden { dense, norm, .. } in hidden {
                add(&mut tensors, &dense.weight, &dense.bias);
                norm.iter().for_each(|norm| add(&mut tensors, &norm.gamma, &norm.beta));
            }
            add(&mut tensors, &head.weight, &head.bias);
        }
        decoder.convolutions.iter().for_each(|layer| add(&mut tensors, &layer.weight, &layer.bias));
        tensors.extend(decoder.shared.as_ref().map(|shared| shared.val().inner()));
        if let Some(Characters { table, bias, window, places, projection }) = &decoder.characters {
            let [table, window, places, projection] =
                [table, window, places, projection].map(|tensor| tensor.val().inner().flatten(0, 1));
            tensors.extend([table, bias.val().inner(), window, places, projection]);
        }
        if let Some(Mixture { logits, means, log_vars }) = mixture {
            tensors.push(logits.val().inner());
            tensors.extend([means, log_vars].map(|tensor| tensor.val().inner().flatten(0, 1)));
        }
        tensors
    }
}

fn add<const D: usize>(tensors: &mut Vec<Tensor<1>>, weight: &Param<Tensor<D>>, bias: &Option<Param<Tensor<1>>>) {
    tensors.push(weight.val().inner().flatten(0, D - 1));
    tensors.extend(bias.as_ref().map(|bias| bias.val().inner()));
}

/// Host values, taken in turn, to layers on a device.
struct Parts<'a> {
    tensors: std::vec::IntoIter<Vec<f32>>,
    device: &'a Device,
}

impl Parts<'_> {
    fn tensor<const D: usize>(&mut self, shape: [usize; D]) -> Param<Tensor<D>> {
        Param::from_data(TensorData::new(self.tensors.next().unwrap_or_default(), shape), self.device)
    }

    fn vector(&mut self, length: usize) -> Param<Tensor<1>> {
        self.tensor([length])
    }

    fn embedding(&mut self, spec: &LayerSpec) -> Embedding {
        let LayerKind::Embedding { places } = spec.kind else { unreachable!("an embedding has places") };
        Embedding { table: self.tensor([spec.inputs, spec.outputs / places]), bias: self.vector(spec.outputs) }
    }

    fn characters(&mut self, sizes: CharacterSizes) -> Characters {
        let CharacterSizes { characters, embedding, window, hidden, places } = sizes;
        Characters {
            table: self.tensor([characters, embedding]),
            bias: self.vector(characters),
            window: self.tensor([window * embedding, hidden]),
            places: self.tensor([places, hidden]),
            projection: self.tensor([hidden, embedding]),
        }
    }

    fn dense(&mut self, spec: &LayerSpec) -> Linear {
        Linear { weight: self.tensor([spec.inputs, spec.outputs]), bias: Some(self.vector(spec.outputs)) }
    }

    fn normalisation(&mut self, spec: &LayerSpec) -> LayerNorm {
        let mut norm = LayerNormConfig::new(spec.outputs).with_epsilon(EPSILON.into()).init(self.device);
        (norm.gamma, norm.beta) = (self.vector(spec.outputs), Some(self.vector(spec.outputs)));
        norm
    }

    fn convolution(&mut self, spec: &LayerSpec) -> Conv2d {
        Conv2d {
            weight: self.tensor([spec.outputs, spec.inputs, KERNEL, KERNEL]),
            bias: Some(self.vector(spec.outputs)),
            stride: [STRIDE; 2],
            kernel_size: [KERNEL; 2],
            dilation: [1; 2],
            groups: 1,
            padding: PaddingConfig2d::Explicit(PADDING, PADDING, PADDING, PADDING),
        }
    }

    fn transposed_convolution(&mut self, spec: &LayerSpec) -> ConvTranspose2d {
        ConvTranspose2d {
            weight: self.tensor([spec.inputs, spec.outputs, KERNEL, KERNEL]),
            bias: Some(self.vector(spec.outputs)),
            stride: [STRIDE; 2],
            kernel_size: [KERNEL; 2],
            dilation: [1; 2],
            groups: 1,
            padding: [PADDING; 2],
            padding_out: [0; 2],
            channels: [spec.inputs, spec.outputs],
        }
    }
}
