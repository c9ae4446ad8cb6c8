//! The largest of many.

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
