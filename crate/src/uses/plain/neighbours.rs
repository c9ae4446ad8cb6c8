//! Nearest neighbours by Euclidean distance, exact, of many points among many.

use latent_kernels::matmul::{Matrix, matmul};

/// Queries whose distances are had at once.
const QUERIES: usize = 250;

/// The nearest found so far of each query.
#[derive(Debug, Clone)]
pub struct Nearest {
    queries: Vec<f32>,
    size: usize,
    most: usize,
    /// Points seen.
    seen: usize,
    /// Of each query the squared distances and indices of at most so many points, the nearest first.
    found: Vec<Vec<(f32, usize)>>,
}

impl Nearest {
    /// Of queries `[N, size]`, at most so many neighbours each.
    pub fn new(queries: Vec<f32>, size: usize, most: usize) -> Self {
        let found = vec![Vec::with_capacity(most + 1); queries.len() / size];
        Self { queries, size, most, seen: 0, found }
    }

    /// Looks among further points `[M, size]`; they are counted on from those before.
    pub fn add(&mut self, points: &[f32]) {
        let (size, count) = (self.size, points.len() / self.size);
        if count == 0 {
            return;
        }
        let norms: Vec<f32> = points.chunks_exact(size).map(square).collect();
        let largest = norms.iter().copied().fold(0.0, f32::max);
        let (values, points) = (points, Matrix::new(points, count, size).transposed());
        let mut products = vec![0.0; QUERIES * count];
        for (queries, found) in self.queries.chunks(QUERIES * size).zip(self.found.chunks_mut(QUERIES)) {
            let products = &mut products[..found.len() * count];
            matmul(products, Matrix::new(queries, found.len(), size), points);
            for ((query, found), products) in queries.chunks_exact(size).zip(found).zip(products.chunks_exact(count)) {
                let own = square(query);
                // What the products have lost of a small distance between points that are far out.
                let doubt = 1e-5 * (own + largest);
                let mut farthest = farthest(found, self.most);
                for (index, (norm, product)) in norms.iter().zip(products).enumerate() {
                    if own + norm - 2.0 * product >= farthest + doubt {
                        continue;
                    }
                    let distance = distance(query, &values[index * size..][..size]);
                    if distance < farthest {
                        let place = found.partition_point(|&(other, _)| other <= distance);
                        found.insert(place, (distance, self.seen + index));
                        found.truncate(self.most);
                        farthest = self::farthest(found, self.most);
                    }
                }
            }
        }
        self.seen += count;
    }

    /// Of each query the squared distances and indices, the nearest first.
    pub fn found(&self) -> &[Vec<(f32, usize)>] {
        &self.found
    }
}

/// Below which a distance is among the nearest.
fn farthest(found: &[(f32, usize)], most: usize) -> f32 {
    if found.len() < most { f32::INFINITY } else { found.last().map_or(f32::INFINITY, |&(distance, _)| distance) }
}

fn distance(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum()
}

fn square(point: &[f32]) -> f32 {
    point.iter().map(|value| value * value).sum()
}

/// The share of each class among neighbours, and the class of most of them: of classes that share the lead, the one whose neighbours
/// are nearer on the whole.
pub fn vote(neighbours: &[(f32, usize)], labels: &[u8], classes: usize) -> (Vec<f64>, u8) {
    let mut votes = vec![(0, 0.0); classes];
    for &(squared, index) in neighbours {
        let (count, distance) = &mut votes[usize::from(labels[index])];
        *count += 1;
        *distance += f64::from(squared).sqrt();
    }
    let shares = votes.iter().map(|&(count, _)| f64::from(count) / neighbours.len() as f64).collect();
    let order = |a: &(i32, f64), b: &(i32, f64)| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1));
    let class = (0..classes).max_by(|&a, &b| order(&votes[a], &votes[b])).unwrap_or_default();
    (shares, class as u8)
}
