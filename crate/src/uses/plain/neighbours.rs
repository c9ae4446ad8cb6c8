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
        let norms: Vec<f32> = points.chunks_exact(size).map(square).collect();
        let points = Matrix::new(points, count, size).transposed();
        let mut products = vec![0.0; QUERIES * count];
        for (queries, found) in self.queries.chunks(QUERIES * size).zip(self.found.chunks_mut(QUERIES)) {
            let products = &mut products[..found.len() * count];
            matmul(products, Matrix::new(queries, found.len(), size), points);
            for ((query, found), products) in queries.chunks_exact(size).zip(found).zip(products.chunks_exact(count)) {
                let own = square(query);
                let mut farthest = farthest(found, self.most);
                for (index, (norm, product)) in norms.iter().zip(products).enumerate() {
                    let distance = own + norm - 2.0 * product;
                    if distance < farthest {
                        let place = found.partition_point(|&(other, _)| other <= distance);
                        found.insert(place, (distance.max(0.0), self.seen + index));
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

fn square(point: &[f32]) -> f32 {
    point.iter().map(|value| value * value).sum()
}

/// The share of each class among neighbours, and the class of most of them: of classes that share the lead, that of the nearest.
pub fn vote(neighbours: &[(f32, usize)], labels: &[u8], classes: usize) -> (Vec<f64>, u8) {
    let mut shares = vec![0.0; classes];
    for &(_, index) in neighbours {
        shares[usize::from(labels[index])] += 1.0 / neighbours.len() as f64;
    }
    let lead = shares.iter().copied().fold(0.0, f64::max) - 1e-9;
    let leads = |label: &u8| shares[usize::from(*label)] >= lead;
    let class = neighbours.iter().map(|&(_, index)| labels[index]).find(leads).unwrap_or_default();
    (shares, class)
}
