//! Files of lines: what they say as texts, and what is left out or refused in words.

use std::collections::BTreeSet;

use latent_explorer::data::dataset::Dataset;
use latent_explorer::data::lines::{LineRefused, Lines, OwnTexts, read};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::files::{file, gzip};

fn texts(bytes: &[u8], lines: Lines) -> Result<OwnTexts, String> {
    read(file("lines.txt", bytes.to_vec()), lines).map_err(|error| error.to_string())
}

/// What both parts say, sorted.
fn said(texts: &OwnTexts) -> Vec<String> {
    let of = |data: &Dataset| -> Vec<String> {
        (0..data.len()).map(|index| data.spec().text(&data.sample(index).unwrap().0)).collect()
    };
    let mut all: Vec<String> = texts.part(0.3, 1).unwrap().iter().flat_map(of).collect();
    all.sort();
    all
}

#[test]
fn each_line_is_a_text_once_without_what_is_around_it() {
    let found = texts("\u{feff}Red\r\n  blue \n\n\nRed\nGrün".as_bytes(), Lines::default()).unwrap();
    assert_eq!(said(&found), ["Grün", "Red", "blue"]);
    assert_eq!(
        (found.count(), found.again, found.refusals, found.data.length(), found.data.colour),
        (3, 1, 0, 4, false)
    );
    assert_eq!(found.data.items.concat(), "GRbdelnruü");
    let lower = texts(b"Red\nRED\nblue\n", Lines { lower: true, ..Lines::default() }).unwrap();
    assert_eq!((said(&lower), lower.again), (vec!["blue".into(), "red".into()], 1));
    assert_eq!(said(&texts(&gzip("春\n夏".as_bytes()), Lines::default()).unwrap()), ["夏", "春"]);
}

#[test]
fn colours_stand_behind_tabs_in_all_lines_or_none() {
    let found =
        texts(b"red\t#ff0001\nblue\t#0000FF\nnone\nwrong\t#12345\nlong\t#1234567\n\t#ffffff\n", Lines::default())
            .unwrap();
    assert_eq!((said(&found), found.refusals), (vec!["blue".into(), "red".into()], 4));
    assert!(matches!(found.left_out[3].why, LineRefused::Empty) && found.left_out[3].line == 6);
    let why: Vec<String> = found.left_out.iter().map(ToString::to_string).collect();
    assert_eq!(why[0], "line 3: expected a colour in all lines or none, got none where the first has one");
    assert!(why[1].starts_with("line 4: expected a colour as #rrggbb behind the tab, got #12345"), "{}", why[1]);
    let [train, test] = found.part(0.5, 0).unwrap();
    let colours: BTreeSet<_> =
        [train, test].iter().filter_map(|it| it.spec().colour_of(&it.sample(0).unwrap().0)).collect();
    assert_eq!(colours, BTreeSet::from([[255, 0, 1], [0, 0, 255]]));
    assert_eq!(texts(b"a\nb\nc\t#ffffff", Lines::default()).unwrap().refusals, 1);
}

#[test]
fn what_a_spreadsheet_saves_as_unicode_is_read() {
    let units = "\u{feff}caf\u{e9}\r\n\u{7ea2}\r\n".encode_utf16();
    let found = texts(&units.flat_map(u16::to_le_bytes).collect::<Vec<_>>(), Lines::default()).unwrap();
    assert_eq!(found.data.items, ["a", "c", "f", "é", "红"]);
}

#[test]
fn nonsense_is_refused_in_words() {
    let refused = |bytes: &[u8]| texts(bytes, Lines::default()).unwrap_err();
    for bytes in [&b""[..], b"\n\n  \n", b"alone", b"twice\ntwice"] {
        assert!(refused(bytes).starts_with("lines.txt: expected two texts or more"), "{}", refused(bytes));
    }
    assert!(refused(b"good\nb\xffd").contains("UTF-8, got other bytes in line 2"));
    assert!(refused(&[b'x'; 10_000_000]).contains("at most 64 characters, got 0 in 1 lines"));
    assert!(
        refused(b"a\t#12345\nb\t#12345").ends_with("; line 1: expected a colour as #rrggbb behind the tab, got #12345")
    );
    // Characters that are not seen are no text; one that joins others is a part of it.
    let unseen = texts("👩\u{200d}🚀\nred\n\u{200b}\u{200d}".as_bytes(), Lines::default()).unwrap();
    assert!(unseen.count() == 2 && matches!(unseen.left_out[0].why, LineRefused::Empty));
    let long = texts("short\nthe other\nwhat is longer than all".as_bytes(), Lines { longest: 10, ..Lines::default() })
        .unwrap();
    assert_eq!(long.left_out[0].to_string(), "line 3: expected at most 10 characters, got 23");
    assert!(texts(b"a\x1bb\nc\nd", Lines::default()).unwrap().left_out[0].to_string().contains("U+001B"));
    let many: String = (0..200_002).map(|at| format!("{at}\n")).collect();
    assert!(refused(many.as_bytes()).contains("at most 200,000 texts"));
    assert!(refused(&gzip(b"a\nb")[..12]).len() > 10);
}

#[test]
fn ten_megabytes_of_lines_are_read() {
    let text: String = (0..150_000).map(|at| format!("{at:0>60} and so\n")).collect();
    let lines = Lines { longest: 100, ..Lines::default() };
    assert!(text.len() > 10_000_000);
    assert_eq!(texts(text.as_bytes(), lines).unwrap().count(), 150_000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..300), lower in any::<bool>(), longest in 0usize..400) {
        if let Ok(found) = texts(&bytes, Lines { longest, lower }) {
            prop_assert_eq!(said(&found).len(), found.count());
        }
    }

    #[test]
    fn lines_come_back(lines in vec("[a-zé夏 ]{1,20}", 2..30), seed in any::<u32>()) {
        let expected: BTreeSet<String> = lines.iter().map(|line| line.trim().to_string()).filter(|line| !line.is_empty()).collect();
        prop_assume!(expected.len() > 1);
        let found = texts(lines.join("\n").as_bytes(), Lines::default()).unwrap();
        prop_assert_eq!(said(&found), expected.into_iter().collect::<Vec<_>>());
        prop_assert_eq!(found.part(0.2, seed).unwrap(), found.part(0.2, seed).unwrap());
        for part in found.part(0.2, seed).unwrap() {
            let [images, labels] = part.files();
            prop_assert_eq!(Dataset::read(&images, &labels, part.spec()).unwrap(), part);
        }
    }
}
