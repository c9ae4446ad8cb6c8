//! What is liked, and what is left of it.

use super::{Reading, TasteRefused};
use crate::data::rows::Rows;
use crate::settings::MAX_ITEMS;

/// Names of all items, and rows of those that each person likes.
pub struct Liked {
    pub items: Vec<String>,
    pub people: Rows,
}

/// The least rating of what is liked, where nobody says: 1 of 0 and 1, 4 of five stars.
pub fn least(values: impl Iterator<Item = f64>) -> f64 {
    if values.fold(0.0, f64::max) > 1.0 { 4.0 } else { 1.0 }
}

impl Liked {
    pub fn of(items: Vec<String>, people: Vec<Vec<u32>>) -> Self {
        let mut rows = Rows::default();
        for mut row in people {
            row.sort_unstable();
            rows.push(row.into_iter().map(|item| (item, 1)));
        }
        Self { items, people: rows }
    }

    /// Without items that too few like, and people who like too few, until nothing changes.
    pub fn thinned(self, Reading { least_people, least_items, .. }: Reading) -> Result<Self, TasteRefused> {
        let (of_items, of_people) = (self.items.len(), self.people.count());
        let mut kept = vec![true; of_items];
        let mut staying: Vec<usize> = (0..of_people).collect();
        loop {
            let liked = |&person: &usize| self.people.row(person).0.iter().filter(|&&item| kept[item as usize]).count();
            let before = staying.len();
            staying.retain(|person| liked(person) >= least_items.max(1));
            let mut people = vec![0; of_items];
            let all = staying.iter().flat_map(|&person| self.people.row(person).0);
            all.for_each(|&item| people[item as usize] += 1);
            let next: Vec<bool> = (0..of_items).map(|item| kept[item] && people[item] >= least_people.max(1)).collect();
            if next == kept && staying.len() == before {
                break;
            }
            kept = next;
        }
        self.renamed(&kept, &staying).checked(of_items, of_people)
    }

    /// The kept items, numbered anew, of those who stay.
    fn renamed(self, kept: &[bool], staying: &[usize]) -> Self {
        let mut places = vec![None; kept.len()];
        let mut next = 0..;
        kept.iter().zip(&mut places).filter(|(kept, _)| **kept).for_each(|(_, place)| *place = next.next());
        let mut people = Rows::default();
        for &person in staying {
            people.push(self.people.pairs(person).filter_map(|(item, count)| Some((places[item as usize]?, count))));
        }
        let named = self.items.into_iter().zip(kept).filter(|(_, kept)| **kept);
        Self { items: named.map(|(name, _)| name).collect(), people }
    }

    fn checked(self, of_items: usize, of_people: usize) -> Result<Self, TasteRefused> {
        let (items, people) = (self.items.len(), self.people.count());
        if items < 2 || people < 2 {
            return Err(TasteRefused::Few { items, people, of_items, of_people });
        }
        if items > MAX_ITEMS {
            return Err(TasteRefused::TooMany { most: MAX_ITEMS, came: items });
        }
        if (1..people).all(|person| self.people.row(person) == self.people.row(0)) {
            return Err(TasteRefused::AllAlike);
        }
        Ok(self)
    }
}
