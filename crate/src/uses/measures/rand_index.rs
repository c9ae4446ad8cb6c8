//! How well groups agree with classes.

use std::collections::BTreeMap;

/// Hubert and Arabie's adjusted Rand index (1985): 1 for the same groups by whatever names, 0 for groups by chance.
pub fn adjusted_rand_index(groups: &[u8], classes: &[u8]) -> f64 {
    let pairs =
        |counts: BTreeMap<_, usize>| counts.into_values().map(|n| (n * n.saturating_sub(1) / 2) as f64).sum::<f64>();
    let both = pairs(counted(groups.iter().copied().zip(classes.iter().copied())));
    let by_group = pairs(counted(groups.iter().map(|&group| (group, 0))));
    let by_class = pairs(counted(classes.iter().map(|&class| (class, 0))));
    let all = (classes.len() * classes.len().saturating_sub(1) / 2) as f64;
    let by_chance = if all > 0.0 { by_group * by_class / all } else { 0.0 };
    let most = (by_group + by_class) / 2.0;
    if most == by_chance { 1.0 } else { (both - by_chance) / (most - by_chance) }
}

fn counted(pairs: impl Iterator<Item = (u8, u8)>) -> BTreeMap<(u8, u8), usize> {
    let mut counts = BTreeMap::new();
    pairs.for_each(|pair| *counts.entry(pair).or_insert(0) += 1);
    counts
}
