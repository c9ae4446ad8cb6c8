//! Posteriors of many images, as the page and the uses hand them over.

use js_sys::{Float32Array, Uint8Array};
use serde::Serialize;
use tsify::Tsify;

use crate::latent::codes;

/// The posteriors of N digits.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Codes {
    /// Their means, `[N, Z]`.
    #[tsify(type = "Float32Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    mu: Float32Array,
    /// The logarithms of their variances, `[N, Z]`; empty for an autoencoder.
    #[tsify(type = "Float32Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    log_var: Float32Array,
    /// L of their covariances L L^T, the lower triangle row by row, `[N, Z (Z + 1) / 2]`; empty where dimensions are independent.
    #[tsify(type = "Float32Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    factor: Float32Array,
    /// Their classes, 0 to 9, `[N]`.
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    labels: Uint8Array,
}

impl Codes {
    pub fn of(codes: &codes::Codes, classes: &[u8]) -> Self {
        Self {
            mu: Float32Array::from(codes.mu.as_slice()),
            log_var: Float32Array::from(codes.log_var.as_slice()),
            factor: Float32Array::from(codes.factor.as_slice()),
            labels: Uint8Array::from(classes),
        }
    }
}
