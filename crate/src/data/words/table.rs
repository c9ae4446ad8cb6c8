//! Texts and their classes, from a table as it lies about: a column of texts, and one of classes. Or lines of texts without classes.

use std::collections::{BTreeSet, HashMap};

use csv::{ReaderBuilder, StringRecord};

use super::analyse::is_han;
use super::bag::{MOST_LETTERS, is_long};
use super::{TextsRefused, UnreadTexts};
use crate::data::formats::{File, Why, delimiter};
use crate::data::tastes::{decoded, first_lines};
use crate::error::quoted;
use crate::settings::TermKind;

/// What the columns are usually called.
const TEXTS: [&str; 8] = ["text", "review", "reviews", "comment", "sentence", "content", "message", "body"];
const CLASSES: [&str; 9] =
    ["label", "class", "sentiment", "polarity", "score", "rating", "stars", "category", "target"];
pub const MOST_CLASSES: usize = 20;
/// Letters of a field, the mean, from which it is a text and no name, where no column is called so; Chinese says more with fewer.
const LEAST_MEAN: usize = 20;
const LEAST_HAN: usize = 6;
/// Columns at most of what is taken for texts without being told.
const FEW_COLUMNS: usize = 6;
/// The share of Chinese characters among letters from which the terms are bigrams.
const CHINESE: f64 = 0.3;
/// What texts are of whose class nobody says.
const UNKNOWN: &str = "?";

/// Texts, each with a class, an index among the names.
#[derive(Debug, Clone, PartialEq)]
pub struct Texts {
    pub texts: Vec<String>,
    pub labels: Vec<u8>,
    pub classes: Vec<String>,
    pub kind: TermKind,
}

/// Where the texts and their classes stand.
struct Columns {
    text: usize,
    class: usize,
    has_header: bool,
}

/// Whether a table is of texts: one of its few columns has such, and another one few classes.
pub fn are_in(file: &File) -> bool {
    let Ok(text) = first_lines(file).and_then(decoded) else { return false };
    let Ok(records) = records(&text, &file.path) else { return false };
    let few = records.first().is_some_and(|(_, first)| (2..=FEW_COLUMNS).contains(&first.len()));
    few && columns(&records).is_ok_and(|columns| {
        let texts = records.iter().skip(usize::from(columns.has_header)).filter_map(|(_, it)| it.get(columns.text));
        let (count, letters, han) = texts.fold((0, 0, 0), |(count, letters, han), text| {
            (count + 1, letters + text.chars().count(), han + text.chars().filter(|it| is_han(*it)).count())
        });
        count > 0 && (letters >= LEAST_MEAN * count || han >= LEAST_HAN * count)
    })
}

/// Reads a table of texts and classes, plain or gzip; of a file whose name ends in .txt each line is a text.
///
/// # Errors
/// For a file of another form; says which, where, what was expected and what came.
pub fn read(file: File) -> Result<Texts, UnreadTexts> {
    let name = quoted(&file.path);
    texts(file).map_err(|why| UnreadTexts { name, why })
}

fn texts(file: File) -> Result<Texts, TextsRefused> {
    let is_lines = plain_name(&file.path).ends_with(".txt");
    let path = file.path.clone();
    let text = decoded(file)?;
    if is_lines {
        let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
        return Texts::of(lines.map(|(line, text)| (line, text.to_string(), UNKNOWN.to_string())).collect());
    }
    let records = records(&text, &path)?;
    let Columns { text, class, has_header } = columns(&records)?;
    let field = |record: &StringRecord, at: usize| record.get(at).unwrap_or_default().trim().to_string();
    let rows = records.iter().skip(usize::from(has_header));
    Texts::of(rows.map(|(line, record)| (*line, field(record, text), field(record, class))).collect())
}

impl Texts {
    fn of(rows: Vec<(u64, String, String)>) -> Result<Self, TextsRefused> {
        if let Some((line, ..)) = rows.iter().find(|(_, text, _)| is_long(text)) {
            return Err(TextsRefused::Long { line: *line, most: MOST_LETTERS });
        }
        let classes = in_order(rows.iter().map(|(_, _, class)| class.as_str()).collect());
        let index: HashMap<&str, u8> = classes.iter().map(String::as_str).zip(0..).collect();
        let labels = rows.iter().map(|(_, _, class)| index[class.as_str()]).collect();
        let texts: Vec<String> = rows.iter().map(|(_, text, _)| one_line(text)).collect();
        Ok(Self { kind: kind_of(&texts), texts, labels, classes })
    }

