//! Why a table of tastes is not read.

use std::fmt;

use serde::Serialize;

use crate::data::formats::Why;
use crate::error::{Error, grouped, quoted};

/// A file that is not read.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Unread {
    pub name: String,
    pub why: TasteRefused,
}

/// What is wrong with it, and where.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum TasteRefused {
    /// What any file can be: empty, damaged, or more than is read.
    File { why: Why },
    /// So many columns.
    Columns { came: usize },
    /// A line of another number of fields than the first.
    Fields { line: u64, expected: usize, came: usize },
    /// A rating that is no number.
    Rating { line: u64, came: String },
    /// A person's second rating of an item.
    Twice { line: u64, person: String, item: String },
    /// No column of numbers.
    NoItems,
    /// More items than a model has.
    TooMany { most: usize, came: usize },
    /// Everybody likes the same.
    AllAlike,
    /// So few are left of what is liked, of those that were there.
    Few { items: usize, people: usize, of_items: usize, of_people: usize },
}

impl From<Why> for TasteRefused {
    fn from(why: Why) -> Self {
        Self::File { why }
    }
}

impl From<Unread> for Error {
    fn from(unread: Unread) -> Self {
        Self::Dataset(unread.to_string())
    }
}

impl fmt::Display for Unread {
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(into, "{}: {}", self.name, self.why)
    }
}

impl fmt::Display for TasteRefused {
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { why } => write!(into, "{why}"),
            Self::Columns { came } => write!(
                into,
                "expected columns of user, item and rating, or a row for each person and a column for each item, got {came} column"
            ),
            Self::Fields { line, expected, came } => {
                let line = grouped(line);
                write!(into, "expected {expected} fields in line {line} as in the first, got {came}")
            }
            Self::Rating { line, came } => {
                write!(into, "expected a number as the rating in line {}, got \"{}\"", grouped(line), quoted(came))
            }
            Self::Twice { line, person, item } => write!(
                into,
                "expected one rating of each item by a person, got a second one of \"{}\" by \"{}\" in line {}: leave one of \
                 them out",
                quoted(item),
                quoted(person),
                grouped(line)
            ),
            Self::NoItems => write!(into, "expected a column of numbers for each item, got none"),
            Self::TooMany { most, came } => {
                let [most, came] = [most, came].map(grouped);
                write!(into, "expected at most {most} items, got {came}: ask for more people that like each")
            }
            Self::AllAlike => write!(into, "expected people who differ in what they like, got all alike"),
            Self::Few { items, people, of_items, of_people } => {
                let [items, people, of_items, of_people] = [items, people, of_items, of_people].map(grouped);
                write!(
                    into,
                    "expected two items and two people or more that are liked and like enough, got {items} and {people} of {of_items} \
                     and {of_people}: lower the least rating that counts, or how many people or items are asked for"
                )
            }
        }
    }
}
