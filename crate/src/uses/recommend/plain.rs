//! Methods without a network, each of which scores all items by those that are given.

use std::ops::Range;

use crate::data::rows::Rows;
use crate::seed::{Stream, generator, normals};
use crate::uses::plain::solve::{factorise, solve};

/// EASE's regularisation.
pub const LAMBDA: f64 = 100.0;

/// How many people like both of two items, `[items, items]`, added up row by row.
pub fn count_pairs(pairs: &mut [f64], size: usize, people: &Rows, rows: Range<usize>) {
    for (items, _) in rows.map(|index| people.row(index)) {
        for &one in items {
            let line = &mut pairs[one as usize * size..][..size];
            items.iter().for_each(|&other| line[other as usize] += 1.0);
        }
    }
}

/// Items that the same people like: the cosine between their columns of people.
pub struct Neighbours(Vec<f32>);

impl Neighbours {
    /// From [`count_pairs`].
    pub fn of(pairs: &[f64], size: usize) -> Self {
        let people = |item: usize| pairs[item * size + item].max(1.0);
        let cosine = |at: usize| {
            let (one, other) = (at / size, at % size);
            if one == other { 0.0 } else { (pairs[at] / (people(one) * people(other)).sqrt()) as f32 }
        };
        Self((0..size * size).map(cosine).collect())
    }

    pub fn scores(&self, given: &[u32], scores: &mut [f32]) {
        add_lines(&self.0, given, scores);
    }
}

/// EASE (Steck 2019): the linear model of each item by all others that is best in the least squares, regularised, B = I - P diag(1 / diag P)
/// with P the inverse of X'X + lambda I.
pub struct Ease {
    size: usize,
    /// X'X + lambda I, then its factor.
    factor: Vec<f64>,
    /// P, then B.
    by_items: Vec<f32>,
}

impl Ease {
    /// From [`count_pairs`].
    pub fn of(mut pairs: Vec<f64>, size: usize, lambda: f64) -> Self {
        pairs.iter_mut().step_by(size + 1).for_each(|people| *people += lambda);
        let identity = (0..size * size).map(|at| if at % (size + 1) == 0 { 1.0 } else { 0.0 });
        Self { size, factor: pairs, by_items: identity.collect() }
    }

    /// Some rows of the factor, those before being done.
    pub fn factorise(&mut self, rows: Range<usize>) {
        factorise(&mut self.factor, self.size, rows);
    }

    /// Some columns of B, once all rows are factorised.
    pub fn learn(&mut self, columns: Range<usize>) {
        solve(&self.factor, self.size, &mut self.by_items, columns.clone());
        for column in columns {
            let own = self.by_items[column * (self.size + 1)];
            let values = self.by_items.iter_mut().skip(column).step_by(self.size);
            values.enumerate().for_each(|(row, value)| *value = if row == column { 0.0 } else { -*value / own });
        }
    }

    pub fn scores(&self, given: &[u32], scores: &mut [f32]) {
        add_lines(&self.by_items, given, scores);
    }
}

/// The sum of the given items' lines of `[items, items]`.
fn add_lines(lines: &[f32], given: &[u32], scores: &mut [f32]) {
    scores.fill(0.0);
    for &item in given {
        let line = &lines[item as usize * scores.len()..][..scores.len()];
        scores.iter_mut().zip(line).for_each(|(score, value)| *score += value);
    }
}

/// Truncated singular value decomposition, by subspace iteration (Golub and Van Loan, Matrix Computations, 4th edition, 8.2.4):
/// the space of the first right singular vectors.
pub struct Svd {
    count: usize,
    /// `[items, count]`, its columns of length 1 and across each other.
    basis: Vec<f32>,
}

impl Svd {
    pub fn new(size: usize, count: usize, seed: u32) -> Self {
        let mut basis = normals(&mut generator(seed, Stream::Groups), size * count);
        orthonormalise(&mut basis, count);
        Self { count, basis }
    }

    /// One round: the basis times X'X, made orthonormal again.
    pub fn turn(&mut self, people: &Rows) {
        let mut turned = vec![0.0; self.basis.len()];
        for index in 0..people.count() {
            let (items, _) = people.row(index);
            let code = self.code(items);
            for &item in items {
                let line = &mut turned[item as usize * self.count..][..self.count];
                line.iter_mut().zip(&code).for_each(|(value, code)| *value += code);
            }
        }
        orthonormalise(&mut turned, self.count);
        self.basis = turned;
    }

    /// A person's place in the space, `[count]`.
    pub fn code(&self, given: &[u32]) -> Vec<f32> {
        let mut code = vec![0.0; self.count];
        add_lines(&self.basis, given, &mut code);
        code
    }

    pub fn scores(&self, given: &[u32], scores: &mut [f32]) {
        let code = self.code(given);
        for (score, line) in scores.iter_mut().zip(self.basis.chunks_exact(self.count)) {
            *score = line.iter().zip(&code).map(|(value, code)| value * code).sum();
        }
    }
}

/// Makes the columns of `[rows, count]` orthonormal, one after another (Gram and Schmidt, each twice); one that is nothing but those
/// before it becomes 0.
fn orthonormalise(values: &mut [f32], count: usize) {
    let dot = |values: &[f32], one: usize, other: usize| -> f64 {
        values.chunks_exact(count).map(|line| f64::from(line[one]) * f64::from(line[other])).sum()
    };
    for column in 0..count {
        let before = dot(values, column, column);
        for other in (0..column).chain(0..column) {
            let share = dot(values, column, other) as f32;
            values.chunks_exact_mut(count).for_each(|line| line[column] -= share * line[other]);
        }
        let rest = dot(values, column, column);
        let scale = if rest > 1e-10 * before { 1.0 / rest.sqrt() } else { 0.0 };
        values.chunks_exact_mut(count).for_each(|line| line[column] *= scale as f32);
    }
}
