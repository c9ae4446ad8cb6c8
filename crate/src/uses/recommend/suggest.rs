//! Suggestions for a person, and what speaks for each.

use serde::Serialize;

use super::ranking::top;
use super::scores::{log_probabilities, model_scores};
use crate::data::rows::Rows;
use crate::error::{Error, Result};
use crate::latent::points::finite;
use crate::model::network::Network;
use crate::settings::DataKind;

/// An item that is not liked yet.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Suggestion {
    pub item: u32,
    /// Of the next item that is liked to be this one: p(item|z) at the posterior's mean.
    pub probability: f64,
    /// The liked items that speak most for it, the first most of all.
    pub because: Vec<Reason>,
}

/// A liked item that speaks for another.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Reason {
    pub item: u32,
    /// Nats by which log p(item|z) falls without it.
    pub nats: f64,
}

/// Each of them once, ascending, if the model has them all.
fn known(model: &Network, liked: &[u32]) -> Result<Vec<u32>> {
    let data = &model.config().data;
    let mut liked = liked.to_vec();
    liked.sort_unstable();
    liked.dedup();
    if data.kind != DataKind::Items || liked.last().is_some_and(|&item| item as usize >= data.size()) {
        let message =
            format!("expected items of the model, below {}, got {liked:?} of {}", data.items.len(), data.words());
        return Err(Error::Argument(message));
    }
    Ok(liked)
}

/// The likeliest items for somebody who likes these, each with at most so many reasons.
///
/// # Errors
/// [`Error::Argument`] for a model of images, or an item that it has not.
pub fn suggest(model: &Network, liked: &[u32], count: usize, reasons: usize) -> Result<Vec<Suggestion>> {
    let liked = known(model, liked)?;
    let size = model.config().data.size();
    // All, then all but each one.
    let mut rows = Rows::default();
    let without = |left: Option<u32>| liked.iter().filter(move |item| Some(**item) != left).map(|&item| (item, 1));
    rows.push(without(None));
    liked.iter().for_each(|&item| rows.push(without(Some(item))));
    let scores = model_scores(model, &rows)?;
    let (whole, others) = scores.split_at(size);
    let suggestion = |item: u32| {
        let at = item as usize;
        let fall = |(&item, scores): (&u32, &[f32])| Reason { item, nats: f64::from(whole[at] - scores[at]) };
        let mut because: Vec<Reason> = liked.iter().zip(others.chunks_exact(size)).map(fall).collect();
        because.retain(|reason| reason.nats > 0.0);
        because.sort_by(|one, other| other.nats.total_cmp(&one.nats));
        because.truncate(reasons);
        Suggestion { item, probability: f64::from(whole[at]).exp(), because }
    };
    Ok(top(whole, &liked, count).into_iter().map(suggestion).collect())
}

/// The taste that a point stands for: its likeliest items but the liked ones, of which none has reasons.
///
/// # Errors
/// As [`suggest`], and for a point that is not finite or of another size.
pub fn likeliest(model: &Network, z: &[f32], liked: &[u32], count: usize) -> Result<Vec<Suggestion>> {
    let liked = known(model, liked)?;
    let expected = model.config().latent_size;
    if z.len() != expected {
        return Err(Error::LatentSize { expected, got: z.len() });
    }
    finite(z)?;
    let scores = log_probabilities(model, z);
    let suggestion =
        |item: u32| Suggestion { item, probability: f64::from(scores[item as usize]).exp(), because: vec![] };
    Ok(top(&scores, &liked, count).into_iter().map(suggestion).collect())
}
