//! What the data is: said once, in a model's config, and everything else asks there.

use serde::{Deserialize, Serialize};

use super::refusal::{Expected, Refusal};
use crate::error::{Error, Result, grouped, quoted};

/// Sides, channels and classes beyond which nothing is allocated.
const MAX_SIDE: usize = 1024;
const MAX_CHANNELS: usize = 4;
const MAX_CLASSES: usize = 256;
/// Items, and bytes of all their names as a file's header has them, twice (`model/weights.rs`).
pub const MAX_ITEMS: usize = 20_000;
const MAX_NAMES: usize = 1 << 21;
/// Characters of a text, at most.
pub const MAX_LENGTH: usize = 256;
/// Bytes of a colour.
pub const COLOUR: usize = 3;

/// What the data is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DataSpec {
    pub kind: DataKind,
    /// Pixels, or how many items or characters there are at most, in one line of one channel.
    pub width: usize,
    pub height: usize,
    /// Bytes of a pixel; an image is stored channel after channel, each row by row.
    pub channels: usize,
    /// Their names; a class is its index among them.
    pub classes: Vec<String>,
    /// What the items are called, each by another name, or the characters that texts are written in; none where the data is images.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<String>,
    /// Whether each text has a colour that is decoded beside it: red, green and blue stand in the last three places of its first line.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub colour: bool,
    /// How a text becomes items, where they are its words; files of other data do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "TermKind | undefined"))]
    pub terms: Option<TermKind>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum DataKind {
    Image,
    /// How often each of named items is there, 0 to 255 times: what a person likes, or the words of a text.
    Items,
    /// Texts of at most so many characters, two bytes each, all low ones and then all high ones: one more than its place among
    /// `items`, and 0 from where the text has ended.
    Text,
}

/// What counts as a word of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum TermKind {
    /// Words between spaces and other marks, in lower case.
    #[default]
    Words,
    /// Every two Chinese characters that follow each other.
    Bigrams,
}

/// MNIST's.
impl Default for DataSpec {
    fn default() -> Self {
        let classes = (0..10).map(|digit: u8| digit.to_string()).collect();
        Self {
            kind: DataKind::Image,
            width: 28,
            height: 28,
            channels: 1,
            classes,
            items: vec![],
            colour: false,
            terms: None,
        }
    }
}

impl DataSpec {
    /// Rows of items of these names, all of one class.
    pub fn of_items(items: Vec<String>) -> Self {
        let classes = vec!["?".into()];
        Self {
            kind: DataKind::Items,
            width: items.len(),
            height: 1,
            channels: 1,
            classes,
            items,
            colour: false,
            terms: None,
        }
    }

    /// Texts of at most `length` of these characters, all of one class, each with a colour or none with one.
    pub fn of_texts(alphabet: Vec<String>, length: usize, colour: bool) -> Self {
        let width = length + if colour { COLOUR } else { 0 };
        let classes = vec!["?".into()];
        Self { kind: DataKind::Text, width, height: 1, channels: 2, classes, items: alphabet, colour, terms: None }
    }

    /// Bags of these words, of texts of these classes.
    pub fn of_words(words: Vec<String>, classes: Vec<String>, terms: TermKind) -> Self {
        Self { classes, terms: Some(terms), ..Self::of_items(words) }
    }

    pub fn is_image(&self) -> bool {
        self.kind == DataKind::Image
    }

    pub fn is_text(&self) -> bool {
        self.kind == DataKind::Text
    }

    /// Characters of a text, at most.
    pub fn length(&self) -> usize {
        self.width.saturating_sub(if self.colour { COLOUR } else { 0 })
    }

    /// Bytes of an image or a text, or of a row with all items in it.
    pub fn size(&self) -> usize {
        self.width * self.height * self.channels
    }

    /// How many strided convolutions halve both sides exactly.
    pub fn halvings(&self) -> usize {
        self.width.trailing_zeros().min(self.height.trailing_zeros()) as usize
    }

    /// Side of the square in the middle that holds what is drawn: 20 of MNIST's 28 pixels.
    pub fn ink_box(&self) -> usize {
        self.width.min(self.height) * 5 / 7
    }

    /// Sizes of which no model can be made.
    pub(super) fn check(&self) -> Vec<Refusal> {
        let sizes = match self.kind {
            DataKind::Image => [
                (self.width, 1, MAX_SIDE),
                (self.height, 1, MAX_SIDE),
                (self.channels, 1, MAX_CHANNELS),
                (self.classes.len(), 0, MAX_CLASSES),
                (self.items.len(), 0, 0),
                (self.name_bytes(), 0, 0),
            ],
            DataKind::Items => [
                (self.width, 2, MAX_ITEMS),
                (self.height, 1, 1),
                (self.channels, 1, 1),
                (self.classes.len(), 0, MAX_CLASSES),
                (self.items.len(), self.width, self.width),
                (self.name_bytes(), self.width, MAX_NAMES),
            ],
            DataKind::Text => [
                (self.length(), 1, MAX_LENGTH),
                (self.height, 1, 1),
                (self.channels, 2, 2),
                (self.classes.len(), 0, MAX_CLASSES),
                (self.items.len(), 1, MAX_ITEMS),
                (
                    self.items.iter().filter(|item| item.chars().count() == 1).count(),
                    self.items.len(),
                    self.items.len(),
                ),
            ],
        };
        let wrong = sizes.into_iter().filter(|(size, low, high)| !(low..=high).contains(&size));
        let refuse = |(size, low, high): (usize, usize, usize)| {
            Refusal::of_number("data", Expected::Whole { low: low as f64, high: high as f64 }, size as f64)
        };
        wrong.map(refuse).collect()
    }

    /// In a string of JSON within a string of JSON: a quote is `\\\"`, a control character at most `\\u0007`.
    fn name_bytes(&self) -> usize {
        let bytes = |letter: char| match letter {
            '"' | '\\' => 4,
            '\0'..='\x1f' => 7,
            _ => letter.len_utf8(),
        };
        self.items.iter().flat_map(|name| name.chars()).map(bytes).sum()
    }

    /// Whether data of this kind is what a model for `expected` takes. Classes matter to whoever is told them.
    ///
    /// # Errors
    /// [`Error::Dataset`] for images of another shape, other items, or texts of other characters or colours.
    pub fn fits(&self, expected: &Self) -> Result<()> {
        let shape = |spec: &Self| (spec.kind, spec.width, spec.height, spec.channels, spec.colour);
        let alphabet = |spec: &Self| if spec.is_text() { spec.items.len() } else { 0 };
        if shape(self) == shape(expected) && alphabet(self) == alphabet(expected) {
            let others = self.items.iter().zip(&expected.items).find(|(came, expected)| came != expected);
            return others.map_or(Ok(()), |(came, expected)| {
                let message =
                    format!("expected the model's items, as \"{}\", got \"{}\"", quoted(expected), quoted(came));
                Err(Error::Dataset(message))
            });
        }
        Err(Error::Dataset(format!("expected the model's {}, got {}", expected.words(), self.words())))
    }

    /// What it is, in words.
    pub fn words(&self) -> String {
        let Self { width, height, channels, items, .. } = self;
        match self.kind {
            DataKind::Items => format!("rows of {} items", grouped(width)),
            DataKind::Text => {
                let colours = if self.colour { ", with a colour each" } else { "" };
                format!("texts of at most {} characters out of {}{colours}", self.length(), items.len())
            }
            DataKind::Image => {
                let bytes = if *channels == 1 { "byte" } else { "bytes" };
                format!("images of {width} x {height} pixels with {channels} {bytes} each")
            }
        }
    }
}
