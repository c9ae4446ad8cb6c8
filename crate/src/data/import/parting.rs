//! What was read, parted into training and test.

use rand::seq::SliceRandom;
use serde::{Deserialize, Serialize};

use super::{Edges, Import, MAX_IMAGES, Preparation, classes};
use crate::data::dataset::Dataset;
use crate::data::formats::{Part, Refused, Why, as_idx};
use crate::data::rows_file;
use crate::error::{Error, Result};
use crate::seed::{Stream, generator};
use crate::settings::{DataKind, DataSpec};

/// A mean edge this light is paper.
const PAPER: f64 = 160.0;

/// Whether what is drawn is dark on light paper: it becomes light on dark, as MNIST is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
#[serde(rename_all = "camelCase")]
pub enum Ink {
    /// Dark where the pictures of a file are grey and their edges light; loose pictures are taken together, and so is what its
    /// files part into training and test.
    #[default]
    Found,
    Dark,
    Light,
}

/// How a data set is parted.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Parting {
    pub seed: u32,
    /// The share of the pictures that is held for tests, where the files do not say.
    pub test_share: f64,
    pub ink: Ink,
}

/// What came of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Parted {
    pub train: Dataset,
    pub test: Dataset,
    pub refused: Vec<Refused>,
    /// All refusals, of which the first are named.
    pub refusals: usize,
    /// How many pictures' ink was dark and is light.
    pub inverted: usize,
}

impl Default for Parting {
    fn default() -> Self {
        Self { seed: 0, test_share: 1.0 / 6.0, ink: Ink::Found }
    }
}

impl Import {
    /// Training and test as the files say, or else by the seed, of each class alike; both in an order by the seed.
    ///
    /// # Errors
    /// [`Error::Dataset`] for fewer than two pictures, or too many classes.
    pub fn part(&self, parting: Parting) -> Result<Parted> {
        let count = self.entries.len();
        if count < 2 {
            let first = self.refused.first().map(|refused| format!(" ({refused})")).unwrap_or_default();
            let message =
                format!("expected two pictures or more, one to train on and one to test on, got {count}{first}");
            return Err(Error::Dataset(message));
        }
        let classes = classes::resolve(&self.entries, &self.labels, &self.listed, &self.names)?;
        let Preparation { side, channels, .. } = self.preparation;
        let names = classes.names.clone();
        let spec = DataSpec {
            kind: DataKind::Image,
            width: side,
            height: side,
            channels,
            classes: names,
            items: vec![],
            colour: false,
            terms: None,
        };
        let is_dark = |[sum, count]: &Edges| match parting.ink {
            Ink::Dark => true,
            Ink::Light => false,
            Ink::Found => channels == 1 && *sum > PAPER * count,
        };
        let dark: Vec<bool> = self.edges.iter().map(is_dark).collect();
        let inverted = self.entries.iter().filter(|entry| dark[entry.source]).count();
        let [train, test] = self.split(parting, &classes.of);
        let data = |order: &[usize]| self.data(order, &classes.of, &spec, &dark);
        let mut refused = self.refused.clone();
        refused.extend(classes.refused.iter().cloned());
        let mut refusals = self.refusals + classes.refused.len();
        if self.left > 0 {
            refused.insert(0, Why::TooMany { most: MAX_IMAGES, left: self.left }.of("…"));
            refusals += 1;
        }
        Ok(Parted { train: data(&train)?, test: data(&test)?, refused, refusals, inverted })
    }

    fn split(&self, Parting { seed, test_share, .. }: Parting, classes: &[u8]) -> [Vec<usize>; 2] {
        let count = self.entries.len();
        let mut order: Vec<usize> = (0..count).collect();
        order.shuffle(&mut generator(seed, Stream::Split));
        let (test, train): (Vec<_>, Vec<_>) =
            order.iter().partition(|&&index| self.entries[index].part == Some(Part::Test));
        if !test.is_empty() && !train.is_empty() {
            return [train, test];
        }
        let held = ((count as f64 * test_share).round() as usize).clamp(1, count - 1);
        let tested = of_each_class(&order, classes, held);
        let (test, train) = order.iter().partition(|&&index| tested[index]);
        [train, test]
    }

    fn data(&self, order: &[usize], classes: &[u8], spec: &DataSpec, dark: &[bool]) -> Result<Dataset> {
        let size = spec.size();
        let image = |&index: &usize| {
            let ink = if dark[self.entries[index].source] { u8::MAX } else { 0 };
            self.images[index * size..(index + 1) * size].iter().map(move |value| value ^ ink)
        };
        let images = order.iter().flat_map(image).collect();
        Dataset::of(spec.clone(), images, order.iter().map(|&index| classes[index]).collect())
    }
}

/// Which `held` of the pictures are for tests: of each class its share, and one of each that has two or more as far as that
/// goes, the largest first. Within a class the first in `order` go first, and one stays to be trained on while there are others.
fn of_each_class(order: &[usize], of: &[u8], held: usize) -> Vec<bool> {
    let mut sizes = [0u32; classes::MOST];
    for &class in of {
        sizes[usize::from(class)] += 1;
    }
    let mut before = [0; classes::MOST];
    let mut turns: Vec<(f64, usize)> = order
        .iter()
        .map(|&index| {
            let class = usize::from(of[index]);
            let (place, size) = (before[class], f64::from(sizes[class]));
            before[class] += 1;
            let turn = match place {
                _ if place + 1 == sizes[class] => 1.0 + 1.0 / size,
                0 => -size,
                _ => (f64::from(place) + 0.5) / size,
            };
            (turn, index)
        })
        .collect();
    turns.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    let mut tested = vec![false; order.len()];
    for &(_, index) in &turns[..held] {
        tested[index] = true;
    }
    tested
}

impl Dataset {
    /// Images or rows of items, and labels, as the files that [`Dataset::read`] reads.
    pub fn files(&self) -> [Vec<u8>; 2] {
        let DataSpec { width, height, channels, .. } = *self.spec();
        let samples = match self.rows() {
            Ok(rows) => rows_file::write(rows, width),
            Err(_) => as_idx(&[self.len(), channels * height, width], self.images()),
        };
        [samples, as_idx(&[self.len()], self.labels())]
    }
}