    /// With classes called so, in their order, where they are as many.
    pub fn called(self, names: &[String]) -> Self {
        if names.len() == self.classes.len() { Self { classes: names.to_vec(), ..self } } else { self }
    }
}

/// By their letters, numbers by their size.
fn in_order(classes: BTreeSet<&str>) -> Vec<String> {
    let mut order: Vec<(Option<f64>, &str)> = classes.into_iter().map(|class| (class.parse().ok(), class)).collect();
    if order.iter().all(|(number, _)| number.is_some()) {
        order.sort_by(|(one, _), (other, _)| one.unwrap_or_default().total_cmp(&other.unwrap_or_default()));
    }
    order.into_iter().map(|(_, class)| class.to_string()).collect()
}

fn one_line(text: &str) -> String {
    text.split(|letter: char| letter.is_whitespace() || letter.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn kind_of(texts: &[String]) -> TermKind {
    let letters = || texts.iter().flat_map(|text| text.chars()).filter(|letter| letter.is_alphabetic());
    let han = letters().filter(|letter| is_han(*letter)).count();
    if han as f64 > CHINESE * letters().count() as f64 { TermKind::Bigrams } else { TermKind::Words }
}

/// Without the ending of what is packed.
fn plain_name(path: &str) -> String {
    let name = path.to_lowercase();
    name.strip_suffix(".gz").map_or_else(|| name.clone(), Into::into)
}

/// All lines with their numbers. A tab separates as it stands: what quotes there is part of a text.
fn records(text: &str, path: &str) -> Result<Vec<(u64, StringRecord)>, TextsRefused> {
    let has_tabs = plain_name(path).ends_with(".tsv") || text.lines().next().is_some_and(|line| line.contains('\t'));
    let by = if has_tabs { b'\t' } else { delimiter(text.as_bytes()) };
    let reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(by)
        .quoting(!has_tabs)
        .from_reader(text.as_bytes());
    let mut records: Vec<(u64, StringRecord)> = vec![];
    for record in reader.into_records() {
        let record = record.map_err(|error| Why::damaged(&error))?;
        let line = record.position().map_or(0, csv::Position::line);
        let (expected, came) = (records.first().map_or(record.len(), |(_, first)| first.len()), record.len());
        if came != expected {
            return Err(TextsRefused::Fields { line, expected, came });
        }
        records.push((line, record));
    }
    match records.first() {
        None => Err(Why::Empty.into()),
        Some((_, first)) if first.len() < 2 => Err(TextsRefused::Columns { came: first.len() }),
        Some(_) => Ok(records),
    }
}

/// By their names, or else: the column of most letters, and beside it the one of fewest classes.
fn columns(records: &[(u64, StringRecord)]) -> Result<Columns, TextsRefused> {
    let first = &records[0].1;
    let called = |names: &[&str]| first.iter().position(|it| names.contains(&it.trim().to_lowercase().as_str()));
    let letters = |at: &usize| records.iter().map(|(_, it)| it.get(*at).unwrap_or_default().len()).sum::<usize>();
    let text = called(&TEXTS).or_else(|| (0..first.len()).max_by_key(letters)).unwrap_or_default();
    let values = |at: usize, skipped: usize| -> BTreeSet<&str> {
        records.iter().skip(skipped).map(|(_, it)| it.get(at).unwrap_or_default().trim()).collect()
    };
    let named = called(&CLASSES).filter(|&at| at != text);
    let others = (0..first.len()).filter(|&at| at != text);
    let class = named.or_else(|| others.min_by_key(|&at| values(at, 1).len())).unwrap_or_default();
    let is_said = named.is_some() || called(&TEXTS).is_some();
    let has_header = records.len() > 1 && (is_said || is_name_of(first.get(class), &values(class, 1)));
    match values(class, usize::from(has_header)).len() {
        2..=MOST_CLASSES => Ok(Columns { text, class, has_header }),
        came => Err(TextsRefused::Classes { most: MOST_CLASSES, came }),
    }
}

/// Whether the first field of a column is what the column is called: no class, and no number before numbers.
fn is_name_of(first: Option<&str>, values: &BTreeSet<&str>) -> bool {
    let first = first.unwrap_or_default().trim();
    let is_number = |value: &str| value.parse::<f64>().is_ok();
    !values.contains(first) && !is_number(first) && values.iter().all(|value| is_number(value))
}
