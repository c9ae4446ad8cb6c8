//! A part of a batch on its way through the model and back, on one thread.

use std::ops::Range;

use latent_kernels::layers::{Input, Pass, backward, forward};

use super::lower::LowerPass;
use super::prior::PriorPass;
use super::texts::TextPass;
use crate::data::batch::Batch;
use crate::model::network::{Inputs, Network};
use crate::objective::image::ImageLikelihood;
use crate::objective::texts::TextLikelihood;
use crate::settings::{Estimator, ModelConfig};

/// The buffers of a part, kept from step to step.
#[derive(Default)]
pub struct Part {
    pub encoder: Vec<Pass>,
    pub lower: LowerPass,
    pub decoder: Vec<Pass>,
    inputs: Inputs,
    /// The class of each row of the decoder, where the model is told it.
    pub(super) told: Vec<u8>,
    /// `[N * k, Z]`, and the loss's gradient by it.
    pub(super) z: Vec<f32>,
    pub(super) z_delta: Vec<f32>,
    /// Each sample's share of its image's importance weights, where there are several; its log likelihood before: `[N * k]`.
    pub(super) shares: Vec<f32>,
    /// The negative log likelihood's gradient by the variance's logarithm that all pixels share, of each sample and of the loss.
    pub(super) by_log_vars: Vec<f32>,
    pub(super) by_log_var: f32,
    pub(super) prior: PriorPass,
    pub(super) texts: TextPass,
    /// Sums over the images: the reconstruction term and the KL of each dimension, or of all where it is estimated, averaged over the
    /// samples.
    pub reconstruction: f64,
    pub kl: Vec<f64>,
}

/// The images of a part, and the draws for them.
pub struct Shown<'a> {
    pub config: &'a ModelConfig,
    inputs: &'a [u8],
    pub targets: &'a [u8],
    pub labels: &'a [u8],
    /// Which characters of texts the decoder is not shown, if any.
    pub hidden: &'a [bool],
    /// What its hidden units are multiplied by, if anything.
    pub units: &'a [f32],
    /// `[N * k, Z]`.
    pub noise: &'a [f32],
    /// `[N * k, H]`, where there is a second layer of latents.
    pub lower_noise: &'a [f32],
    /// k.
    pub samples: usize,
    pub latent: usize,
    /// Numbers that the encoder puts out for an image, those of z and all.
    pub head: usize,
    pub whole: usize,
    pub deterministic: bool,
    /// Images of the whole batch.
    pub of: usize,
}

/// What the loss is beside the batch.
pub struct Cost {
    /// What the KL weighs in the loss, and of an image in each dimension, over the batch's size.
    pub beta: f32,
    pub kl_weights: Vec<f32>,
    pub estimator: Estimator,
}

impl<'a> Shown<'a> {
    /// Some images of a batch that fits the model.
    pub fn new(config: &'a ModelConfig, batch: &'a Batch, images: Range<usize>) -> Self {
        let of = batch.labels.len();
        let (pixels, draws) = (config.data.size(), batch.noise.len() / of);
        let bytes = images.start * pixels..images.end * pixels;
        Self {
            config,
            hidden: some(&batch.hidden, &images, of),
            units: some(&batch.units, &images, of),
            inputs: &batch.inputs()[bytes.clone()],
            targets: &batch.targets[bytes],
            labels: &batch.labels[images.clone()],
            noise: &batch.noise[images.start * draws..images.end * draws],
            lower_noise: some(&batch.lower_noise, &images, of),
            samples: if config.deterministic { 1 } else { draws / config.latent_size },
            latent: config.latent_size,
            head: config.posterior_size(),
            whole: config.head_size(),
            deterministic: config.deterministic,
            of,
        }
    }

    /// What stands in the encoder's output for z of each image.
    pub fn heads<'b>(&self, output: &'b [f32]) -> impl Iterator<Item = &'b [f32]> + use<'b> {
        let head = self.head;
        output.chunks_exact(self.whole).map(move |whole| &whole[..head])
    }

    /// The same of a sample's image.
    pub fn head_of<'b>(&self, output: &'b [f32], sample: usize) -> &'b [f32] {
        &output[sample / self.samples * self.whole..][..self.head]
    }
}

/// Those of some of so many images.
fn some<'a, T>(all: &'a [T], images: &Range<usize>, of: usize) -> &'a [T] {
    let each = all.len() / of;
    &all[images.start * each..images.end * each]
}

