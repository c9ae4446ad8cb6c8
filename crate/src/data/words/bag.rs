//! A text as a row of a model's words.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::analyse::terms;
use crate::error::{Error, Result, grouped};
use crate::settings::{DataSpec, TermKind};

/// Letters of a text at most: many pages.
pub const MOST_LETTERS: usize = 100_000;
/// Words that the model does not know, named at most.
const NAMED: usize = 50;

/// What is found in a text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Bag {
    /// The items that it has, ascending, and how often each, 255 times at most.
    pub items: Vec<u32>,
    pub counts: Vec<u8>,
    /// The first of its terms that the model does not know, each once.
    pub unknown: Vec<String>,
    /// How many terms it has, known or not, each as often as it is there.
    pub terms: usize,
}

/// A vocabulary that is looked up.
pub struct Lexicon<'a> {
    kind: TermKind,
    places: HashMap<&'a str, u32>,
}

impl<'a> Lexicon<'a> {
    /// # Errors
    /// [`Error::Argument`] for data that is no texts.
    pub fn of(data: &'a DataSpec) -> Result<Self> {
        let kind = data.terms.ok_or_else(|| {
            Error::Argument(format!("expected a model of texts, got one of {}: choose another model", data.words()))
        })?;
        Ok(Self { kind, places: data.items.iter().map(String::as_str).zip(0..).collect() })
    }

    pub fn bag(&self, text: &str) -> Bag {
        let all = terms(self.kind, text);
        let mut counts = BTreeMap::<u32, usize>::new();
        let mut unknown: Vec<String> = vec![];
        for term in &all {
            match self.places.get(term.as_str()) {
                Some(&place) => *counts.entry(place).or_default() += 1,
                None if unknown.len() < NAMED && !unknown.contains(term) => unknown.push(term.clone()),
                None => {}
            }
        }
        Bag {
            items: counts.keys().copied().collect(),
            counts: counts.values().map(|&count| count.min(255) as u8).collect(),
            unknown,
            terms: all.len(),
        }
    }
}

/// Whether a text has more letters than are read.
pub fn is_long(text: &str) -> bool {
    text.len() > MOST_LETTERS && text.chars().nth(MOST_LETTERS).is_some()
}

/// What a model knows of a text that somebody typed.
///
/// # Errors
/// [`Error::Argument`] for a text of more than [`MOST_LETTERS`], and a model of anything but texts.
pub fn bag(data: &DataSpec, text: &str) -> Result<Bag> {
    let lexicon = Lexicon::of(data)?;
    // Whoever pastes a book does not wait until it is counted.
    match is_long(text) {
        true => {
            let most = grouped(MOST_LETTERS);
            Err(Error::Argument(format!("expected at most {most} letters, got more: paste a part of the text")))
        }
        false => Ok(lexicon.bag(text)),
    }
}
