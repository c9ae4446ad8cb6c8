//! All images taken as draws of one Gaussian: the best guess that is linear in what was seen.

use std::ops::Range;

use latent_kernels::matmul::{Matrix, matmul};

use super::pca::Moments;
use super::solve::{factorise, solve};

/// Multiplications of a part, some tenths of a second of one thread: of matrices, of rows of a factor, of columns that are solved for.
const MULTIPLIED: usize = 2_000_000_000;
const FACTORISED: usize = 100_000_000;
const SOLVED: usize = 150_000_000;

/// A guess at images, linear in what was seen of them: `values * weights + offset`.
#[derive(Debug, Clone, PartialEq)]
pub struct LinearGuess {
    /// `[M, D]`
    weights: Vec<f32>,
    /// `[D]`
    offset: Vec<f32>,
}

impl LinearGuess {
    /// Of images `[N, D]` whose moments are known from y = x * operator `[D, M]` with noise of this variance:
    /// E(x | y) = mean + (y - mean A) (A' C A + variance I)^-1 A' C.
    pub fn new(moments: &Moments, operator: &[f32], variance: f64) -> Self {
        let mut learning = Learning::new(moments, operator, variance);
        while learning.advance() {}
        learning.guess()
    }

    /// Of values `[N, M]`, images `[N, D]`, cut to 0 to 1.
    pub fn guess(&self, values: &[f32]) -> Vec<f32> {
        let size = self.offset.len();
        let columns = self.weights.len() / size;
        let count = values.len() / columns;
        let mut images = vec![0.0; count * size];
        matmul(&mut images, Matrix::new(values, count, columns), Matrix::new(&self.weights, columns, size));
        let offset = self.offset.iter().cycle();
        images.iter_mut().zip(offset).for_each(|(value, offset)| *value = (*value + offset).clamp(0.0, 1.0));
        images
    }
}

/// Its weights on their way, a part at a time.
struct Learning {
    variance: f64,
    /// Of the images, `[D]` and `[D, D]`.
    mean: Vec<f32>,
    covariance: Vec<f32>,
    /// A', `[M, D]`.
    turned: Vec<f32>,
    /// A' C, `[M, D]`, and solved for column by column.
    shared: Vec<f32>,
    /// A' C A + variance I, `[M, M]`, and row by row its factor.
    seen: Vec<f64>,
    done: usize,
}

/// In which blocks rows are multiplied and factorised, and columns solved for.
fn blocks(columns: usize, size: usize) -> Vec<(Phase, Range<usize>)> {
    let phases = [
        (Phase::Multiply, columns, MULTIPLIED / (size * (size + columns))),
        (Phase::Factorise, columns, 2 * FACTORISED / (columns * columns)),
        (Phase::Solve, size, SOLVED / (columns * columns)),
    ];
    let block = |(phase, count, most): (Phase, usize, usize)| {
        let most = most.max(1);
        (0..count).step_by(most).map(move |start| (phase, start..count.min(start + most)))
    };
    phases.into_iter().flat_map(block).collect()
}

#[derive(Debug, Clone, Copy)]
enum Phase {
    Multiply,
    Factorise,
    Solve,
}

impl Learning {
    fn new(moments: &Moments, operator: &[f32], variance: f64) -> Self {
        let mean: Vec<f32> = moments.mean().into_iter().map(|value| value as f32).collect();
        let (size, columns) = (mean.len(), operator.len() / mean.len());
        let turned = (0..columns).flat_map(|column| operator[column..].iter().step_by(columns).copied()).collect();
        let covariance = moments.covariance().into_iter().map(|value| value as f32).collect();
        let (shared, seen) = (vec![0.0; columns * size], vec![0.0; columns * columns]);
        Self { variance, mean, covariance, turned, shared, seen, done: 0 }
    }

    fn columns(&self) -> usize {
        self.shared.len() / self.mean.len()
    }

    /// The next part; whether there are more to come.
    fn advance(&mut self) -> bool {
        let (size, columns) = (self.mean.len(), self.columns());
        let blocks = blocks(columns, size);
        match blocks[self.done].clone() {
            (Phase::Multiply, rows) => self.multiply(rows),
            (Phase::Factorise, rows) => factorise(&mut self.seen, columns, rows),
            (Phase::Solve, of) => solve(&self.seen, columns, &mut self.shared, of),
        }
        self.done += 1;
        self.done < blocks.len()
    }

    fn multiply(&mut self, rows: Range<usize>) {
        let (size, columns, count) = (self.mean.len(), self.columns(), rows.len());
        let turned = Matrix::new(&self.turned, columns, size);
        let some = Matrix::new(&self.turned[rows.start * size..rows.end * size], count, size);
        let shared = &mut self.shared[rows.start * size..rows.end * size];
        matmul(shared, some, Matrix::new(&self.covariance, size, size));
        let mut seen = vec![0.0; count * columns];
        matmul(&mut seen, Matrix::new(shared, count, size), turned.transposed());
        let values = self.seen[rows.start * columns..].iter_mut().zip(seen);
        values.for_each(|(value, seen)| *value = f64::from(seen));
        rows.for_each(|row| self.seen[row * (columns + 1)] += self.variance);
    }

    fn guess(self) -> LinearGuess {
        let (size, columns) = (self.mean.len(), self.columns());
        let weights = Matrix::new(&self.shared, columns, size);
        let (mut seen, mut explained) = (vec![0.0; columns], vec![0.0; size]);
        matmul(&mut seen, Matrix::new(&self.mean, 1, size), Matrix::new(&self.turned, columns, size).transposed());
        matmul(&mut explained, Matrix::new(&seen, 1, columns), weights);
        let offset = self.mean.iter().zip(explained).map(|(mean, explained)| mean - explained).collect();
        LinearGuess { weights: self.shared, offset }
    }
}

/// A guess that is learnt a part at a time, from so many values `[M]` of images `[D]`.
pub struct Guessing {
    columns: usize,
    size: usize,
    variance: f64,
    learning: Option<Learning>,
    guess: Option<LinearGuess>,
}

impl Guessing {
    pub fn new(columns: usize, size: usize, variance: f64) -> Self {
        Self { columns, size, variance, learning: None, guess: None }
    }

    /// How many parts there are.
    pub fn parts(&self) -> usize {
        blocks(self.columns, self.size).len()
    }

    /// The next part, the first with the operator `[D, M]`.
    pub fn learn(&mut self, moments: &Moments, operator: impl FnOnce() -> Vec<f32>) {
        let new = || Learning::new(moments, &operator(), self.variance);
        let mut learning = self.learning.take().unwrap_or_else(new);
        if learning.advance() {
            self.learning = Some(learning);
        } else {
            self.guess = Some(learning.guess());
        }
    }

    /// Once it is learnt.
    pub fn guess(&self) -> Option<&LinearGuess> {
        self.guess.as_ref()
    }
}
