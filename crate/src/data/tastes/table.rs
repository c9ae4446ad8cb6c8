//! A row a person, and a column an item: 0 or 1, or a rating, where there is one.

use super::TasteRefused;
use super::liked::{Liked, least};
use super::names;
use super::text::{Text, number};

/// Beyond this a number is no rating, but one of a person.
const MOST: f64 = 255.0;
/// What stands where nobody rated.
const MISSING: [&str; 6] = ["", "n/a", "na", "nan", "null", "-"];

/// Whether most columns are called by words, as items are and pixels are not.
pub fn is_named(text: &Text) -> bool {
    let is_word = |field: &&str| field.chars().any(char::is_alphabetic) && !field.chars().any(char::is_numeric);
    text.first().is_ok_and(|first| first.iter().filter(is_word).count() * 2 > first.len())
}

pub fn read(text: &Text, wanted: Option<f64>) -> Result<Liked, TasteRefused> {
    let header = text.first()?;
    let mut fits: Vec<bool> = vec![true; header.len()];
    let mut has_number = vec![false; header.len()];
    let (mut values, mut rows) = (vec![], vec![]);
    for line in text.lines().skip(1) {
        let (_, record) = line?;
        let begin = values.len();
        for (column, field) in record.iter().enumerate().filter(|(column, _)| *column < header.len()) {
            let value = number(field).filter(|value| (0.0..=MOST).contains(value));
            has_number[column] |= value.is_some();
            fits[column] &= value.is_some() || MISSING.contains(&field.trim().to_lowercase().as_str());
            values.extend(value.filter(|value| *value > 0.0).map(|value| (column, value)));
        }
        rows.push(begin..values.len());
    }
    let columns: Vec<usize> = (0..header.len()).filter(|&column| fits[column] && has_number[column]).collect();
    if columns.is_empty() {
        return Err(TasteRefused::NoItems);
    }
    let mut place = vec![None; header.len()];
    columns.iter().zip(0..).for_each(|(&column, item)| place[column] = Some(item));
    let in_items = values.iter().filter(|(column, _)| place[*column].is_some()).map(|&(_, value)| value);
    let least = wanted.unwrap_or_else(|| least(in_items));
    let is_liked = |(column, value): &(usize, f64)| place[*column].filter(|_| *value >= least);
    let people = rows.into_iter().map(|row| values[row].iter().filter_map(is_liked).collect()).collect();
    Ok(Liked::of(names::of_columns(columns.iter().filter_map(|&column| header.get(column))), people))
}
