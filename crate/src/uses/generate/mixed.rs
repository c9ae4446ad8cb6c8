//! What is drawn from a mixture of Gaussians: of codes, or plainly of principal components.

use crate::seed::{Stream, generator};
use crate::uses::plain::groups::Groups;
use crate::uses::plain::mixture::Mixture;
use crate::uses::plain::pca::Pca;
use crate::uses::plain::points::Points;

/// Gaussians, and points at most that they are found of.
const PARTS: usize = 10;
pub const MIXED: usize = 10_000;

/// Draws of a mixture of Gaussians of these points.
pub fn of_mixture(points: &[f32], size: usize, count: usize, seed: u32) -> Vec<f32> {
    let mut rng = generator(seed, Stream::Sheets);
    let parts = PARTS.min(points.len() / size);
    let mixture = Mixture::fit(points, &Groups::fit(points, size, parts, &mut rng));
    (0..count).flat_map(|_| mixture.draw(1.0, &mut rng)).collect()
}

/// Images by the plain method: a mixture of Gaussians of principal components.
pub fn of_components(pca: &Pca, train: Points<'_>, count: usize, seed: u32) -> Vec<u8> {
    let codes = pca.encode(&train.rows(0..train.count().min(MIXED)));
    let byte = |value: f32| (value.clamp(0.0, 1.0) * 255.0).round() as u8;
    pca.decode(&of_mixture(&codes, pca.dimensions(), count, seed)).into_iter().map(byte).collect()
}
