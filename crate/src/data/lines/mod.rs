//! Texts of one's own: a file in which each line is one, and may have a colour behind a tab.

mod refused;

use std::collections::{BTreeSet, HashMap, HashSet};

use rand::seq::SliceRandom;
use serde::{Deserialize, Serialize};

pub use refused::{LineLeftOut, LineRefused, LinesRefused, UnreadLines};

use super::dataset::Dataset;
use super::encodings::{is_seen, utf16};
use super::formats::{File, unpacked};
use crate::error::{Error, quoted};
use crate::seed::{Stream, generator};
use crate::settings::{Colour, DataSpec, MAX_ITEMS, MAX_LENGTH};

/// Lines that are named where they are left out, at most.
const MOST_NAMED: usize = 100;
/// Texts of fewer teach nothing, and of more a tab cannot hold.
const LEAST_TEXTS: usize = 2;
const MOST_TEXTS: usize = 200_000;

/// How lines are read.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Lines {
    /// Characters of a text, at most: longer ones are left out.
    pub longest: usize,
    /// In small letters alone.
    pub lower: bool,
}

impl Default for Lines {
    fn default() -> Self {
        Self { longest: 64, lower: false }
    }
}

/// Texts, each once, in their order, with their colours where the first has one.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnTexts {
    pub data: DataSpec,
    texts: Vec<(String, Option<Colour>)>,
    /// The first lines that are no texts.
    pub left_out: Vec<LineLeftOut>,
    /// How many they all are.
    pub refusals: usize,
    /// Lines that say what one before says.
    pub again: usize,
}

/// Reads a file of lines, plain or gzip.
///
/// # Errors
/// For a file that is no text, or of which too little is left; says what was expected and what came.
pub fn read(file: File, lines: Lines) -> Result<OwnTexts, UnreadLines> {
    let name = quoted(&file.path);
    texts_of(file, lines).map_err(|why| UnreadLines { name, why })
}

fn texts_of(file: File, lines: Lines) -> Result<OwnTexts, LinesRefused> {
    let bytes = unpacked(file).map_err(|refused| refused.why)?.bytes;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let of_utf8 = || {
        String::from_utf8(bytes.into()).map_err(|error| {
            let valid = &bytes[..error.utf8_error().valid_up_to()];
            LinesRefused::NoText { line: valid.iter().filter(|byte| **byte == b'\n').count() + 1 }
        })
    };
    let text = utf16(bytes).map_or_else(of_utf8, Ok)?;
    let longest = lines.longest.clamp(1, MAX_LENGTH);
    let (mut known, mut texts, mut left_out, mut refusals, mut again) = (HashSet::new(), vec![], vec![], 0, 0);
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match parsed(line, Lines { longest, ..lines }, &texts) {
            Ok((text, _)) if !known.insert(text.clone()) => again += 1,
            Ok(text) => texts.push(text),
            Err(why) => {
                refusals += 1;
                left_out.extend((refusals <= MOST_NAMED).then_some(LineLeftOut { line: index + 1, why }));
            }
        }
        if texts.len() > MOST_TEXTS {
            return Err(LinesRefused::Many { most: MOST_TEXTS });
        }
    }
    if texts.len() < LEAST_TEXTS {
        let first = left_out.into_iter().next();
        return Err(LinesRefused::Few { came: texts.len(), lines: text.lines().count(), longest, first });
    }
    let alphabet: BTreeSet<char> = texts.iter().flat_map(|(text, _)| text.chars()).collect();
    if alphabet.len() > MAX_ITEMS {
        return Err(LinesRefused::Characters { most: MAX_ITEMS, came: alphabet.len() });
    }
    let length = texts.iter().map(|(text, _)| text.chars().count()).max().unwrap_or_default();
    let has_colour = texts[0].1.is_some();
    let data = DataSpec::of_texts(alphabet.into_iter().map(String::from).collect(), length, has_colour);
    Ok(OwnTexts { data, texts, left_out, refusals, again })
}

/// A line's text and colour; all have colours, or none, as the first.
fn parsed(
    line: &str,
    lines: Lines,
    before: &[(String, Option<Colour>)],
) -> Result<(String, Option<Colour>), LineRefused> {
    let (text, colour) = match line.split_once('\t') {
        Some((text, colour)) => (text, Some(colour.trim())),
        None => (line, None),
    };
    let text = text.trim();
    let text = if lines.lower { text.to_lowercase() } else { text.to_string() };
    let count = text.chars().count();
    if !is_seen(&text) {
        return Err(LineRefused::Empty);
    }
    if count > lines.longest {
        return Err(LineRefused::Long { most: lines.longest, came: count });
    }
    if let Some(letter) = text.chars().find(|letter| letter.is_control()) {
        return Err(LineRefused::Control { code: letter.into() });
    }
    let read = colour.map(|colour| hex(colour).ok_or_else(|| LineRefused::Colour { came: quoted(colour) }));
    let colour = read.transpose()?;
    match before.first() {
        Some((_, first)) if first.is_some() != colour.is_some() => {
            Err(LineRefused::Mixed { coloured: colour.is_some() })
        }
        _ => Ok((text, colour)),
    }
}

/// `#rrggbb`.
fn hex(text: &str) -> Option<Colour> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
    Some([red, green, blue])
}

impl OwnTexts {
    /// How many texts.
    pub fn count(&self) -> usize {
        self.texts.len()
    }

    /// The first of them.
    pub fn first(&self, most: usize) -> impl Iterator<Item = &str> {
        self.texts.iter().take(most).map(|(text, _)| text.as_str())
    }

    /// Texts to train on and texts held out for tests, by the seed, in an order by the seed.
    ///
    /// # Errors
    /// [`Error::Dataset`] for texts that are none of the data, of which there are none.
    pub fn part(&self, test_share: f64, seed: u32) -> Result<[Dataset; 2], Error> {
        let mut order: Vec<usize> = (0..self.texts.len()).collect();
        order.shuffle(&mut generator(seed, Stream::Split));
        let held = ((order.len() as f64 * test_share).round() as usize).clamp(1, order.len() - 1);
        let ids: HashMap<&str, u16> = self.data.items.iter().map(String::as_str).zip(1..).collect();
        let sample = |&index: &usize| {
            let (text, colour) = &self.texts[index];
            let of_text: Vec<u16> = text.chars().filter_map(|letter| ids.get(&*letter.to_string()).copied()).collect();
            self.data.sample(&of_text, colour.unwrap_or_default())
        };
        let part =
            |of: &[usize]| Dataset::of(self.data.clone(), of.iter().flat_map(sample).collect(), vec![0; of.len()]);
        Ok([part(&order[held..])?, part(&order[..held])?])
    }
}
