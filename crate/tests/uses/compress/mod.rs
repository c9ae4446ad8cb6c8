//! Images to bytes and back.

mod chances;
mod corrupt;
mod lossless;
mod lossy;
#[cfg(feature = "graph")]
mod network;
#[cfg(feature = "graph")]
mod survey;

use latent_explorer::model::weights::Weights;
use latent_explorer::settings::ModelConfig;
use latent_explorer::uses::compress::Compressor;

use crate::made::{bars, fresh, kinds};

/// Fresh weights, twice as large: their posteriors are far from the prior, and their images from grey.
pub fn sharp(config: &ModelConfig) -> Weights {
    let (config, mut tensors) = fresh(config).into_parts();
    tensors.iter_mut().flatten().for_each(|value| *value *= 2.0);
    Weights::new(config, tensors).unwrap()
}

pub fn compressor(config: &ModelConfig) -> Compressor {
    Compressor::new(sharp(config))
}

/// Of [`kinds`] those that bits back can code: whose prior is N(0, I), and whose posterior's dimensions are independent.
pub fn codable() -> Vec<ModelConfig> {
    kinds().into_iter().filter(ModelConfig::splits_kl).collect()
}

/// Images of bars with their classes, and the same in black and white.
pub fn pictures(config: &ModelConfig, count: usize) -> (Vec<u8>, Vec<u8>, Vec<u8>) {
    let data = bars(&config.data, count);
    let mut split = data.images().to_vec();
    latent_explorer::data::batch::threshold(&mut split);
    (data.images().to_vec(), split, data.labels().to_vec())
}
