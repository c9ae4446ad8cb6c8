//! What a model makes of the characters of texts, apart from the colours beside them.

use std::f64::consts::LN_2;

use serde::{Deserialize, Serialize};

use crate::objective::samples::{Samples, log_mean_exp};
use crate::settings::DataSpec;

/// Means over texts.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct TextFigures {
    /// Characters of a text; its end counts too, but for one that fills all places.
    pub characters: f64,
    /// -E_q[log p(characters|z)] in nats a text.
    pub reconstruction: f64,
    /// -E_q[log p(colour|z)], of a density of values from 0 to 1, in nats a text; 0 where there are no colours.
    pub colour: f64,
    /// -log p(characters), estimated with importance samples from q, which has seen no colour either: an upper bound, in nats a text. An
    /// autoencoder has none.
    pub negative_log_likelihood: Option<f64>,
    /// The same in bits a character.
    pub bits_per_character: Option<f64>,
}

/// Sums over texts.
#[derive(Debug, Clone, Copy, Default)]
pub struct TextSums {
    characters: f64,
    reconstruction: f64,
    colour: f64,
    log_likelihood: f64,
}

impl TextSums {
    /// Of texts with k samples each.
    pub fn add(
        &mut self,
        data: &DataSpec,
        texts: &[u8],
        Samples { log_likelihood, colour, log_ratio }: &Samples,
        k: usize,
    ) {
        self.characters += data.ids(texts).chunks_exact(data.length()).map(told).sum::<usize>() as f64;
        let of_text: Vec<f64> = log_likelihood.iter().zip(colour).map(|(all, colour)| all - colour).collect();
        self.reconstruction -= of_text.iter().sum::<f64>() / k as f64;
        self.colour -= colour.iter().sum::<f64>() / k as f64;
        let weights: Vec<f64> = of_text.iter().zip(log_ratio).map(|(text, ratio)| text + f64::from(*ratio)).collect();
        self.log_likelihood += weights.chunks(k).map(log_mean_exp).sum::<f64>();
    }

    pub fn over(&self, texts: f64, deterministic: bool) -> TextFigures {
        let bound = (!deterministic).then_some(-self.log_likelihood / texts);
        let bits = |nats: f64| nats * texts / self.characters / LN_2;
        TextFigures {
            characters: self.characters / texts,
            reconstruction: self.reconstruction / texts,
            colour: self.colour / texts,
            negative_log_likelihood: bound,
            bits_per_character: bound.map(bits),
        }
    }
}

/// How many characters of a text a model has to tell, its end among them.
pub fn told(ids: &[u16]) -> usize {
    ids.iter().position(|id| *id == 0).map_or(ids.len(), |end| end + 1)
}
