//! Data sets as they lie about: a file is recognised by its first bytes, and read picture by picture.

mod archive;
mod arrays;
mod cifar;
mod npy;
mod pictures;
mod refused;
mod table;

use std::io::Read;
use std::rc::Rc;

use flate2::read::MultiGzDecoder;
use serde::{Deserialize, Serialize};

pub use archive::is_hidden;
pub use arrays::{Labels, as_idx};
pub use refused::{Refused, Why};
pub use table::delimiter;

use super::unpacking::GZIP_MAGIC;

/// Bytes of a file, unpacked, and of all that an archive holds.
pub const MAX_BYTES: usize = 1 << 30;

/// Unpacked bytes of a packed one beyond which it is a bomb, and bytes that are none.
const MOST_PACKED: usize = 200;
const NO_BOMB: usize = 32 << 20;

/// A file, by its path below what was chosen.
#[derive(Clone)]
pub struct File {
    pub path: String,
    pub bytes: Vec<u8>,
}

/// What a file does not say of itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Layout {
    /// The column of a table that holds the classes, by its name or its number from 1; found by itself where none is said.
    pub label_column: Option<String>,
    /// Side of a sprite sheet's tiles, in pixels; none for pictures that are no sheets.
    pub tile: Option<usize>,
}

/// Which part of the data set something is said to be of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    Train,
    Test,
}

/// What a file says of a picture's class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Class {
    None,
    Named(Rc<str>),
    /// The next one of the labels that lie in the same place.
    Listed(Rc<str>),
}

/// A picture as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    pub name: String,
    pub width: usize,
    pub height: usize,
    /// 1 or 3, pixel by pixel.
    pub channels: usize,
    pub pixels: Vec<u8>,
    pub class: Class,
    pub part: Option<Part>,
}

/// What is found in a file, one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    Picture(Picture),
    Labels(Labels),
    /// What the classes that are numbers are called.
    Names(Vec<String>),
}

/// A file's content as it is read.
pub type Reading = Box<dyn Iterator<Item = Result<Found, Refused>>>;

/// Reads a file; what is wrong with it comes as its content.
pub fn open(file: File, layout: &Layout) -> Reading {
    recognised(file, layout).unwrap_or_else(|refused| Box::new(std::iter::once(Err(refused))))
}

fn recognised(file: File, layout: &Layout) -> Result<Reading, Refused> {
    let File { path, bytes } = unpacked(file)?;
    if bytes.is_empty() {
        return Err(Why::Empty.of(&path));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return archive::read(path, bytes, layout);
    }
    if let [0, 0, 8, rank @ 1..=4, ..] = bytes[..] {
        return arrays::read_idx(&path, &bytes, rank);
    }
    if bytes.starts_with(npy::MAGIC) {
        return npy::read(&path, &bytes);
    }
    if pictures::is_picture(&bytes) {
        return pictures::read(path, &bytes, layout);
    }
    match extension(&path).as_str() {
        "bin" => cifar::read(path, bytes),
        "csv" | "tsv" => table::read(path, bytes, layout),
        "txt" if cifar::is_names(&path) => Ok(cifar::names(&bytes)),
        _ => Err(Why::Unknown.of(&path)),
    }
}

/// A gzip file of one member or several is what it holds.
///
/// # Errors
/// [`Why::Bomb`] for more than is read, [`Why::Damaged`] for what is broken off.
pub fn unpacked(File { path, bytes }: File) -> Result<File, Refused> {
    if !bytes.starts_with(&GZIP_MAGIC) {
        return Ok(File { path, bytes });
    }
    let whole = inflated(MultiGzDecoder::new(&bytes[..]), bytes.len(), MAX_BYTES).map_err(|why| why.of(&path))?;
    let name = path.strip_suffix(".gz").unwrap_or(&path);
    Ok(File { path: name.into(), bytes: whole })
}

/// All that is packed in so many bytes: at most what is left of [`MAX_BYTES`], and no more than a picture or a table is ever
/// packed by.
fn inflated(packed: impl Read, length: usize, left: usize) -> Result<Vec<u8>, Why> {
    let alone = length.saturating_mul(MOST_PACKED).max(NO_BOMB);
    let most = left.min(alone);
    let mut whole = Vec::new();
    let read = packed.take(most as u64 + 1).read_to_end(&mut whole);
    if whole.len() > most {
        return Err(Why::Bomb { most: if left < alone { MAX_BYTES } else { alone } });
    }
    read.map_err(|error| Why::damaged(&error))?;
    Ok(whole)
}

fn extension(path: &str) -> String {
    let name = file_name(path);
    name.rsplit_once('.').map_or(String::new(), |(_, extension)| extension.to_ascii_lowercase())
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The folder or archive that something lies in.
fn place(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(place, _)| place)
}

impl Part {
    /// What a folder is called that holds one.
    fn of_folder(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "train" | "training" => Some(Self::Train),
            "test" | "testing" | "t10k" | "val" | "valid" | "validation" => Some(Self::Test),
            _ => None,
        }
    }

    /// Of a file that holds many pictures: a word of its name, or a folder, says it.
    fn of_file(path: &str) -> Option<Self> {
        let words = file_name(path).split(|letter: char| !letter.is_ascii_alphanumeric());
        let by_name = words.flat_map(|word| {
            // CIFAR's training files are numbered batches.
            if word.eq_ignore_ascii_case("data") { Some(Self::Train) } else { Self::of_folder(word) }
        });
        by_name.last().or_else(|| Self::of_folders(path))
    }

    fn of_folders(path: &str) -> Option<Self> {
        path.split('/').rev().skip(1).find_map(Self::of_folder)
    }
}
