//! What is drawn from a mixture of Gaussians: of codes, or plainly of principal components.

use rand_chacha::ChaCha8Rng;

use crate::seed::{Stream, generator};
use crate::uses::plain::groups::Groups;
use crate::uses::plain::mixture::Mixture;

/// Gaussians, and points at most that they are found of.
const PARTS: usize = 10;
pub const MIXED: usize = 10_000;

/// A mixture of Gaussians on its way, and the points that it is found of.
pub struct Mixing {
    points: Vec<f32>,
    mixture: Mixture,
    rng: ChaCha8Rng,
}

impl Mixing {
    /// Of points `[N, size]`.
    pub fn of(points: Vec<f32>, size: usize, seed: u32) -> Self {
        let mut rng = generator(seed, Stream::Sheets);
        let groups = Groups::fit(&points, size, PARTS.min(points.len() / size), &mut rng);
        Self { mixture: Mixture::of_groups(&points, &groups), points, rng }
    }

    /// Goes on for so many rounds.
    pub fn improve(&mut self, rounds: usize) {
        self.mixture.improve(&self.points, rounds);
    }

    /// `[count, size]`
    pub fn draw(mut self, count: usize) -> Vec<f32> {
        (0..count).flat_map(|_| self.mixture.draw(1.0, &mut self.rng)).collect()
    }
}
