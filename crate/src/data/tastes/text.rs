//! A table's text.

use csv::{ReaderBuilder, StringRecord};

use super::TasteRefused;
use crate::data::encodings::utf16;
use crate::data::formats::{File, Why, delimiter, unpacked};
use crate::data::unpacking::Unpacking;

/// A table with its first line, in a delimiter of its own.
pub struct Text {
    pub text: String,
    delimiter: u8,
}

/// A Mac's no-break space, in Latin-1 a capital letter, which does not follow a small one.
const SPACE_OF_MACS: u8 = 0xca;

/// Bytes of a table's first lines, its items' names among them.
const BEGINNING: usize = 4 << 20;

/// Unpacked; what is neither UTF-8 nor UTF-16 is Latin-1, where a byte is a letter.
///
/// # Errors
/// For what is damaged, is no text, or has nothing in it.
pub fn decoded(file: File) -> Result<String, Why> {
    let bytes = unpacked(file).map_err(|refused| refused.why)?.bytes;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").map_or_else(|| bytes.clone(), <[u8]>::to_vec);
    let read = |bytes| String::from_utf8(bytes).unwrap_or_else(|error| latin(error.as_bytes()));
    let text = utf16(&bytes).unwrap_or_else(|| read(bytes));
    if text.contains('\0') {
        return Err(Why::Unknown);
    }
    if text.trim().is_empty() { Err(Why::Empty) } else { Ok(text) }
}

/// A table's text.
pub fn of(file: File) -> Result<Text, TasteRefused> {
    let text = decoded(file)?;
    let text = Text { delimiter: delimiter(text.as_bytes()), text };
    match text.first()?.len() {
        1 => Err(TasteRefused::Columns { came: 1 }),
        _ => Ok(text),
    }
}

/// The first lines of it, by which a table is told from others.
pub fn beginning(file: &File) -> Result<Text, TasteRefused> {
    of(first_lines(file)?)
}

/// A file that has no more than they.
///
/// # Errors
/// For what is damaged.
pub fn first_lines(File { path, bytes }: &File) -> Result<File, Why> {
    let damaged = |error| Why::damaged(&error);
    let mut start = Unpacking::of(bytes, path).most(BEGINNING).map_err(damaged)?;
    if start.len() == BEGINNING {
        start.truncate(start.iter().rposition(|&byte| byte == b'\n').map_or(BEGINNING, |end| end + 1));
    }
    Ok(File { path: path.clone(), bytes: start })
}

fn latin(bytes: &[u8]) -> String {
    let before = std::iter::once(&0).chain(bytes);
    let is_space = |before: u8, byte: u8| byte == SPACE_OF_MACS && before.is_ascii_lowercase();
    before.zip(bytes).map(|(&before, &byte)| if is_space(before, byte) { ' ' } else { char::from(byte) }).collect()
}

impl Text {
    /// All lines, the first one too, with their numbers.
    pub fn lines(&self) -> impl Iterator<Item = Result<(u64, StringRecord), TasteRefused>> + '_ {
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(self.delimiter)
            .from_reader(self.text.as_bytes());
        let line = |record: &StringRecord| record.position().map_or(0, csv::Position::line);
        let mut fields = None;
        reader.into_records().map(move |record| {
            let record = record.map_err(|error| TasteRefused::from(Why::damaged(&error)))?;
            let expected = *fields.get_or_insert(record.len());
            match record.len() {
                came if came == expected => Ok((line(&record), record)),
                came => Err(TasteRefused::Fields { line: line(&record), expected, came }),
            }
        })
    }

    pub fn first(&self) -> Result<StringRecord, TasteRefused> {
        self.lines().next().map_or_else(|| Err(Why::Empty.into()), |line| line.map(|(_, record)| record))
    }
}

/// A finite number.
pub fn number(field: &str) -> Option<f64> {
    field.trim().parse().ok().filter(|value: &f64| value.is_finite())
}
