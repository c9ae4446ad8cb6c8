//! One training step taken apart: the same batch through encoder, sample, decoder, loss and update, in figures.

use serde::Serialize;

use super::RecordedStep;
use super::engines::cpu::CpuVae;
use super::schedule::Rates;
use crate::data::batch::Batch;
use crate::error::{Error, Result};
use crate::model::figures::finite;
use crate::model::network::Network;
use crate::model::weights::Weights;
use crate::objective::lower::Below;
use crate::objective::posterior::Codes;
use crate::objective::samples::{Samples, log_mean_exp, samples};
use crate::objective::terms::Terms;
use crate::settings::layers::{character_tensors, layer_specs, prior_tensors};
use crate::settings::{ModelConfig, TrainConfig};

/// What a step did.
#[derive(Debug, Clone, PartialEq)]
pub struct Breakdown {
    pub shown: Shown,
    /// Of the batch, with the weights and the draws that the step was made from.
    pub before: Cost,
    /// Of the same batch with the same draws, with the weights that the step left.
    pub after: Cost,
    /// Of the loss by all weights, before any clipping.
    pub gradient_norm: f64,
    pub layers: Vec<LayerChange>,
}

/// The first M images of a batch on their way through the model.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// What went in, and what should come out: bytes, `[M, 784]`.
    pub inputs: Vec<u8>,
    pub targets: Vec<u8>,
    /// The posteriors' means, `[M, Z]`.
    pub mu: Vec<f32>,
    /// The logarithms of their variances, `[M, Z]`; empty for an autoencoder.
    pub log_var: Vec<f32>,
    /// As [`Codes`] have it, `[M, Z (Z + 1) / 2]`.
    pub factor: Vec<f32>,
    /// The first sample of each, `[M, Z]`.
    pub z: Vec<f32>,
    /// Decoded from z, or from the sample of h below it: grey bytes, `[M, 784]`.
    pub decoded: Vec<u8>,
}

/// Means over a batch, in nats per image.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Cost {
    pub terms: Terms,
    /// What the step made smaller: reconstruction + beta * KL with free bits, or, with more than one sample, the negative
    /// importance-weighted bound (Burda et al. 2016, eq. 8).
    pub loss: f64,
}

/// How far a step moved a layer's weights and biases, a likelihood of texts, or a mixture as prior.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct LayerChange {
    /// As [`crate::settings::layers::LayerSpec`] has it, `characters` or `prior`.
    pub name: String,
    /// The norm of the change over the norm of what was there.
    pub relative: f64,
}

/// Takes the step from `before` to `after` apart; at most `most` images are shown.
///
/// # Errors
/// [`Error::Argument`] for a batch that does not fit the model, or weights of two models, [`Error::Weights`] for figures
/// that are not finite.
pub fn break_down(before: Weights, after: Weights, step: &RecordedStep, most: usize) -> Result<Breakdown> {
    if before.config() != after.config() {
        return Err(Error::Argument("expected weights of one model, got those of two".into()));
    }
    let layers = changes(&before, &after);
    let RecordedStep { batch, rates: Rates { beta, .. }, free_bits, estimator } = step;
    let train = TrainConfig { free_bits: *free_bits, estimator: *estimator, ..TrainConfig::default() };
    let gradient_norm = CpuVae::new(before.clone(), &train).gradient_norm(batch, *beta)?;
    finite("a gradient", &[gradient_norm])?;
    let [before, after] = [before, after].map(Network::new);
    let shown = show(&before, batch, most)?;
    Ok(Breakdown { shown, before: cost(&before, step)?, after: cost(&after, step)?, gradient_norm, layers })
}

