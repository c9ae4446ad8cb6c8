//! A batch's way through the model.

use cubecl::prelude::*;
use cubecl::server::Handle;

use super::Step;
use super::feed::Resident;
use super::images::Images;
use super::importance::Shares;
use super::layers::{self, Input, Layer};
use super::likelihood::Likelihoods;
use super::lower::Lower;
use super::mixture::Mixture;
use super::posterior::Posterior;
use super::shape::shapes;
use crate::settings::{ModelConfig, TrainConfig};

/// What a step makes on the way, for batches of one size with as many samples of z for each image.
pub struct Batch {
    pub size: usize,
    pub samples: usize,
    images: Images,
    encoder: Vec<Layer>,
    decoder: Vec<Layer>,
    likelihoods: Likelihoods,
    /// None for an autoencoder, whose z is the encoder's output.
    posterior: Option<Posterior>,
    /// Where the prior is a mixture.
    mixture: Option<Mixture>,
    /// Where there is a second layer of latents.
    lower: Option<Lower>,
    /// Where there are several samples, or the KL is estimated by them.
    shares: Option<Shares>,
}

impl Batch {
    pub fn new(client: &Client, config: &ModelConfig, train: &TrainConfig, size: usize, samples: usize) -> Self {
        let shapes = shapes(config);
        let posterior = || Posterior::new(client, config, size, samples, train.free_bits);
        let (components, latent) = (config.components(), config.latent_size);
        let mixture = |prior| Mixture::new(client, prior, components, latent, size * samples);
        let lower = |layers| Lower::new(client, config, layers, size, samples);
        let is_weighed = samples > 1 || config.estimates_kl();
        Self {
            size,
            samples,
            images: Images::new(client, &config.data, size, !config.channels.is_empty()),
            likelihoods: Likelihoods::new(client, config, &shapes, size, samples),
            encoder: Layer::all(client, shapes.encoder, size, 1),
            decoder: Layer::all(client, shapes.decoder, size, samples),
            posterior: (!config.deterministic).then(posterior),
            mixture: shapes.prior.map(mixture),
            lower: (config.lower_size > 0).then(|| lower(shapes.lower)),
            shares: is_weighed.then(|| Shares::new(client, config, train, size, samples)),
        }
    }

    /// A step's images of those on the device, as bytes.
    pub fn gather(&self, step: &Step, data: &Resident) -> Handle {
        self.images.gather(step, data);
        self.images.bytes.clone()
    }

    /// Both terms of the images of bytes `targets`, seen as `inputs`, both `[N, words]`, added to the sums.
    pub fn evaluate(&self, step: &Step, inputs: &Handle, targets: &Handle) {
        self.forward(step, inputs);
        self.likelihoods.run(step, self.output(), targets, 0.0);
        self.head_delta(step);
    }

    /// The same, and a step of the optimiser on all parameters.
    pub fn train(&self, step: &Step, inputs: &Handle, targets: &Handle) {
        self.forward(step, inputs);
        // With several samples each waits for its share.
        let scale = if self.samples == 1 { 1.0 / self.size as f32 } else { 1.0 };
        self.likelihoods.run(step, self.output(), targets, scale);
        if let (Some(shares), Some(posterior)) = (&self.shares, &self.posterior) {
            shares.weigh(step, posterior, self.head(), &self.likelihoods, self.output(), self.log_ratios());
        }
        self.likelihoods.update(step, self.output(), scale, self.shares.as_ref());
        layers::backward(step, &self.decoder, self.latent_input());
        if let (Some(lower), Some(posterior), Some(shares)) = (&self.lower, &self.posterior, &self.shares) {
            lower.backward(step, posterior, self.head(), shares);
        }
        self.head_delta(step);
        if let (Some(mixture), Some(posterior), Some(shares)) = (&self.mixture, &self.posterior, &self.shares) {
            mixture.update(step, posterior, shares);
        }
        layers::backward(step, &self.encoder, self.input(step, inputs));
    }

    fn forward(&self, step: &Step, inputs: &Handle) {
        if let Some(pixels) = &self.images.pixels {
            self.images.unpack(step, inputs, pixels);
        }
        layers::forward(step, &self.encoder, self.input(step, inputs));
        if let Some(posterior) = &self.posterior {
            posterior.sample(step, self.head());
            if let Some(mixture) = &self.mixture {
                mixture.see(step, posterior, self.head());
            }
            if let Some(lower) = &self.lower {
                lower.sample(step, posterior, self.head(), self.mixture.as_ref());
            }
        }
        layers::forward(step, &self.decoder, self.latent_input());
    }

    fn head_delta(&self, step: &Step) {
        match (&self.posterior, &self.shares) {
            (None, _) => {}
            (Some(posterior), None) => posterior.head_delta(step, self.head()),
            (Some(posterior), Some(shares)) => {
                shares.head_delta(step, posterior, self.head(), self.mixture.as_ref(), self.log_ratios());
            }
        }
    }

    fn input<'a>(&'a self, step: &Step<'a>, bytes: &'a Handle) -> Input<'a> {
        match (step.texts, &self.images.pixels) {
            (Some(texts), _) => Input::Characters(&texts.seen),
            (None, Some(pixels)) => Input::Pixels(pixels),
            (None, None) => Input::Bytes(bytes),
        }
    }

    /// Of mu and log_var, or of z.
    fn head(&self) -> &Layer {
        &self.encoder[self.encoder.len() - 1]
    }

    /// Of what is decoded.
    fn output(&self) -> &Layer {
        &self.decoder[self.decoder.len() - 1]
    }

    /// log p - log q of each sample, where the KL is estimated by them.
    fn log_ratios(&self) -> Option<&Handle> {
        self.mixture.as_ref().map(Mixture::log_ratios).or(self.lower.as_ref().map(Lower::log_ratios))
    }

    fn latent_input(&self) -> Input<'_> {
        match (&self.lower, &self.posterior) {
            (Some(lower), _) => lower.input(),
            (None, Some(posterior)) => posterior.input(),
            (None, None) => Input::Values { values: &self.head().output, delta: &self.head().delta },
        }
    }
}
