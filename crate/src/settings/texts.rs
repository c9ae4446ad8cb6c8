//! Texts as samples of data, and samples as texts.

use super::{COLOUR, DataSpec};
use crate::error::{Error, Result, grouped, quoted};

/// Red, green and blue, 0 to 255.
pub type Colour = [u8; COLOUR];

impl DataSpec {
    /// The sample of a text, with its colour where the data has them.
    ///
    /// # Errors
    /// [`Error::Dataset`] for an empty text, one that is too long, or a character that the alphabet lacks, and for a colour that is
    /// missing or one too many.
    pub fn sample_of(&self, text: &str, colour: Option<Colour>) -> Result<Vec<u8>> {
        let ids = self.ids_of(text)?;
        if self.colour != colour.is_some() {
            let [expected, got] = [self.colour, colour.is_some()].map(|is| if is { "a colour" } else { "none" });
            return Err(Error::Dataset(format!("expected {expected} of each text, got {got}")));
        }
        Ok(self.sample(&ids, colour.unwrap_or_default()))
    }

    /// The numbers of a text's characters, from 1.
    ///
    /// # Errors
    /// As [`DataSpec::sample_of`].
    pub fn ids_of(&self, text: &str) -> Result<Vec<u16>> {
        let (count, most) = (text.chars().count(), self.length());
        if count == 0 || count > most {
            let came = if count == 0 { "an empty one".into() } else { format!("{}: shorten it", grouped(count)) };
            return Err(Error::Dataset(format!("expected a text of 1 to {most} characters, got {came}")));
        }
        let id = |letter: char| {
            let place = self.items.iter().position(|item| item.chars().eq([letter]));
            place.map(|place| place as u16 + 1).ok_or_else(|| {
                let (letter, known) = (letter.to_string(), self.items.len());
                let message =
                    format!("expected one of the {known} characters that the model knows, got \"{}\"", quoted(&letter));
                Error::Dataset(message)
            })
        };
        text.chars().map(id).collect()
    }

    /// Of numbers of characters, at most as many as there are places.
    pub fn sample(&self, ids: &[u16], colour: Colour) -> Vec<u8> {
        let mut sample = vec![0; self.size()];
        let (low, high) = sample.split_at_mut(self.width);
        for ((low, high), id) in low.iter_mut().zip(high).zip(ids) {
            [*low, *high] = id.to_le_bytes();
        }
        if self.colour {
            low[self.length()..].copy_from_slice(&colour);
        }
        sample
    }

    /// The numbers of the characters at all places of samples, `[N, length]`; 0 from where a text has ended, and in the place of one
    /// that the alphabet lacks.
    pub fn ids(&self, samples: &[u8]) -> Vec<u16> {
        let (length, most) = (self.length(), self.items.len());
        let ids = |sample: &[u8]| {
            let (low, high) = sample.split_at(self.width);
            let ids = low.iter().zip(high).take(length).map(|(&low, &high)| u16::from_le_bytes([low, high]));
            ids.map(|id| if usize::from(id) > most { 0 } else { id }).collect::<Vec<_>>()
        };
        samples.chunks_exact(self.size()).flat_map(ids).collect()
    }

    /// The same with each text read from its last character to its first, as an encoder of places sees it (Sutskever et al. 2014, section
    /// 3.3): what names end with stands at the same places.
    pub fn ids_backwards(&self, samples: &[u8]) -> Vec<u16> {
        let mut ids = self.ids(samples);
        for text in ids.chunks_exact_mut(self.length()) {
            let end = text.iter().rposition(|id| *id > 0).map_or(0, |last| last + 1);
            text[..end].reverse();
        }
        ids
    }

    /// What a sample says, up to its end.
    pub fn text(&self, sample: &[u8]) -> String {
        self.spelt(&self.ids(sample))
    }

    /// The text of numbers of characters, up to its end.
    pub fn spelt(&self, ids: &[u16]) -> String {
        let until_end = ids.iter().take_while(|id| **id > 0);
        until_end.filter_map(|&id| self.items.get(usize::from(id) - 1)).map(String::as_str).collect()
    }

    /// A sample's colour, where the data has them.
    pub fn colour_of(&self, sample: &[u8]) -> Option<Colour> {
        sample.get(self.length()..self.width).and_then(|colour| colour.try_into().ok()).filter(|_| self.colour)
    }

    /// # Errors
    /// [`Error::Argument`] for samples of texts with a character that the alphabet lacks.
    pub fn check_characters(&self, samples: &[u8]) -> Result<()> {
        let most = self.items.len();
        let wrong = |sample: &[u8]| {
            let (low, high) = sample.split_at(self.width);
            let mut ids = low.iter().zip(high).take(self.length()).map(|(&low, &high)| u16::from_le_bytes([low, high]));
            ids.find(|id| usize::from(*id) > most)
        };
        match samples.chunks_exact(self.size()).filter(|_| self.is_text()).find_map(wrong) {
            Some(id) => {
                Err(Error::Argument(format!("expected characters from 1 to {}, got {}", grouped(most), grouped(id))))
            }
            None => Ok(()),
        }
    }

    /// # Errors
    /// [`Error::Dataset`] for a sample that is no text: without a character, or with one after its end; [`Error::Argument`] for one that
    /// the alphabet lacks.
    pub fn check_text(&self, sample: &[u8]) -> Result<()> {
        self.check_characters(sample)?;
        let mut ids = self.ids(sample).into_iter();
        let length = ids.by_ref().take_while(|id| *id > 0).count();
        if length == 0 || ids.any(|id| id > 0) {
            let came = if length == 0 { "none" } else { "some after its end" };
            return Err(Error::Dataset(format!("expected the characters of a text up to its end, got {came}")));
        }
        Ok(())
    }
}
