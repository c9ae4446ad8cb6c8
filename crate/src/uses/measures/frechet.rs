//! The Frechet distance between two clouds of points, each taken for a Gaussian (Dowson and Landau 1982).

use crate::latent::eigen::eigen;
use crate::uses::plain::pca::Moments;

/// |m1 - m2|^2 + tr(C1 + C2 - 2 (C1^1/2 C2 C1^1/2)^1/2), 0 for the same mean and covariance. Of features of the Inception network
/// it is the FID (Heusel et al. 2017); of others it is to be named by them.
pub fn frechet(first: &Moments, second: &Moments) -> f64 {
    let (means, size) = ((first.mean(), second.mean()), first.mean().len());
    let apart: f64 = means.0.iter().zip(&means.1).map(|(a, b)| (a - b) * (a - b)).sum();
    let (a, b) = (first.covariance(), second.covariance());
    let trace = |matrix: &[f64]| matrix.iter().step_by(size + 1).sum::<f64>();
    let root = square_root(&a, size);
    let between = product(&product(&root, &b, size), &root, size);
    let roots: f64 = eigen(between, size).0.into_iter().map(|value| value.max(0.0).sqrt()).sum();
    apart + trace(&a) + trace(&b) - 2.0 * roots
}

/// Of a symmetric matrix without negative eigenvalues; those that rounding has made are taken for 0.
fn square_root(matrix: &[f64], size: usize) -> Vec<f64> {
    let (values, vectors) = eigen(matrix.to_vec(), size);
    let at = |index: usize| {
        let (row, column) = (&vectors[index / size * size..][..size], &vectors[index % size * size..][..size]);
        row.iter().zip(column).zip(&values).map(|((a, b), value)| a * b * value.max(0.0).sqrt()).sum()
    };
    (0..size * size).map(at).collect()
}

fn product(a: &[f64], b: &[f64], size: usize) -> Vec<f64> {
    let at =
        |index: usize| (0..size).map(|inner| a[index / size * size + inner] * b[inner * size + index % size]).sum();
    (0..size * size).map(at).collect()
}
