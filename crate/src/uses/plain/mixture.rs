//! A mixture of Gaussians with a covariance each, by expectation and maximisation (Dempster et al. 1977).

use std::f64::consts::PI;

use latent_kernels::matmul::{Matrix, matmul};
use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal};

use super::classifier::likeliest;
use super::groups::Groups;

/// Rounds at most.
pub const ROUNDS: usize = 100;
/// Mean log-likelihood gained, in nats, below which it has arrived.
const ENOUGH: f64 = 1e-4;
/// Added to each variance, so that none vanishes.
const LEAST_VARIANCE: f64 = 1e-4;

/// k Gaussians.
#[derive(Debug, Clone, PartialEq)]
pub struct Mixture {
    size: usize,
    parts: Vec<Part>,
    /// Rounds done.
    rounds: usize,
    /// The mean log-likelihood before the last of them.
    likelihood: f64,
}

#[derive(Debug, Clone, PartialEq)]
struct Part {
    weight: f64,
    /// `[size]`
    mean: Vec<f64>,
    /// The covariance's Cholesky factor, lower, `[size, size]`.
    factor: Vec<f64>,
}

impl Mixture {
    /// Of points `[N, size]`, from the groups that k-means found, to the end.
    pub fn fit(points: &[f32], groups: &Groups) -> Self {
        let mut own = Self::of_groups(points, groups);
        own.improve(points, ROUNDS);
        own
    }

    /// Of the groups alone: a Gaussian for each.
    pub fn of_groups(points: &[f32], groups: &Groups) -> Self {
        let (size, count) = (groups.size, points.len() / groups.size);
        let parts = groups.middles.len() / size;
        let mut shares = vec![0.0; count * parts];
        for (row, (group, _)) in groups.nearest(points).into_iter().enumerate() {
            shares[row * parts + usize::from(group)] = 1.0;
        }
        let parts = maximised(points, size, &shares, parts);
        Self { size, parts, rounds: 0, likelihood: f64::NEG_INFINITY }
    }

    /// So many rounds more, of [`ROUNDS`] at most and none once it has arrived.
    pub fn improve(&mut self, points: &[f32], rounds: usize) {
        for _ in 0..rounds.min(ROUNDS - self.rounds) {
            let (shares, likelihood) = self.shares(points);
            if likelihood - self.likelihood < ENOUGH {
                self.rounds = ROUNDS;
                return;
            }
            self.likelihood = likelihood;
            self.parts = maximised(points, self.size, &shares, self.parts.len());
            self.rounds += 1;
        }
    }

    /// The share of each part in each point, `[N, k]`, and the mean log-likelihood in nats.
    pub fn shares(&self, points: &[f32]) -> (Vec<f32>, f64) {
        let count = points.len() / self.size;
        let mut logs: Vec<Vec<f64>> = self.parts.iter().map(|part| part.log_densities(points, self.size)).collect();
        let mut total = 0.0;
        let mut shares = vec![0.0; count * self.parts.len()];
        for (row, shares) in shares.chunks_exact_mut(self.parts.len()).enumerate() {
            let largest = logs.iter().map(|log| log[row]).fold(f64::NEG_INFINITY, f64::max);
            let sum: f64 = logs.iter().map(|log| (log[row] - largest).exp()).sum();
            total += largest + sum.ln();
            for (share, log) in shares.iter_mut().zip(&mut logs) {
                *share = ((log[row] - largest).exp() / sum) as f32;
            }
        }
        (shares, total / count as f64)
    }

    /// The likeliest part of each point.
    pub fn groups(&self, points: &[f32]) -> Vec<u8> {
        likeliest(&self.shares(points).0, self.parts.len())
    }

    /// A draw, its deviation from its part's mean times the temperature, `[size]`.
    pub fn draw(&self, temperature: f64, rng: &mut ChaCha8Rng) -> Vec<f32> {
        let mut left: f64 = rng.random_range(0.0..1.0);
        let chosen = self.parts.iter().find(|part| {
            left -= part.weight;
            left <= 0.0
        });
        let part = chosen.unwrap_or(&self.parts[0]);
        let noise: Vec<f64> = (0..self.size).map(|_| StandardNormal.sample(rng)).collect();
        let at = |row: usize| {
            let turned: f64 = part.factor[row * self.size..][..=row].iter().zip(&noise).map(|(a, b)| a * b).sum();
            (part.mean[row] + temperature * turned) as f32
        };
        (0..self.size).map(at).collect()
    }
}

