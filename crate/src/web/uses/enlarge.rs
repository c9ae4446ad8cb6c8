//! A small image made large.

use js_sys::Uint8Array;
use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::{Restored, UsesSession, bytes};
use crate::error::{Error, Result};
use crate::seed::{Stream, generator};
use crate::uses::by_model::{SAMPLING, by_method};
use crate::uses::enlarge::Shrinking;
use crate::uses::report::Method;

/// A small image.
#[derive(Serialize, Tsify)]
pub struct Shrunk {
    width: usize,
    height: usize,
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pixels: Uint8Array,
}

#[wasm_bindgen]
impl UsesSession {
    /// An image shrunk by a factor: each pixel the mean of a square.
    ///
    /// # Errors
    /// For another number of bytes, and a factor that does not divide the sides.
    pub fn shrunk(&self, pixels: &[u8], factor: usize) -> Result<Ts<Shrunk>> {
        let shrinking = Shrinking::new(self.data(), factor)?;
        let [width, height] = shrinking.sides();
        Ok(Shrunk { width, height, pixels: bytes(&shrinking.shrunk(&self.image(pixels)?)) }.into_ts()?)
    }

    /// What a method makes of the image shrunk by a factor, enlarged again.
    ///
    /// # Errors
    /// As [`Self::shrunk`], for a method that is none for one image, and for sampling by an autoencoder.
    pub fn enlarge(&self, pixels: &[u8], factor: usize, class: u8, method: Ts<Method>) -> Result<Ts<Restored>> {
        let (method, clean, inference) = (method.to_rust()?, self.image(pixels)?, &self.inference);
        let shrinking = Shrinking::new(self.data(), factor)?;
        let seen = shrinking.seen(shrinking.shrunk(&clean))?;
        let made = match method {
            Method::Bicubic => Some(seen.shown),
            _ => {
                let mut rng = generator(0, Stream::Posterior);
                by_method(method, inference, &seen, &[class], SAMPLING, &mut rng)?
            }
        };
        let made = made.ok_or_else(|| Error::Argument(format!("expected a method for one image, got {method:?}")))?;
        Ok(self.restored(method, &made, &clean).into_ts()?)
    }
}
