//! The class of a text by its code, and the words that made it.

use serde::Serialize;

use crate::data::dataset::Dataset;
use crate::data::rows::Rows;
use crate::error::{Error, Result};
use crate::model::weights::Weights;
use crate::uses::coder::{Coder, ROWS};
use crate::uses::recommend::codes;
use crate::uses::sort::Sorter;

/// Words of a text that are left out one by one, at most: those that are there most often.
const TRIED: usize = 200;

/// What is thought of a text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Opinion {
    /// How sure a linear probe on codes is of each class, from 0 to 1.
    pub confidences: Vec<f32>,
    /// The training texts with the nearest codes, by their indices, the nearest first.
    pub nearest: Vec<usize>,
    /// Words that change how sure it is, those that do most first.
    pub because: Vec<Because>,
}

/// A word of the text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Because {
    pub item: u32,
    /// By how much the probe's confidence in the class that it holds for likeliest falls when the text is without the word; less
    /// than 0 for one that speaks against it.
    pub change: f32,
}

/// A model that reads texts, with the codes of those whose classes are known.
pub struct Reader {
    coder: Coder,
    codes: Vec<f32>,
    sorter: Option<Sorter>,
}

impl Reader {
    /// # Errors
    /// [`Error::Argument`] for a model of anything but texts.
    pub fn new(weights: Weights) -> Result<Self> {
        let data = &weights.config().data;
        if data.terms.is_none() {
            return Err(Error::Argument(format!("expected a model of texts, got one of {}", data.words())));
        }
        Ok(Self { coder: Coder::new(weights), codes: vec![], sorter: None })
    }

    /// Encodes some training texts more, and says how many are known; the call after the last of them learns their classes.
    ///
    /// # Errors
    /// As [`Coder::codes`].
    pub fn learn(&mut self, train: &Dataset) -> Result<usize> {
        let latent = self.coder.latent();
        let start = self.codes.len() / latent;
        let end = train.len().min(start + ROWS);
        if start < end {
            self.codes.extend(self.coder.codes(train, start..end)?.mu);
        } else if self.sorter.is_none() {
            let classes = train.spec().classes.len();
            self.sorter = Some(Sorter::new(self.codes.clone(), train.labels().to_vec(), latent, classes)?);
        }
        Ok(end)
    }

    /// What is thought of a text of these items, ascending, and their counts; at most so many words say why.
    ///
    /// # Errors
    /// [`Error::Argument`] before all is learnt, without an item, and for items that the model has not or counts that are not as many.
    pub fn opinion(&mut self, items: &[u32], counts: &[u8], most: usize) -> Result<Opinion> {
        let size = self.coder.config().data.size();
        let ascend = items.windows(2).all(|pair| pair[0] < pair[1]);
        let fit = ascend && items.last().is_some_and(|&item| (item as usize) < size) && items.len() == counts.len();
        let Some(sorter) = self.sorter.as_mut().filter(|_| fit) else {
            let (items, counts) = (items.len(), counts.len());
            return Err(Error::Argument(format!(
                "expected words of the model, each once with a count, and training texts that are known, got {items} words and \
                 {counts} counts"
            )));
        };
        let tried = tried(counts);
        let code = codes(&self.coder.model, &without_each(items, counts, &tried))?.mu;
        let latent = self.coder.latent();
        let found = sorter.class_of(&code[..latent])?;
        let likeliest = (0..found.probe.len()).max_by(|&a, &b| found.probe[a].total_cmp(&found.probe[b])).unwrap_or(0);
        let others = sorter.probed(&code[latent..]);
        let change = |(&at, other): (&usize, &[f32])| Because {
            item: items[at],
            change: found.probe[likeliest] - other[likeliest],
        };
        let mut because: Vec<Because> = tried.iter().zip(others.chunks_exact(found.probe.len())).map(change).collect();
        because.sort_by(|one, other| other.change.abs().total_cmp(&one.change.abs()));
        because.truncate(most);
        Ok(Opinion { confidences: found.probe, nearest: found.nearest, because })
    }
}

/// Which of the words are left out, by their places.
fn tried(counts: &[u8]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..counts.len()).collect();
    places.sort_by_key(|&at| std::cmp::Reverse(counts[at]));
    places.truncate(TRIED);
    places
}

/// The whole row, then the row without each of these.
fn without_each(items: &[u32], counts: &[u8], left_out: &[usize]) -> Rows {
    let mut rows = Rows::default();
    let pairs = || items.iter().copied().zip(counts.iter().copied());
    rows.push(pairs());
    for &at in left_out {
        rows.push(pairs().filter(|(item, _)| *item != items[at]));
    }
    rows
}