impl Part {
    /// log (weight N(point; mean, covariance)) of each point, in nats.
    fn log_densities(&self, points: &[f32], size: usize) -> Vec<f64> {
        let whitener: Vec<f32> = inverse(&self.factor, size).into_iter().map(|value| value as f32).collect();
        let mean: Vec<f32> = self.mean.iter().map(|&value| value as f32).collect();
        let centred: Vec<f32> = points.iter().zip(mean.iter().cycle()).map(|(value, mean)| value - mean).collect();
        let count = points.len() / size;
        let mut white = vec![0.0; points.len()];
        matmul(&mut white, Matrix::new(&centred, count, size), Matrix::new(&whitener, size, size).transposed());
        let half_log_determinant: f64 = (0..size).map(|row| self.factor[row * (size + 1)].ln()).sum();
        let constant =
            self.weight.max(f64::MIN_POSITIVE).ln() - half_log_determinant - size as f64 / 2.0 * (2.0 * PI).ln();
        let square = |row: &[f32]| row.iter().map(|value| value * value).sum::<f32>();
        white.chunks_exact(size).map(|row| constant - f64::from(square(row)) / 2.0).collect()
    }
}

/// The parts that make the shares of the points likeliest.
fn maximised(points: &[f32], size: usize, shares: &[f32], parts: usize) -> Vec<Part> {
    let count = points.len() / size;
    let part = |part: usize| {
        let shares = || shares[part..].iter().step_by(parts);
        let weight = shares().copied().map(f64::from).sum::<f64>().max(1e-9);
        let mut mean = vec![0.0; size];
        for (point, &share) in points.chunks_exact(size).zip(shares()) {
            mean.iter_mut().zip(point).for_each(|(mean, &value)| *mean += f64::from(share * value) / weight);
        }
        let centred = || points.iter().enumerate().map(|(at, &value)| value - mean[at % size] as f32);
        let (plain, mut weighted): (Vec<f32>, Vec<f32>) = (centred().collect(), centred().collect());
        for (row, &share) in weighted.chunks_exact_mut(size).zip(shares()) {
            row.iter_mut().for_each(|value| *value *= share);
        }
        let mut products = vec![0.0; size * size];
        matmul(&mut products, Matrix::new(&weighted, count, size).transposed(), Matrix::new(&plain, count, size));
        let added = |at: usize| if at.is_multiple_of(size + 1) { LEAST_VARIANCE } else { 0.0 };
        let covariance = products.iter().enumerate().map(|(at, &value)| f64::from(value) / weight + added(at));
        let factor = cholesky(&covariance.collect::<Vec<_>>(), size);
        Part { weight: weight / count as f64, mean, factor }
    };
    (0..parts).map(part).collect()
}

/// L with L L' = a, lower; a variance that rounding has lost becomes the least.
pub fn cholesky(a: &[f64], size: usize) -> Vec<f64> {
    let mut factor = vec![0.0; size * size];
    for row in 0..size {
        for column in 0..=row {
            let (left, above) = (&factor[row * size..][..column], &factor[column * size..][..column]);
            let known: f64 = left.iter().zip(above).map(|(a, b)| a * b).sum();
            let rest = a[row * size + column] - known;
            factor[row * size + column] =
                if row == column { rest.max(LEAST_VARIANCE * 1e-3).sqrt() } else { rest / factor[column * (size + 1)] };
        }
    }
    factor
}

/// The inverse of a lower factor, lower too.
pub fn inverse(factor: &[f64], size: usize) -> Vec<f64> {
    let mut found = vec![0.0; size * size];
    for column in 0..size {
        for row in column..size {
            let known: f64 = (column..row).map(|at| factor[row * size + at] * found[at * size + column]).sum();
            let unit = if row == column { 1.0 } else { 0.0 };
            found[row * size + column] = (unit - known) / factor[row * (size + 1)];
        }
    }
    found
}
