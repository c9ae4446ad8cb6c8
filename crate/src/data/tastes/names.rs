//! What items are called.

use std::collections::{HashMap, HashSet};

use super::TasteRefused;
use super::text::{Text, number};

/// Letters of a name at most.
const LETTERS: usize = 80;
/// Letters that the questions of a survey have alike at least.
const QUESTION: usize = 10;

/// Names of a table's columns: what all questions of a survey begin with is left out, as is what ends them; SHOUTED_NAMES are
/// written as others.
pub fn of_columns<'a>(header: impl Iterator<Item = &'a str>) -> Vec<String> {
    let names: Vec<String> = header.map(tidy).collect();
    let first = names.first().cloned().unwrap_or_default();
    let alike = |name: &String| first.char_indices().zip(name.chars()).take_while(|((_, a), b)| a == b).count();
    let most = names.iter().map(alike).min().unwrap_or_default();
    let begin: String = first.chars().take(most).collect();
    let cut = begin.rfind(' ').filter(|_| names.len() > 2 && most >= QUESTION).map_or(0, |space| space + 1);
    names.iter().map(|name| calm(name[cut..].trim_end_matches(['.', ':', '?', ' ']))).collect()
}

/// One line without what only a terminal understands.
fn tidy(name: &str) -> String {
    let words: Vec<&str> = name.split(|letter: char| letter.is_whitespace() || letter.is_control()).collect();
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn calm(name: &str) -> String {
    if name.chars().any(char::is_lowercase) || !name.chars().any(char::is_uppercase) {
        return name.into();
    }
    let words = name.replace('_', " ").to_lowercase();
    words.chars().take(1).flat_map(char::to_uppercase).chain(words.chars().skip(1)).collect()
}

/// What a table calls the items whose number or key stands in its first column.
pub fn titles(text: &Text) -> Result<HashMap<String, String>, TasteRefused> {
    let header = text.first()?;
    let called = |name: &str| header.iter().position(|field| field.trim().eq_ignore_ascii_case(name));
    let title = called("title").or_else(|| called("name")).unwrap_or(1);
    let year = called("year");
    let mut titles = HashMap::new();
    for line in text.lines().skip(1) {
        let (_, record) = line?;
        let field = |at: usize| record.get(at).unwrap_or_default().trim();
        let year = year.and_then(|at| number(field(at))).map(|year| format!(" ({year})")).unwrap_or_default();
        titles.insert(field(0).into(), field(title).to_string() + &year);
    }
    Ok(titles)
}

/// Short, and no two alike.
pub fn distinct(names: Vec<String>) -> Vec<String> {
    let mut taken = HashSet::new();
    let name = |name: String| {
        let short: String = match tidy(&name) {
            empty if empty.is_empty() => "?".into(),
            name => name.chars().take(LETTERS).collect(),
        };
        let again = |count: usize| if count == 1 { short.clone() } else { format!("{short} #{count}") };
        let mut names = (1..).map(again);
        let free = names.find(|name| !taken.contains(name)).unwrap_or_default();
        taken.insert(free.clone());
        free
    };
    names.into_iter().map(name).collect()
}
