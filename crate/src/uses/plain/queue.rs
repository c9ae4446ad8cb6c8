//! The order in which rows are learnt from.

use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

/// Rows that come by in a new order each time that all have come.
#[derive(Debug, Clone)]
pub struct Queue {
    pub all: Vec<usize>,
    left: Vec<usize>,
}

impl Queue {
    pub fn of(all: Vec<usize>) -> Self {
        Self { all, left: vec![] }
    }

    /// At most so many of them.
    pub fn next(&mut self, most: usize, rng: &mut ChaCha8Rng) -> Vec<usize> {
        if self.left.is_empty() {
            self.left.clone_from(&self.all);
            self.left.shuffle(rng);
        }
        self.left.split_off(self.left.len().saturating_sub(most))
    }
}
