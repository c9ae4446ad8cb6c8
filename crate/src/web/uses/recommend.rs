//! What somebody would like too.

use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::UsesSession;
use crate::error::Result;
use crate::uses::recommend::{Suggestion, likeliest, suggest};

/// The likeliest first.
#[derive(Serialize, Tsify)]
pub struct Suggestions {
    suggestions: Vec<Suggestion>,
}

#[wasm_bindgen]
impl UsesSession {
    /// At most `count` items for somebody who likes these, each with at most `reasons` of them that speak for it.
    ///
    /// # Errors
    /// For a model of images, or an item that it has not.
    pub fn suggest(&self, liked: &[u32], count: usize, reasons: usize) -> Result<Ts<Suggestions>> {
        let suggestions = suggest(self.inference.model(), liked, count, reasons)?;
        Ok(Suggestions { suggestions }.into_ts()?)
    }

    /// At most `count` items that z stands for, but the liked ones.
    ///
    /// # Errors
    /// As [`Self::suggest`], and for a z that is not finite or of another size.
    pub fn likeliest(&self, z: &[f32], liked: &[u32], count: usize) -> Result<Ts<Suggestions>> {
        let suggestions = likeliest(self.inference.model(), z, liked, count)?;
        Ok(Suggestions { suggestions }.into_ts()?)
    }
}
