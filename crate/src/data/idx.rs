//! IDX, the format of MNIST's files: a magic number, the sizes, then bytes; plain or gzip.

use std::io::Read;

use flate2::read::GzDecoder;

use crate::error::{Error, Result};

/// More items than this is not a data set for a browser tab.
const MAX_ITEMS: usize = 1_000_000;
const GZIP_MAGIC: [u8; 2] = [0x1f, 0x8b];

/// An IDX file of unsigned bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Idx {
    /// Sizes, outermost first: `[count]` for labels, `[count, rows, columns]` for images.
    pub sizes: Vec<usize>,
    /// The items one after another.
    pub bytes: Vec<u8>,
}

/// Reads an IDX file with `rank` sizes. `what` names the file in errors.
///
/// # Errors
/// [`Error::Dataset`] for a wrong magic number, cut or surplus bytes, broken gzip, or too many items.
pub fn read(file: &[u8], rank: u8, what: &str) -> Result<Idx> {
    if file.starts_with(&GZIP_MAGIC) { parse(GzDecoder::new(file), rank, what) } else { parse(file, rank, what) }
}

fn parse(mut source: impl Read, rank: u8, what: &str) -> Result<Idx> {
    let refuse = |message: String| Error::Dataset(format!("{what}: {message}"));
    let cut = |expected: usize| {
        move |error: std::io::Error| {
            Error::Dataset(format!("{what}: expected {expected} bytes of data, but the file is cut short ({error})"))
        }
    };
    let mut header = vec![0; 4 + 4 * usize::from(rank)];
    let length = header.len();
    source.read_exact(&mut header).map_err(cut(length))?;
    let expected = [0, 0, 0x08, rank];
    if header[..4] != expected {
        return Err(refuse(format!(
            "expected the IDX magic number {expected:02x?} (unsigned bytes, {rank} sizes), got {:02x?}",
            &header[..4]
        )));
    }
    let size = |word: &[u8]| word.iter().fold(0, |sum, &byte| (sum << 8) | usize::from(byte));
    let sizes: Vec<usize> = header[4..].chunks(4).map(size).collect();
    let total = sizes.iter().try_fold(1usize, |product, &size| product.checked_mul(size));
    let total = total.filter(|_| sizes[0] <= MAX_ITEMS && sizes[1..].iter().all(|&size| size <= 1024));
    let Some(total) = total else {
        return Err(refuse(format!("expected at most {MAX_ITEMS} items of at most 1024 x 1024, got sizes {sizes:?}")));
    };
    let mut bytes = Vec::new();
    source.by_ref().take(total as u64).read_to_end(&mut bytes).map_err(cut(total))?;
    if bytes.len() < total {
        return Err(refuse(format!("expected {total} bytes of data for sizes {sizes:?}, got {}", bytes.len())));
    }
    match source.read(&mut [0]) {
        Ok(0) => Ok(Idx { sizes, bytes }),
        Ok(_) => Err(refuse(format!("expected {total} bytes of data for sizes {sizes:?}, but the file goes on"))),
        Err(error) => Err(refuse(format!("expected whole gzip data, got a broken end ({error})"))),
    }
}
