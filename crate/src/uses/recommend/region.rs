//! What a region of the latent space is called: the items that those who are there like more often than all do.

use serde::Serialize;

use crate::data::rows::Rows;

/// An item, and how much more frequent it is there.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Frequent {
    pub item: u32,
    /// The logarithm of the share of people there who like it over the share of all who do.
    pub log_ratio: f64,
    /// People there who like it.
    pub people: u32,
}

/// The items of the highest log ratio among people, by their places among all, that `floor` of them like at least.
pub fn frequent(people: &Rows, size: usize, there: &[usize], floor: u32, count: usize) -> Vec<Frequent> {
    let of_all = people.popularity(0..people.count(), size);
    let mut of_there = vec![0_u32; size];
    let known = there.iter().filter(|&&person| person < people.count());
    known.flat_map(|&person| people.row(person).0).for_each(|&item| of_there[item as usize] += 1);
    let share = |liking: u32, of: usize| f64::from(liking) / of as f64;
    let frequent = |(item, (&people_there, &all)): (u32, (&u32, &u32))| {
        let log_ratio = (share(people_there, there.len()) / share(all, people.count())).ln();
        Frequent { item, log_ratio, people: people_there }
    };
    let liked = (0..).zip(of_there.iter().zip(&of_all)).filter(|(_, (there, _))| **there >= floor.max(1));
    let mut found: Vec<Frequent> = liked.map(frequent).collect();
    found.sort_by(|one, other| other.log_ratio.total_cmp(&one.log_ratio));
    found.truncate(count);
    found
}
