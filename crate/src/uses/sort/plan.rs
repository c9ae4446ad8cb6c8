//! What there is to do to measure sorting, part by part.

use std::ops::Range;

use super::EPOCHS;
use super::judge::Choice;
use super::semi::{self, Learnt};
use crate::uses::coder::{ROWS, blocks};
use crate::uses::plain::classifier::steps;
use crate::uses::plain::mixture::ROUNDS;
use crate::uses::report::Method;

/// Labels that are few; accuracies are means over choices of them.
const FEW: [usize; 3] = [10, 100, 1000];
pub const CHOICES: usize = 5;
/// Runs of k-means, of which the one with the least spread counts.
const RESTARTS: usize = 10;
/// Training images that are gone through at once, and among which neighbours are sought.
pub const BLOCK: usize = 1000;
const SOUGHT: usize = 250;
/// Test images whose likeliest class is sought at once.
const ASKED: usize = 100;
/// Rounds of a mixture at once.
pub const MIXED: usize = 5;
/// Steps of a probe at once, and of one that sees few labels.
const PROBED: usize = 100;
const FEW_PROBED: usize = 200;
/// Steps of a semi-supervised model at once.
const SEMI: usize = 10;

/// Where points lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Space {
    Codes,
    /// Means and log variances of the posteriors.
    Posteriors,
    Pca,
    /// As images are.
    Pixels,
    /// As rows of items are.
    Words,
}

/// A part of the work.
#[derive(Debug, Clone)]
pub enum Part {
    Train(Range<usize>),
    Test(Range<usize>),
    /// Scales what the posteriors say.
    Posteriors,
    /// Of a conditional model.
    Likeliest(Range<usize>),
    Moments(Range<usize>),
    Axes,
    /// The class of most, of rows of items.
    Majority,
    Neighbours(Space, Range<usize>),
    FewNeighbours(Choice, Range<usize>),
    FewProbe(Choice, Range<usize>),
    Semi(Choice, Learnt, Range<usize>),
    Probe(Space, Range<usize>),
    Groups(Space, u32),
    Mixture(Space, Range<usize>),
}

impl Space {
    /// Neighbours, probe, groups and mixture.
    pub fn methods(self) -> [Method; 4] {
        match self {
            Space::Codes => [Method::CodesNeighbours, Method::CodesProbe, Method::CodesGroups, Method::CodesMixture],
            Space::Pca => [Method::PcaNeighbours, Method::PcaProbe, Method::PcaGroups, Method::PcaMixture],
            Space::Pixels => [Method::PixelsNeighbours, Method::PixelsProbe, Method::PcaGroups, Method::PcaMixture],
            // Nothing but a probe is asked of these two: means and log variances have no distance in common, and words are too many to be
            // compared one by one.
            Space::Posteriors => {
                [Method::CodesNeighbours, Method::PosteriorsProbe, Method::CodesGroups, Method::CodesMixture]
            }
            Space::Words => [Method::PixelsNeighbours, Method::WordsProbe, Method::PcaGroups, Method::PcaMixture],
        }
    }
}

/// What is sorted.
#[derive(Debug, Clone, Copy)]
pub struct Sorted {
    pub train: usize,
    pub test: usize,
    /// By a model that is told the class.
    pub is_told: bool,
    pub are_images: bool,
    /// By one whose codes are posteriors' means.
    pub has_posteriors: bool,
}

/// All of it. Groups and mixtures are sought among the test images themselves.
pub fn parts(sorted: Sorted) -> Vec<Part> {
    let Sorted { train, test, is_told, are_images, has_posteriors } = sorted;
    let mut parts: Vec<Part> = vec![Part::Majority];
    let mut spaces = vec![Space::Words];
    if are_images {
        parts = blocks(train, BLOCK).map(Part::Moments).chain([Part::Axes]).collect();
        spaces = vec![Space::Pca, Space::Pixels];
    }
    if is_told {
        // A conditional model's codes are told the class, and hold what is left: they are no way to find it.
        parts.extend(blocks(test, ASKED).map(Part::Likeliest));
    } else {
        parts.extend(blocks(train, ROWS).map(Part::Train));
        parts.extend(blocks(test, ROWS).map(Part::Test));
        spaces.insert(0, Space::Codes);
        if has_posteriors && !are_images {
            parts.push(Part::Posteriors);
            spaces.insert(1, Space::Posteriors);
        }
    }
    let is_semi = !are_images && !is_told;
    parts.extend(spaces.into_iter().flat_map(|space| of_space(space, train)));
    parts.extend(few(Space::Codes, train).filter(|_| is_semi).flat_map(semi_parts));
    parts
}

fn of_space(space: Space, train: usize) -> Vec<Part> {
    let mut parts = vec![];
    let seeks = !matches!(space, Space::Words | Space::Posteriors);
    for choice in few(space, train) {
        let sought = blocks(choice.count, SOUGHT).filter(|_| seeks);
        parts.extend(sought.map(|rows| Part::FewNeighbours(choice, rows)));
        parts.extend(blocks(steps(choice.count, EPOCHS), FEW_PROBED).map(|steps| Part::FewProbe(choice, steps)));
    }
    parts.extend(blocks(train, SOUGHT).filter(|_| seeks).map(|rows| Part::Neighbours(space, rows)));
    parts.extend(blocks(steps(train, EPOCHS), PROBED).map(|steps| Part::Probe(space, steps)));
    if matches!(space, Space::Codes | Space::Pca) {
        parts.extend((0..RESTARTS as u32).map(|seed| Part::Groups(space, seed)));
        parts.extend(blocks(ROUNDS, MIXED).map(|rounds| Part::Mixture(space, rounds)));
    }
    parts
}

/// The choices of few labels, of so many.
fn few(space: Space, train: usize) -> impl Iterator<Item = Choice> {
    let counts = FEW.into_iter().filter(move |&count| count < train);
    counts.flat_map(move |count| (0..CHOICES as u32).map(move |seed| Choice { space, count, seed }))
}

/// Rows without labels help where they are many: with all labels there are none.
fn semi_parts(choice: Choice) -> impl Iterator<Item = Part> {
    let learnt = [Learnt::All, Learnt::Labelled].into_iter();
    learnt.flat_map(move |learnt| blocks(semi::STEPS, SEMI).map(move |steps| Part::Semi(choice, learnt, steps)))
}
