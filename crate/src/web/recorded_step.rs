//! One step of a run with all that it was made from, on its way from the trainer to where it is taken apart.

use js_sys::{Float32Array, Uint8Array};
use serde::{Deserialize, Serialize};
use tsify::Tsify;

use crate::settings::Estimator;
use crate::training;
use crate::training::schedule::Rates;

/// One step: the weights on either side of it (safetensors bytes), and what it was made from.
#[derive(Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct RecordedStep {
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub before: Uint8Array,
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub after: Uint8Array,
    /// What should come out, `[N, pixels]`.
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub targets: Uint8Array,
    /// What goes in, `[N, pixels]`; empty where it is the same.
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub corrupted: Uint8Array,
    /// `[N]`.
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub labels: Uint8Array,
    /// `[N * k, Z]`.
    #[tsify(type = "Float32Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub noise: Float32Array,
    /// `[N * k, H]`; empty where there is no second layer of latents.
    #[tsify(type = "Float32Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub lower_noise: Float32Array,
    /// 1 for characters of texts that the decoder is not shown, `[N, length]`; empty where it is shown all.
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub hidden: Uint8Array,
    /// What hidden units of the likelihood of texts are multiplied by, `[N, units]`; empty where nothing is.
    #[tsify(type = "Float32Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub units: Float32Array,
    pub beta: f64,
    pub learning_rate: f64,
    pub free_bits: f64,
    pub estimator: Estimator,
}

impl RecordedStep {
    pub fn new(step: &training::RecordedStep, [before, after]: [Uint8Array; 2]) -> Self {
        let training::RecordedStep { batch, rates: Rates { beta, learning_rate }, free_bits, estimator } = step;
        Self {
            before,
            after,
            targets: Uint8Array::from(batch.targets.as_slice()),
            corrupted: Uint8Array::from(batch.corrupted.as_deref().unwrap_or_default()),
            labels: Uint8Array::from(batch.labels.as_slice()),
            noise: Float32Array::from(batch.noise.as_slice()),
            lower_noise: Float32Array::from(batch.lower_noise.as_slice()),
            hidden: Uint8Array::from(batch.hidden.iter().map(|&hidden| hidden.into()).collect::<Vec<u8>>().as_slice()),
            units: Float32Array::from(batch.units.as_slice()),
            beta: *beta,
            learning_rate: *learning_rate,
            free_bits: *free_bits,
            estimator: *estimator,
        }
    }
}
