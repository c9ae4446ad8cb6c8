//! Rows of items, of which most are not there: how often each one is that is there, row after row.

use std::ops::Range;

/// Compressed sparse rows. A row's items stand in their order, each once, with a count of 1 to 255.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    /// Where each row begins, and the last one ends.
    starts: Vec<usize>,
    items: Vec<u32>,
    counts: Vec<u8>,
}

impl Default for Rows {
    fn default() -> Self {
        Self { starts: vec![0], items: vec![], counts: vec![] }
    }
}

impl Rows {
    /// From counts of all items, `[N, size]`.
    pub fn of_dense(counts: &[u8], size: usize) -> Self {
        let mut rows = Self::default();
        for row in counts.chunks_exact(size) {
            let there = row.iter().zip(0..).filter(|(count, _)| **count > 0);
            rows.push(there.map(|(&count, item)| (item, count)));
        }
        rows
    }

    /// Adds a row of items in their order, with their counts.
    pub fn push(&mut self, entries: impl IntoIterator<Item = (u32, u8)>) {
        for (item, count) in entries {
            self.items.push(item);
            self.counts.push(count);
        }
        self.starts.push(self.items.len());
    }

    /// How many rows.
    pub fn count(&self) -> usize {
        self.starts.len() - 1
    }

    /// How many items are there in all rows.
    pub fn entries(&self) -> usize {
        self.items.len()
    }

    /// Items of a row and their counts.
    pub fn row(&self, index: usize) -> (&[u32], &[u8]) {
        let bounds = self.starts[index]..self.starts[index + 1];
        (&self.items[bounds.clone()], &self.counts[bounds])
    }

    /// Items of a row with their counts.
    pub fn pairs(&self, index: usize) -> impl Iterator<Item = (u32, u8)> {
        let (items, counts) = self.row(index);
        items.iter().copied().zip(counts.iter().copied())
    }

    /// Counts of all of so many items in a row.
    pub fn dense(&self, index: usize, size: usize) -> Vec<u8> {
        let mut counts = vec![0; size];
        self.pairs(index).for_each(|(item, count)| counts[item as usize] = count);
        counts
    }

    /// These rows, in this order.
    pub fn some(&self, indices: impl IntoIterator<Item = usize>) -> Self {
        let mut rows = Self::default();
        indices.into_iter().for_each(|index| rows.push(self.pairs(index)));
        rows
    }

    /// In how many of the rows each of so many items is.
    pub fn popularity(&self, rows: Range<usize>, size: usize) -> Vec<u32> {
        let mut people = vec![0; size];
        rows.flat_map(|index| self.row(index).0).for_each(|&item| people[item as usize] += 1);
        people
    }

    /// The largest item that is there, if any is.
    pub fn largest(&self) -> Option<u32> {
        self.items.iter().copied().max()
    }
}
