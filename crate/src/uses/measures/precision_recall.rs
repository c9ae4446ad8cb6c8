//! How much of what is made is like the real, and how much of the real is made (Kynkaanniemi et al. 2019).

use crate::uses::plain::neighbours::Nearest;

/// The neighbour as far as which a point speaks for its surroundings, as in the paper.
pub const NEIGHBOUR: usize = 3;

/// The share of `points` that lie no farther from one of `others` than that one's third neighbour among its like: precision for made
/// points among real ones, recall for real points among made ones. All are `[N, size]`.
pub fn covered(points: &[f32], others: &[f32], size: usize) -> f64 {
    let mut own = Nearest::new(others.to_vec(), size, NEIGHBOUR + 1);
    own.add(others);
    let reach: Vec<f32> = own.found().iter().map(|found| found.last().map_or(0.0, |&(distance, _)| distance)).collect();
    let near = points.chunks_exact(size).filter(|point| {
        let distance = |other: &[f32]| point.iter().zip(other).map(|(a, b)| (a - b) * (a - b)).sum::<f32>();
        others.chunks_exact(size).zip(&reach).any(|(other, &reach)| distance(other) <= reach)
    });
    near.count() as f64 / (points.len() / size) as f64
}