impl Part {
    /// Of all layers, the encoder's first.
    pub fn passes(&self) -> impl Iterator<Item = &Pass> {
        self.encoder.iter().chain(&self.lower.passes).chain(&self.decoder)
    }

    /// Both terms, and the gradient by the decoder's output of one sample's; with several it waits for their weights.
    pub fn forward(&mut self, network: &Network, shown: &Shown) {
        let Self { encoder, decoder, .. } = self;
        encoder.resize_with(network.encoder.len(), Pass::default);
        decoder.resize_with(network.decoder.len(), Pass::default);
        self.inputs = Inputs::of(shown.inputs, shown.config);
        let images = shown.labels.len();
        forward(&network.encoder, encoder, &self.inputs.get(), shown.labels, images);
        self.told.clear();
        self.told.extend(shown.labels.iter().flat_map(|&class| std::iter::repeat_n(class, shown.samples)));
        self.sample(shown);
        if let Some(mixture) = network.mixture() {
            self.under_prior(&mixture, shown);
        }
        if !network.lower.is_empty() {
            self.sample_lower(network, shown);
        }
        if shown.config.estimates_kl() {
            self.estimate_kl(shown);
        }
        let (lowest, rows) = (self.lower.lowest(&self.z), images * shown.samples);
        forward(&network.decoder, &mut self.decoder, &Input::Dense(lowest), &self.told, rows);
        self.likelihoods(network, shown);
    }

    /// Of the KL, which has no closed form, the mean over the samples.
    fn estimate_kl(&mut self, shown: &Shown) {
        let rows = shown.labels.len() * shown.samples;
        let total: f64 = (0..rows).map(|row| f64::from(self.log_ratio(row, shown))).sum();
        self.kl.clear();
        self.kl.push(-total / shown.samples as f64);
    }

    /// Gradients of all weights.
    pub fn backward(&mut self, network: &Network, shown: &Shown, cost: &Cost) {
        match shown.samples {
            1 => self.shares.fill(1.0),
            _ => self.weigh_samples(network, shown, cost.beta),
        }
        if let Some(mixture) = network.mixture() {
            self.prior_gradients(&mixture, shown, cost.beta);
        }
        let lowest = Input::Dense(self.lower.lowest(&self.z));
        backward(&network.decoder, &mut self.decoder, &lowest, &self.told, Some(&mut self.z_delta));
        if !network.lower.is_empty() {
            self.lower_slopes(network, shown, cost.beta);
        }
        match cost.estimator {
            _ if shown.samples == 1 && !shown.config.estimates_kl() => self.head_delta(shown, &cost.kl_weights),
            Estimator::Standard => self.weighted_head_delta(shown, cost.beta),
            Estimator::DoublyReparameterised => self.doubly_weighted_head_delta(shown, cost.beta),
        }
        self.add_said(shown);
        backward(&network.encoder, &mut self.encoder, &self.inputs.get(), shown.labels, None);
    }

    /// log p(x|z) of each sample, and its negative gradient by what the decoder put out.
    fn likelihoods(&mut self, network: &Network, shown: &Shown) {
        let rows = shown.labels.len() * shown.samples;
        if let Some(texts) = TextLikelihood::of_model(network) {
            return self.text_likelihoods(texts, network, shown);
        }
        let Some(pass) = self.decoder.last_mut() else { return };
        pass.delta.resize(pass.output.len(), 0.0);
        self.shares.resize(rows, 0.0);
        self.by_log_vars.resize(rows, 0.0);
        let scale = if shown.samples == 1 { 1.0 / shown.of as f32 } else { 1.0 };
        let (pixels, outputs) = (shown.config.data.size(), pass.output.len() / rows);
        let of_image = ImageLikelihood::of_model(network);
        let mut total = 0.0;
        let each = pass.output.chunks_exact(outputs).zip(pass.delta.chunks_exact_mut(outputs));
        for (row, (output, delta)) in each.enumerate() {
            let image = &shown.targets[row / shown.samples * pixels..][..pixels];
            let likelihood;
            (likelihood, self.by_log_vars[row]) = of_image.of(output, image, scale, delta);
            self.shares[row] = likelihood as f32;
            total += likelihood;
        }
        self.reconstruction = -total / shown.samples as f64;
        self.by_log_var = scale * self.by_log_vars.iter().sum::<f32>();
    }
}
