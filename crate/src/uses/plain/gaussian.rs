//! All images taken as draws of one Gaussian: the best guess that is linear in what was seen.

use latent_kernels::matmul::{Matrix, matmul};

use super::pca::Moments;

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
        let mean = moments.mean();
        let size = mean.len();
        let columns = operator.len() / size;
        let covariance: Vec<f32> = moments.covariance().into_iter().map(|value| value as f32).collect();
        let operator = Matrix::new(operator, size, columns);
        let mut shared = vec![0.0; columns * size];
        matmul(&mut shared, operator.transposed(), Matrix::new(&covariance, size, size));
        let mut seen = vec![0.0; columns * columns];
        matmul(&mut seen, Matrix::new(&shared, columns, size), operator);
        let seen: Vec<f64> = seen.into_iter().map(f64::from).collect();
        let weights = solved(seen, variance, &shared, columns);
        let mean: Vec<f32> = mean.into_iter().map(|value| value as f32).collect();
        let (mut seen_mean, mut explained) = (vec![0.0; columns], vec![0.0; size]);
        matmul(&mut seen_mean, Matrix::new(&mean, 1, size), operator);
        matmul(&mut explained, Matrix::new(&seen_mean, 1, columns), Matrix::new(&weights, columns, size));
        let offset = mean.iter().zip(explained).map(|(mean, explained)| mean - explained).collect();
        Self { weights, offset }
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

/// (a + variance I)^-1 right, `[n, D]`, of a symmetric a `[n, n]`, by its Cholesky factor
/// (Golub and Van Loan, Matrix Computations, 4th edition, 4.2).
fn solved(mut a: Vec<f64>, variance: f64, right: &[f32], n: usize) -> Vec<f32> {
    for row in 0..n {
        a[row * n + row] += variance;
        for column in 0..=row {
            let (own, other) = (&a[row * n..][..column], &a[column * n..][..column]);
            let rest = a[row * n + column] - own.iter().zip(other).map(|(a, b)| a * b).sum::<f64>();
            a[row * n + column] =
                if row == column { rest.max(f64::MIN_POSITIVE).sqrt() } else { rest / a[column * n + column] };
        }
    }
    let width = right.len() / n;
    let mut found: Vec<f64> = right.iter().copied().map(f64::from).collect();
    let take = |found: &mut [f64], from: usize, by: f64, of: usize| {
        for at in 0..width {
            found[from * width + at] -= by * found[of * width + at];
        }
    };
    for row in 0..n {
        (0..row).for_each(|before| take(&mut found, row, a[row * n + before], before));
        found[row * width..][..width].iter_mut().for_each(|value| *value /= a[row * n + row]);
    }
    for row in (0..n).rev() {
        (row + 1..n).for_each(|after| take(&mut found, row, a[after * n + row], after));
        found[row * width..][..width].iter_mut().for_each(|value| *value /= a[row * n + row]);
    }
    found.into_iter().map(|value| value as f32).collect()
}
