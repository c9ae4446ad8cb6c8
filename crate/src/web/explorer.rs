//! The explorer's session: a CPU copy of a model that encodes and decodes while another one trains.
//! A class, from 0 to 9, is what a conditional model is told; others ignore it.

use burn::module::Module;
use burn::tensor::Device;
use js_sys::{Float32Array, Uint8Array};
use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use crate::batch::threshold;
use crate::codes;
use crate::config::{DataView, ModelConfig, PIXELS};
use crate::device::cpu;
use crate::error::{Error, Result};
use crate::latent::{MapView, finite, strip, traversal};
use crate::model::Vae;
use crate::prepare::prepare;
use crate::reconstruct::reconstruct;
use crate::terms::Terms;
use crate::web::digits::Digits;
use crate::{pixels, weights};

/// A model on the CPU, ready to answer.
#[wasm_bindgen]
pub struct Explorer {
    model: Vae,
    device: Device,
}

/// What a model is made of.
#[derive(Serialize, Tsify)]
pub struct ModelSummary {
    config: ModelConfig,
    /// Numbers that training changes.
    parameters: usize,
}

/// What a model makes of one image.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Encoding {
    /// What the model sees: 784 grey bytes, 255 is ink.
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    seen: Uint8Array,
    /// The posterior's mean, `[Z]`.
    #[tsify(type = "Float32Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    mu: Float32Array,
    /// The logarithm of the posterior's variance, `[Z]`; empty for an autoencoder.
    #[tsify(type = "Float32Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    log_var: Float32Array,
    /// In nats, `[Z]`.
    #[tsify(type = "Float32Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    kl_per_dimension: Float32Array,
    /// Decoded from z = mu: 784 grey bytes.
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    reconstruction: Uint8Array,
    /// At z = mu.
    terms: Terms,
}

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
    /// Their classes, 0 to 9, `[N]`.
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    labels: Uint8Array,
}

#[wasm_bindgen]
impl Explorer {
    /// Opens a model from safetensors bytes.
    ///
    /// # Errors
    /// For bytes that are not a model's weights; says what was expected and what came.
    #[wasm_bindgen(constructor)]
    pub fn new(weights: &[u8]) -> std::result::Result<Explorer, JsError> {
        let device = cpu()?;
        Ok(Self { model: Vae::from_weights(weights::read(weights)?, &device)?, device })
    }

    /// Replaces the model, if the new weights are valid.
    ///
    /// # Errors
    /// As [`Explorer::new`]; the old model stays.
    pub fn load(&mut self, weights: &[u8]) -> std::result::Result<Ts<ModelSummary>, JsError> {
        self.model = Vae::from_weights(weights::read(weights)?, &self.device)?;
        self.summary()
    }

    /// What the model is made of.
    ///
    /// # Errors
    /// When the value cannot be made into JavaScript's.
    pub fn summary(&self) -> std::result::Result<Ts<ModelSummary>, JsError> {
        let summary = ModelSummary { config: self.model.config().clone(), parameters: self.model.num_params() };
        Ok(summary.into_ts()?)
    }

    /// One row of the decoded manifold: 28 lines of `28 * columns` grey bytes. A row at a time, so that
    /// no other request waits for a whole map.
    ///
    /// # Errors
    /// For a view that does not fit the model.
    #[wasm_bindgen(js_name = mapRow)]
    pub async fn map_row(&self, view: Ts<MapView>, row: usize, class: u8) -> std::result::Result<Uint8Array, JsError> {
        let view: MapView = view.to_rust()?;
        let images = self.decode_all(view.row_points(row)?, view.z.len(), class).await?;
        Ok(Uint8Array::from(strip(&images).as_slice()))
    }

    /// Decodes points `[N, latent]` to N images of 784 grey bytes, one after the other.
    ///
    /// # Errors
    /// For points that do not fit the model.
    pub async fn decode(&self, points: Vec<f32>, latent: usize, class: u8) -> std::result::Result<Uint8Array, JsError> {
        Ok(Uint8Array::from(self.decode_all(points, latent, class).await?.as_slice()))
    }

