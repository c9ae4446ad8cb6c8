//! One training step taken apart: the same batch through encoder, sample, decoder, loss and update, in figures.

use burn::module::{Module, ModuleVisitor, Param};
use burn::tensor::{Device, Gradients, Tensor};
use serde::Serialize;

use super::RecordedStep;
use super::schedule::Rates;
use crate::data::batch::Batch;
use crate::device::cpu;
use crate::error::{Error, Result};
use crate::model::Vae;
use crate::model::figures::finite;
use crate::model::pixels;
use crate::model::weights::Weights;
use crate::objective::terms::Terms;
use crate::objective::{self, Objective, to_device};
use crate::settings::ModelConfig;
use crate::settings::layers::{layer_specs, prior_tensors};

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
    /// The first sample of each, `[M, Z]`.
    pub z: Vec<f32>,
    /// Decoded from z: grey bytes, `[M, 784]`.
    pub decoded: Vec<u8>,
}

/// Means over a batch, in nats per image.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Cost {
    pub terms: Terms,
    /// What the step made smaller: [`crate::objective::Elbo::loss`].
    pub loss: f64,
}

/// How far a step moved a layer's weights and biases, or a mixture as prior.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct LayerChange {
    /// As [`crate::settings::layers::LayerSpec`] has it, or `prior`.
    pub name: String,
    /// The norm of the change over the norm of what was there.
    pub relative: f64,
}

/// Takes the step from `before` to `after` apart; at most `most` images are shown.
///
/// # Errors
/// [`Error::Argument`] for a batch that does not fit the model, or weights of two models, [`Error::Weights`] for figures
/// that are not finite.
pub async fn break_down(before: Weights, after: Weights, step: &RecordedStep, most: usize) -> Result<Breakdown> {
    if before.config() != after.config() {
        return Err(Error::Argument("expected weights of one model, got those of two".into()));
    }
    let device = cpu()?;
    let layers = changes(&before, &after);
    let model = Vae::from_weights(before, &device.clone().autodiff());
    let (cost_before, loss) = cost(&model, step, &device.clone().autodiff()).await?;
    let gradient_norm = norm(&model, loss.backward()).await?;
    let (cost_after, _) = cost(&Vae::from_weights(after, &device), step, &device).await?;
    finite("a gradient", &[gradient_norm])?;
    let shown = show(&model.valid(), &step.batch, most, &device).await?;
    Ok(Breakdown { shown, before: cost_before, after: cost_after, gradient_norm, layers })
}

async fn cost(model: &Vae, step: &RecordedStep, device: &Device) -> Result<(Cost, Tensor<1>)> {
    let &RecordedStep { ref batch, rates: Rates { beta, .. }, free_bits, estimator } = step;
    let objective = Objective { beta, free_bits, estimator };
    let (terms, loss) = objective::cost(model, to_device(model, batch, device)?, objective);
    let figures = pixels::to_vec(Tensor::cat(vec![terms.sums(), loss.clone()], 0)).await?;
    let [reconstruction, kl, mean] = [0, 1, 2].map(|index| f64::from(figures[index]));
    let count = batch.labels.len() as f64;
    finite("a loss", &[mean])?;
    Ok((Cost { terms: Terms::new(reconstruction / count, kl / count).finite()?, loss: mean }, loss))
}

async fn show(model: &Vae, batch: &Batch, most: usize, device: &Device) -> Result<Shown> {
    let first = first(batch, most, model.config());
    let images = to_device(model, &first, device)?;
    let posterior = model.encoder.forward(images.inputs, images.condition.clone());
    let z = posterior.sample(images.noise);
    let decoded = model.decoder.forward(z.clone(), images.condition);
    Ok(Shown {
        inputs: first.inputs().to_vec(),
        targets: first.targets,
        mu: pixels::to_vec(posterior.mu).await?,
        log_var: match posterior.log_var {
            Some(log_var) => pixels::to_vec(log_var).await?,
            None => vec![],
        },
        z: pixels::to_vec(z).await?,
        decoded: pixels::from_logits(decoded.logits).await?,
    })
}

/// The first images of a batch, with the first sample of each.
fn first(batch: &Batch, most: usize, config: &ModelConfig) -> Batch {
    let pixels = config.data.size();
    let count = most.min(batch.labels.len());
    let draws = batch.noise.chunks(batch.noise.len() / batch.labels.len());
    Batch {
        targets: batch.targets[..count * pixels].to_vec(),
        corrupted: batch.corrupted.as_ref().map(|bytes| bytes[..count * pixels].to_vec()),
        labels: batch.labels[..count].to_vec(),
        noise: draws.take(count).flat_map(|draws| &draws[..config.latent_size]).copied().collect(),
    }
}

/// The norm over all parameters.
async fn norm(model: &Vae, gradients: Gradients) -> Result<f64> {
    struct Squares {
        gradients: Gradients,
        sums: Vec<Tensor<1>>,
    }
    impl ModuleVisitor for Squares {
        fn visit_float<const D: usize>(&mut self, parameter: &Param<Tensor<D>>) {
            self.sums.extend(parameter.val().grad(&self.gradients).map(|gradient| gradient.square().sum()));
        }
    }
    let mut squares = Squares { gradients, sums: vec![] };
    model.visit(&mut squares);
    let sums = pixels::to_vec(Tensor::cat(squares.sums, 0)).await?;
    Ok(sums.into_iter().map(f64::from).sum::<f64>().sqrt())
}

fn changes(before: &Weights, after: &Weights) -> Vec<LayerChange> {
    let mut pairs = before.tensors().iter().zip(after.tensors());
    let layers = layer_specs(before.config()).into_iter().map(|layer| (layer.tensors().len(), layer.name));
    let prior = prior_tensors(before.config()).len();
    layers
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
