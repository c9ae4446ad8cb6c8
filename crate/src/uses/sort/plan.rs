//! What there is to do to measure sorting, part by part.

use std::ops::Range;

use super::EPOCHS;
use super::judge::Choice;
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

/// Where points lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Space {
    Codes,
    Pca,
    Pixels,
}

/// A part of the work.
#[derive(Debug, Clone)]
pub enum Part {
    Train(Range<usize>),
    Test(Range<usize>),
    /// Of a conditional model.
    Likeliest(Range<usize>),
    Moments(Range<usize>),
    Axes,
    Neighbours(Space, Range<usize>),
    FewNeighbours(Choice, Range<usize>),
    FewProbe(Choice, Range<usize>),
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
        }
    }
}

/// All of it, for so many training and test images. Groups and mixtures are sought among the test images themselves.
pub fn parts(train: usize, test: usize, is_told: bool) -> Vec<Part> {
    let mut parts: Vec<Part> = blocks(train, BLOCK).map(Part::Moments).collect();
    parts.push(Part::Axes);
    let mut spaces = vec![Space::Pca, Space::Pixels];
    if is_told {
        // A conditional model's codes are told the class, and hold what is left: they are no way to find it.
        parts.extend(blocks(test, ASKED).map(Part::Likeliest));
    } else {
        parts.extend(blocks(train, ROWS).map(Part::Train));
        parts.extend(blocks(test, ROWS).map(Part::Test));
        spaces.insert(0, Space::Codes);
    }
    for space in spaces {
        for count in FEW.into_iter().filter(|&count| count < train) {
            for seed in 0..CHOICES as u32 {
                let choice = Choice { space, count, seed };
                parts.extend(blocks(count, SOUGHT).map(|rows| Part::FewNeighbours(choice, rows)));
                parts.extend(blocks(steps(count, EPOCHS), FEW_PROBED).map(|steps| Part::FewProbe(choice, steps)));
            }
        }
        parts.extend(blocks(train, SOUGHT).map(|rows| Part::Neighbours(space, rows)));
        parts.extend(blocks(steps(train, EPOCHS), PROBED).map(|steps| Part::Probe(space, steps)));
        if space != Space::Pixels {
            parts.extend((0..RESTARTS as u32).map(|seed| Part::Groups(space, seed)));
            parts.extend(blocks(ROUNDS, MIXED).map(|rounds| Part::Mixture(space, rounds)));
        }
    }
    parts
}
