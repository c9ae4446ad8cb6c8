//! A data set of one's own, read a little at a time. It is in a module of its own, which only those fetch who bring data.

use js_sys::Uint8Array;
use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use crate::data::dataset::Dataset;
use crate::data::formats::{File, MAX_BYTES, Refused, Why};
use crate::data::import::{Import, Parting, Preparation};
use crate::error::Result;
use crate::settings::DataSpec;

/// A data set as it is read, file by file, each in pieces.
#[wasm_bindgen]
pub struct ImportSession {
    import: Import,
    bytes: Vec<u8>,
}

/// A data set of one's own: as IDX files, which the other modules read.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct OwnData {
    data: DataSpec,
    train: OwnSplit,
    test: OwnSplit,
    /// The first of what was left out, by name.
    refused: Vec<Refused>,
    /// How much was left out.
    refusals: usize,
    /// Whether dark was made light.
    inverted: bool,
}

/// The IDX files of one split.
#[derive(Serialize, Tsify)]
pub struct OwnSplit {
    #[tsify(type = "Uint8Array<ArrayBuffer>")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    images: Uint8Array,
    #[tsify(type = "Uint8Array<ArrayBuffer>")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    labels: Uint8Array,
}

#[wasm_bindgen]
impl ImportSession {
    /// # Errors
    /// For a preparation of another shape, or out of range.
    #[wasm_bindgen(constructor)]
    pub fn new(preparation: Ts<Preparation>) -> Result<ImportSession> {
        Ok(Self { import: Import::new(preparation.to_rust()?)?, bytes: vec![] })
    }

    /// The next piece of a file.
    pub fn push(&mut self, piece: &[u8]) {
        self.bytes.extend_from_slice(piece);
    }

    /// The file that was pushed is whole: what it is called below what was chosen.
    pub fn begin(&mut self, path: &str) {
        self.import.begin(File { path: path.into(), bytes: std::mem::take(&mut self.bytes) });
    }

    /// A file that is not read, since all of them have more bytes than are read.
    pub fn leave(&mut self, path: &str) {
        self.import.refuse(Why::Bomb { most: MAX_BYTES }.of(path));
    }

    /// Reads on in that file, at most so many pictures; false at its end.
    pub fn advance(&mut self, most: usize) -> bool {
        self.import.advance(most)
    }

    /// Pictures so far.
    #[wasm_bindgen(getter)]
    pub fn count(&self) -> usize {
        self.import.count()
    }

    /// The data set so far, as it is parted by these choices.
    ///
    /// # Errors
    /// For fewer than two pictures, or too many classes; says what was expected and what came.
    pub fn part(&self, parting: Ts<Parting>) -> Result<Ts<OwnData>> {
        let parted = self.import.part(parting.to_rust()?)?;
        let own = OwnData {
            data: parted.train.spec().clone(),
            train: OwnSplit::of(&parted.train),
            test: OwnSplit::of(&parted.test),
            refused: parted.refused,
            refusals: parted.refusals,
            inverted: parted.inverted,
        };
        Ok(own.into_ts()?)
    }
}

impl OwnSplit {
    pub(super) fn of(data: &Dataset) -> Self {
        let [images, labels] = data.files();
        Self { images: Uint8Array::from(images.as_slice()), labels: Uint8Array::from(labels.as_slice()) }
    }
}
