//! What a model of texts reads and writes.

use js_sys::{Float32Array, Uint8Array};
use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use crate::error::Result;
use crate::latent::points::MapView;
use crate::latent::texts::{self, Choosing, ExpectedCharacter, ReadText, WrittenText};
use crate::objective::terms::Terms;
use crate::web::explorer::Explorer;

/// Texts that were written.
#[derive(Serialize, Tsify)]
pub struct WrittenTexts {
    texts: Vec<WrittenText>,
}

/// What a model expects at the places of a text, one after the other.
#[derive(Serialize, Tsify)]
pub struct ExpectedCharacters {
    places: Vec<ExpectedCharacter>,
}

/// What a model makes of a text.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct TextReading {
    /// The text as the data has it, without a colour.
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    sample: Uint8Array,
    /// The posterior's mean, `[Z]`.
    #[tsify(type = "Float32Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    mu: Float32Array,
    /// The logarithm of the posterior's variance, `[Z]`; empty for an autoencoder.
    #[tsify(type = "Float32Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    log_var: Float32Array,
    /// L of its covariance L L^T, as `Encoding` has it.
    #[tsify(type = "Float32Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    factor: Float32Array,
    /// In nats, `[Z]`; empty where the KL has no part for each dimension.
    #[tsify(type = "Float32Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    kl_per_dimension: Float32Array,
    /// Of the characters alone, at z = mu, in nats.
    terms: Terms,
    /// The text that takes the likeliest character each time at z = mu.
    written: WrittenText,
}

#[wasm_bindgen]
impl Explorer {
    /// A text's posterior, and what is written at its mean.
    ///
    /// # Errors
    /// For an empty text, one that is too long, a character that the model does not know, or a model that is not of texts.
    #[wasm_bindgen(js_name = readText)]
    pub fn read_text(&self, text: &str, class: u8) -> Result<Ts<TextReading>> {
        let ReadText { sample, codes, kl_per_dimension, terms, written } = texts::read(&self.model, text, class)?;
        let reading = TextReading {
            sample: Uint8Array::from(sample.as_slice()),
            mu: Float32Array::from(codes.mu.as_slice()),
            log_var: Float32Array::from(codes.log_var.as_slice()),
            factor: Float32Array::from(codes.factor.as_slice()),
            kl_per_dimension: Float32Array::from(kl_per_dimension.as_slice()),
            terms,
            written,
        };
        Ok(reading.into_ts()?)
    }

    /// A text at each of the points `[N, latent]`.
    ///
    /// # Errors
    /// For points that do not fit the model, a temperature out of range, or a model that is not of texts.
    #[wasm_bindgen(js_name = writeTexts)]
    pub fn write_texts(
        &self,
        points: Vec<f32>,
        latent: usize,
        class: u8,
        choosing: Ts<Choosing>,
    ) -> Result<Ts<WrittenTexts>> {
        self.are_points(&points, latent)?;
        let texts = texts::write(&self.model, &points, class, choosing.to_rust()?)?;
        Ok(WrittenTexts { texts }.into_ts()?)
    }

    /// The same at the points of one row of a map.
    ///
    /// # Errors
    /// As [`Explorer::write_texts`], and for a view that does not fit the model.
    #[wasm_bindgen(js_name = textsOfRow)]
    pub fn texts_of_row(
        &self,
        view: Ts<MapView>,
        row: usize,
        class: u8,
        choosing: Ts<Choosing>,
    ) -> Result<Ts<WrittenTexts>> {
        let view: MapView = view.to_rust()?;
        self.write_texts(view.row_points(row)?, view.z.len(), class, choosing)
    }

    /// So many texts drawn at one point, each by draws of its own.
    ///
    /// # Errors
    /// As [`Explorer::write_texts`], and for more than 1000 texts.
    #[wasm_bindgen(js_name = drawTexts)]
    pub fn draw_texts(
        &self,
        z: Vec<f32>,
        class: u8,
        count: usize,
        temperature: f64,
        seed: u32,
    ) -> Result<Ts<WrittenTexts>> {
        self.are_points(&z, z.len())?;
        let texts = texts::samples(&self.model, &z, class, count, temperature, seed)?;
        Ok(WrittenTexts { texts }.into_ts()?)
    }

    /// The likeliest texts that a beam of so many finds at one point, the likeliest first.
    ///
    /// # Errors
    /// As [`Explorer::draw_texts`].
    #[wasm_bindgen(js_name = bestTexts)]
    pub fn best_texts(&self, z: Vec<f32>, class: u8, beams: usize) -> Result<Ts<WrittenTexts>> {
        self.are_points(&z, z.len())?;
        Ok(WrittenTexts { texts: texts::best(&self.model, &z, class, beams)? }.into_ts()?)
    }

    /// What the model expects at each place of a text where z stands for it, with so many of the likeliest characters.
    ///
    /// # Errors
    /// As [`Explorer::read_text`], and for a point that does not fit the model.
    #[wasm_bindgen(js_name = expectedCharacters)]
    pub fn expected_characters(
        &self,
        text: &str,
        z: Vec<f32>,
        class: u8,
        most: usize,
    ) -> Result<Ts<ExpectedCharacters>> {
        self.are_points(&z, z.len())?;
        Ok(ExpectedCharacters { places: texts::expected(&self.model, text, &z, class, most)? }.into_ts()?)
    }
}
