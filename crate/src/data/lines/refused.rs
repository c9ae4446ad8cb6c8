//! Why lines are no texts.

use std::fmt;

use serde::Serialize;

use crate::data::formats::Why;
use crate::error::{Error, grouped};

/// A line that is left out.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct LineLeftOut {
    /// From 1.
    pub line: usize,
    pub why: LineRefused,
}

/// What is wrong with it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum LineRefused {
    Empty,
    /// Of so many characters.
    Long {
        most: usize,
        came: usize,
    },
    /// A character that says nothing, but moves what is printed.
    Control {
        code: u32,
    },
    /// No `#rrggbb` behind the tab.
    Colour {
        came: String,
    },
    /// A colour where the first line has none, or the reverse.
    Mixed {
        coloured: bool,
    },
}

/// A file that is not read.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct UnreadLines {
    pub name: String,
    pub why: LinesRefused,
}

/// What is wrong with it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum LinesRefused {
    /// What any file can be: empty, damaged, or more than is read.
    File {
        why: Why,
    },
    /// Bytes that are no UTF-8.
    NoText {
        line: usize,
    },
    /// So few texts in so many lines; why the first of the others is none.
    Few {
        came: usize,
        lines: usize,
        longest: usize,
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        first: Option<LineLeftOut>,
    },
    Many {
        most: usize,
    },
    /// More characters than a model knows.
    Characters {
        most: usize,
        came: usize,
    },
}

impl From<Why> for LinesRefused {
    fn from(why: Why) -> Self {
        Self::File { why }
    }
}

impl From<UnreadLines> for Error {
    fn from(unread: UnreadLines) -> Self {
        Self::Dataset(unread.to_string())
    }
}

impl fmt::Display for UnreadLines {
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(into, "{}: {}", self.name, self.why)
    }
}

impl fmt::Display for LineLeftOut {
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, why) = (grouped(self.line), &self.why);
        match why {
            LineRefused::Empty => write!(into, "line {line}: expected a text, got none"),
            LineRefused::Long { most, came } => {
                write!(into, "line {line}: expected at most {most} characters, got {}", grouped(came))
            }
            LineRefused::Control { code } => {
                write!(into, "line {line}: expected characters that are seen, got U+{code:04X}")
            }
            LineRefused::Colour { came } => {
                write!(into, "line {line}: expected a colour as #rrggbb behind the tab, got {came}")
            }
            LineRefused::Mixed { coloured } => {
                let [first, here] = if *coloured { ["none", "one"] } else { ["one", "none"] };
                write!(
                    into,
                    "line {line}: expected a colour in all lines or none, got {here} where the first has {first}"
                )
            }
        }
    }
}

impl fmt::Display for LinesRefused {
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { why } => write!(into, "{why}"),
            Self::NoText { line } => {
                write!(into, "expected a text in UTF-8, got other bytes in line {}: save it as UTF-8", grouped(line))
            }
            Self::Few { came, lines, longest, first } => {
                let each = format!("one a line and each of at most {longest} characters");
                write!(into, "expected two texts or more, {each}, got {came} in {} lines", grouped(lines))?;
                first.as_ref().map_or(Ok(()), |first| write!(into, "; {first}"))
            }
            Self::Many { most } => write!(into, "expected at most {} texts, got more: leave some out", grouped(most)),
            Self::Characters { most, came } => {
                write!(into, "expected at most {} different characters, got {}", grouped(most), grouped(came))
            }
        }
    }
}
