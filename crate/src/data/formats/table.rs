//! A table of numbers: a row a picture, with its class in one column.

use std::io::Cursor;
use std::rc::Rc;

use csv::{ByteRecord, ReaderBuilder};

use super::{Class, Found, Layout, Part, Picture, Reading, Refused, Why, arrays};

/// What the column of the classes is usually called.
const LABELS: [&str; 6] = ["label", "labels", "class", "target", "category", "y"];
/// Rows that tell whether numbers are fractions.
const LOOKED_AT: usize = 100;

/// What the first rows tell of all.
struct Columns {
    label: Option<usize>,
    side: usize,
    channels: usize,
    /// What 1 is in bytes.
    scale: f32,
}

pub fn read(path: String, bytes: Vec<u8>, layout: &Layout) -> Result<Reading, Refused> {
    let delimiter = delimiter(&bytes);
    let rows = |bytes: Cursor<Vec<u8>>| {
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(bytes)
    };
    let mut reader = rows(Cursor::new(bytes));
    let first: Vec<ByteRecord> = reader.byte_records().take(LOOKED_AT).filter_map(Result::ok).collect();
    let header = first.first().filter(|row| is_header(row)).cloned();
    let columns =
        columns(header.as_ref(), &first[usize::from(header.is_some())..], layout).map_err(|why| why.of(&path))?;
    let mut reader = rows(Cursor::new(reader.into_inner().into_inner()));
    let part = Part::of_file(&path);
    let mut names = Names::default();
    let mut row = ByteRecord::new();
    if header.is_some() {
        let _ = reader.read_byte_record(&mut row);
    }
    Ok(Box::new(std::iter::from_fn(move || {
        let name = format!("{path}:{}", reader.position().line());
        match reader.read_byte_record(&mut row) {
            Ok(false) => None,
            Ok(true) => {
                let class = columns.label.and_then(|at| row.get(at)).map_or(Class::None, |text| names.class(text));
                Some(
                    columns
                        .picture(&row, name.clone())
                        .map_err(|why| why.of(&name))
                        .map(|picture| Found::Picture(Picture { class, part, ..picture })),
                )
            }
            Err(error) => Some(Err(Why::damaged(&error).of(&name))),
        }
    })))
}

/// Of the usual ones, that which the first line has most of.
pub fn delimiter(bytes: &[u8]) -> u8 {
    let line = bytes.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let count = |wanted: u8| line.iter().filter(|&&byte| byte == wanted).count();
    [b';', b'\t', b','].into_iter().max_by_key(|&delimiter| count(delimiter)).unwrap_or(b',')
}

fn number(field: &[u8]) -> Option<f32> {
    std::str::from_utf8(field).ok()?.trim().parse().ok()
}

fn is_header(row: &ByteRecord) -> bool {
    row.iter().filter(|field| number(field).is_none()).count() * 2 > row.len()
}

fn columns(header: Option<&ByteRecord>, rows: &[ByteRecord], layout: &Layout) -> Result<Columns, Why> {
    let first = rows.first().ok_or(Why::Empty)?;
    let label = label_column(header, first, layout);
    let numbers = first.len() - usize::from(label.is_some());
    let (side, channels) = arrays::square(numbers).ok_or(Why::Row { numbers })?;
    let pixels = || {
        let of = move |row: &'_ ByteRecord| -> Vec<f32> {
            row.iter().enumerate().filter(|(at, _)| Some(*at) != label).filter_map(|(_, field)| number(field)).collect()
        };
        rows.iter().flat_map(of)
    };
    let fractions = pixels().all(|value| value <= 1.0) && pixels().any(|value| value.fract() != 0.0);
    Ok(Columns { label, side, channels, scale: if fractions { 255.0 } else { 1.0 } })
}

/// The one that was named; else one that is usually called so, that holds words, or that is one more than a square.
fn label_column(header: Option<&ByteRecord>, first: &ByteRecord, layout: &Layout) -> Option<usize> {
    let called = |name: &str| {
        let is = |field: &[u8]| String::from_utf8_lossy(field).trim().eq_ignore_ascii_case(name);
        header.and_then(|header| header.iter().position(is))
    };
    if let Some(wanted) = &layout.label_column {
        let by_number = || wanted.trim().parse::<usize>().ok()?.checked_sub(1);
        return called(wanted.trim()).or_else(by_number).filter(|&at| at < first.len());
    }
    let words = || first.iter().position(|field| number(field).is_none());
    let odd = || {
        let is_square = |numbers: usize| arrays::square(numbers).is_some();
        (!is_square(first.len()) && is_square(first.len() - 1)).then_some(0)
    };
    LABELS.into_iter().find_map(called).or_else(words).or_else(odd)
}

impl Columns {
    /// Its numbers pixel by pixel.
    fn picture(&self, row: &ByteRecord, name: String) -> Result<Picture, Why> {
        let &Self { label, side, channels, scale } = self;
        let fields = || row.iter().enumerate().filter(|(at, _)| Some(*at) != label);
        if fields().count() != side * side * channels {
            return Err(Why::Row { numbers: fields().count() });
        }
        let pixel = |(_, field): (usize, &[u8])| {
            let value = number(field).map(|value| value * scale).filter(|value| (0.0..=255.0).contains(value));
            value.map(|value| value.round() as u8).ok_or_else(|| {
                let came = crate::error::quoted(&String::from_utf8_lossy(field));
                Why::Value { came }
            })
        };
        let pixels = fields().map(pixel).collect::<Result<_, _>>()?;
        Ok(Picture { name, width: side, height: side, channels, pixels, class: Class::None, part: None })
    }
}

/// Classes' names, each kept once.
#[derive(Default)]
struct Names(std::collections::HashSet<Rc<str>>);

impl Names {
    /// Whole numbers are written alike: 3, 3.0.
    fn class(&mut self, field: &[u8]) -> Class {
        let text = String::from_utf8_lossy(field);
        let whole = number(field).filter(|value| value.fract() == 0.0).map(|value| value.to_string());
        let name = whole.unwrap_or_else(|| text.trim().into());
        if name.is_empty() {
            return Class::None;
        }
        if let Some(known) = self.0.get(name.as_str()) {
            return Class::Named(known.clone());
        }
        let name: Rc<str> = name.into();
        self.0.insert(name.clone());
        Class::Named(name)
    }
}
