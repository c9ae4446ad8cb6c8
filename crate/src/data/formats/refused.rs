//! What is left out of a data set, by its name, and why.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::error::{grouped, quoted};

/// A file, or a picture in one, that is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Refused {
    pub name: String,
    pub why: Why,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Why {
    /// Of no format that is read.
    Unknown,
    Empty,
    /// Broken off, or not what its header says; in the words of whoever read it.
    Damaged {
        message: String,
    },
    /// Of more pixels a side than are read.
    TooLarge {
        most: usize,
    },
    /// Of another size than the others.
    Mixed {
        expected: [usize; 2],
        came: [usize; 2],
    },
    /// It unpacks to more bytes than are read.
    Bomb {
        most: usize,
    },
    /// An array of sizes that are no pictures' and no labels'.
    Shape {
        sizes: Vec<usize>,
    },
    /// A row of numbers of which no square can be made, or of another length than the first.
    Row {
        numbers: usize,
    },
    /// A number that is no pixel's.
    Value {
        came: String,
    },
    /// As many labels as there are no pictures.
    Labels {
        expected: usize,
        came: usize,
    },
    /// Pictures that come after the most that there can be.
    TooMany {
        most: usize,
        left: usize,
    },
}

impl Why {
    pub fn of(self, name: &str) -> Refused {
        Refused { name: quoted(name), why: self }
    }

    pub fn damaged(error: &impl ToString) -> Self {
        Self::Damaged { message: quoted(&error.to_string()) }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(into, "{}: {}", self.name, self.why)
    }
}

impl fmt::Display for Why {
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => write!(
                into,
                "expected IDX, PNG, JPEG, WebP, CSV, .npy, .npz, CIFAR's .bin or a zip of pictures, got none of them"
            ),
            Self::Empty => write!(into, "expected something in it, got nothing"),
            Self::Damaged { message } => write!(into, "expected a whole file, got a damaged one ({message})"),
            Self::TooLarge { most } => write!(into, "expected at most {} pixels a side, got more", grouped(most)),
            Self::Mixed { expected: [w, h], came: [x, y] } => {
                let [x, y] = [x, y].map(grouped);
                write!(into, "expected {w} x {h} pixels as the others have, got {x} x {y}")
            }
            Self::Bomb { most } => write!(into, "expected at most {} bytes unpacked, got more", grouped(most)),
            Self::Shape { sizes } => write!(
                into,
                "expected sizes of pictures or labels, as [count, height, width, channels] or [count], got {sizes:?}"
            ),
            Self::Row { numbers } => {
                let numbers = grouped(numbers);
                write!(into, "expected as many numbers as a square of pixels has, the same in each row, got {numbers}")
            }
            Self::Value { came } => {
                write!(into, "expected pixels from 0 to 255, or from 0 to 1, got {}", grouped(came))
            }
            Self::Labels { expected, came } => {
                let [expected, came] = [expected, came].map(grouped);
                write!(into, "expected a label for each of the {expected} pictures beside them, got {came}")
            }
            Self::TooMany { most, left } => {
                write!(into, "expected at most {} pictures, left out {} more", grouped(most), grouped(left))
            }
        }
    }
}
