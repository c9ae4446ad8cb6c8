//! What the explorer answers with.

use js_sys::{Float32Array, Uint8Array};
use serde::Serialize;
use tsify::Tsify;

use crate::evaluation::reconstruct::Reconstruction;
use crate::latent::posterior::spread;
use crate::model::network::Network;
use crate::model::prior::Prior;
use crate::objective::terms::Terms;
use crate::settings::memory::parameters;
use crate::settings::{DataSpec, ModelConfig};

/// What a model is made of.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ModelSummary {
    config: ModelConfig,
    /// What goes in and comes out.
    data: DataSpec,
    /// Side of the square in the middle that what is drawn fills, in pixels.
    ink_box: usize,
    /// Numbers that training changes.
    parameters: usize,
    /// A mixture's, where the prior is one.
    #[tsify(optional)]
    prior: Option<PriorComponents>,
}

/// The Gaussians of a mixture as prior.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct PriorComponents {
    /// `[K]`, of sum 1.
    weights: Vec<f32>,
    /// `[K, Z]` each.
    means: Vec<f32>,
    variances: Vec<f32>,
}

/// What a model makes of one image.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Encoding {
    /// What the model sees: an image, 255 is ink.
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    seen: Uint8Array,
    /// The same before it was damaged.
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    clean: Uint8Array,
    /// The posterior's mean, `[Z]`.
    #[tsify(type = "Float32Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    mu: Float32Array,
    /// The logarithm of the posterior's variance, `[Z]`; empty for an autoencoder.
    #[tsify(type = "Float32Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    log_var: Float32Array,
    /// L of its covariance L L^T, the lower triangle row by row, `[Z (Z + 1) / 2]`; empty where dimensions are independent.
    #[tsify(type = "Float32Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    factor: Float32Array,
    /// In nats, `[Z]`; empty with a mixture as prior or a full covariance, whose KL has no part for each dimension.
    #[tsify(type = "Float32Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    kl_per_dimension: Float32Array,
    /// Decoded from z = mu: an image.
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    reconstruction: Uint8Array,
    /// Of what was seen, at z = mu.
    terms: Terms,
    /// Of the clean image, at the same z.
    clean_terms: Terms,
}

/// N draws from a posterior and what they decode to.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct PosteriorDraws {
    /// `[N, Z]`.
    #[tsify(type = "Float32Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    z: Float32Array,
    /// N images, one after the other.
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    images: Uint8Array,
    /// Each pixel's mean over the images.
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    mean: Uint8Array,
    /// Each pixel's standard deviation: 255 is one half, the largest that there is.
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    deviation: Uint8Array,
}

impl ModelSummary {
    pub fn of(model: &Network) -> Self {
        let config = model.config().clone();
        let data = config.data.clone();
        let prior = match Prior::of(model) {
            Prior::Gaussian { .. } => None,
            Prior::Mixture(components) => Some(PriorComponents {
                weights: components.weights(),
                variances: components.log_vars.iter().map(|log_var| log_var.exp()).collect(),
                means: components.means,
            }),
        };
        Self { ink_box: data.ink_box(), data, parameters: parameters(&config) as usize, config, prior }
    }
}

impl Encoding {
    pub fn of(seen: &[u8], clean: &[u8], made: &Reconstruction) -> Self {
        Self {
            seen: Uint8Array::from(seen),
            clean: Uint8Array::from(clean),
            mu: Float32Array::from(made.mu.as_slice()),
            log_var: Float32Array::from(made.log_var.as_slice()),
            factor: Float32Array::from(made.factor.as_slice()),
            kl_per_dimension: Float32Array::from(made.kl_per_dimension.as_slice()),
            reconstruction: Uint8Array::from(made.pixels.as_slice()),
            terms: made.terms,
            clean_terms: made.clean_terms,
        }
    }
}

impl PosteriorDraws {
    pub fn of(z: &[f32], images: &[u8], pixels: usize) -> Self {
        let (mean, deviation) = spread(images, pixels);
        Self {
            z: Float32Array::from(z),
            images: Uint8Array::from(images),
            mean: Uint8Array::from(mean.as_slice()),
            deviation: Uint8Array::from(deviation.as_slice()),
        }
    }
}
