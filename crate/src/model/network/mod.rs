//! A model's layers, from its weights and back.

mod forward;
mod inputs;
pub(crate) mod layout;
mod slope;
mod texts;

use latent_kernels::layers::patches::Patches;
use latent_kernels::layers::{Convolution, Dense, Embedding, Layer, Normalisation, Softmax, Way};
use latent_kernels::likelihood::characters::Characters;
use latent_kernels::mixture::Mixture;
use latent_kernels::optimizer::Parameter;

use crate::model::weights::Weights;
use crate::settings::layers::{LayerKind, LayerSpec, STRIDE, character_sizes, decoder, encoder, features, lower};
use crate::settings::{DataSpec, Likelihood, ModelConfig};
pub use inputs::Inputs;
use layout::{Order, orders};
pub use slope::{Decoded, Slope};
pub use texts::{Contexts, Written, likeliest};

/// Encoder, decoder and priors.
pub struct Network {
    config: ModelConfig,
    pub encoder: Vec<Layer>,
    /// From z to p(h|z), where there is a second layer of latents; else empty.
    pub lower: Vec<Layer>,
    pub decoder: Vec<Layer>,
    /// The variance that all pixels share, before its bound, `[1]`.
    pub shared: Option<Parameter>,
    /// The likelihood of texts.
    pub characters: Option<Characters>,
    /// A mixture's logits, means and logarithms of variances.
    pub prior: Option<[Parameter; 3]>,
    /// Of each tensor.
    orders: Vec<Order>,
}

impl Network {
    pub fn new(weights: Weights) -> Self {
        let (config, tensors) = weights.into_parts();
        let orders = orders(&config);
        let mut values = tensors.iter().zip(&orders).map(|(values, order)| order.apply(values));
        let mut next = || values.next().unwrap_or_default();
        let encoder = stack(&encoder(&config), &config, &mut next);
        let lower = stack(&lower(&config), &config, &mut next);
        let decoder = stack(&decoder(&config), &config, &mut next);
        let shared = (config.likelihood == Likelihood::GaussianShared).then(|| Parameter::new(next()));
        let characters = character_sizes(&config).map(|sizes| Characters::new(sizes, [(); 5].map(|()| next())));
        let prior = (config.components() > 0).then(|| [(); 3].map(|()| Parameter::new(next())));
        Self { config, encoder, lower, decoder, shared, characters, prior, orders }
    }

    /// What the model is made of.
    pub fn config(&self) -> &ModelConfig {
        &self.config
    }

    /// p(z), where it is a mixture.
    pub fn mixture(&self) -> Option<Mixture<'_>> {
        let [logits, means, log_vars] = self.prior.as_ref()?;
        Some(Mixture::new(&logits.value, &means.value, &log_vars.value))
    }

    fn layers(&self) -> impl Iterator<Item = &Layer> {
        self.encoder.iter().chain(&self.lower).chain(&self.decoder)
    }

    /// Those of [`Weights`], as they are now.
    pub fn tensors(&self) -> Vec<Vec<f32>> {
        let parameters = self.layers().flat_map(Layer::parameters).chain(&self.shared).chain(self.beside());
        parameters.zip(&self.orders).map(|(parameter, order)| order.undo(&parameter.value)).collect()
    }

    /// Of the likelihood of texts, and of the prior.
    fn beside(&self) -> impl Iterator<Item = &Parameter> {
        self.characters.iter().flat_map(|it| &it.parameters).chain(self.prior.iter().flatten())
    }

    fn parameters_mut(&mut self) -> impl Iterator<Item = (&mut Parameter, &Order)> {
        let layers = self.encoder.iter_mut().chain(&mut self.lower).chain(&mut self.decoder);
        let characters = self.characters.iter_mut().flat_map(|it| &mut it.parameters);
        let rest = self.shared.iter_mut().chain(characters).chain(self.prior.iter_mut().flatten());
        layers.flat_map(Layer::parameters_mut).chain(rest).zip(&self.orders)
    }

    /// So many lists of what an optimiser has gathered, each as [`Network::tensors`] are.
    pub fn moments(&mut self, count: usize) -> Vec<Vec<Vec<f32>>> {
        let mut lists = vec![vec![]; count];
        for (parameter, order) in self.parameters_mut() {
            let moments = lists.iter_mut().zip(parameter.moments(count));
            moments.for_each(|(list, values)| list.push(order.undo(values)));
        }
        lists
    }

    /// Goes on with moments as [`Network::moments`] gives them.
    pub fn restore(&mut self, moments: &[Vec<Vec<f32>>]) {
        for (place, list) in moments.iter().enumerate() {
            for ((parameter, order), values) in self.parameters_mut().zip(list) {
                parameter.restore(place, order.apply(values));
            }
        }
    }
}

/// The layers of one half. `next` gives weight and bias of each in turn.
fn stack(specs: &[LayerSpec], config: &ModelConfig, next: &mut impl FnMut() -> Vec<f32>) -> Vec<Layer> {
    let DataSpec { width, height, .. } = config.data;
    let [_, mut low, mut across] = features(config);
    // Convolutions come first, and begin with whole images; transposed ones with the smallest.
    if specs.first().is_some_and(|spec| spec.kind == LayerKind::Convolution) {
        (low, across) = (height, width);
    }
    let mut told = if config.conditional { config.data.classes.len() } else { 0 };
    let mut layers = vec![];
    for LayerSpec { kind, inputs, outputs, share, .. } in specs {
        match kind {
            LayerKind::Dense => {
                let classes = std::mem::take(&mut told);
                let mut layer = Dense::new(inputs - classes, classes, *outputs, next(), next());
                layer.share = *share;
                layers.push(Layer::Dense(layer));
            }
            LayerKind::Embedding { places } => layers.push(Layer::Embedding(Embedding::new(*places, next(), next()))),
            LayerKind::Normalisation => layers.push(Layer::Normalisation(Normalisation::new(next(), next()))),
            LayerKind::Convolution => {
                let planar = (low, across) == (height, width);
                let patches = Patches { height: low, width: across, channels: *inputs, planar };
                layers.push(Layer::Convolution(Convolution::new(Way::Down, patches, *outputs, next(), next())));
                (low, across) = (low / STRIDE, across / STRIDE);
            }
            LayerKind::TransposedConvolution => {
                (low, across) = (low * STRIDE, across * STRIDE);
                let planar = (low, across) == (height, width);
                let patches = Patches { height: low, width: across, channels: *outputs, planar };
                layers.push(Layer::Convolution(Convolution::new(Way::Up, patches, *inputs, next(), next())));
            }
            LayerKind::Softmax => layers.push(Layer::Softmax(Softmax { size: *outputs })),
            LayerKind::Constant => {}
        }
    }
    layers.iter_mut().for_each(Layer::pack);
    layers
}
