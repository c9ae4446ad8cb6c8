//! Classes told from few labels.

use rand::seq::SliceRandom;
use serde::Serialize;

use super::{EPOCHS, NEIGHBOURS};
use crate::seed::{Stream, generator};
use crate::uses::plain::classifier::Classifier;
use crate::uses::plain::neighbours::{Nearest, vote};
use crate::uses::plain::points::{Points, Scale};

/// Which of the images have labels: so many, of each class as many as of any other, chosen by the seed. Where a class has too few,
/// all of its own.
pub fn labelled(labels: &[u8], classes: usize, count: usize, seed: u32) -> Vec<usize> {
    let mut order: Vec<usize> = (0..labels.len()).collect();
    order.shuffle(&mut generator(seed, Stream::Groups));
    let mut room = vec![count.div_ceil(classes); classes];
    let mut take = |index: &usize| {
        let room = &mut room[usize::from(labels[*index])];
        let has = *room > 0;
        *room -= usize::from(has);
        has
    };
    let mut chosen: Vec<usize> = order.into_iter().filter(|index| take(index)).collect();
    chosen.truncate(count);
    chosen
}

/// What is known, and what is asked.
#[derive(Clone, Copy)]
pub struct Task<'a> {
    pub train: Points<'a>,
    pub labels: &'a [u8],
    pub test: Points<'a>,
    pub truth: &'a [u8],
    pub classes: usize,
}

impl Task<'_> {
    /// All that are asked, to seek their neighbours.
    pub fn nearest(self) -> Nearest {
        Nearest::new(self.test.rows(0..self.test.count()).into_owned(), self.test.size, NEIGHBOURS)
    }

    /// Those that are known alone.
    pub fn few(self, chosen: &[usize]) -> Few {
        let labels = chosen.iter().map(|&index| self.labels[index]).collect();
        let (size, scale) = (self.train.size, self.train.scale());
        Few { values: self.train.picked(chosen), labels, size, scale }
    }

    /// What those labels are worth; the seed is the probe's.
    pub fn told(self, chosen: &[usize], seed: u32) -> Told {
        let few = self.few(chosen);
        let mut nearest = self.nearest();
        nearest.add(&few.values);
        let neighbours = accuracy(&voted(&nearest, &few.labels, self.classes), self.truth);
        let mut probe = Classifier::fit(few.points(), &few.labels, self.classes, &[], EPOCHS, seed);
        let probe = accuracy(&probe.classes(self.test), self.truth);
        Told { labels: few.labels.len(), neighbours, probe }
    }
}

/// Shares of the test images that are told right.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Told {
    /// Labels that are known.
    pub labels: usize,
    pub neighbours: f64,
    pub probe: f64,
}

/// Points whose labels are known.
pub struct Few {
    pub values: Vec<f32>,
    pub labels: Vec<u8>,
    size: usize,
    scale: Scale,
}

impl Few {
    /// Images as they are, and numbers standardised, as with all labels.
    pub fn points(&self) -> Points<'_> {
        Points::numbers(&self.values, self.size).on(self.scale)
    }
}

/// What the neighbours say of each query.
pub fn voted(nearest: &Nearest, labels: &[u8], classes: usize) -> Vec<u8> {
    nearest.found().iter().map(|found| vote(found, labels, classes).1).collect()
}

/// The share that is right.
pub fn accuracy(found: &[u8], truth: &[u8]) -> f64 {
    found.iter().zip(truth).filter(|(found, truth)| found == truth).count() as f64 / truth.len() as f64
}
