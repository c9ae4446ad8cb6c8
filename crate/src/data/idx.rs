//! IDX, the format of MNIST's files: a magic number, the sizes, then bytes; plain or gzip, of one member or several.

use super::unpacking::Unpacking;
use crate::error::{Result, grouped};

/// More than this is not a data set for a browser tab.
const MAX_ITEMS: usize = 1_000_000;
const MAX_BYTES: usize = 1 << 30;

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
    rest: Unpacking<'a>,
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
/// [`crate::error::Error::Dataset`] for a wrong magic number, a cut header, broken gzip, or too many items.
pub fn open<'a>(file: &'a [u8], rank: u8, what: &'a str) -> Result<Opened<'a>> {
    let mut rest = Unpacking::of(file, what);
    let header = rest.header(4 + 4 * usize::from(rank))?;
    let expected = [0, 0, 0x08, rank];
    if header[..4] != expected {
        let got = &header[..4];
        let message = format!("the IDX magic number {expected:02x?} (unsigned bytes, {rank} sizes), got {got:02x?}");
        return Err(rest.refuse(&message));
    }
    let size = |word: &[u8]| word.iter().fold(0, |sum, &byte| (sum << 8) | usize::from(byte));
    let sizes: Vec<usize> = header[4..].chunks(4).map(size).collect();
    let total = sizes.iter().try_fold(1usize, |product, &size| product.checked_mul(size));
    match total.filter(|&total| sizes[0] <= MAX_ITEMS && total <= MAX_BYTES) {
        Some(total) => Ok(Opened { sizes, total, rest }),
        None => {
            let [items, bytes] = [MAX_ITEMS, MAX_BYTES].map(grouped);
            Err(rest.refuse(&format!("at most {items} items and {bytes} bytes, got sizes {sizes:?}")))
        }
    }
}

impl Opened<'_> {
    /// The items.
    ///
    /// # Errors
    /// [`crate::error::Error::Dataset`] for cut or surplus bytes, or broken gzip.
    pub fn read(self) -> Result<Idx> {
        let Self { sizes, total, mut rest } = self;
        let of = format!("sizes {sizes:?}");
        let bytes = rest.bytes(total, &of)?;
        rest.end(total, &of)?;
        Ok(Idx { sizes, bytes })
    }
}
