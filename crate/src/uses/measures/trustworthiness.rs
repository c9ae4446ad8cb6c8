//! How far a map of points can be trusted: whether those that are near in it are near in truth.

use std::ops::{AddAssign, Range};

/// What a map keeps of the points' neighbours.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Kept {
    /// 1 where every neighbour on the map is one in truth; each that is none counts by how far it is (Venna and Kaski 2001).
    pub trustworthiness: f64,
    /// The share of the true neighbours that are neighbours on the map.
    pub share: f64,
}

/// Points `[N, size]`, where they are on the map `[N, dimensions]`, and how many neighbours count: fewer than N / 2.
#[derive(Debug, Clone, Copy)]
pub struct Mapped<'a> {
    pub points: &'a [f32],
    pub size: usize,
    pub map: &'a [f32],
    pub dimensions: usize,
    pub k: usize,
}

impl Mapped<'_> {
    fn count(&self) -> usize {
        self.points.len() / self.size
    }

    /// What is kept of all neighbours.
    pub fn kept(&self) -> Kept {
        self.kept_of(&self.lost_by(0..self.count()))
    }

    /// Of some points, how far off their neighbours on the map are beyond the k-th in truth, and how many of them are not.
    pub fn lost_by(&self, rows: Range<usize>) -> Lost {
        let mut lost = Lost::default();
        for index in rows {
            let mut rank = vec![0; self.count()];
            for (place, other) in by_distance(self.points, self.size, index).into_iter().enumerate() {
                rank[other] = place + 1;
            }
            for other in by_distance(self.map, self.dimensions, index).into_iter().take(self.k) {
                lost.ranks += rank[other].saturating_sub(self.k);
                lost.kept += usize::from(rank[other] <= self.k);
            }
        }
        lost
    }

    /// The same over all points, once they have been gone through.
    pub fn kept_of(&self, lost: &Lost) -> Kept {
        let (n, k) = (self.count(), self.k);
        let most = (n * k * (2 * n - 3 * k - 1)) as f64 / 2.0;
        Kept { trustworthiness: 1.0 - lost.ranks as f64 / most, share: lost.kept as f64 / (n * k) as f64 }
    }
}

/// Sums over points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lost {
    pub ranks: usize,
    pub kept: usize,
}

impl AddAssign for Lost {
    fn add_assign(&mut self, other: Self) {
        self.ranks += other.ranks;
        self.kept += other.kept;
    }
}

/// All other points, the nearest first.
fn by_distance(points: &[f32], size: usize, index: usize) -> Vec<usize> {
    let own = &points[index * size..][..size];
    let distance = |other: &[f32]| own.iter().zip(other).map(|(a, b)| (a - b) * (a - b)).sum::<f32>();
    let distances: Vec<f32> = points.chunks_exact(size).map(distance).collect();
    let mut others: Vec<usize> = (0..distances.len()).filter(|&other| other != index).collect();
    others.sort_by(|&a, &b| distances[a].total_cmp(&distances[b]));
    others
}
