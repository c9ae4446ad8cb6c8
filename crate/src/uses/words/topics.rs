//! What a model's topics are called, and how well their words go together.

use serde::Serialize;

use crate::data::rows::Rows;
use crate::error::Result;
use crate::model::network::Network;
use crate::settings::DecoderKind;
use crate::uses::recommend::{Raised, ends, raised_towards};

/// Words that name a topic: coherence is told of as many (Srivastava and Sutton 2017, section 6).
const WORDS: usize = 10;
/// How far from 0 a dimension is compared, as the page's sliders do.
const END: f32 = 2.0;

/// A topic of a model.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Topic {
    /// The ten that stand out most, the first most.
    pub words: Vec<String>,
    pub coherence: f64,
}

/// Of a decoder of topics each topic; of layers the lower and the upper end of each dimension, the others being 0.
///
/// # Errors
/// As [`ends`].
pub fn topics(model: &Network, texts: &Rows) -> Result<Vec<Topic>> {
    let config = model.config();
    let origin = vec![0.0; config.latent_size];
    let topic = |raised: Vec<Raised>| {
        let items: Vec<u32> = raised.iter().map(|raised| raised.item).collect();
        let words = items.iter().map(|&item| config.data.items[item as usize].clone()).collect();
        Topic { words, coherence: coherence(texts, &items) }
    };
    let mut found = vec![];
    for dimension in 0..config.latent_size {
        let [low, high] = raised_towards(model, &ends(model, &origin, dimension, END)?, WORDS);
        let named = if config.decoder == DecoderKind::Topics { vec![high] } else { vec![low, high] };
        found.extend(named.into_iter().map(topic));
    }
    Ok(found)
}

/// The mean over all pairs of words of their normalised pointwise mutual information, ln(p_ab / (p_a p_b)) / -ln p_ab by the share of
/// texts that they are in: -1 for words that are never together, 0 for independent ones, 1 for such as are always (Bouma 2009,
/// section 3.3).
pub fn coherence(texts: &Rows, words: &[u32]) -> f64 {
    let sets: Vec<Vec<bool>> = (0..texts.count())
        .map(|text| words.iter().map(|word| texts.row(text).0.binary_search(word).is_ok()).collect())
        .collect();
    let share = |has: &dyn Fn(&[bool]) -> bool| sets.iter().filter(|set| has(set)).count() as f64 / sets.len() as f64;
    let pairs = (0..words.len()).flat_map(|b| (0..b).map(move |a| (a, b)));
    let of_pair = |(a, b): (usize, usize)| match share(&|set| set[a] && set[b]) {
        0.0 => -1.0,
        1.0 => 1.0,
        both => (both / (share(&|set| set[a]) * share(&|set| set[b]))).ln() / -both.ln(),
    };
    let each: Vec<f64> = pairs.map(of_pair).collect();
    each.iter().sum::<f64>() / each.len().max(1) as f64
}
