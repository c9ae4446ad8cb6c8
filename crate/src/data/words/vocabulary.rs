//! Which terms count: those that some texts have, and not too many.

use std::collections::{BTreeMap, HashSet};

use super::analyse::terms;
use crate::settings::TermKind;

/// TermKind that a model has at most, by how many texts have them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// Texts that have a term, at least.
    pub least_texts: usize,
    /// Share of the texts that have it, at most: what stands everywhere tells nothing.
    pub most_share: f64,
    pub most_terms: usize,
}

/// Texts from which on a word has to be in several, and not in too many: of fewer ones hardly a word is left out.
const MANY: usize = 1000;

impl Limits {
    /// Of so many texts, as the figures of assets/README.md have them: a list of words to leave out is needless where those are that
    /// more than 15 % of the texts have; bigrams have no such.
    pub fn of(kind: TermKind, texts: usize) -> Self {
        let is_many = texts >= MANY;
        let most_share = if is_many && kind == TermKind::Words { 0.15 } else { 1.0 };
        Self { least_texts: if is_many { 5 } else { 2 }, most_share, most_terms: 2000 }
    }
}

/// The terms of most texts within the limits, those of most first, of equal ones by their letters.
pub fn vocabulary<'a>(kind: TermKind, texts: impl Iterator<Item = &'a str>, limits: Limits) -> Vec<String> {
    let mut having = BTreeMap::<String, usize>::new();
    let mut count = 0;
    for text in texts {
        count += 1;
        let once: HashSet<String> = terms(kind, text).into_iter().collect();
        once.into_iter().for_each(|term| *having.entry(term).or_default() += 1);
    }
    let most = (limits.most_share * count as f64).max(limits.least_texts as f64);
    let fits = |texts: usize| texts >= limits.least_texts && texts as f64 <= most;
    let mut found: Vec<(String, usize)> = having.into_iter().filter(|(_, texts)| fits(*texts)).collect();
    found.sort_by_key(|(_, texts)| std::cmp::Reverse(*texts));
    found.truncate(limits.most_terms);
    found.into_iter().map(|(term, _)| term).collect()
}