    /// Encodes `count` digits from `start` on, each as its own class.
    ///
    /// # Errors
    /// For digits past the end.
    pub async fn codes(&self, digits: &Digits, start: usize, count: usize) -> std::result::Result<Ts<Codes>, JsError> {
        let (mut images, mut classes) = (Vec::with_capacity(count * PIXELS), Vec::with_capacity(count));
        for index in start..start + count {
            let (pixels, class) = digits.0.digit(index)?;
            images.extend_from_slice(pixels);
            classes.push(class);
        }
        let made = codes::encode(&self.model, &self.shown(images), &classes, &self.device).await?;
        let codes = Codes {
            mu: Float32Array::from(made.mu.as_slice()),
            log_var: Float32Array::from(made.log_var.as_slice()),
            labels: Uint8Array::from(classes.as_slice()),
        };
        Ok(codes.into_ts()?)
    }

    /// A strip of `count` images that differ from z in one dimension: 28 lines of `28 * count` grey bytes.
    ///
    /// # Errors
    /// For arguments that do not fit the model.
    pub async fn traversal(
        &self,
        z: Vec<f32>,
        dimension: usize,
        extent: f32,
        count: usize,
        class: u8,
    ) -> std::result::Result<Uint8Array, JsError> {
        let images = self.decode_all(traversal(&z, dimension, extent, count)?, z.len(), class).await?;
        Ok(Uint8Array::from(strip(&images).as_slice()))
    }

    /// Encodes 784 grey bytes.
    ///
    /// # Errors
    /// For another number of bytes.
    pub async fn encode(&self, pixels: Vec<u8>, class: u8) -> std::result::Result<Ts<Encoding>, JsError> {
        let seen = self.shown(pixels);
        let made = reconstruct(&self.model, &seen, class, &self.device).await?;
        let encoding = Encoding {
            seen: Uint8Array::from(seen.as_slice()),
            mu: Float32Array::from(made.mu.as_slice()),
            log_var: Float32Array::from(made.log_var.as_slice()),
            kl_per_dimension: Float32Array::from(made.kl_per_dimension.as_slice()),
            reconstruction: Uint8Array::from(made.pixels.as_slice()),
            terms: made.terms,
        };
        Ok(encoding.into_ts()?)
    }

    /// Encodes a drawing of `side * side` bytes (255 is ink), prepared as MNIST was; nothing for an empty pad.
    ///
    /// # Errors
    /// For a pad of another size.
    pub async fn draw(
        &self,
        ink: Vec<u8>,
        side: usize,
        class: u8,
    ) -> std::result::Result<Option<Ts<Encoding>>, JsError> {
        match prepare(&ink, side)? {
            Some(pixels) => Ok(Some(self.encode(pixels, class).await?)),
            None => Ok(None),
        }
    }
}

impl Explorer {
    /// Points `[N, latent]`, row by row, to N images of a class.
    async fn decode_all(&self, points: Vec<f32>, latent: usize, class: u8) -> Result<Vec<u8>> {
        let expected = self.model.config().latent_size;
        if latent != expected {
            return Err(Error::Argument(format!("expected {expected} latent coordinates, got {latent}")));
        }
        if points.is_empty() || !points.len().is_multiple_of(latent) {
            let count = points.len();
            return Err(Error::Argument(format!("expected points of {latent} coordinates, got {count} numbers")));
        }
        finite(&points)?;
        let condition = self.model.condition(&vec![class; points.len() / latent], &self.device);
        let z = pixels::rows(points, latent, &self.device);
        pixels::from_logits(self.model.decoder.forward(z, condition).logits).await
    }

    /// A thresholded model is shown black and white; one of drawn pixels is shown their probabilities.
    fn shown(&self, mut pixels: Vec<u8>) -> Vec<u8> {
        if self.model.config().data_view == DataView::Thresholded {
            threshold(&mut pixels);
        }
        pixels
    }
}
