//! A text that somebody typed, as a row of a model's words.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::analyse::terms;
use crate::error::{Error, Result};
use crate::settings::{DataSpec, Terms};

/// Letters of a text at most: many pages.
pub const MOST_LETTERS: usize = 100_000;
/// Words that the model does not know, named at most.
const NAMED: usize = 50;

/// What is found in a text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Typed {
    /// The items that it has, ascending, and how often each, 255 times at most.
    pub items: Vec<u32>,
    pub counts: Vec<u8>,
    /// The first of its terms that the model does not know, each once.
    pub unknown: Vec<String>,
    /// How many terms it has, known or not, each as often as it is there.
    pub terms: usize,
}

/// How a model's texts become rows.
///
/// # Errors
/// [`Error::Argument`] for data that is no texts.
fn kind_of(data: &DataSpec) -> Result<Terms> {
    data.terms.ok_or_else(|| Error::Argument(format!("expected a model of texts, got one of {}", data.words())))
}

/// What a model knows of a text.
///
/// # Errors
/// [`Error::Argument`] for a text of more than [`MOST_LETTERS`], and a model of anything but texts.
pub fn typed(data: &DataSpec, text: &str) -> Result<Typed> {
    let kind = kind_of(data)?;
    // Whoever pastes a book does not wait until it is counted.
    if text.len() > MOST_LETTERS && text.chars().nth(MOST_LETTERS).is_some() {
        return Err(Error::Argument(format!("expected at most {MOST_LETTERS} letters, got more: paste a part of it")));
    }
    let places: HashMap<&str, u32> = data.items.iter().map(String::as_str).zip(0..).collect();
    let all = terms(kind, text);
    let mut counts = BTreeMap::<u32, usize>::new();
    let mut unknown: Vec<String> = vec![];
    for term in &all {
        match places.get(term.as_str()) {
            Some(&place) => *counts.entry(place).or_default() += 1,
            None if unknown.len() < NAMED && !unknown.contains(term) => unknown.push(term.clone()),
            None => {}
        }
    }
    Ok(Typed {
        items: counts.keys().copied().collect(),
        counts: counts.values().map(|&count| count.min(255) as u8).collect(),
        unknown,
        terms: all.len(),
    })
}
