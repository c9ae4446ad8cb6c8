//! How likely a model holds each item for somebody who likes some.

use latent_kernels::likelihood::multinomial::log_softmax;

use crate::data::rows::Rows;
use crate::error::Result;
use crate::latent::codes::{Codes, encode};
use crate::model::network::Network;

/// The codes of rows of items, told to be of the first class.
///
/// # Errors
/// As [`encode`].
pub fn codes(model: &Network, rows: &Rows) -> Result<Codes> {
    let size = model.config().data.size();
    let counts: Vec<u8> = (0..rows.count()).flat_map(|row| rows.dense(row, size)).collect();
    encode(model, &counts, &vec![0; rows.count()])
}

/// log p(item|z) at the posterior's mean of each row, `[N, items]`.
///
/// # Errors
/// As [`codes`].
pub fn model_scores(model: &Network, rows: &Rows) -> Result<Vec<f32>> {
    if rows.count() == 0 {
        return Ok(vec![]);
    }
    Ok(log_probabilities(model, &codes(model, rows)?.mu))
}

/// log p(item|z) at points `[N, Z]`, `[N, items]`.
pub fn log_probabilities(model: &Network, z: &[f32]) -> Vec<f32> {
    let count = z.len() / model.config().latent_size;
    let mut scores = vec![0.0; count * model.config().data.size()];
    model.decode(z, &vec![0; count], &mut scores, &|_, output, scores| log_softmax(output, scores));
    scores
}
