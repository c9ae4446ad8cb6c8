//! A zip of files, `.npz` too: each is read as if it lay beside the others in a folder.

use std::io::Cursor;

use zip::ZipArchive;

use super::{File, Found, Layout, MAX_BYTES, Reading, Refused, Why, inflated, open};

/// What systems put beside one's files.
const HIDDEN: [&str; 3] = ["__MACOSX", "Thumbs.db", "desktop.ini"];

/// Whether a path is of a file that nobody means.
pub fn is_hidden(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with('.') || HIDDEN.contains(&part))
}

struct Members {
    path: String,
    archive: ZipArchive<Cursor<Vec<u8>>>,
    next: usize,
    /// Bytes that may still be unpacked.
    left: usize,
    layout: Layout,
    reading: Option<Reading>,
}

pub fn read(path: String, bytes: Vec<u8>, layout: &Layout) -> Result<Reading, Refused> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| Why::damaged(&error).of(&path))?;
    if archive.is_empty() {
        return Err(Why::Empty.of(&path));
    }
    let layout = layout.clone();
    Ok(Box::new(Members { path, archive, next: 0, left: MAX_BYTES, layout, reading: None }))
}

impl Iterator for Members {
    type Item = Result<Found, Refused>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(found) = self.reading.as_mut().and_then(Iterator::next) {
                return Some(found);
            }
            self.reading = None;
            if self.next == self.archive.len() {
                return None;
            }
            self.next += 1;
            match self.unpack(self.next - 1) {
                Ok(Some(file)) => self.reading = Some(open(file, &self.layout)),
                Ok(None) => {}
                Err(refused) => return Some(Err(refused)),
            }
        }
    }
}

impl Members {
    /// A member that somebody means; what it says of its size is not believed.
    fn unpack(&mut self, index: usize) -> Result<Option<File>, Refused> {
        let Self { path, archive, left, .. } = self;
        let member = archive.by_index(index).map_err(|error| Why::damaged(&error).of(&format!("{path}/{index}")))?;
        let name = member.name().map_or_else(|_| index.to_string(), |name| name.replace('\\', "/"));
        if member.is_dir() || is_hidden(&name) {
            return Ok(None);
        }
        let name = format!("{path}/{name}");
        let packed = usize::try_from(member.compressed_size()).unwrap_or(usize::MAX);
        let bytes = inflated(member, packed, *left).map_err(|why| why.of(&name))?;
        *left -= bytes.len();
        if bytes.starts_with(b"PK\x03\x04") && !name.to_ascii_lowercase().ends_with(".npz") {
            return Err(Why::Unknown.of(&name));
        }
        Ok(Some(File { path: name, bytes }))
    }
}
