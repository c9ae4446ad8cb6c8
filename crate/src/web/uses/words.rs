//! Texts that somebody types: which words of the model they have, and what is thought of them.

use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::UsesSession;
use super::sort::Encoded;
use crate::data::words::{Bag, bag};
use crate::error::Result;
use crate::model::weights;
use crate::uses::words::{Opinion, Reader};
use crate::web::dataset::Dataset;

#[wasm_bindgen]
impl UsesSession {
    /// The model's words in a text, and others that it does not know.
    ///
    /// # Errors
    /// For a text that is too long, and a model of anything but texts.
    #[wasm_bindgen(js_name = bagOf)]
    pub fn bag_of(&self, text: &str) -> Result<Ts<Bag>> {
        Ok(bag(self.data(), text)?.into_ts()?)
    }
}

/// Reads texts by those whose classes are known. Its calls must not overlap: await each.
#[wasm_bindgen]
pub struct WordsSession(Reader);

#[wasm_bindgen]
impl WordsSession {
    /// From safetensors bytes.
    ///
    /// # Errors
    /// For bytes that are not the weights of a model of texts.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8]) -> Result<WordsSession> {
        Ok(Self(Reader::new(weights::read(bytes)?)?))
    }

    /// Encodes some training texts more; the call after the last of them learns their classes.
    ///
    /// # Errors
    /// For texts that the model does not take.
    pub fn learn(&mut self, train: &Dataset) -> Result<Ts<Encoded>> {
        let done = self.0.learn(&train.0)?;
        Ok(Encoded::new(done, train.0.len()).into_ts()?)
    }

    /// What is thought of a text of these items, ascending, with their counts; at most so many words say why.
    ///
    /// # Errors
    /// Before all is learnt, without an item, and for items that the model has not.
    pub fn opinion(&mut self, items: &[u32], counts: &[u8], most: usize) -> Result<Ts<Opinion>> {
        Ok(self.0.opinion(items, counts, most)?.into_ts()?)
    }
}