fn cost(model: &Network, step: &RecordedStep) -> Result<Cost> {
    let RecordedStep { batch, rates: Rates { beta, .. }, free_bits, .. } = step;
    let count = batch.check(model.config())?;
    let heads = model.heads(batch.inputs(), &batch.labels)?;
    let made = samples(model, &heads, batch)?;
    let kl = mean_kl(model, &heads, &made, count);
    let Samples { log_likelihood, log_ratio, .. } = made;
    let reconstruction = -log_likelihood.iter().sum::<f64>() / log_likelihood.len() as f64;
    let loss = if log_likelihood.len() > count && !model.config().deterministic {
        let weights =
            log_likelihood.iter().zip(log_ratio).map(|(likelihood, ratio)| likelihood + beta * f64::from(ratio));
        let weights: Vec<f64> = weights.collect();
        -weights.chunks(weights.len() / count).map(log_mean_exp).sum::<f64>() / count as f64
    } else {
        reconstruction + beta * kl.iter().map(|kl| kl.max(*free_bits)).sum::<f64>()
    };
    finite("a loss", &[loss])?;
    Ok(Cost { terms: Terms::new(reconstruction, kl.iter().sum()).finite()?, loss })
}

/// The KL's mean over the images: of each dimension, or of all where it is estimated from the samples.
fn mean_kl(model: &Network, heads: &[f32], made: &Samples, count: usize) -> Vec<f64> {
    if model.config().estimates_kl() {
        let ratios = made.log_ratio.iter().copied().map(f64::from);
        return vec![-ratios.sum::<f64>() / made.log_ratio.len() as f64];
    }
    let latent = model.config().latent_size;
    let kl = Codes::of(&model.posteriors(heads), latent, count).kl_per_dimension(latent);
    let mean = |d: usize| kl.iter().skip(d).step_by(latent).copied().map(f64::from).sum::<f64>() / count as f64;
    (0..latent).map(mean).collect()
}

fn show(model: &Network, batch: &Batch, most: usize) -> Result<Shown> {
    let first = first(batch, most, model.config());
    let latent = model.config().latent_size;
    let heads = model.heads(first.inputs(), &first.labels)?;
    let codes = Codes::of(&model.posteriors(&heads), latent, first.labels.len());
    let z = codes.samples(&first.noise, latent);
    let Codes { mu, log_var, factor } = codes;
    let below = Below::of(model, &heads, &z, &first.labels, &first);
    let decoded = model.pictures_of_lowest(&below.lowest, &first.labels);
    Ok(Shown { inputs: first.inputs().to_vec(), targets: first.targets, mu, log_var, factor, z, decoded })
}

/// The first images of a batch, with the first sample of each.
fn first(batch: &Batch, most: usize, config: &ModelConfig) -> Batch {
    let pixels = config.data.size();
    let count = most.min(batch.labels.len());
    let of_first = |noise: &[f32], latent: usize| -> Vec<f32> {
        let draws = noise.len() / batch.labels.len();
        noise.chunks(draws.max(1)).take(count).flat_map(|draws| &draws[..latent]).copied().collect()
    };
    Batch {
        targets: batch.targets[..count * pixels].to_vec(),
        corrupted: batch.corrupted.as_ref().map(|bytes| bytes[..count * pixels].to_vec()),
        labels: batch.labels[..count].to_vec(),
        hidden: batch.hidden.iter().take(count * config.data.length()).copied().collect(),
        units: batch.units[..batch.units.len() / batch.labels.len() * count].to_vec(),
        noise: of_first(&batch.noise, config.latent_size),
        lower_noise: of_first(&batch.lower_noise, config.lower_size),
    }
}

fn changes(before: &Weights, after: &Weights) -> Vec<LayerChange> {
    let mut pairs = before.tensors().iter().zip(after.tensors());
    let layers = layer_specs(before.config()).into_iter().map(|layer| (layer.tensors().len(), layer.name));
    let layers = layers.filter(|(tensors, _)| *tensors > 0);
    let (characters, prior) = (character_tensors(before.config()).len(), prior_tensors(before.config()).len());
    layers
        .chain((characters > 0).then(|| (characters, "characters".into())))
        .chain((prior > 0).then(|| (prior, "prior".into())))
        .map(|(tensors, name)| {
            let (mut moved, mut size) = (0.0, 0.0);
            for (old, new) in pairs.by_ref().take(tensors) {
                for (&old, &new) in old.iter().zip(new) {
                    moved += (f64::from(new) - f64::from(old)).powi(2);
                    size += f64::from(old).powi(2);
                }
            }
            LayerChange { name, relative: if size > 0.0 { (moved / size).sqrt() } else { 0.0 } }
        })
        .collect()
}
