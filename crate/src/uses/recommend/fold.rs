//! People held out, each with what is told of them and what is to be found (Liang et al. 2018, section 4.2).

use rand::seq::SliceRandom;

use crate::data::rows::Rows;
use crate::error::{Error, Result};
use crate::seed::{Stream, generator};

/// The share of a person's items that is to be found.
const HELD: f64 = 0.2;

#[derive(Debug, Clone, PartialEq)]
pub struct Fold {
    /// What is told of each person.
    pub given: Rows,
    /// The items that are to be found, in their order.
    pub held: Vec<Vec<u32>>,
}

/// The first so many people, a fifth of each one's items held back, one at least, by the seed. Who has one item alone is left out.
///
/// # Errors
/// [`Error::Argument`] where nobody has two items.
pub fn fold(people: &Rows, limit: usize, seed: u32) -> Result<Fold> {
    let mut rng = generator(seed, Stream::Fold);
    let (mut given, mut held) = (Rows::default(), vec![]);
    for person in 0..limit.min(people.count()) {
        let mut items = people.row(person).0.to_vec();
        if items.len() < 2 {
            continue;
        }
        items.shuffle(&mut rng);
        items.truncate(((items.len() as f64 * HELD) as usize).max(1));
        items.sort_unstable();
        given.push(people.pairs(person).filter(|(item, _)| items.binary_search(item).is_err()));
        held.push(items);
    }
    match held.is_empty() {
        true => {
            Err(Error::Argument("expected a person who likes two items or more among those held out, got none".into()))
        }
        false => Ok(Fold { given, held }),
    }
}
