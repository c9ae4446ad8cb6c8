//! Images to bytes and back.

use js_sys::Uint8Array;
use serde::{Deserialize, Serialize};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::UsesSession;
use crate::error::{Error, Result};
use crate::settings::Likelihood;
use crate::uses::compress::Compressor;
use crate::uses::measures::psnr::psnr;
use crate::uses::restoration::grey;
use crate::web::dataset::Dataset;

/// Training images from which grey levels are learnt.
const LEARNT: usize = 2000;

/// What may be lost.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, Tsify)]
#[serde(tag = "kind", rename_all = "camelCase", deny_unknown_fields)]
pub enum Packing {
    /// z is rounded to multiples of this.
    Lossy { step: f32 },
    /// Nothing of images that are split at one half into black and white.
    BlackAndWhite,
    /// Nothing.
    Grey,
}

/// A batch of images that went to bytes, and came back.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Packed {
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    bytes: Uint8Array,
    /// What was coded, one image after the other.
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    before: Uint8Array,
    /// The same read back from the bytes alone.
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    after: Uint8Array,
    /// The mean over images, in dB; none where nothing was lost.
    psnr: Option<f64>,
}

#[wasm_bindgen]
impl UsesSession {
    /// The first images of a data set to bytes, and from those alone back again; a conditional model's file has their classes.
    ///
    /// # Errors
    /// For images that the model does not take, a step out of range, and without loss an autoencoder.
    pub fn pack(&self, data: &Dataset, train: &Dataset, count: usize, packing: Ts<Packing>) -> Result<Ts<Packed>> {
        self.weights.config().takes(data.0.spec())?;
        self.weights.config().takes(train.0.spec())?;
        let (packing, size) = (packing.to_rust()?, self.data().size());
        let count = count.min(data.0.len());
        let mut before = data.0.images()[..count * size].to_vec();
        if packing == Packing::BlackAndWhite {
            before.iter_mut().for_each(|byte| *byte = if *byte > 127 { 255 } else { 0 });
        }
        let (compressor, classes) = (self.compressor(packing, train)?, &data.0.labels()[..count]);
        let bytes = match packing {
            Packing::Lossy { step } => compressor.compress(&before, classes, step)?,
            _ => compressor.bits_back(&before, classes)?,
        };
        let after = match packing {
            Packing::Lossy { .. } => compressor.decompress(&bytes)?.bytes,
            _ => compressor.unbits(&bytes)?.bytes,
        };
        let lost =
            before.chunks_exact(size).zip(after.chunks_exact(size)).map(|(one, other)| psnr(&grey(one), &grey(other)));
        let psnr = (before != after).then(|| lost.filter(|psnr| psnr.is_finite()).sum::<f64>() / count as f64);
        let [bytes, before, after] = [bytes, before, after].map(|it| Uint8Array::from(it.as_slice()));
        Ok(Packed { bytes, before, after, psnr }.into_ts()?)
    }
}

impl UsesSession {
    /// One of black and white learns grey levels where grey is to be coded.
    fn compressor(&self, packing: Packing, train: &Dataset) -> Result<Compressor> {
        let compressor = Compressor::new(self.weights.clone());
        let is_bernoulli = self.weights.config().likelihood == Likelihood::Bernoulli;
        match packing {
            Packing::BlackAndWhite if !is_bernoulli => Err(Error::Argument(
                "expected a model of black and white, got one of grey levels: code them without loss instead".into(),
            )),
            Packing::Grey => {
                let count = LEARNT.min(train.0.len());
                compressor.with_tones(&train.0.images()[..count * self.data().size()], &train.0.labels()[..count])
            }
            _ => Ok(compressor),
        }
    }
}
