//! Texts parted into those to train on and those to test on, and made rows of the words of the first.

use rand::seq::SliceRandom;

use super::{Bag, Lexicon, Limits, Texts, TextsRefused, vocabulary};
use crate::data::dataset::Dataset;
use crate::data::rows::Rows;
use crate::error;
use crate::seed::{Stream, generator};
use crate::settings::DataSpec;

/// How texts are parted, where nobody says which are tested on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parting {
    pub seed: u32,
    pub test_share: f64,
}

/// Rows, and the texts that they are of, as many and in the same order.
#[derive(Debug, Clone, PartialEq)]
pub struct PartOfTexts {
    pub data: Dataset,
    pub texts: Vec<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Parted {
    pub train: PartOfTexts,
    pub test: PartOfTexts,
    /// Texts without a word that counts.
    pub left_out: usize,
}

impl Texts {
    /// In an order by the seed; `test` is what is tested on, where it came apart.
    ///
    /// # Errors
    /// Where too few texts or words are left in the end, and for classes that `test` has alone.
    pub fn part(&self, test: Option<&Self>, parting: Parting, limits: Limits) -> Result<Parted, TextsRefused> {
        let mut order: Vec<usize> = (0..self.texts.len()).collect();
        order.shuffle(&mut generator(parting.seed, Stream::Split));
        let share = if test.is_some() { 0.0 } else { parting.test_share };
        let held = (order.len() as f64 * share).round() as usize;
        let own = |of: &[usize]| of.iter().map(|&at| (self.texts[at].as_str(), self.labels[at])).collect::<Vec<_>>();
        let (tested, trained) = order.split_at(held.min(order.len()));
        let trained = own(trained);
        let tested = test.map_or_else(|| Ok(own(tested)), |test| self.of_own_classes(test))?;
        let items = vocabulary(self.kind, trained.iter().map(|(text, _)| *text), limits);
        let all = trained.len() + tested.len();
        let spec = DataSpec::of_words(items, self.classes.clone(), self.kind);
        let parts = [part_of(&spec, &trained), part_of(&spec, &tested)];
        let left = parts.iter().flatten().map(|part| part.texts.len()).sum::<usize>();
        match (spec.items.len(), parts) {
            (2.., [Ok(train), Ok(test)]) => Ok(Parted { train, test, left_out: all - left }),
            (words, _) => Err(TextsRefused::Few { texts: left, of_texts: all, words }),
        }
    }

    /// Other texts, with classes as these have them.
    fn of_own_classes<'a>(&self, other: &'a Self) -> Result<Vec<(&'a str, u8)>, TextsRefused> {
        let place = |class: &String| self.classes.iter().position(|own| own == class).map(|at| at as u8);
        let places: Vec<Option<u8>> = other.classes.iter().map(place).collect();
        let labelled = other.texts.iter().zip(&other.labels);
        let known = labelled.map(|(text, &label)| Some((text.as_str(), places[usize::from(label)]?)));
        known.collect::<Option<_>>().ok_or_else(|| TextsRefused::OtherClasses {
            expected: self.classes.join(", "),
            came: other.classes.join(", "),
        })
    }
}

/// Rows of texts that have a word that counts, with their classes and themselves; an error where none has.
fn part_of(spec: &DataSpec, texts: &[(&str, u8)]) -> error::Result<PartOfTexts> {
    let lexicon = Lexicon::of(spec)?;
    let (mut rows, mut labels, mut kept) = (Rows::default(), vec![], vec![]);
    for &(text, label) in texts {
        let Bag { items, counts, .. } = lexicon.bag(text);
        if items.is_empty() {
            continue;
        }
        rows.push(items.into_iter().zip(counts));
        labels.push(label);
        kept.push(text.to_string());
    }
    Ok(PartOfTexts { data: Dataset::of_rows(spec.clone(), rows)?.labelled(labels)?, texts: kept })
}
