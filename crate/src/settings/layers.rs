//! The layers that a model is made of, and their tensors.

pub use latent_kernels::layers::EPSILON;
pub use latent_kernels::layers::patches::{KERNEL, PADDING, STRIDE};
pub use latent_kernels::likelihood::characters::Sizes as CharacterSizes;

use super::data::COLOUR;
use super::{DecoderKind, Likelihood, ModelConfig, Normalisation};

/// A layer's place, kind and size.
#[derive(Debug, Clone, PartialEq)]
pub struct LayerSpec {
    /// Dotted name, as a PyTorch module of the same structure has it.
    pub name: String,
    pub kind: LayerKind,
    /// Features, or channels.
    pub inputs: usize,
    pub outputs: usize,
    /// Where a shortcut leads past this layer, its share in what comes out: one over the shortcuts of the stack, so that a step
    /// moves their sum no more than it moves one layer. What the hidden layer before it puts out is added.
    pub share: Option<f32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LayerKind {
    Dense,
    /// Of what the dense layer before it puts out, over the features of a row (Ba et al. 2016).
    Normalisation,
    Convolution,
    TransposedConvolution,
    /// Of a character at each of so many places: the same table for all, and a bias for each.
    Embedding {
        places: usize,
    },
    /// Of z, without a tensor: the shares of topics, in parts of the mean one.
    Softmax,
    /// One learnt number and no input: the logarithm of the variance that all pixels share.
    Constant,
}

/// A tensor's name and shape as PyTorch has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TensorSpec {
    pub name: String,
    pub shape: Vec<usize>,
    /// Burn keeps a dense layer's weight as `[inputs, outputs]`.
    pub transposed: bool,
    pub start: Start,
}

/// What a fresh tensor holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// Numbers from U(-k, k), k = 1 / sqrt(fan-in): the numbers that each output is a sum over.
    Uniform {
        fan_in: usize,
    },
    Ones,
    /// Draws from N(0, 1).
    Normal,
    Zeros,
}

impl LayerSpec {
    /// Weight and bias, or the one constant; of a softmax nothing.
    pub fn tensors(&self) -> Vec<TensorSpec> {
        let Self { name, kind, inputs, outputs, .. } = self;
        let (shape, fan_in) = match kind {
            LayerKind::Dense => (vec![*outputs, *inputs], *inputs),
            LayerKind::Convolution => (vec![*outputs, *inputs, KERNEL, KERNEL], inputs * KERNEL * KERNEL),
            // PyTorch's own starting weights take the outputs here.
            LayerKind::TransposedConvolution => (vec![*inputs, *outputs, KERNEL, KERNEL], outputs * KERNEL * KERNEL),
            LayerKind::Normalisation => return self.weight_and_bias(vec![*outputs], [Start::Ones, Start::Zeros]),
            LayerKind::Embedding { places } => (vec![*inputs, outputs / places], outputs / places),
            LayerKind::Softmax => return vec![],
            LayerKind::Constant => {
                let start = Start::Uniform { fan_in: 1 };
                return vec![TensorSpec { name: name.clone(), shape: vec![1], transposed: false, start }];
            }
        };
        self.weight_and_bias(shape, [Start::Uniform { fan_in }; 2])
    }

    fn weight_and_bias(&self, shape: Vec<usize>, [weight, bias]: [Start; 2]) -> Vec<TensorSpec> {
        let tensor = |end, shape, transposed, start| TensorSpec {
            name: format!("{}.{end}", self.name),
            shape,
            transposed,
            start,
        };
        let transposed = self.kind == LayerKind::Dense;
        vec![tensor("weight", shape, transposed, weight), tensor("bias", vec![self.outputs], false, bias)]
    }
}

/// All layers of a model, encoder first.
pub fn layer_specs(config: &ModelConfig) -> Vec<LayerSpec> {
    [encoder(config), lower(config), decoder(config)].concat()
}

