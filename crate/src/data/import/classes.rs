//! Which class each picture has, once all has been read.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use super::Entry;
use crate::data::formats::{Class, Labels, Part, Refused, Why};
use crate::error::{Error, Result, readable};

/// Classes are kept in a byte.
pub const MOST: usize = 256;
/// What pictures are of whose class nobody says.
const UNKNOWN: &str = "?";

/// The classes' names, an index among them for each picture, and the labels that belong to no pictures.
pub struct Classes {
    pub names: Vec<String>,
    pub of: Vec<u8>,
    pub refused: Vec<Refused>,
}

/// Where labels and pictures belong together.
type Key = (Rc<str>, Option<Part>);

/// # Errors
/// [`Error::Dataset`] for more classes than a byte holds.
pub fn resolve(
    entries: &[Entry],
    labels: &[Labels],
    listed: &HashMap<Key, usize>,
    names: &[String],
) -> Result<Classes> {
    let (lists, refused) = matched(labels, listed);
    let words: Vec<Option<Rc<str>>> = entries.iter().map(|entry| word(entry, &lists)).collect();
    let known: BTreeSet<&str> = words.iter().flatten().map(AsRef::as_ref).collect();
    let mut order = in_order(&known);
    if words.iter().any(Option::is_none) {
        order.push(UNKNOWN.into());
    }
    if order.len() > MOST {
        let message = format!("expected at most {MOST} classes, got {}: choose another column or folder", order.len());
        return Err(Error::Dataset(message));
    }
    let index: HashMap<&str, u8> = order.iter().map(String::as_str).zip(0..=u8::MAX).collect();
    let of = words.iter().map(|word| index[word.as_deref().unwrap_or(UNKNOWN)]).collect();
    Ok(Classes { names: called(order, names), of, refused })
}

/// The labels of each place, of which there have to be as many as pictures.
fn matched<'a>(labels: &'a [Labels], listed: &HashMap<Key, usize>) -> (HashMap<Key, &'a [u32]>, Vec<Refused>) {
    let (mut lists, mut refused) = (HashMap::new(), vec![]);
    for Labels { name, place, part, classes } in labels {
        let key = (place.clone(), *part);
        let expected = listed.get(&key).copied().unwrap_or(0);
        if expected == classes.len() {
            lists.entry(key).or_insert(classes.as_slice());
        } else {
            refused.push(Why::Labels { expected, came: classes.len() }.of(name));
        }
    }
    (lists, refused)
}

fn word(entry: &Entry, lists: &HashMap<Key, &[u32]>) -> Option<Rc<str>> {
    match &entry.class {
        Class::None => None,
        Class::Named(name) => Some(name.clone()),
        Class::Listed(place) => {
            let list = lists.get(&(place.clone(), entry.part))?;
            Some(list.get(entry.index)?.to_string().into())
        }
    }
}

/// Numbers by their value, with those between that do not occur, as far as a byte holds them; words by their letters.
fn in_order(known: &BTreeSet<&str>) -> Vec<String> {
    let numbers: Option<BTreeSet<u32>> = known.iter().map(|name| name.parse().ok()).collect();
    match numbers {
        Some(numbers) => match numbers.last() {
            Some(&highest) if (highest as usize) < MOST => (0..=highest).map(|class| class.to_string()).collect(),
            _ => numbers.iter().map(u32::to_string).collect(),
        },
        None => known.iter().map(ToString::to_string).collect(),
    }
}

/// Numbers by the names that came with them, as words that turn no text around.
fn called(order: Vec<String>, names: &[String]) -> Vec<String> {
    let name = |class: String| class.parse::<usize>().ok().and_then(|index| names.get(index).cloned()).unwrap_or(class);
    order.into_iter().map(|class| readable(&name(class))).collect()
}
