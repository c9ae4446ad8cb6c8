//! Rows of items as a file: what is written is read, and nothing else.

use latent_explorer::data::dataset::Dataset;
use latent_explorer::data::rows::Rows;
use latent_explorer::data::rows_file::{is_one, read, write};
use latent_explorer::settings::DataSpec;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;

use crate::files::{gzip, idx};

const ITEMS: usize = 300;
/// Where the numbers of rows, items and entries stand, and where the rows' lengths begin.
const SIZES: usize = 8;
const LENGTHS: usize = SIZES + 12;

fn some() -> impl Strategy<Value = Rows> {
    vec(btree_map(0..ITEMS as u32, 1u8.., 0..9), 0..9).prop_map(|rows| {
        let mut made = Rows::default();
        rows.into_iter().for_each(|row| made.push(row));
        made
    })
}

/// Two rows: items 0 and 299, then item 7 twice over.
fn two() -> Vec<u8> {
    let mut rows = Rows::default();
    rows.push([(0, 1), (299, 1)]);
    rows.push([(7, 2)]);
    write(&rows, ITEMS)
}

#[track_caller]
fn refused(file: &[u8], words: &str) {
    let said = read(file, ITEMS).unwrap_err().to_string();
    assert!(said.starts_with("data set: rows: expected") && said.contains(words), "expected `{words}` in: {said}");
}

fn with(at: usize, bytes: &[u8]) -> Vec<u8> {
    let mut file = two();
    file[at..at + bytes.len()].copy_from_slice(bytes);
    file
}

#[test]
fn what_is_cut_lies_or_announces_too_much_is_refused() {
    refused(&[], "20 bytes of data");
    refused(&with(0, b"X"), "the magic number");
    refused(&with(7, &[2]), "the magic number");
    refused(&with(SIZES, &[255; 4]), "at most 1,000,000 rows");
    refused(&with(SIZES + 8, &[255; 4]), "at most 1,000,000 rows and 100,000,000 entries");
    refused(&with(SIZES + 4, &[1]), "rows of 300 items, got 257");
    refused(&with(SIZES, &1_000_000u32.to_le_bytes()), "4,000,000 bytes of data for 1,000,000 rows");
    refused(&with(LENGTHS, &[3]), "3 entries in all");
    refused(&with(LENGTHS, &[255; 8]), "3 entries in all");
    let [gaps, counts] = [LENGTHS + 8, LENGTHS + 14];
    refused(&with(gaps, &[1]), "items below 300, got 300 in row 0");
    refused(&with(gaps + 4, &[255, 255]), "items below 300, got 65,535 in row 1");
    refused(&with(counts + 2, &[0]), "counts from 1 to 255, got 0");
    refused(&[two(), vec![0]].concat(), "the file goes on");
    refused(&[gzip(&two()), vec![0]].concat(), "whole gzip data");
    let long = [two()[..SIZES].to_vec(), [1u32, 300, 301].map(u32::to_le_bytes).concat(), 301u32.to_le_bytes().into()];
    refused(&[long.concat(), vec![0; 903]].concat(), "at most 300 entries in a row, got 301 in row 0");
}

#[test]
fn a_bomb_is_refused_before_it_is_unpacked() {
    let sizes = [1_000_000u32, 300, 100_000_001].map(u32::to_le_bytes).concat();
    refused(&gzip(&[two()[..SIZES].to_vec(), sizes, vec![0; 64 << 20]].concat()), "at most 1,000,000 rows");
}

#[test]
fn a_data_set_is_read_from_its_files_with_a_class_each() {
    let spec = DataSpec::of_items((0..ITEMS).map(|item| format!("item {item}")).collect());
    let data = Dataset::of_rows(spec.clone(), read(&two(), ITEMS).unwrap()).unwrap();
    let [rows, labels] = data.files();
    assert_eq!(rows, two());
    assert_eq!(Dataset::read(&gzip(&rows), &gzip(&labels), &spec).unwrap(), data);
    let said = |labels: &[u8]| Dataset::read(&rows, &idx(&[labels.len()], labels), &spec).unwrap_err().to_string();
    assert!(said(&[0; 3]).contains("3 labels and 2 rows"));
    assert!(said(&[0, 1]).contains("classes from 0 to 0, got 1"));
    // As images are, too.
    let dense = [data.sample(0).unwrap().0, data.sample(1).unwrap().0].concat();
    assert_eq!(Dataset::read(&idx(&[2, 1, ITEMS], &dense), &labels, &spec).unwrap(), data);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_written_is_read(rows in some()) {
        let file = write(&rows, ITEMS);
        prop_assert!(is_one(&file) && is_one(&gzip(&file)));
        prop_assert_eq!(&read(&file, ITEMS).unwrap(), &rows);
        prop_assert_eq!(read(&gzip(&file), ITEMS).unwrap(), rows);
    }

    #[test]
    fn what_is_damaged_is_refused_or_is_rows(rows in some(), at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>()) {
        let mut file = write(&rows, ITEMS);
        let place = at.index(file.len());
        file[place] = byte;
        if let Ok(found) = read(&file, ITEMS) {
            prop_assert!(found.largest().is_none_or(|item| (item as usize) < ITEMS));
            prop_assert_eq!(write(&found, ITEMS), file.clone());
        }
        let whole = write(&rows, ITEMS);
        prop_assert!(read(&whole[..cut.index(whole.len())], ITEMS).is_err());
    }
}
