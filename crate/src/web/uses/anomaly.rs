//! How unlike the training data one image is, by several scores.

use serde::{Deserialize, Serialize};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::{bytes, read};
use crate::data::batch::BatchMaker;
use crate::data::dataset::Dataset as Images;
use crate::error::{Error, Result};
use crate::uses::anomaly::{METHODS, Reference, Scorer, strangers, surplus};
use crate::uses::report::Method;
use crate::uses::restoration::grey;
use crate::web::dataset::Dataset;

/// Training images whose scores are the usual ones, those whose codes are near or far, and how many are taken at once.
const REFERENCE: usize = 300;
const CODES: usize = 2000;
const SCORED: usize = 5;
const CODED: usize = 100;
/// Draws of z for an image.
const SAMPLES: usize = 16;

/// Tells what is unlike the training data. Its calls must not overlap: await each.
#[wasm_bindgen]
pub struct AnomalySession {
    scorer: Scorer,
    /// Where the draws for the training images are.
    maker: BatchMaker,
    /// Training images whose codes are known.
    coded: usize,
    scores: Vec<[f64; 6]>,
}

/// What is shown in place of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum Strange {
    Letter,
    Scribble,
    Blank,
    UpsideDown,
}

/// How much is learnt of the training images, in images.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Learnt {
    done: usize,
    all: usize,
    /// Whether images can be scored.
    is_ready: bool,
}

/// One image, scored.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Scored {
    /// As the model is shown it.
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pixels: js_sys::Uint8Array,
    /// In the order of the methods, without the two-sided one, which the training images make of the first.
    scores: Vec<f64>,
    /// What each byte costs beyond what the model expects, in nats.
    surplus: Vec<f32>,
}

/// A score and its place among those of training images.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Placed {
    method: Method,
    value: f64,
    /// The share of them that is lower.
    place: f64,
}

/// All scores of an image.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Places {
    placed: Vec<Placed>,
    /// So many training images.
    among: usize,
}

#[wasm_bindgen]
impl AnomalySession {
    /// From safetensors bytes.
    ///
    /// # Errors
    /// For bytes that are not a model's weights, and an autoencoder, which has no likelihood.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8]) -> Result<AnomalySession> {
        let scorer = Scorer::new(read(bytes)?, SAMPLES)?;
        Ok(Self { maker: scorer.maker(), scorer, coded: 0, scores: vec![] })
    }

    /// Goes on by some training images: first the codes, then the scores of others.
    ///
    /// # Errors
    /// For images that the model does not take, and when the device fails.
    pub fn learn(&mut self, train: &Dataset) -> Result<Ts<Learnt>> {
        let train = &train.0;
        self.scorer.coder().config().takes(train.spec())?;
        let reference = REFERENCE.min(train.len() / 2);
        let known = CODES.min(train.len() - reference);
        if self.coded < known {
            let end = known.min(self.coded + CODED);
            let codes = self.scorer.coder().codes(train, reference + self.coded..reference + end)?;
            self.scorer.know(&codes.mu);
            self.coded = end;
        } else if self.scores.len() < reference {
            let start = self.scores.len();
            let rows = start..reference.min(start + SCORED);
            self.scores.extend(self.scorer.scores(&mut self.maker, train, rows)?);
        }
        let (done, all) = (self.coded + self.scores.len(), known + reference);
        Ok(Learnt { done, all, is_ready: self.coded == known }.into_ts()?)
    }

    /// Scores an image, in which a class means nothing: nobody knows that of a stranger.
    ///
    /// # Errors
    /// For another number of bytes, and when the device fails.
    pub fn score(&self, pixels: &[u8]) -> Result<Ts<Scored>> {
        let coder = self.scorer.coder();
        let spec = &coder.config().data;
        let image = Images::of(spec.clone(), pixels.to_vec(), vec![0])?;
        let seen = self.scorer.maker().make(&image, 0..1)?.targets;
        let scores = self.scorer.scores(&mut self.scorer.maker(), &image, 0..1)?.concat();
        let class = if coder.config().conditional { coder.likeliest_classes(&seen)?[0] } else { 0 };
        let surplus = surplus(coder, &seen, class)?;
        Ok(Scored { pixels: bytes(&grey(&seen)), scores, surplus }.into_ts()?)
    }

    /// Where an image's scores lie among those of the training images so far.
    ///
    /// # Errors
    /// For another number of scores.
    pub fn places(&self, scores: &[f64]) -> Result<Ts<Places>> {
        let scores: [f64; 6] =
            scores.try_into().map_err(|_| Error::Argument(format!("expected 6 scores, got {}", scores.len())))?;
        let reference = Reference::new(&self.scores);
        let scores = reference.completed(scores);
        let places = reference.places(scores);
        let placed = METHODS.into_iter().zip(scores).zip(places);
        let placed = placed.map(|((method, value), place)| Placed { method, value, place }).collect();
        Ok(Places { placed, among: self.scores.len() }.into_ts()?)
    }

    /// A picture that is none of the data: the seed's, or what is given upside down.
    ///
    /// # Errors
    /// For another number of bytes.
    pub fn stranger(&self, strange: Ts<Strange>, seed: u32, pixels: &[u8]) -> Result<js_sys::Uint8Array> {
        let spec = &self.scorer.coder().config().data;
        let made = match strange.to_rust()? {
            Strange::Letter => strangers::letters(spec, 1, seed)?,
            Strange::Scribble => strangers::scribbles(spec, 1, seed)?,
            Strange::Blank => strangers::blank(spec)?,
            Strange::UpsideDown => strangers::upside_down(&Images::of(spec.clone(), pixels.to_vec(), vec![0])?, 1)?,
        };
        Ok(made.images().into())
    }
}
