//! Groups of points by k-means (Lloyd 1982), from seeds far apart (Arthur and Vassilvitskii 2007).

use latent_kernels::matmul::{Matrix, matmul};
use rand::RngExt;
use rand_chacha::ChaCha8Rng;

/// Rounds at most; it mostly stands still after some dozens.
const ROUNDS: usize = 100;

/// The middles of k groups.
#[derive(Debug, Clone, PartialEq)]
pub struct Groups {
    /// `[k, size]`
    pub middles: Vec<f32>,
    pub size: usize,
    /// Mean squared distance of a point from its group's middle.
    pub spread: f64,
}

impl Groups {
    /// Of points `[N, size]`, from seeds of their own: several runs find different groups, the best has the least spread.
    pub fn fit(points: &[f32], size: usize, groups: usize, rng: &mut ChaCha8Rng) -> Self {
        let mut own = Self { middles: seeds(points, size, groups, rng), size, spread: f64::INFINITY };
        for _ in 0..ROUNDS {
            let nearest = own.nearest(points);
            let spread = nearest.iter().map(|&(_, distance)| f64::from(distance)).sum::<f64>() / nearest.len() as f64;
            if own.spread - spread <= 1e-6 * spread {
                break;
            }
            own.spread = spread;
            own.follow(points, &nearest);
        }
        own
    }

    /// Moves each middle among its points; one without any stays.
    fn follow(&mut self, points: &[f32], nearest: &[(u8, f32)]) {
        let size = self.size;
        let mut sums = vec![0.0_f64; self.middles.len()];
        let mut counts = vec![0_usize; self.middles.len() / size];
        for (point, &(group, _)) in points.chunks_exact(size).zip(nearest) {
            let group = usize::from(group);
            counts[group] += 1;
            sums[group * size..][..size].iter_mut().zip(point).for_each(|(sum, &value)| *sum += f64::from(value));
        }
        for (group, &count) in counts.iter().enumerate().filter(|&(_, &count)| count > 0) {
            let sums = &sums[group * size..][..size];
            let middle = self.middles[group * size..][..size].iter_mut();
            middle.zip(sums).for_each(|(middle, sum)| *middle = (sum / count as f64) as f32);
        }
    }

    /// The group of each point and its squared distance from the middle.
    pub fn nearest(&self, points: &[f32]) -> Vec<(u8, f32)> {
        let (size, groups) = (self.size, self.middles.len() / self.size);
        let count = points.len() / size;
        let mut products = vec![0.0; count * groups];
        let middles = Matrix::new(&self.middles, groups, size);
        matmul(&mut products, Matrix::new(points, count, size), middles.transposed());
        let norms: Vec<f32> = self.middles.chunks_exact(size).map(square).collect();
        let nearest = |(point, products): (&[f32], &[f32])| {
            let distances = norms.iter().zip(products).map(|(norm, product)| norm - 2.0 * product).enumerate();
            let (group, least) = distances.min_by(|a, b| a.1.total_cmp(&b.1)).unwrap_or_default();
            (group as u8, (least + square(point)).max(0.0))
        };
        points.chunks_exact(size).zip(products.chunks_exact(groups)).map(nearest).collect()
    }
}

/// Points, each drawn with a chance that grows with the square of its distance from those before.
fn seeds(points: &[f32], size: usize, groups: usize, rng: &mut ChaCha8Rng) -> Vec<f32> {
    let count = points.len() / size;
    let mut chosen = points[rng.random_range(0..count) * size..][..size].to_vec();
    let mut distances = vec![f32::INFINITY; count];
    while chosen.len() < groups * size {
        let latest = &chosen[chosen.len() - size..];
        for (distance, point) in distances.iter_mut().zip(points.chunks_exact(size)) {
            let squared: f32 = point.iter().zip(latest).map(|(a, b)| (a - b) * (a - b)).sum();
            *distance = distance.min(squared);
        }
        let total: f64 = distances.iter().copied().map(f64::from).sum();
        let mut left = rng.random_range(0.0..1.0) * total;
        let passed = |&distance: &f32| {
            left -= f64::from(distance);
            left <= 0.0
        };
        let index = distances.iter().position(passed).unwrap_or(count - 1);
        chosen.extend_from_slice(&points[index * size..][..size]);
    }
    chosen
}

fn square(point: &[f32]) -> f32 {
    point.iter().map(|value| value * value).sum()
}
