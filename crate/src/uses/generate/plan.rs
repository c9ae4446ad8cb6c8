//! What there is to do to measure generation, part by part.

use std::ops::Range;

use crate::uses::coder::{ROWS, blocks};
use crate::uses::plain::classifier::steps;
use crate::uses::plain::mixture::ROUNDS;
use crate::uses::report::Method;

/// Times that the network sees each image, and its steps at once.
pub const EPOCHS: usize = 6;
const LEARNT: usize = 20;
/// Training images that are gone through at once, and among which neighbours are sought.
const BLOCK: usize = 1000;
const SOUGHT: usize = 250;
/// Rounds of a mixture at once.
pub const MIXED: usize = 5;

/// Where generated images come from.
const SOURCES: [Method; 5] =
    [Method::TrainingImages, Method::Prior, Method::AggregatedPosterior, Method::CodesMixture, Method::PcaMixture];

/// A part of the work.
#[derive(Debug, Clone)]
pub enum Part {
    Codes(Range<usize>),
    Moments(Range<usize>),
    /// So many steps of the network.
    Learn(usize),
    Truth,
    /// Where a mixture begins, and so many rounds of it.
    Group(Method),
    Mix(usize),
    /// Images, or points to decode.
    Draw(Method),
    /// Points of a class.
    Decode(u8, Range<usize>),
    Nearest(Range<usize>),
    Compare(Method),
}

/// Numbers of images: training images, those of them that the network sees, and those that are made of each class.
#[derive(Debug, Clone, Copy)]
pub struct Counts {
    pub train: usize,
    pub seen: usize,
    pub made: usize,
    /// Of classes that a conditional model is told; 1 for others.
    pub classes: usize,
}

/// All of it.
pub fn parts(counts: Counts) -> Vec<Part> {
    let Counts { train, seen, .. } = counts;
    let mut parts: Vec<Part> = blocks(train, ROWS).map(Part::Codes).collect();
    parts.extend(blocks(train, BLOCK).map(Part::Moments));
    parts.extend(blocks(steps(seen, EPOCHS), LEARNT).map(|steps| Part::Learn(steps.len())));
    parts.push(Part::Truth);
    for source in SOURCES {
        if matches!(source, Method::CodesMixture | Method::PcaMixture) {
            parts.push(Part::Group(source));
            parts.extend(blocks(ROUNDS, MIXED).map(|rounds| Part::Mix(rounds.len())));
        }
        parts.push(Part::Draw(source));
        if !matches!(source, Method::TrainingImages | Method::PcaMixture) {
            parts.extend(decoded(counts));
        }
        // A training image is its own nearest.
        let among = if source == Method::TrainingImages { 0 } else { train };
        parts.extend(blocks(among, SOUGHT).map(Part::Nearest));
        parts.push(Part::Compare(source));
    }
    parts
}

/// As many images of each class, but for the last.
fn decoded(Counts { made, classes, .. }: Counts) -> impl Iterator<Item = Part> {
    let of_class = blocks(made, made.div_ceil(classes).max(1)).enumerate();
    of_class.flat_map(|(class, all)| {
        blocks(all.len(), ROWS).map(move |rows| Part::Decode(class as u8, rows.start + all.start..rows.end + all.start))
    })
}
