//! What is around coded images in a file: what they are, of which model and how many, and a checksum.

use flate2::Crc;

use crate::error::{Error, Result, grouped};
use crate::model::weights::Weights;

const MAGIC: [u8; 2] = *b"LX";
/// Bytes of all images beyond which nothing is unpacked.
const MOST: usize = 1 << 28;

/// How the images are coded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Codes, quantised.
    Lossy = 1,
    /// By bits back.
    Lossless = 2,
}

/// What a file says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    pub kind: Kind,
    /// [`of_model`].
    pub model: u32,
    pub count: usize,
}

/// Settings that came later, as they always were before: not said, so that what was coded then is still read.
const AS_BEFORE: [&str; 9] = [
    ", items: []",
    ", colour: false",
    ", terms: None",
    "prior: Gaussian, ",
    "full_covariance: false, ",
    "lower_size: 0, ",
    ", decoder: Layers",
    ", residual: false",
    ", normalisation: None",
];

/// A number that tells a model from others.
pub fn of_model(weights: &Weights) -> u32 {
    let mut sum = Crc::new();
    let said = AS_BEFORE.iter().fold(format!("{:?}", weights.config()), |said, later| said.replace(later, ""));
    sum.update(said.as_bytes());
    for value in weights.tensors().iter().flatten() {
        sum.update(&value.to_le_bytes());
    }
    sum.sum()
}

/// The same of a model with something more.
pub fn with(model: u32, more: impl Iterator<Item = u8>) -> u32 {
    checksum(&model.to_le_bytes().into_iter().chain(more).collect::<Vec<_>>())
}

/// # Errors
/// [`Error::Argument`] for more images of `size` bytes than are unpacked again.
pub fn seal(Label { kind, model, count }: Label, size: usize, body: &[u8]) -> Result<Vec<u8>> {
    few(count, size)?;
    let [low, high] = MAGIC;
    let mut bytes = vec![low, high, kind as u8];
    bytes.extend(model.to_le_bytes());
    bytes.extend((count as u32).to_le_bytes());
    bytes.extend(body);
    bytes.extend(checksum(&bytes).to_le_bytes());
    Ok(bytes)
}

/// How many images of `size` bytes, and what codes them.
///
/// # Errors
/// [`Error::Argument`] for bytes that are not whole, or of another kind or model.
pub fn open(bytes: &[u8], kind: Kind, model: u32, size: usize) -> Result<(usize, Reader<'_>)> {
    let refuse =
        |expected: &str| Err(Error::Argument(format!("expected {expected}, got {} other bytes", grouped(bytes.len()))));
    let Some((whole, sum)) = bytes.split_last_chunk() else { return refuse("compressed images") };
    if !whole.starts_with(&MAGIC) {
        return refuse("compressed images");
    }
    if checksum(whole) != u32::from_le_bytes(*sum) {
        return refuse("compressed images as they were written, whose checksum is theirs");
    }
    let mut reader = Reader::new(&whole[MAGIC.len()..]);
    if reader.take::<1>()? != [kind as u8] {
        return refuse(if kind == Kind::Lossy {
            "images compressed with loss"
        } else {
            "images compressed without loss"
        });
    }
    if u32::from_le_bytes(reader.take()?) != model {
        return refuse("images compressed by this model: open the one that they were compressed by");
    }
    let count = u32::from_le_bytes(reader.take()?) as usize;
    few(count, size)?;
    Ok((count, reader))
}

fn few(count: usize, size: usize) -> Result<()> {
    let most = MOST / size;
    if count > most || count == 0 {
        let [most, size, count] = [most, size, count].map(grouped);
        return Err(Error::Argument(format!("expected 1 to {most} images of {size} bytes, got {count}")));
    }
    Ok(())
}

fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = Crc::new();
    sum.update(bytes);
    sum.sum()
}

/// What is left of a body.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub fn new(body: &'a [u8]) -> Self {
        Self(body)
    }

    /// # Errors
    /// [`Error::Argument`] at its end.
    pub fn take<const N: usize>(&mut self) -> Result<[u8; N]> {
        let Some((taken, rest)) = self.0.split_first_chunk() else {
            return Err(Error::Argument(format!("expected {N} more bytes of compressed images, got {}", self.0.len())));
        };
        self.0 = rest;
        Ok(*taken)
    }

    /// The rest.
    ///
    /// # Errors
    /// [`Error::Argument`] unless it is whole words.
    pub fn words(self) -> Result<Vec<u32>> {
        let (words, rest) = self.0.as_chunks();
        if !rest.is_empty() {
            return Err(Error::Argument(format!("expected words of 4 bytes, got {} bytes", grouped(self.0.len()))));
        }
        Ok(words.iter().map(|word| u32::from_le_bytes(*word)).collect())
    }
}

/// As a file holds them.
pub fn of_words(words: Vec<u32>) -> impl Iterator<Item = u8> {
    words.into_iter().flat_map(u32::to_le_bytes)
}
