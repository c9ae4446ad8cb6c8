//! What a model of texts reads and writes.

use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use crate::error::Result;
use crate::latent::texts::{self, ExpectedCharacter, WrittenText};
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

#[wasm_bindgen]
impl Explorer {
    /// So many texts drawn at one point, each by draws of its own.
    ///
    /// # Errors
    /// For a point that does not fit the model, a temperature out of range, more than 1000 texts, or a model that is not of texts.
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
    /// For an empty text, one that is too long, a character that the model does not know, a point that does not fit the model, or a
    /// model that is not of texts.
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
