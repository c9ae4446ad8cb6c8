//! The seeded order in which a run visits its images.

use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

use crate::error::{Error, Result, grouped};
use crate::seed::{Stream, generator};

/// An endless, seeded order of batches: each epoch visits every digit once, but for a last partial batch.
#[derive(Debug, Clone)]
pub struct Batches {
    order: Vec<usize>,
    size: usize,
    next: usize,
    rng: ChaCha8Rng,
}

impl Batches {
    /// # Errors
    /// [`Error::Field`] for a batch larger than the data set.
    pub fn new(count: usize, size: usize, seed: u32) -> Result<Self> {
        if size == 0 || size > count {
            let [count, size] = [count, size].map(grouped);
            let message = format!("expected at most the {count} samples of the data set, got {size}");
            return Err(Error::Field { field: "batchSize".into(), message });
        }
        let mut rng = generator(seed, Stream::Shuffle);
        let mut order: Vec<usize> = (0..count).collect();
        order.shuffle(&mut rng);
        Ok(Self { order, size, next: 0, rng })
    }

    /// Batches in an epoch.
    pub fn per_epoch(&self) -> usize {
        self.order.len() / self.size
    }

    /// As after so many batches, from the start.
    pub fn skip(&mut self, batches: usize) {
        let per_epoch = self.per_epoch();
        for _ in 0..batches.saturating_sub(1) / per_epoch {
            self.order.shuffle(&mut self.rng);
        }
        self.next = if batches == 0 { 0 } else { (batches - 1) % per_epoch + 1 };
    }

    /// Which digits are in the next batch.
    pub fn next_batch(&mut self) -> &[usize] {
        if self.next == self.per_epoch() {
            self.order.shuffle(&mut self.rng);
            self.next = 0;
        }
        let start = self.next * self.size;
        self.next += 1;
        &self.order[start..start + self.size]
    }
}
