//! How good a ranking of items is (Liang et al. 2018, section 4.3).

/// The first so many items by their scores, without those given; of equal ones the first goes first. `given` is in order.
pub fn top(scores: &[f32], given: &[u32], count: usize) -> Vec<u32> {
    let mut items: Vec<u32> = (0..scores.len() as u32).filter(|item| given.binary_search(item).is_err()).collect();
    let order = |one: &u32, other: &u32| scores[*other as usize].total_cmp(&scores[*one as usize]).then(one.cmp(other));
    if items.len() > count {
        items.select_nth_unstable_by(count, order);
        items.truncate(count);
    }
    items.sort_unstable_by(order);
    items
}

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
