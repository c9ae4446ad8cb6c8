//! Figures beside those of a model of texts.

use std::collections::HashSet;
use std::f64::consts::LN_2;

use latent_explorer::data::dataset::Dataset;
use latent_explorer::evaluation::text_figures;
use latent_explorer::latent::texts::drawn_at;
use latent_explorer::model::network::Network;
use latent_explorer::model::prior::Prior;
use latent_explorer::seed::{Stream, generator};
use latent_explorer::uses::plain::n_gram::NGram;

use crate::Failure;

/// Of models of the next character: it and those before it.
const ORDERS: [usize; 5] = [1, 2, 3, 4, 5];
/// Texts that are drawn.
const DRAWN: usize = 1000;

/// What models of the next character make of the same texts, in nats a text and bits a character, ends among them.
pub fn plain(train: &Dataset, test: &Dataset, limit: usize) -> Result<serde_json::Value, Failure> {
    let (data, length) = (train.spec(), train.spec().length());
    let [known, all] = [train, test].map(|texts| data.ids(texts.images()));
    let told = &all[..all.len().min(limit * length)];
    let (texts, characters) = (told.len() / length, told.chunks_exact(length).map(text_figures::told).sum::<usize>());
    let of_order = |order: usize| -> Result<serde_json::Value, Failure> {
        let model = NGram::of(order, data.items.len() + 1, &known, length)?;
        let nats = -told.chunks_exact(length).map(|text| model.log_likelihood(text)).sum::<f64>();
        let bits = nats / characters as f64 / LN_2;
        Ok(serde_json::json!({ "order": order, "natsPerText": nats / texts as f64, "bitsPerCharacter": bits }))
    };
    Ok(ORDERS.map(of_order).into_iter().collect::<Result<Vec<_>, _>>()?.into())
}

/// How many of the texts that a model draws differ, and are none that it was trained on.
pub fn drawn(model: &Network, train: &Dataset) -> Result<serde_json::Value, Failure> {
    let data = train.spec();
    let known: HashSet<String> = train.images().chunks_exact(data.size()).map(|sample| data.text(sample)).collect();
    let points = Prior::of(model).draw(DRAWN, 1.0, &mut generator(1, Stream::Sheets));
    let texts = drawn_at(model, &points, 0, 1.0, 1)?;
    let distinct: HashSet<&str> = texts.iter().map(|text| text.text.as_str()).collect();
    let fresh = texts.iter().filter(|text| !known.contains(&text.text)).count();
    let share = fresh as f64 / texts.len() as f64;
    Ok(serde_json::json!({ "texts": texts.len(), "distinct": distinct.len(), "shareNotInTraining": share }))
}
