//! What the page keeps and shows of a run's course: small snapshots, and one step taken apart.

use js_sys::{Float32Array, Uint8Array};
use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::recorded_step::RecordedStep;
use crate::data::batch::Batch;
use crate::error::Result;
use crate::model::halve::halve;
use crate::model::weights;
use crate::training;
use crate::training::breakdown::{self, Cost, LayerChange, Shown};
use crate::training::schedule::Rates;

/// Images of a batch that are shown.
const SHOWN: usize = 8;

/// One step taken apart; the first M images of its batch, of N, are shown.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct StepBreakdown {
    /// N.
    batch_size: usize,
    /// k, samples of z for each image.
    samples: usize,
    /// What went in, grey bytes `[M, pixels]`.
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    inputs: Uint8Array,
    /// What should come out, grey bytes `[M, pixels]`.
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    targets: Uint8Array,
    /// `[M, Z]`.
    #[tsify(type = "Float32Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    mu: Float32Array,
    /// `[M, Z]`; empty for an autoencoder.
    #[tsify(type = "Float32Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    log_var: Float32Array,
    /// L of the covariances L L^T, the lower triangle row by row, `[M, Z (Z + 1) / 2]`; empty where dimensions are independent.
    #[tsify(type = "Float32Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    factor: Float32Array,
    /// The first sample of each image, `[M, Z]`.
    #[tsify(type = "Float32Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    z: Float32Array,
    /// Decoded from z, grey bytes `[M, pixels]`.
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    decoded: Uint8Array,
    beta: f64,
    learning_rate: f64,
    before: Cost,
    /// With the same images and draws.
    after: Cost,
    /// Before any clipping.
    gradient_norm: f64,
    layers: Vec<LayerChange>,
}

/// Takes a step apart.
///
/// # Errors
/// For weights or a batch that do not fit each other.
#[wasm_bindgen(js_name = breakDown)]
pub fn break_down(step: Ts<RecordedStep>) -> Result<Ts<StepBreakdown>> {
    let step = step.to_rust()?;
    let [before, after] = [weights::read(&step.before.to_vec())?, weights::read(&step.after.to_vec())?];
    let corrupted = step.corrupted.to_vec();
    let batch = Batch {
        targets: step.targets.to_vec(),
        corrupted: (!corrupted.is_empty()).then_some(corrupted),
        labels: step.labels.to_vec(),
        noise: step.noise.to_vec(),
        lower_noise: step.lower_noise.to_vec(),
        units: step.units.to_vec(),
        hidden: step.hidden.to_vec().into_iter().map(|byte| byte > 0).collect(),
    };
    let RecordedStep { beta, learning_rate, free_bits, estimator, .. } = step;
    let batch_size = batch.check(before.config())?;
    let samples = batch.noise.len() / (batch_size * before.config().latent_size);
    let step = training::RecordedStep { batch, rates: Rates { beta, learning_rate }, free_bits, estimator };
    let made = breakdown::break_down(before, after, &step, SHOWN)?;
    let Shown { inputs, targets, mu, log_var, factor, z, decoded } = made.shown;
    let breakdown = StepBreakdown {
        batch_size,
        samples,
        inputs: Uint8Array::from(inputs.as_slice()),
        targets: Uint8Array::from(targets.as_slice()),
        mu: Float32Array::from(mu.as_slice()),
        log_var: Float32Array::from(log_var.as_slice()),
        factor: Float32Array::from(factor.as_slice()),
        z: Float32Array::from(z.as_slice()),
        decoded: Uint8Array::from(decoded.as_slice()),
        beta,
        learning_rate,
        before: made.before,
        after: made.after,
        gradient_norm: made.gradient_norm,
        layers: made.layers,
    };
    Ok(breakdown.into_ts()?)
}

/// A model's weights in half as many bytes, as float16: to look at, not to go on from.
///
/// # Errors
/// For bytes that are not a model's weights, or a weight that is too large.
#[wasm_bindgen(js_name = halved)]
pub fn halved(weights: &[u8]) -> Result<Uint8Array> {
    Ok(Uint8Array::from(halve(weights)?.as_slice()))
}
