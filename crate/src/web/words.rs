//! A table of texts as a data set: one's own, and some of the site's, which set-up makes by this.

use js_sys::Uint8Array;
use serde::{Deserialize, Serialize};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::import::OwnSplit;
use super::tastes::Parted;
use crate::data::formats::File;
use crate::data::import;
use crate::data::words::{self, Limits, PartOfTexts, Parting, UnreadTexts};
use crate::error::Result;
use crate::settings::DataSpec;

/// Words that a preview names.
const COMMONEST: usize = 12;

/// A table, and another one of texts to test on, if there is one.
#[wasm_bindgen]
pub struct TextTable {
    table: File,
    test: Option<File>,
}

/// How it is parted; which words count is as the command line has it.
#[derive(Deserialize, Tsify)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct TextOptions {
    /// Of the texts, where none came to be tested on.
    test_share: f64,
    seed: u32,
    /// What the classes are called, in their order, instead of as they stand there.
    classes: Vec<String>,
}

/// What came of it, or why nothing did.
#[derive(Serialize, Tsify)]
pub struct TextsRead {
    set: Option<OwnTexts>,
    refused: Option<UnreadTexts>,
}

/// A data set of one's own whose rows are texts.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct OwnTexts {
    data: DataSpec,
    train: OwnSplit,
    test: OwnSplit,
    /// The texts themselves, a line each, in UTF-8.
    train_texts: TextLines,
    test_texts: TextLines,
    texts: Parted,
    /// Texts without a word that counts.
    left_out: usize,
    /// The first of the model's words, which most texts have.
    commonest: Vec<String>,
}

#[derive(Serialize, Tsify)]
#[serde(transparent)]
pub struct TextLines(
    #[tsify(type = "Uint8Array<ArrayBuffer>")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    Uint8Array,
);

impl Default for TextOptions {
    fn default() -> Self {
        let import::Parting { seed, test_share, .. } = import::Parting::default();
        Self { test_share, seed, classes: vec![] }
    }
}

#[wasm_bindgen]
impl TextTable {
    /// Plain or gzip.
    #[wasm_bindgen(constructor)]
    pub fn new(name: &str, bytes: Vec<u8>) -> TextTable {
        Self { table: File { path: name.into(), bytes }, test: None }
    }

    /// Whether it is a table of texts rather than one of anything else.
    #[wasm_bindgen(js_name = isMeant)]
    pub fn is_meant(&self) -> bool {
        words::are_in(&self.table)
    }

    /// The texts of this table are tested on.
    pub fn test(&mut self, name: &str, bytes: Vec<u8>) {
        self.test = Some(File { path: name.into(), bytes });
    }

    /// What it says, as it is parted by these options.
    ///
    /// # Errors
    /// For options of another shape; what is wrong with a file comes as an answer.
    pub fn read(&self, options: Ts<TextOptions>) -> Result<Ts<TextsRead>> {
        let read = match self.parted(options.to_rust()?) {
            Ok(set) => TextsRead { set: Some(set), refused: None },
            Err(refused) => TextsRead { set: None, refused: Some(refused) },
        };
        Ok(read.into_ts()?)
    }
}

impl TextTable {
    fn parted(
        &self,
        TextOptions { test_share, seed, classes }: TextOptions,
    ) -> std::result::Result<OwnTexts, UnreadTexts> {
        let texts = words::read(self.table.clone())?;
        let test = self.test.clone().map(words::read).transpose()?;
        let (texts, test) = (texts.called(&classes), test.map(|test| test.called(&classes)));
        let parted = texts.part(test.as_ref(), Parting { seed, test_share }, Limits::of(texts.kind, texts.texts.len()));
        let words::Parted { train, test, left_out } =
            parted.map_err(|why| UnreadTexts { name: self.table.path.clone(), why })?;
        Ok(OwnTexts {
            data: train.data.spec().clone(),
            texts: Parted { train: train.texts.len(), test: test.texts.len() },
            commonest: train.data.spec().items.iter().take(COMMONEST).cloned().collect(),
            train: OwnSplit::of(&train.data),
            test: OwnSplit::of(&test.data),
            train_texts: lines(&train),
            test_texts: lines(&test),
            left_out,
        })
    }
}

fn lines(part: &PartOfTexts) -> TextLines {
    TextLines(Uint8Array::from(part.texts.join("\n").as_bytes()))
}