/// All tensors of a model, in the order of its layers, its likelihood's and then its prior's last.
pub fn tensor_specs(config: &ModelConfig) -> Vec<TensorSpec> {
    let of_layers = layer_specs(config).into_iter().flat_map(|layer| layer.tensors());
    of_layers.chain(character_tensors(config)).chain(prior_tensors(config)).collect()
}

/// Of the likelihood of texts: its characters' table, which is that of what goes in and of what comes out, and their biases; what
/// each of the characters before adds to the hidden layer, the nearest first, and what the place does; what leads back to the table.
pub fn character_tensors(config: &ModelConfig) -> Vec<TensorSpec> {
    let Some(sizes) = character_sizes(config) else { return vec![] };
    let CharacterSizes { characters, embedding, window, hidden, places } = sizes;
    let spec = |name: &str, shape, start| {
        let name = format!("characters.{name}");
        TensorSpec { name, shape, transposed: false, start }
    };
    let uniform = |fan_in| Start::Uniform { fan_in };
    vec![
        spec("table", vec![characters, embedding], uniform(embedding)),
        spec("bias", vec![characters], Start::Zeros),
        spec("window", vec![window * embedding, hidden], uniform(window * embedding)),
        spec("places", vec![places, hidden], Start::Zeros),
        spec("projection", vec![hidden, embedding], uniform(hidden)),
    ]
}

/// Those of a model's likelihood, where it is of texts: the characters with the end among them; the hidden layer is as wide as
/// it is asked to be, or as the encoder's first, or as an embedding where there is none.
pub fn character_sizes(config: &ModelConfig) -> Option<CharacterSizes> {
    let Likelihood::Characters { window, embedding, units } = config.likelihood else { return None };
    let first = || config.hidden_sizes.first().copied().unwrap_or(embedding);
    let hidden = if units > 0 { units } else { first() };
    let (characters, places) = (config.data.items.len() + 1, config.data.length());
    Some(CharacterSizes { characters, embedding, window, hidden, places })
}

/// A mixture's logits, means and logarithms of variances, if there is one: equal weights, variances of 1, means apart.
pub fn prior_tensors(config: &ModelConfig) -> Vec<TensorSpec> {
    let (components, latent) = (config.components(), config.latent_size);
    let spec = |name: &str, shape, start| TensorSpec { name: format!("prior.{name}"), shape, transposed: false, start };
    let all = [
        spec("logits", vec![components], Start::Zeros),
        spec("means", vec![components, latent], Start::Normal),
        spec("log_vars", vec![components, latent], Start::Zeros),
    ];
    all.into_iter().filter(|_| components > 0).collect()
}

/// Channels, height and width of the images between convolutions and dense layers.
pub fn features(config: &ModelConfig) -> [usize; 3] {
    let (data, shrunk) = (&config.data, STRIDE.pow(config.channels.len() as u32));
    [config.channels.last().copied().unwrap_or(data.channels), data.height / shrunk, data.width / shrunk]
}

/// Numbers of a one-hot class, where the model is told it.
fn condition(config: &ModelConfig) -> usize {
    if config.conditional { config.data.classes.len() } else { 0 }
}

/// Of the encoder alone.
pub fn encoder(config: &ModelConfig) -> Vec<LayerSpec> {
    let embedding = character_sizes(config).map(|sizes| {
        let CharacterSizes { characters, embedding, places, .. } = sizes;
        spec("encoder.embedding".into(), LayerKind::Embedding { places }, &[characters, places * embedding])
    });
    let channels = [&[config.data.channels], config.channels.as_slice()].concat();
    let features = embedding.as_ref().map_or_else(|| features(config).iter().product(), |layer| layer.outputs);
    let widths = [&[features + condition(config)], config.hidden_sizes.as_slice(), &[config.head_size()]].concat();
    let convolution = |i, pair: &[usize]| spec(format!("encoder.convolutions.{i}"), LayerKind::Convolution, pair);
    let convolutions = channels.windows(2).enumerate().map(|(i, pair)| convolution(i, pair));
    embedding.into_iter().chain(convolutions).chain(stack(config, "encoder", "posterior", &widths)).collect()
}

