//! What sets one point of the latent space apart from another: the items that are more likely there.

use serde::Serialize;

use super::scores::log_probabilities;
use crate::error::Result;
use crate::latent::points::traversal;
use crate::model::network::Network;
use crate::model::prior::Prior;
use crate::seed::{Stream, generator};
use crate::settings::DecoderKind;

/// Draws from the prior over which an item's share is the mean.
const DRAWS: usize = 128;
/// So far from the others, whose softmax it is, a topic has all or nothing.
const SATURATED: f32 = 100.0;

/// An item that is more likely here than elsewhere.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Raised {
    pub item: u32,
    /// p(item|z) here.
    pub probability: f64,
    /// How many times as likely as elsewhere.
    pub times: f64,
}

/// log p(item) of a model, `[items]`: p(item|z) over draws from its prior, whose seed stays the same.
pub fn log_shares(model: &Network) -> Vec<f32> {
    let z = Prior::of(model).draw(DRAWS, 1.0, &mut generator(0, Stream::Sheets));
    let mut shares = vec![0.0_f64; model.config().data.size()];
    for row in log_probabilities(model, &z).chunks_exact(shares.len()) {
        shares.iter_mut().zip(row).for_each(|(share, log_p)| *share += f64::from(log_p.exp()) / DRAWS as f64);
    }
    shares.into_iter().map(|share| share.max(f64::from(f32::MIN_POSITIVE)).ln() as f32).collect()
}

/// The items of the largest parts p log(p/q) of KL(p || q), the largest first, from log p and log q, `[items]` each: those that
/// are more likely under p, and likely enough to tell of it.
pub fn raised(log_p: &[f32], log_q: &[f32], count: usize) -> Vec<Raised> {
    let part = |(item, (&p, &q)): (u32, (&f32, &f32))| {
        let (p, ratio) = (f64::from(p).exp(), f64::from(p) - f64::from(q));
        (p * ratio, Raised { item, probability: p, times: ratio.exp() })
    };
    let mut parts: Vec<(f64, Raised)> = (0..).zip(log_p.iter().zip(log_q)).map(part).collect();
    parts.retain(|(part, _)| *part > 0.0);
    parts.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    parts.truncate(count);
    parts.into_iter().map(|(_, raised)| raised).collect()
}

/// The items that are raised most at each of the points `[N, Z]` against these log p(item), `[items]`.
pub fn raised_at(model: &Network, points: &[f32], log_shares: &[f32], count: usize) -> Vec<Vec<Raised>> {
    let rows = log_probabilities(model, points);
    rows.chunks_exact(log_shares.len()).map(|row| raised(row, log_shares, count)).collect()
}

/// The ends of one dimension, `[2, Z]`, at `-extent` and `extent`; of a decoder of topics z without this topic, and this one alone.
///
/// # Errors
/// As [`traversal`].
pub fn ends(model: &Network, z: &[f32], dimension: usize, extent: f32) -> Result<Vec<f32>> {
    let has_topics = model.config().decoder == DecoderKind::Topics;
    traversal(z, dimension, if has_topics { SATURATED } else { extent }, 2)
}

/// The items that rise most towards each of two points `[2, Z]`, each against the other.
pub fn raised_towards(model: &Network, ends: &[f32], count: usize) -> [Vec<Raised>; 2] {
    let rows = log_probabilities(model, ends);
    let (one, other) = rows.split_at(rows.len() / 2);
    [raised(one, other, count), raised(other, one, count)]
}
