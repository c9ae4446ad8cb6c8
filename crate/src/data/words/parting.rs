//! Texts parted into those to train on and those to test on, and made rows of the words of the first.

use std::collections::{BTreeMap, HashMap};

use rand::seq::SliceRandom;

use super::analyse::terms;
use super::{Limits, Texts, TextsRefused, vocabulary};
use crate::data::dataset::Dataset;
use crate::data::formats::Why;
use crate::data::rows::Rows;
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
        let held = (order.len() as f64 * parting.test_share).round() as usize;
        let held =
            if test.is_some() { 0 } else { held.clamp(1, order.len().saturating_sub(1).max(1)).min(order.len()) };
        let own = |of: &[usize]| of.iter().map(|&at| (self.texts[at].as_str(), self.labels[at])).collect::<Vec<_>>();
        let (tested, trained) = order.split_at(held);
        let trained = own(trained);
        let tested = test.map_or_else(|| Ok(own(tested)), |test| self.of_own_classes(test))?;
        let items = vocabulary(self.kind, trained.iter().map(|(text, _)| *text), limits);
        let all = trained.len() + tested.len();
        let bags = Bags { spec: DataSpec::of_texts(items, self.classes.clone(), self.kind) };
        let parts = [bags.of(&trained), bags.of(&tested)];
        let left = parts.iter().map(|(rows, ..)| rows.count()).sum::<usize>();
        let words = bags.spec.items.len();
        if words < 2 || parts.iter().any(|(rows, ..)| rows.count() == 0) {
            return Err(TextsRefused::Few { texts: left, of_texts: all, words });
        }
        let part = |(rows, labels, texts): (Rows, Vec<u8>, Vec<String>)| -> Result<PartOfTexts, TextsRefused> {
            let data = Dataset::of_rows(bags.spec.clone(), rows).and_then(|data| data.labelled(labels));
            Ok(PartOfTexts { data: data.map_err(|error| Why::damaged(&error))?, texts })
        };
        let [train, test] = parts;
        Ok(Parted { train: part(train)?, test: part(test)?, left_out: all - left })
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

struct Bags {
    spec: DataSpec,
}

impl Bags {
    /// Rows of texts that have a word that counts.
    fn of(&self, texts: &[(&str, u8)]) -> (Rows, Vec<u8>, Vec<String>) {
        let places: HashMap<&str, u32> = self.spec.items.iter().map(String::as_str).zip(0..).collect();
        let kind = self.spec.terms.unwrap_or_default();
        let (mut rows, mut labels, mut kept) = (Rows::default(), vec![], vec![]);
        for &(text, label) in texts {
            let mut counts = BTreeMap::<u32, usize>::new();
            let found = terms(kind, text);
            found
                .iter()
                .filter_map(|term| places.get(term.as_str()))
                .for_each(|&at| *counts.entry(at).or_default() += 1);
            if counts.is_empty() {
                continue;
            }
            rows.push(counts.into_iter().map(|(item, count)| (item, count.min(255) as u8)));
            labels.push(label);
            kept.push(text.to_string());
        }
        (rows, labels, kept)
    }
}
