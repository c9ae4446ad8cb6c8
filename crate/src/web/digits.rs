//! A split of the data set, held in wasm memory and shared by sessions.

use std::rc::Rc;

use js_sys::Uint8Array;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use crate::data::dataset;
use crate::error::Result;
use crate::latent::directions::{Directions, Posteriors};

/// One split of the data set, parsed from IDX, plain or gzip.
#[wasm_bindgen]
pub struct Digits(pub(super) Rc<dataset::Dataset>);

#[wasm_bindgen]
impl Digits {
    /// # Errors
    /// For files that are not 28 x 28 images with a class each; says what was expected and what came.
    pub fn parse(images: &[u8], labels: &[u8]) -> Result<Digits> {
        Ok(Self(Rc::new(dataset::Dataset::read(images, labels)?)))
    }

    /// How many digits.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.0.len()
    }

    /// 784 grey bytes.
    ///
    /// # Errors
    /// For an index past the end.
    pub fn pixels(&self, index: usize) -> Result<Uint8Array> {
        Ok(Uint8Array::from(self.0.sample(index)?.0))
    }

    /// The class, 0 to 9.
    ///
    /// # Errors
    /// For an index past the end.
    pub fn label(&self, index: usize) -> Result<u8> {
        Ok(self.0.sample(index)?.1)
    }

    /// The directions of the attributes, found from the codes of the first digits: means and logarithms of variances
    /// `[N, latent]`, none of these for an autoencoder.
    ///
    /// # Errors
    /// For codes of other sizes.
    pub fn directions(&self, mu: &[f32], log_var: &[f32], latent: usize) -> Result<Ts<Directions>> {
        let count = mu.len() / latent.max(1);
        let images =
            (0..count).map(|index| self.0.sample(index).map(|(pixels, _)| pixels)).collect::<Result<Vec<_>>>()?;
        Ok(Directions::of(images.into_iter(), Posteriors { mu, log_var, latent })?.into_ts()?)
    }
}
