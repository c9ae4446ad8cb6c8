//! The directions along which points of the latent space vary most: principal component analysis.

use serde::Serialize;

use crate::error::{Error, Result};
use crate::latent::eigen::eigen;
use crate::latent::pca::Moments;
use crate::latent::points::finite;

/// Dimensions of which all axes are found: of more that would be waited for.
const MOST_WHOLE: usize = 64;

/// The two principal axes of N points.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct PrincipalAxes {
    /// Unit vectors at a right angle, `[2, Z]`, that of the greatest variance first. The largest component of each is
    /// positive, since an axis has no sign of its own.
    pub directions: Vec<f32>,
    /// What part of the points' variance lies along the two, 0 to 1.
    pub share: f32,
}

/// The principal axes of points `[N, latent]`: eigenvectors of their covariance.
///
/// # Errors
/// [`Error::Argument`] for fewer than two dimensions or points, for numbers that are no points of this size, and for such
/// that are not finite.
pub fn principal_axes(points: &[f32], latent: usize) -> Result<PrincipalAxes> {
    if latent < 2 || !points.len().is_multiple_of(latent) || points.len() < 2 * latent {
        let numbers = points.len();
        return Err(Error::Argument(format!(
            "expected two points or more of at least two coordinates, got {numbers} numbers, {latent} a point"
        )));
    }
    finite(points)?;
    if latent > MOST_WHOLE {
        return of_many(points, latent);
    }
    let (variances, vectors) = eigen(covariance(points, latent), latent);
    let mut order: Vec<usize> = (0..latent).collect();
    order.sort_by(|&a, &b| variances[b].total_cmp(&variances[a]));
    let column = |index: usize| (0..latent).map(|row| vectors[row * latent + index]).collect::<Vec<_>>();
    let directions = [order[0], order[1]].into_iter().flat_map(|index| upright(&column(index))).collect();
    let total: f64 = variances.iter().sum();
    let share = if total > 0.0 { (variances[order[0]] + variances[order[1]]) / total } else { 1.0 };
    Ok(PrincipalAxes { directions, share: share as f32 })
}

/// The same, those two alone being sought.
fn of_many(points: &[f32], latent: usize) -> Result<PrincipalAxes> {
    let mut moments = Moments::new(latent);
    moments.add(points);
    let found = moments.pca(2)?;
    let total: f64 = moments.covariance().iter().step_by(latent + 1).sum();
    let share = if total > 0.0 { found.variances.iter().sum::<f64>() / total } else { 1.0 };
    let upright = |axis: &[f32]| upright(&axis.iter().map(|&value| f64::from(value)).collect::<Vec<_>>());
    Ok(PrincipalAxes { directions: found.axes.chunks_exact(latent).flat_map(upright).collect(), share: share as f32 })
}

/// Points `[N, latent]` on a plane, `[N, 2]`: along their two principal axes, or as they are where they have two coordinates at most.
///
/// # Errors
/// As [`principal_axes`].
pub fn on_plane(points: &[f32], latent: usize) -> Result<Vec<f32>> {
    if latent <= 2 || points.len() < 2 * latent {
        let two = |point: &[f32]| [point[0], point.get(1).copied().unwrap_or_default()];
        return Ok(points.chunks_exact(latent).flat_map(two).collect());
    }
    let axes = principal_axes(points, latent)?.directions;
    let along = |point: &[f32], axis: &[f32]| point.iter().zip(axis).map(|(a, b)| a * b).sum::<f32>();
    Ok(points.chunks_exact(latent).flat_map(|point| axes.chunks_exact(latent).map(|axis| along(point, axis))).collect())
}

fn upright(vector: &[f64]) -> Vec<f32> {
    let largest = vector.iter().copied().max_by(|a, b| a.abs().total_cmp(&b.abs())).unwrap_or(1.0);
    vector.iter().map(|value| (value * largest.signum()) as f32).collect()
}

/// The covariance of points `[N, latent]`, `[latent, latent]`.
fn covariance(points: &[f32], latent: usize) -> Vec<f64> {
    let count = (points.len() / latent) as f64;
    let mut mean = vec![0.0; latent];
    for point in points.chunks_exact(latent) {
        mean.iter_mut().zip(point).for_each(|(mean, &value)| *mean += f64::from(value) / count);
    }
    let mut covariance = vec![0.0; latent * latent];
    for point in points.chunks_exact(latent) {
        for (row, line) in covariance.chunks_exact_mut(latent).enumerate() {
            let own = (f64::from(point[row]) - mean[row]) / count;
            for (column, sum) in line.iter_mut().enumerate() {
                *sum += own * (f64::from(point[column]) - mean[column]);
            }
        }
    }
    covariance
}
