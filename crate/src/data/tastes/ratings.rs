//! A line a rating: who, what, and how much.

use std::collections::{HashMap, HashSet};

use csv::StringRecord;

use super::TasteRefused;
use super::liked::{Liked, least};
use super::text::{Text, number};

/// What the columns are usually called, without spaces, lines and capitals.
const PEOPLE: [&str; 9] =
    ["user", "userid", "person", "personid", "people", "customer", "customerid", "listener", "uid"];
const ITEMS: [&str; 16] = [
    "item",
    "itemid",
    "movie",
    "movieid",
    "film",
    "filmid",
    "product",
    "productid",
    "book",
    "bookid",
    "song",
    "songid",
    "artist",
    "artistid",
    "title",
    "iid",
];
const RATINGS: [&str; 8] = ["rating", "ratings", "score", "stars", "value", "liked", "like", "count"];

/// Columns at most: more are a table, in which an item may be called a person.
const MOST: usize = 8;

/// Where they stand; without a rating all that is there is liked.
struct Columns {
    person: usize,
    item: usize,
    rating: Option<usize>,
    has_header: bool,
}

pub fn are_ratings(text: &Text) -> bool {
    columns(text).is_some()
}

/// By their names, or three columns without names whose last one is of numbers.
fn columns(text: &Text) -> Option<Columns> {
    let first = text.first().ok()?;
    if first.len() > MOST {
        return None;
    }
    let called = |names: &[&str]| first.iter().position(|field| names.contains(&plain(field).as_str()));
    if let (Some(person), Some(item)) = (called(&PEOPLE), called(&ITEMS)) {
        return Some(Columns { person, item, rating: called(&RATINGS), has_header: true });
    }
    let is_bare = first.len() == 3 && first.get(2).and_then(number).is_some() && !is_table(&first);
    is_bare.then_some(Columns { person: 0, item: 1, rating: Some(2), has_header: false })
}

/// Three columns of 0 and 1 are a table of three items.
fn is_table(first: &StringRecord) -> bool {
    first.iter().all(|field| number(field).is_some_and(|value| value == 0.0 || value == 1.0))
}

fn plain(field: &str) -> String {
    field.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Numbers for names, in the order in which they come.
#[derive(Default)]
struct Index {
    of: HashMap<String, u32>,
    names: Vec<String>,
}

impl Index {
    fn place(&mut self, name: &str) -> u32 {
        if let Some(&place) = self.of.get(name) {
            return place;
        }
        let place = self.names.len() as u32;
        self.of.insert(name.into(), place);
        self.names.push(name.into());
        place
    }
}

pub fn read(text: &Text, wanted: Option<f64>) -> Result<Liked, TasteRefused> {
    let Some(Columns { person, item, rating, has_header }) = columns(text) else { return Err(TasteRefused::NoItems) };
    let (mut people, mut items, mut seen, mut all) = (Index::default(), Index::default(), HashSet::new(), vec![]);
    for line in text.lines().skip(usize::from(has_header)) {
        let (line, record) = line?;
        let field = |at: usize| record.get(at).unwrap_or_default().trim();
        let pair = (people.place(field(person)), items.place(field(item)));
        if !seen.insert(pair) {
            return Err(TasteRefused::Twice { line, person: field(person).into(), item: field(item).into() });
        }
        let value = rating.map_or(Some(1.0), |at| number(field(at)));
        let value = value.ok_or_else(|| TasteRefused::Rating { line, came: rating.map_or("", field).into() })?;
        all.push((pair, value));
    }
    let least = wanted.unwrap_or_else(|| least(all.iter().map(|&(_, value)| value)));
    let mut rows = vec![vec![]; people.names.len()];
    for ((person, item), _) in all.into_iter().filter(|&(_, value)| value >= least) {
        rows[person as usize].push(item);
    }
    Ok(Liked::of(items.names, rows))
}
