//! Why a table of texts is not read.

use std::fmt;

use serde::Serialize;

use crate::data::formats::Why;
use crate::error::{Error, grouped, quoted};

/// A file that is not read.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct UnreadTexts {
    pub name: String,
    pub why: TextsRefused,
}

/// What is wrong with it, and where.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum TextsRefused {
    /// What any file can be: empty, damaged, or more than is read.
    File { why: Why },
    /// A table of so many columns.
    Columns { came: usize },
    /// A line of another number of fields than the first.
    Fields { line: u64, expected: usize, came: usize },
    /// No column has few classes: the one with the fewest has so many.
    Classes { most: usize, came: usize },
    /// More letters than a text has.
    Long { line: u64, most: usize },
    /// Texts to test on have classes that those to train on have not.
    OtherClasses { expected: String, came: String },
    /// So few texts have a word that counts, of those that were there, and so few words count.
    Few { texts: usize, of_texts: usize, words: usize },
}

impl From<Why> for TextsRefused {
    fn from(why: Why) -> Self {
        Self::File { why }
    }
}

impl From<UnreadTexts> for Error {
    fn from(unread: UnreadTexts) -> Self {
        Self::Dataset(unread.to_string())
    }
}

impl fmt::Display for UnreadTexts {
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(into, "{}: {}", quoted(&self.name), self.why)
    }
}

impl fmt::Display for TextsRefused {
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { why } => write!(into, "{why}"),
            Self::Columns { came } => write!(
                into,
                "expected a column of texts and one of their classes, got {came} column: texts without classes, one a line, are \
                 read of a file whose name ends in .txt"
            ),
            Self::Fields { line, expected, came } => {
                write!(into, "expected {expected} fields in line {} as in the first, got {came}", grouped(line))
            }
            Self::Classes { most, came } => write!(
                into,
                "expected a column of 2 to {most} classes beside the texts, as 0 and 1, got one of {} different values at best",
                grouped(came)
            ),
            Self::Long { line, most } => {
                let (most, line) = (grouped(most), grouped(line));
                write!(into, "expected texts of at most {most} letters, got a longer one in line {line}")
            }
            Self::OtherClasses { expected, came } => {
                let (expected, came) = (quoted(expected), quoted(came));
                write!(into, "expected texts to test on of the classes {expected}, got {came}")
            }
            Self::Few { texts, of_texts, words } => {
                let [texts, of_texts, words] = [texts, of_texts, words].map(grouped);
                write!(
                    into,
                    "expected two words and two texts or more that have one, got {words} words that enough texts have, and {texts} of \
                     {of_texts} texts: bring more texts"
                )
            }
        }
    }
}
