//! Lines of text as a data set: one's own, and those of the site, which set-up makes by this.

use serde::{Deserialize, Serialize};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::import::OwnSplit;
use crate::data::formats::File;
use crate::data::import::Parting;
use crate::data::lines::{self, LeftOutLine, Lines, OwnTexts, UnreadTexts};
use crate::error::Result;
use crate::settings::DataSpec;

/// Texts that a preview shows.
const FIRST: usize = 10;

/// A file of lines.
#[wasm_bindgen]
pub struct TextFile(File);

/// How it is read and parted; what is left out is as the command line has it.
#[derive(Deserialize, Tsify)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct TextOptions {
    /// Characters of a text, at most: longer ones are left out.
    longest: usize,
    /// In small letters alone.
    lower: bool,
    /// Of the texts.
    test_share: f64,
    seed: u32,
}

/// What came of it, or why nothing did.
#[derive(Serialize, Tsify)]
pub struct TextsRead {
    set: Option<OwnTextSet>,
    refused: Option<UnreadTexts>,
}

/// A data set of one's own whose samples are texts.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct OwnTextSet {
    data: DataSpec,
    train: OwnSplit,
    test: OwnSplit,
    texts: usize,
    /// Lines that say what one before says.
    again: usize,
    /// The first lines that are no texts, and how many they all are.
    left_out: Vec<LeftOutLine>,
    refusals: usize,
    /// The first texts.
    first: Vec<String>,
}

impl Default for TextOptions {
    fn default() -> Self {
        let (Lines { longest, lower }, Parting { seed, test_share, .. }) = (Lines::default(), Parting::default());
        Self { longest, lower, test_share, seed }
    }
}

#[wasm_bindgen]
impl TextFile {
    /// Plain or gzip.
    #[wasm_bindgen(constructor)]
    pub fn new(name: &str, bytes: Vec<u8>) -> TextFile {
        Self(File { path: name.into(), bytes })
    }

    /// What it says, as it is read and parted by these options.
    ///
    /// # Errors
    /// For options of another shape; what is wrong with the file comes as an answer.
    pub fn read(&self, options: Ts<TextOptions>) -> Result<Ts<TextsRead>> {
        let options = options.to_rust()?;
        let TextOptions { longest, lower, .. } = options;
        let read = match lines::read(self.0.clone(), Lines { longest, lower }) {
            Ok(texts) => TextsRead { set: Some(OwnTextSet::of(texts, &options)?), refused: None },
            Err(unread) => TextsRead { set: None, refused: Some(unread) },
        };
        Ok(read.into_ts()?)
    }
}

impl OwnTextSet {
    fn of(texts: OwnTexts, options: &TextOptions) -> Result<Self> {
        let [train, test] = texts.part(options.test_share, options.seed)?;
        Ok(Self {
            train: OwnSplit::of(&train),
            test: OwnSplit::of(&test),
            texts: texts.count(),
            first: texts.first(FIRST).map(Into::into).collect(),
            again: texts.again,
            left_out: texts.left_out,
            refusals: texts.refusals,
            data: texts.data,
        })
    }
}
