//! IDX, the format of MNIST's files: a magic number, the sizes, then bytes; plain or gzip, of one member or several.

use std::io::Read;

use flate2::read::MultiGzDecoder;

use crate::error::{Error, Result};

/// More than this is not a data set for a browser tab.
const MAX_ITEMS: usize = 1_000_000;
const MAX_BYTES: usize = 1 << 30;
pub const GZIP_MAGIC: [u8; 2] = [0x1f, 0x8b];

/// An IDX file of unsigned bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Idx {
    /// Sizes, outermost first: `[count]` for labels, `[count, rows, columns]` for images.
    pub sizes: Vec<usize>,
    /// The items one after another.
    pub bytes: Vec<u8>,
}

/// A file of which the header alone was read, so that what it announces can be refused before it is unpacked.
pub struct Opened<'a> {
    /// As [`Idx`] has them.
    pub sizes: Vec<usize>,
    total: usize,
    rest: Box<dyn Read + 'a>,
    what: &'a str,
}

/// Reads an IDX file with `rank` sizes. `what` names the file in errors.
///
/// # Errors
/// As [`open`] and [`Opened::read`].
pub fn read(file: &[u8], rank: u8, what: &str) -> Result<Idx> {
    open(file, rank, what)?.read()
}

/// Reads the header of an IDX file with `rank` sizes. `what` names the file in errors.
///
/// # Errors
/// [`Error::Dataset`] for a wrong magic number, a cut header, broken gzip, or too many items.
pub fn open<'a>(file: &'a [u8], rank: u8, what: &'a str) -> Result<Opened<'a>> {
    let packed = file.starts_with(&GZIP_MAGIC);
    let mut rest: Box<dyn Read> = if packed { Box::new(MultiGzDecoder::new(file)) } else { Box::new(file) };
    let mut header = vec![0; 4 + 4 * usize::from(rank)];
    rest.read_exact(&mut header).map_err(|error| cut(what, header.len(), &error))?;
    let expected = [0, 0, 0x08, rank];
    if header[..4] != expected {
        let got = &header[..4];
        let message = format!("the IDX magic number {expected:02x?} (unsigned bytes, {rank} sizes), got {got:02x?}");
        return Err(refuse(what, &message));
    }
    let size = |word: &[u8]| word.iter().fold(0, |sum, &byte| (sum << 8) | usize::from(byte));
    let sizes: Vec<usize> = header[4..].chunks(4).map(size).collect();
    let total = sizes.iter().try_fold(1usize, |product, &size| product.checked_mul(size));
    match total.filter(|&total| sizes[0] <= MAX_ITEMS && total <= MAX_BYTES) {
        Some(total) => Ok(Opened { sizes, total, rest, what }),
        None => Err(refuse(what, &format!("at most {MAX_ITEMS} items and {MAX_BYTES} bytes, got sizes {sizes:?}"))),
    }
}

impl Opened<'_> {
    /// The items.
    ///
    /// # Errors
    /// [`Error::Dataset`] for cut or surplus bytes, or broken gzip.
    pub fn read(self) -> Result<Idx> {
        let Self { sizes, total, mut rest, what } = self;
        let mut bytes = Vec::new();
        rest.by_ref().take(total as u64).read_to_end(&mut bytes).map_err(|error| cut(what, total, &error))?;
        if bytes.len() < total {
            let got = bytes.len();
            return Err(refuse(what, &format!("{total} bytes of data for sizes {sizes:?}, got {got}")));
        }
        match rest.read(&mut [0]) {
            Ok(0) => Ok(Idx { sizes, bytes }),
            Ok(_) => Err(refuse(what, &format!("{total} bytes of data for sizes {sizes:?}, but the file goes on"))),
            Err(error) => {
                Err(refuse(what, &format!("whole gzip data and nothing after it, got a broken end ({error})")))
            }
        }
    }
}

fn refuse(what: &str, expected: &str) -> Error {
    Error::Dataset(format!("{what}: expected {expected}"))
}

fn cut(what: &str, expected: usize, error: &std::io::Error) -> Error {
    refuse(what, &format!("{expected} bytes of data, but the file is cut short or damaged ({error})"))
}
