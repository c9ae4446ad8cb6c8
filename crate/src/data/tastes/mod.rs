//! Who likes what, from tables as they lie about: a file of user, item and rating, or a row a person and a column an item.

mod liked;
mod names;
mod ratings;
mod refused;
mod table;
mod text;

use std::collections::HashMap;

use rand::seq::SliceRandom;

pub use refused::{TasteRefused, Unread};
pub use text::{decoded, first_lines};

use super::dataset::Dataset;
use super::formats::File;
use super::rows::Rows;
use crate::error::{Error, quoted};
use crate::seed::{Stream, generator};
use crate::settings::DataSpec;
use liked::Liked;

/// What counts as liked, and who and what is left out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// The least rating of what is liked; without one it is 1 where no rating is higher, and else 4.
    pub liked: Option<f64>,
    /// People that an item is liked by, and items that a person likes, at least: both are asked for until nothing changes.
    pub least_people: usize,
    pub least_items: usize,
}

impl Default for Reading {
    fn default() -> Self {
        Self { liked: None, least_people: 1, least_items: 2 }
    }
}

/// People and the items that they like.
#[derive(Debug, Clone, PartialEq)]
pub struct Tastes {
    pub items: Vec<String>,
    pub people: Rows,
}

/// Whether a table is meant so rather than as one of pictures: of who, what and how much, or with columns that are named and not
/// numbered, or such as pictures have not.
pub fn are_in(file: &File) -> bool {
    match text::beginning(file) {
        Ok(text) => ratings::are_ratings(&text) || table::is_named(&text),
        Err(refused) => matches!(refused, TasteRefused::Columns { .. }),
    }
}

/// Whether a table has columns of who, what and how much, rather than of items or their titles.
pub fn are_ratings_in(file: &File) -> bool {
    text::beginning(file).is_ok_and(|text| ratings::are_ratings(&text))
}

/// Reads a table of tastes, plain or gzip; items that are numbers in it are called as a second table says, if there is one: number,
/// title, and a year where it has such a column.
///
/// # Errors
/// For a file of another form, or of which nothing is left; says which, where, what was expected and what came.
pub fn read(file: File, titles: Option<File>, reading: Reading) -> Result<Tastes, Unread> {
    let unread = |name: String| move |why: TasteRefused| Unread { name, why };
    let name = quoted(&file.path);
    let mut liked = liked(file, reading).map_err(unread(name))?;
    if let Some(titles) = titles {
        let name = quoted(&titles.path);
        let titles: HashMap<String, String> =
            text::of(titles).and_then(|text| names::titles(&text)).map_err(unread(name))?;
        liked.items.iter_mut().for_each(|name| *name = titles.get(name.as_str()).unwrap_or(name).clone());
    }
    let Liked { items, people } = liked;
    Ok(Tastes { items: names::distinct(items), people })
}

fn liked(file: File, reading: Reading) -> Result<Liked, TasteRefused> {
    let text = text::of(file)?;
    let liked = if ratings::are_ratings(&text) {
        ratings::read(&text, reading.liked)?
    } else {
        table::read(&text, reading.liked)?
    };
    liked.thinned(reading)
}

impl Tastes {
    /// The most liked items, the first one first, and how many like each.
    pub fn favourites(&self, most: usize) -> Vec<(&str, u32)> {
        let people = self.people.popularity(0..self.people.count(), self.items.len());
        let mut items: Vec<(&str, u32)> = self.items.iter().map(String::as_str).zip(people).collect();
        items.sort_by_key(|&(_, people)| std::cmp::Reverse(people));
        items.truncate(most);
        items
    }

    /// People to train on and people held out for tests, by the seed, in an order by the seed.
    ///
    /// # Errors
    /// [`Error::Dataset`] for fewer than two people.
    pub fn part(&self, test_share: f64, seed: u32) -> Result<[Dataset; 2], Error> {
        let count = self.people.count();
        if count < 2 {
            let message = format!("expected two people or more, one to train on and one to test on, got {count}");
            return Err(Error::Dataset(message));
        }
        let mut order: Vec<usize> = (0..count).collect();
        order.shuffle(&mut generator(seed, Stream::Split));
        let held = ((count as f64 * test_share).round() as usize).clamp(1, count - 1);
        let spec = DataSpec::of_items(self.items.clone());
        let part = |of: &[usize]| Dataset::of_rows(spec.clone(), self.people.some(of.iter().copied()));
        Ok([part(&order[held..])?, part(&order[..held])?])
    }
}
