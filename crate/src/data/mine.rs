//! A data set from a few drawings: each gives many variants, all of which are trained on, or all tested on.

use std::collections::BTreeMap;

use rand::seq::SliceRandom;

use super::augment::{Change, changed};
use super::dataset::Dataset;
use crate::error::{Error, Result};
use crate::seed::{Stream, generator};
use crate::settings::DataSpec;

/// Images that are made of all drawings, about.
const IMAGES: usize = 2000;
/// Of how many drawings of a class one is held for tests.
const HELD: f64 = 6.0;
const MOST_CLASSES: usize = 256;

/// Training and test images.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Splits {
    pub train: Dataset,
    pub test: Dataset,
}

impl Splits {
    /// About 2,000 images of the drawings, each of which is among them as it is, the rest changed by the seed.
    ///
    /// # Errors
    /// [`Error::Dataset`] for fewer than two drawings, or such as are not grey.
    pub fn of_drawings(drawings: &Dataset, seed: u32) -> Result<Self> {
        let count = drawings.len();
        if count < 2 || drawings.spec().channels != 1 {
            let channels = drawings.spec().channels;
            return Err(Error::Dataset(format!(
                "expected two drawings or more in one channel, one to train on and one to test on, got {count} in {channels}"
            )));
        }
        let mut rng = generator(seed, Stream::Augmentation);
        let each = IMAGES.div_ceil(count);
        let mut variants = |of: &[usize]| -> Result<Dataset> {
            let mut made = vec![];
            for &index in of {
                let (image, label) = drawings.sample(index)?;
                made.push((image.to_vec(), label));
                made.extend((1..each).map(|_| (changed(&image, drawings.spec(), Change::random(&mut rng)), label)));
            }
            made.shuffle(&mut rng);
            let (images, labels): (Vec<Vec<u8>>, Vec<u8>) = made.into_iter().unzip();
            Dataset::of(drawings.spec().clone(), images.concat(), labels)
        };
        let [train, test] = parted(drawings.labels(), seed);
        Ok(Self { train: variants(&train)?, test: variants(&test)? })
    }

    /// With the first images of another data set, of each of its classes about as many as of each of one's own. A class that both
    /// name is one.
    ///
    /// # Errors
    /// [`Error::Dataset`] for images of another size, or too many classes.
    pub fn mixed_with(&self, others: &Self) -> Result<Self> {
        let mut names = others.train.spec().classes.clone();
        let own = &self.train.spec().classes;
        names.extend(own.iter().filter(|name| !others.train.spec().classes.contains(name)).cloned());
        if names.len() > MOST_CLASSES {
            return Err(Error::Dataset(format!("expected at most {MOST_CLASSES} classes, got {}", names.len())));
        }
        Ok(Self { train: mixed(&self.train, &others.train, &names)?, test: mixed(&self.test, &others.test, &names)? })
    }
}

/// The drawings to train on, and those to test on: of each class that has enough, and one at least.
fn parted(labels: &[u8], seed: u32) -> [Vec<usize>; 2] {
    let mut order: Vec<usize> = (0..labels.len()).collect();
    order.shuffle(&mut generator(seed, Stream::Split));
    let mut classes: BTreeMap<u8, Vec<usize>> = BTreeMap::new();
    for index in order {
        classes.entry(labels[index]).or_default().push(index);
    }
    let mut classes: Vec<Vec<usize>> = classes.into_values().collect();
    classes.sort_by_key(|drawings| std::cmp::Reverse(drawings.len()));
    let [mut train, mut test] = [vec![], vec![]];
    for mut drawings in classes {
        let least = usize::from(test.is_empty());
        let held = ((drawings.len() as f64 / HELD).round() as usize).max(least);
        test.extend(drawings.drain(..held));
        train.extend(drawings);
    }
    [train, test]
}

fn mixed(own: &Dataset, others: &Dataset, names: &[String]) -> Result<Dataset> {
    let spec = DataSpec { classes: names.to_vec(), ..own.spec().clone() };
    let theirs = others.spec();
    if (theirs.width, theirs.height, theirs.channels) != (spec.width, spec.height, spec.channels) {
        let DataSpec { width, height, channels, .. } = &spec;
        return Err(Error::Dataset(format!(
            "expected images of {width} x {height} in {channels} channels as the drawings have, got {} x {} in {}",
            theirs.width, theirs.height, theirs.channels
        )));
    }
    let place = |label: &u8| {
        let name = &own.spec().classes[usize::from(*label)];
        names.iter().position(|other| other == name).unwrap_or_default() as u8
    };
    let count = others.len().min(own.len() / own.spec().classes.len().max(1) * theirs.classes.len());
    let images = [own.images(), &others.images()[..count * spec.size()]].concat();
    let mut labels: Vec<u8> = own.labels().iter().map(place).collect();
    labels.extend(&others.labels()[..count]);
    Dataset::of(spec, images, labels)
}
