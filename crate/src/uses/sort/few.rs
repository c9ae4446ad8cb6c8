//! Classes told from few labels.

use rand::seq::SliceRandom;

use super::{EPOCHS, NEIGHBOURS};
use crate::seed::{Stream, generator};
use crate::uses::plain::classifier::Classifier;
use crate::uses::plain::neighbours::{Nearest, vote};
use crate::uses::plain::points::Points;

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
    /// The share of the test's classes that neighbours and a linear probe tell, from the labels of these alone.
    pub fn accuracies(self, chosen: &[usize], seed: u32) -> [f64; 2] {
        let labels: Vec<u8> = chosen.iter().map(|&index| self.labels[index]).collect();
        let known = self.train.picked(chosen);
        let mut nearest = Nearest::new(self.test.rows(0..self.test.count()).into_owned(), self.test.size, NEIGHBOURS);
        nearest.add(&known);
        let by_neighbours = accuracy(&voted(&nearest, &labels, self.classes), self.truth);
        // Images as they are, and numbers standardised, as with all labels.
        let mut probe = Classifier::fit(self.alike(&known), &labels, self.classes, &[], EPOCHS, seed);
        [by_neighbours, accuracy(&probe.classes(self.test), self.truth)]
    }

    fn alike<'b>(self, known: &'b [f32]) -> Points<'b> {
        let points = Points::numbers(known, self.train.size);
        if self.train.are_images() { points.as_images() } else { points }
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
