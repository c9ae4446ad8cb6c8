//! A file as it is unpacked, plain or gzip of one member or several: what its header announces can be refused before the rest is
//! read, and nothing that is merely announced is reserved.

use std::io::{Error as ReadError, Read};

use flate2::read::MultiGzDecoder;

use crate::error::{Error, Result, grouped};

pub const GZIP_MAGIC: [u8; 2] = [0x1f, 0x8b];

/// What is left of it; `what` names the file in errors.
pub struct Unpacking<'a> {
    rest: Box<dyn Read + 'a>,
    what: &'a str,
}

impl<'a> Unpacking<'a> {
    pub fn of(file: &'a [u8], what: &'a str) -> Self {
        let packed = file.starts_with(&GZIP_MAGIC);
        Self { rest: if packed { Box::new(MultiGzDecoder::new(file)) } else { Box::new(file) }, what }
    }

    /// So many bytes, or all that there are.
    ///
    /// # Errors
    /// [`Error::Dataset`] for a file that is damaged.
    pub fn most(&mut self, count: usize) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let read = self.rest.by_ref().take(count as u64).read_to_end(&mut bytes);
        read.map_err(|error| self.cut(count, &error))?;
        Ok(bytes)
    }

    /// So many bytes, no fewer.
    ///
    /// # Errors
    /// [`Error::Dataset`] for a file that is cut short or damaged; `of` says what the bytes are for.
    pub fn bytes(&mut self, count: usize, of: &str) -> Result<Vec<u8>> {
        let bytes = self.most(count)?;
        if bytes.len() < count {
            return Err(self.refuse(&format!(
                "{} bytes of data for {of}, got {}",
                grouped(count),
                grouped(bytes.len())
            )));
        }
        Ok(bytes)
    }

    /// So many bytes of a header.
    ///
    /// # Errors
    /// [`Error::Dataset`] for a file that is cut short or damaged.
    pub fn header(&mut self, count: usize) -> Result<Vec<u8>> {
        let mut header = vec![0; count];
        self.rest.read_exact(&mut header).map_err(|error| self.cut(count, &error))?;
        Ok(header)
    }

    /// Nothing is left of a file of `count` bytes of data.
    ///
    /// # Errors
    /// [`Error::Dataset`] for surplus bytes, or gzip with a broken end.
    pub fn end(mut self, count: usize, of: &str) -> Result<()> {
        match self.rest.read(&mut [0]) {
            Ok(0) => Ok(()),
            Ok(_) => Err(self.refuse(&format!("{} bytes of data for {of}, but the file goes on", grouped(count)))),
            Err(error) => {
                Err(self.refuse(&format!("whole gzip data and nothing after it, got a broken end ({error})")))
            }
        }
    }

    pub fn refuse(&self, expected: &str) -> Error {
        Error::Dataset(format!("{}: expected {expected}", self.what))
    }

    fn cut(&self, expected: usize, error: &ReadError) -> Error {
        let expected = grouped(expected);
        self.refuse(&format!("{expected} bytes of data, but the file is cut short or damaged ({error})"))
    }
}
