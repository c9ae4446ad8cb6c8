//! A data set of one's own, read a little at a time. It is in a module of its own, which only those fetch who bring data.

use js_sys::Uint8Array;
use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use crate::data::dataset::Dataset;
use crate::data::formats::{File, MAX_BYTES, Refused, Why, is_hidden};
use crate::data::import::{Import, Parting, Preparation};
use crate::data::mine::Splits;
use crate::data::prepare;
use crate::error::{Result, quoted};
use crate::settings::DataSpec;

/// A data set as it is read, file by file, each in pieces.
#[wasm_bindgen]
pub struct ImportSession {
    import: Import,
    bytes: Vec<u8>,
    /// Bytes that files may still have.
    left: usize,
}

/// A data set of one's own: as IDX files, which the other modules read.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct OwnData {
    data: DataSpec,
    train: OwnSplit,
    test: OwnSplit,
    left_out: LeftOut,
    /// How many pictures' dark ink was made light.
    inverted: usize,
}

/// What is not among the pictures.
#[derive(Serialize, Tsify)]
pub struct LeftOut {
    /// The first of it, by name.
    refused: Vec<Refused>,
    /// How much it is.
    refusals: usize,
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
        Ok(Self { import: Import::new(preparation.to_rust()?)?, bytes: vec![], left: MAX_BYTES })
    }

    /// Whether a file is read, of so many bytes: not one that nobody means. One of more than all may have is refused.
    pub fn admit(&mut self, path: &str, bytes: f64) -> bool {
        let size = bytes as usize;
        if is_hidden(path) {
            return false;
        }
        let fits = size <= self.left && self.bytes.try_reserve_exact(size).is_ok();
        if fits {
            self.left -= size;
        } else {
            self.import.refuse(Why::Bomb { most: MAX_BYTES }.of(path));
        }
        fits
    }

    /// The next piece of it.
    pub fn push(&mut self, piece: &[u8]) {
        self.bytes.extend_from_slice(piece);
    }

    /// The file that was pushed is whole: what it is called below what was chosen.
    pub fn begin(&mut self, path: &str) {
        self.import.begin(File { path: path.into(), bytes: std::mem::take(&mut self.bytes) });
    }

    /// It broke off while it was pushed.
    pub fn leave(&mut self, path: &str, message: &str) {
        self.bytes = vec![];
        self.import.refuse(Why::Damaged { message: quoted(message) }.of(path));
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
            left_out: LeftOut { refused: parted.refused, refusals: parted.refusals },
            inverted: parted.inverted,
        };
        Ok(own.into_ts()?)
    }

    /// What was left out of what was read, where nothing can be parted.
    #[wasm_bindgen(js_name = leftOut)]
    pub fn left_out(&self) -> Result<Ts<LeftOut>> {
        let (refused, refusals) = self.import.refused();
        Ok(LeftOut { refused: refused.into(), refusals }.into_ts()?)
    }
}

/// A drawing on a square pad as one image of the data: of a pad in colour, what differs from its corner is ink. Nothing
/// where nothing is drawn.
///
/// # Errors
/// For a pad of another size.
#[wasm_bindgen]
pub fn prepared(drawing: &[u8], side: usize, data: Ts<DataSpec>) -> Result<Option<Vec<u8>>> {
    let planes: Vec<&[u8]> = drawing.chunks((side * side).max(1)).collect();
    let ink = match planes[..] {
        [red, green, blue] if red.len() == blue.len() => {
            let differs = |index: usize| [red, green, blue].map(|plane| plane[index].abs_diff(plane[0]));
            (0..red.len()).map(|index| differs(index).into_iter().fold(0, u8::max)).collect()
        }
        _ => drawing.to_vec(),
    };
    prepare::prepare(&ink, side, &data.to_rust()?)
}

/// A data set from a few drawings.
#[wasm_bindgen]
pub struct Mine(Splits);

#[wasm_bindgen]
impl Mine {
    /// From the bytes of the drawings, one after the other, and their classes; the same seed makes the same images.
    ///
    /// # Errors
    /// For fewer than two drawings, or such as are of another size; says what was expected and what came.
    #[wasm_bindgen(constructor)]
    pub fn new(images: &[u8], labels: &[u8], data: Ts<DataSpec>, seed: u32) -> Result<Mine> {
        Ok(Self(Splits::of_drawings(&Dataset::of(data.to_rust()?, images.to_vec(), labels.to_vec())?, seed)?))
    }

    /// With some of another data set's images, given as IDX files.
    ///
    /// # Errors
    /// For files that are not such a data set's, images of another size, or too many classes.
    #[wasm_bindgen(js_name = mixedWith)]
    pub fn mixed_with(
        &self,
        train_images: &[u8],
        train_labels: &[u8],
        test_images: &[u8],
        test_labels: &[u8],
        data: Ts<DataSpec>,
    ) -> Result<Mine> {
        let data = data.to_rust()?;
        let train = Dataset::read(train_images, train_labels, &data)?;
        let test = Dataset::read(test_images, test_labels, &data)?;
        Ok(Self(self.0.mixed_with(&Splits { train, test })?))
    }

    /// As it is used.
    pub fn made(&self) -> Result<Ts<OwnData>> {
        let Splits { train, test } = &self.0;
        let own = OwnData {
            data: train.spec().clone(),
            train: OwnSplit::of(train),
            test: OwnSplit::of(test),
            left_out: LeftOut { refused: vec![], refusals: 0 },
            inverted: 0,
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
