//! How good a ranking of items is (Liang et al. 2018, section 4.3).

pub use crate::latent::top::top;

/// Recall@k: those of the held items, which are in order, among the first k, over as many as there could be, min(k, held).
pub fn recall(top: &[u32], held: &[u32], k: usize) -> f64 {
    let hits = top.iter().take(k).filter(|item| held.binary_search(item).is_ok()).count();
    hits as f64 / k.min(held.len()) as f64
}

/// NDCG@k: the sum of 1 / log2(place + 1) over the held items among the first k, over the most that it could be.
pub fn ndcg(top: &[u32], held: &[u32], k: usize) -> f64 {
    let gain = |place: usize| 1.0 / (place as f64 + 2.0).log2();
    let hits = top.iter().take(k).enumerate().filter(|(_, item)| held.binary_search(item).is_ok());
    let most: f64 = (0..k.min(held.len())).map(gain).sum();
    hits.map(|(place, _)| gain(place)).sum::<f64>() / most
}
