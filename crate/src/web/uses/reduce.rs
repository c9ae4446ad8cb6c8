//! Test images on two maps, of codes and of principal components, and what each keeps of their neighbours.

use js_sys::{Float32Array, Uint8Array};
use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::read;
use super::survey::{SurveyProgress, SurveyReport};
use crate::error::Result;
use crate::uses::reduce::Reduce;
use crate::uses::survey::{Data, Survey};
use crate::web::dataset::Dataset;

/// A comparison of the two. Its calls must not overlap: await each.
#[wasm_bindgen]
pub struct ReduceSession {
    reduce: Reduce,
}

/// Where images are on the two maps, `[N, 2]` each, and of which class.
#[derive(Serialize, Tsify)]
pub struct ReducedMaps {
    #[tsify(type = "Float32Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    codes: Float32Array,
    #[tsify(type = "Float32Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    components: Float32Array,
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    labels: Uint8Array,
}

#[wasm_bindgen]
impl ReduceSession {
    /// On the first `limit` test images.
    ///
    /// # Errors
    /// For bytes that are not a model's weights, and fewer than 36 images.
    #[wasm_bindgen(constructor)]
    pub fn new(weights: &[u8], limit: usize) -> Result<ReduceSession> {
        Ok(Self { reduce: Reduce::new(read(weights)?, limit)? })
    }

    /// Goes on by one part.
    ///
    /// # Errors
    /// When the device fails, and for images that the model does not take.
    pub fn advance(&mut self, train: &Dataset, test: &Dataset) -> Result<Ts<SurveyProgress>> {
        let data = Data { train: &train.0, test: &test.0 };
        self.reduce.advance(data)?;
        let (done, all) = self.reduce.progress(data);
        Ok(SurveyProgress::new(done, all).into_ts()?)
    }

    /// The two maps, once there are codes and components; nothing before.
    ///
    /// # Errors
    /// For codes that are not finite.
    pub fn maps(&self, test: &Dataset) -> Result<Option<Ts<ReducedMaps>>> {
        let Some((codes, components)) = self.reduce.maps()? else { return Ok(None) };
        let labels = Uint8Array::from(&test.0.labels()[..codes.len() / 2]);
        let (codes, components) = (Float32Array::from(&*codes), Float32Array::from(&*components));
        Ok(Some(ReducedMaps { codes, components, labels }.into_ts()?))
    }

    /// What each keeps of the neighbours.
    ///
    /// # Errors
    /// Before all is done of the first.
    pub fn report(&self) -> Result<Ts<SurveyReport>> {
        Ok(SurveyReport::new(self.reduce.report()?).into_ts()?)
    }
}
