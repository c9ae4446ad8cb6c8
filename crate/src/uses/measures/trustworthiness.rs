//! How far a map of points can be trusted: whether those that are near in it are near in truth.

/// What a map keeps of the points' neighbours.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Kept {
    /// 1 where every neighbour on the map is one in truth; each that is none counts by how far it is (Venna and Kaski 2001).
    pub trustworthiness: f64,
    /// The share of the true neighbours that are neighbours on the map.
    pub share: f64,
}

/// Of points `[N, size]` and where they are on the map `[N, dimensions]`, at k neighbours, fewer than N / 2.
pub fn kept(points: &[f32], size: usize, map: &[f32], dimensions: usize, k: usize) -> Kept {
    let n = points.len() / size;
    let (mut penalty, mut both) = (0, 0);
    for index in 0..n {
        let mut rank = vec![0; n];
        for (place, other) in by_distance(points, size, index).into_iter().enumerate() {
            rank[other] = place + 1;
        }
        for other in by_distance(map, dimensions, index).into_iter().take(k) {
            penalty += rank[other].saturating_sub(k);
            both += usize::from(rank[other] <= k);
        }
    }
    let most = (n * k * (2 * n - 3 * k - 1)) as f64 / 2.0;
    Kept { trustworthiness: 1.0 - penalty as f64 / most, share: both as f64 / (n * k) as f64 }
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
