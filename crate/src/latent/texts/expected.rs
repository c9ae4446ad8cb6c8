//! What a model expects at each place of a text.

use serde::Serialize;

use super::at_one;
use crate::error::Result;
use crate::latent::top::top;
use crate::model::network::Network;

/// What a model expects at one place of a text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ExpectedCharacter {
    /// What stands there; empty where the text ends.
    pub character: String,
    pub probability: f32,
    /// What would stand there with the highest probability, the highest first.
    pub likeliest: Vec<LikelyCharacter>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct LikelyCharacter {
    /// Empty for the end.
    pub character: String,
    pub probability: f32,
}

/// What the model expects at each place of a text when z stands for it, the end behind it too where there is room.
///
/// # Errors
/// As [`super::read`] and [`super::write()`].
pub fn expected(model: &Network, text: &str, point: &[f32], class: u8, most: usize) -> Result<Vec<ExpectedCharacter>> {
    let (contexts, data) = (at_one(model, point, class)?, &model.config().data);
    let mut ids = data.ids_of(text)?;
    let count = (ids.len() + 1).min(data.length());
    ids.resize(data.length(), 0);
    let character = |id: usize| if id == 0 { String::new() } else { data.items[id - 1].clone() };
    let at = |place: usize| {
        let log_p = contexts.next(&ids, place);
        let likely = |id: u32| {
            let id = id as usize;
            LikelyCharacter { character: character(id), probability: log_p[id].exp() }
        };
        let id = usize::from(ids[place]);
        ExpectedCharacter {
            character: character(id),
            probability: log_p[id].exp(),
            likeliest: top(&log_p, &[], most).into_iter().map(likely).collect(),
        }
    };
    Ok((0..count).map(at).collect())
}
