//! A dimension of z in buckets of equal chance under the prior (Townsend et al. 2019).

use super::normal::quantile;

/// Finer ones make the message no shorter.
const COUNT: usize = 1 << 12;

#[derive(Debug, Clone)]
pub struct Buckets {
    /// From -infinity to infinity, one more than there are buckets.
    pub edges: Vec<f64>,
    /// Half of a bucket's chance lies below.
    middles: Vec<f32>,
}

impl Buckets {
    pub fn new() -> Self {
        let at = |place: usize| quantile(place as f64 / (2 * COUNT) as f64);
        let inner = (1..COUNT).map(|edge| at(2 * edge));
        let edges = [f64::NEG_INFINITY].into_iter().chain(inner).chain([f64::INFINITY]).collect();
        Self { edges, middles: (0..COUNT).map(|bucket| at(2 * bucket + 1) as f32).collect() }
    }

    pub fn count(&self) -> u32 {
        self.middles.len() as u32
    }

    /// z in the middles of these buckets.
    pub fn points(&self, buckets: &[u32]) -> Vec<f32> {
        buckets.iter().map(|&bucket| self.middles[bucket as usize]).collect()
    }
}

impl Default for Buckets {
    fn default() -> Self {
        Self::new()
    }
}
