//! How many words a model of texts wavers between at each word: exp of its nats a word over all texts together.

use serde::{Deserialize, Serialize};

use crate::data::dataset::Dataset;
use crate::data::rows::Rows;
use crate::error::Result;

/// Perplexities over the texts seen, all words of all texts alike, each as often as it is there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Perplexity {
    /// Words of the vocabulary in a text, the mean.
    pub words: f64,
    /// By the ELBO: no less than by log p(x).
    pub bound: f64,
    /// By log p(x), estimated with importance samples. An autoencoder has none.
    pub importance: Option<f64>,
    /// Of how often each word is in the training texts, one added to each, whatever the text, if those were seen.
    pub unigram: Option<f64>,
}

/// Sums over the texts seen.
#[derive(Debug, Clone, Default)]
pub struct WordSums {
    words: f64,
    /// log p of each word, without a model, and its sum.
    log_shares: Option<Vec<f64>>,
    unigram: f64,
}

impl WordSums {
    /// Learns how often each word is in the training texts.
    ///
    /// # Errors
    /// [`crate::error::Error::Dataset`] where the data is images.
    pub fn learn(&mut self, train: &Dataset) -> Result<()> {
        let rows = train.rows()?;
        let mut counts = vec![1.0; train.spec().size()];
        let all = (0..rows.count()).flat_map(|row| rows.pairs(row));
        all.for_each(|(item, count)| counts[item as usize] += f64::from(count));
        let sum: f64 = counts.iter().sum();
        self.log_shares = Some(counts.into_iter().map(|count: f64| (count / sum).ln()).collect());
        Ok(())
    }

    /// Adds some texts.
    pub fn add(&mut self, rows: &Rows, some: std::ops::Range<usize>) {
        for (item, count) in some.flat_map(|row| rows.pairs(row)) {
            self.words += f64::from(count);
            let log_share = self.log_shares.as_ref().map_or(0.0, |shares| shares[item as usize]);
            self.unigram += f64::from(count) * log_share;
        }
    }

    /// From sums of the ELBO and of log p(x) in nats over as many texts; nothing where they have no words.
    pub fn perplexity(&self, texts: f64, elbo: f64, log_likelihood: Option<f64>) -> Option<Perplexity> {
        let of = |nats: f64| (-nats / self.words).exp();
        (self.words > 0.0).then(|| Perplexity {
            words: self.words / texts,
            bound: of(elbo),
            importance: log_likelihood.map(of),
            unigram: self.log_shares.is_some().then(|| of(self.unigram)),
        })
    }
}
