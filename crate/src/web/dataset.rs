//! A split of the data set, held in wasm memory and shared by sessions.

use std::rc::Rc;

use js_sys::Uint8Array;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use crate::data;
use crate::error::Result;
use crate::latent::directions::{Directions, Posteriors};
use crate::settings::DataSpec;

/// One split of the data set, parsed from IDX, plain or gzip.
#[wasm_bindgen]
pub struct Dataset(pub(super) Rc<data::dataset::Dataset>);

#[wasm_bindgen]
impl Dataset {
    /// # Errors
    /// For files that are not such images, MNIST's if nothing is said, with a class each; says what was expected and
    /// what came.
    pub fn parse(images: &[u8], labels: &[u8], data: Option<Ts<DataSpec>>) -> Result<Dataset> {
        let spec: DataSpec = data.map(|data| data.to_rust()).transpose()?.unwrap_or_default();
        Ok(Self(Rc::new(data::dataset::Dataset::read(images, labels, &spec)?)))
    }

    /// What the data is.
    ///
    /// # Errors
    /// When the value cannot be made into JavaScript's.
    pub fn spec(&self) -> Result<Ts<DataSpec>> {
        Ok(self.0.spec().into_ts()?)
    }

    /// How many images.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.0.len()
    }

    /// Bytes of one image.
    ///
    /// # Errors
    /// For an index past the end.
    pub fn pixels(&self, index: usize) -> Result<Uint8Array> {
        Ok(Uint8Array::from(&*self.0.sample(index)?.0))
    }

    /// What a text says; nothing where the data is no texts.
    ///
    /// # Errors
    /// For an index past the end.
    pub fn text(&self, index: usize) -> Result<Option<String>> {
        let (sample, _) = self.0.sample(index)?;
        Ok(self.0.spec().is_text().then(|| self.0.spec().text(&sample)))
    }

    /// The class, an index among their names.
    ///
    /// # Errors
    /// For an index past the end.
    pub fn label(&self, index: usize) -> Result<u8> {
        Ok(self.0.sample(index)?.1)
    }

    /// The directions of the attributes, found from the codes of the first images, whose parts are as `Codes` have
    /// them.
    ///
    /// # Errors
    /// For codes of other sizes, or images in colour.
    pub fn directions(&self, mu: &[f32], log_var: &[f32], factor: &[f32], latent: usize) -> Result<Ts<Directions>> {
        let count = mu.len() / latent.max(1);
        let images =
            (0..count).map(|index| self.0.sample(index).map(|(pixels, _)| pixels)).collect::<Result<Vec<_>>>()?;
        let posteriors = Posteriors { mu, log_var, factor, latent };
        Ok(Directions::of(images.iter().map(|pixels| &**pixels), self.0.spec(), posteriors)?.into_ts()?)
    }
}
