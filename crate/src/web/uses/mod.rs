//! What a model is good for, for the page: a copy of a model, and what is asked of it. A module of its own, which only those fetch
//! who put a model to use.

mod anomaly;
mod compress;
mod denoise;
mod enlarge;
mod generate;
mod recommend;
mod reduce;
mod repair;
mod sort;
mod survey;
mod words;

use js_sys::Uint8Array;
use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use crate::data::batch::threshold;
use crate::error::{Error, Result, grouped};
use crate::model::weights::{self, Weights};
use crate::settings::{DataSpec, DataView};
use crate::uses::inference::Inference;
use crate::uses::measures::psnr::psnr;
use crate::uses::measures::ssim::ssim;
use crate::uses::report::Method;
use crate::uses::restoration::grey;
use crate::uses::survey::of_images;

/// A copy of a model. A class, an index among their names, is what a conditional model is told; others ignore it.
#[wasm_bindgen]
pub struct UsesSession {
    weights: Weights,
    inference: Inference,
}

/// What a method made of an image, and how near that is to the image as it was.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Restored {
    method: Method,
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pixels: Uint8Array,
    /// In dB; infinite where nothing differs.
    psnr: f64,
    ssim: f64,
}

#[wasm_bindgen]
impl UsesSession {
    /// From safetensors bytes.
    ///
    /// # Errors
    /// For bytes that are not a model's weights; says what was expected and what came.
    #[wasm_bindgen(constructor)]
    pub fn new(weights: &[u8]) -> Result<UsesSession> {
        let weights = weights::read(weights)?;
        Ok(Self { inference: Inference::new(weights.clone()), weights })
    }

    /// What a method made of an image, held against that.
    ///
    /// # Errors
    /// For another number of bytes.
    pub fn judged(&self, method: Ts<Method>, made: &[u8], pixels: &[u8]) -> Result<Ts<Restored>> {
        let (expected, got) = (self.data().size(), made.len());
        if got != expected {
            return Err(Error::Argument(format!(
                "expected an image of {} bytes, got {}",
                grouped(expected),
                grouped(got)
            )));
        }
        Ok(self.restored(method.to_rust()?, &grey(made), &self.image(pixels)?).into_ts()?)
    }
}

impl UsesSession {
    fn data(&self) -> &DataSpec {
        &self.weights.config().data
    }

    /// One image from 0 to 1, as the model is shown it: thresholded where it was trained on such.
    fn image(&self, pixels: &[u8]) -> Result<Vec<f32>> {
        of_images(self.weights.config())?;
        let (expected, got) = (self.data().size(), pixels.len());
        if got != expected {
            return Err(Error::Argument(format!(
                "expected an image of {} bytes, got {}",
                grouped(expected),
                grouped(got)
            )));
        }
        let mut pixels = pixels.to_vec();
        if self.weights.config().data_view == DataView::Thresholded {
            threshold(&mut pixels);
        }
        Ok(grey(&pixels))
    }

    fn restored(&self, method: Method, image: &[f32], clean: &[f32]) -> Restored {
        let sides = [self.data().width, self.data().height];
        Restored { method, pixels: bytes(image), psnr: psnr(image, clean), ssim: ssim(image, clean, sides) }
    }
}

/// A model of images from safetensors bytes.
fn read(bytes: &[u8]) -> Result<Weights> {
    let weights = weights::read(bytes)?;
    of_images(weights.config())?;
    Ok(weights)
}

/// Values from 0 to 1 as bytes.
fn bytes(image: &[f32]) -> Uint8Array {
    let byte = |&value: &f32| (value.clamp(0.0, 1.0) * 255.0).round() as u8;
    Uint8Array::from(image.iter().map(byte).collect::<Vec<_>>().as_slice())
}