/// Of what leads from z to p(h|z), where there is a second layer of latents: a hidden layer as wide as the encoder's last, if it has one.
pub fn lower(config: &ModelConfig) -> Vec<LayerSpec> {
    if config.lower_size == 0 {
        return vec![];
    }
    let hidden = config.hidden_sizes.last().copied();
    let widths = [config.latent_size + condition(config)].into_iter().chain(hidden).chain([2 * config.lower_size]);
    stack(config, "lower", "prior", &widths.collect::<Vec<_>>())
}

/// Of the decoder alone.
pub fn decoder(config: &ModelConfig) -> Vec<LayerSpec> {
    let mut layers = vec![];
    // A variance beside each mean.
    let images = if config.likelihood == Likelihood::GaussianPixel { 2 } else { 1 };
    let lowest = if config.lower_size > 0 { config.lower_size } else { config.latent_size };
    let mut widths = vec![lowest + condition(config)];
    match config.decoder {
        DecoderKind::Layers => widths.extend(config.hidden_sizes.iter().rev()),
        DecoderKind::Topics => {
            layers.push(spec("decoder.topics".into(), LayerKind::Softmax, &[config.latent_size; 2]));
        }
    }
    if let Some(CharacterSizes { hidden, .. }) = character_sizes(config) {
        // The last hidden layer is the likelihood's own: what is decoded is added to what the characters before add there.
        widths.truncate(config.hidden_sizes.len().max(1));
        widths.push(hidden + if config.data.colour { COLOUR } else { 0 });
        layers.extend(stack(config, "decoder", "context", &widths));
    } else if config.channels.is_empty() {
        widths.push(images * config.data.size());
        layers.extend(stack(config, "decoder", "logits", &widths));
    } else {
        widths.push(features(config).iter().product());
        layers.extend(stack(config, "decoder", "unflatten", &widths));
        let mut channels: Vec<usize> = config.channels.iter().rev().copied().collect();
        channels.push(images * config.data.channels);
        let name = |i| format!("decoder.convolutions.{i}");
        let transposed = |(i, pair)| spec(name(i), LayerKind::TransposedConvolution, pair);
        layers.extend(channels.windows(2).enumerate().map(transposed));
    }
    if config.likelihood == Likelihood::GaussianShared {
        layers.push(spec("decoder.log_var".into(), LayerKind::Constant, &[0, 1]));
    }
    layers
}

/// Hidden layers, each with its normalisation behind it, and the head.
fn stack(config: &ModelConfig, part: &str, head: &str, widths: &[usize]) -> Vec<LayerSpec> {
    let last = widths.len() - 2;
    let has_shortcut = |i: usize| config.residual && (1..last).contains(&i) && widths[i] == widths[i + 1];
    let shortcuts = (0..last).filter(|&i| has_shortcut(i)).count();
    let mut layers = vec![];
    for (i, pair) in widths.windows(2).enumerate() {
        let name = if i == last { format!("{part}.{head}") } else { format!("{part}.hidden.{i}") };
        let share = has_shortcut(i).then(|| 1.0 / shortcuts as f32);
        layers.push(LayerSpec { share, ..spec(name, LayerKind::Dense, pair) });
        if i < last && config.normalisation == Normalisation::Layer {
            layers.push(spec(format!("{part}.norms.{i}"), LayerKind::Normalisation, &[pair[1]; 2]));
        }
    }
    layers
}

fn spec(name: String, kind: LayerKind, pair: &[usize]) -> LayerSpec {
    LayerSpec { name, kind, inputs: pair[0], outputs: pair[1], share: None }
}
