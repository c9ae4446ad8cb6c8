//! Rows of items as a file, plain or gzip: its magic number; how many rows, items and entries there are, and then how many entries
//! each row has, in 32 bits each; of each entry how many items lie between it and the one before it in its row, in 16 bits; of each
//! entry its count, a byte. Whatever is written so is in order and has no item twice. Little-endian.

use super::rows::Rows;
use super::unpacking::Unpacking;
use crate::error::{Result, grouped};
use crate::settings::MAX_ITEMS;

const MAGIC: [u8; 8] = *b"LROWS\0\0\x01";
/// More than this is not a data set for a browser tab.
const MAX_ROWS: usize = 1_000_000;
const MAX_ENTRIES: usize = 100_000_000;

/// Bytes of an entry: its gap and its count.
const ENTRY: usize = 3;

/// Whether a file is of this format rather than IDX.
pub fn is_one(file: &[u8]) -> bool {
    Unpacking::of(file, "rows").header(MAGIC.len()).is_ok_and(|header| header == MAGIC)
}

/// Rows of so many items as a plain file.
pub fn write(rows: &Rows, items: usize) -> Vec<u8> {
    let (mut lengths, mut gaps, mut counts) = (vec![], vec![], vec![]);
    for index in 0..rows.count() {
        let mut next = 0;
        lengths.extend((rows.row(index).0.len() as u32).to_le_bytes());
        for (item, count) in rows.pairs(index) {
            gaps.extend(((item - next) as u16).to_le_bytes());
            counts.push(count);
            next = item + 1;
        }
    }
    let sizes = [rows.count(), items, rows.entries()].map(|size| (size as u32).to_le_bytes()).concat();
    [MAGIC.to_vec(), sizes, lengths, gaps, counts].concat()
}

/// Reads rows of so many items.
///
/// # Errors
/// [`crate::error::Error::Dataset`] for a file of another form or of other items, one that is cut short, goes on or announces too
/// much, and for entries that are none of its items.
pub fn read(file: &[u8], items: usize) -> Result<Rows> {
    let mut rest = Unpacking::of(file, "rows");
    let header = rest.header(MAGIC.len() + 12)?;
    if header[..MAGIC.len()] != MAGIC {
        return Err(rest.refuse(&format!("the magic number {MAGIC:02x?}, got {:02x?}", &header[..MAGIC.len()])));
    }
    let sizes = words(&header[MAGIC.len()..]);
    let [rows, of_items, entries] = [sizes[0], sizes[1], sizes[2]];
    if of_items != items || items > MAX_ITEMS {
        return Err(rest.refuse(&format!("rows of {} items, got {}", grouped(items), grouped(of_items))));
    }
    if rows > MAX_ROWS || entries > MAX_ENTRIES {
        let [most_rows, most_entries, rows, entries] = [MAX_ROWS, MAX_ENTRIES, rows, entries].map(grouped);
        let most = format!("at most {most_rows} rows and {most_entries} entries, got {rows} and {entries}");
        return Err(rest.refuse(&most));
    }
    let of = format!("{} rows and {} entries", grouped(rows), grouped(entries));
    let lengths = words(&rest.bytes(4 * rows, &of)?);
    let sum = lengths.iter().try_fold(0usize, |sum, &length| sum.checked_add(length));
    if sum != Some(entries) {
        return Err(rest.refuse(&format!("rows with {} entries in all, got other lengths", grouped(entries))));
    }
    let body = rest.bytes(ENTRY * entries, &of)?;
    let read = filled(&lengths, &body, items).map_err(|wrong| rest.refuse(&wrong))?;
    rest.end(4 * rows + ENTRY * entries, &of)?;
    Ok(read)
}

/// Or what was expected, and what came.
fn filled(lengths: &[usize], body: &[u8], items: usize) -> std::result::Result<Rows, String> {
    let (gaps, counts) = body.split_at(body.len() / ENTRY * 2);
    let gap = |gap: &[u8]| u32::from(u16::from_le_bytes([gap[0], gap[1]]));
    let mut entries = gaps.chunks_exact(2).map(gap).zip(counts.iter().copied());
    let mut rows = Rows::default();
    for (index, &length) in lengths.iter().enumerate() {
        if length > items {
            let [items, length, index] = [items, length, index].map(grouped);
            return Err(format!("at most {items} entries in a row, got {length} in row {index}"));
        }
        let mut next = 0;
        let placed = entries.by_ref().take(length).map(|(gap, count)| {
            let item = next + gap;
            next = item + 1;
            (item, count)
        });
        rows.push(placed);
        if next as usize > items {
            let [items, item, index] = [items, next as usize - 1, index].map(grouped);
            return Err(format!("items below {items}, got {item} in row {index}"));
        }
    }
    match counts.contains(&0) {
        true => Err("counts from 1 to 255, got 0".into()),
        false => Ok(rows),
    }
}

fn words(bytes: &[u8]) -> Vec<usize> {
    bytes.chunks_exact(4).map(|word| word.iter().rev().fold(0, |sum, &byte| (sum << 8) | usize::from(byte))).collect()
}
