//! Texts as bags of words: what a word is, which count, forms of tables that are read, and what is refused in words.

use std::collections::BTreeSet;

use latent_explorer::data::words::{
    Limits, MOST_LETTERS, Parted, Parting, Texts, are_in, bag, read, terms, vocabulary,
};
use latent_explorer::settings::{DataSpec, TermKind};
use proptest::prelude::*;

use crate::files::{file, gzip};

const ANY: Limits = Limits { least_texts: 1, most_share: 1.0, most_terms: 100 };
const HALF: Parting = Parting { seed: 1, test_share: 0.5 };

fn texts(name: &str, text: &str) -> Result<Texts, String> {
    read(file(name, text.as_bytes().to_vec())).map_err(|error| error.to_string())
}

fn english(text: &str) -> Vec<String> {
    terms(TermKind::Words, text)
}

#[test]
fn words_of_english_are_in_lower_case_and_keep_their_apostrophes() {
    assert_eq!(
        english("I Don’t like 'it'!<br />B12 was GOOD-ish, 3 x 10g"),
        ["don't", "like", "it", "b12", "was", "good", "ish"]
    );
    assert_eq!(english("rock'n'roll ain't' 'tis a < b <b>bold</b>"), ["rock'n'roll", "ain't", "tis", "bold"]);
    assert_eq!(english("Größe, naïve; 中文 字"), ["größe", "naïve", "中文"]);
    assert_eq!(english(&"a".repeat(41)), [""; 0]);
}

#[test]
fn words_of_chinese_are_every_two_characters_of_a_run() {
    assert_eq!(terms(TermKind::Bigrams, "房间很好，DELL笔记本 a"), ["房间", "间很", "很好", "笔记", "记本"]);
    assert_eq!(terms(TermKind::Bigrams, "好。坏"), [""; 0]);
}

#[test]
fn a_vocabulary_has_what_some_texts_have_and_not_all() {
    let texts = ["tea tea cup", "tea milk", "tea cup", "tea jug"];
    let of = |limits| vocabulary(TermKind::Words, texts.into_iter(), limits);
    assert_eq!(of(ANY), ["tea", "cup", "jug", "milk"]);
    assert_eq!(of(Limits { most_share: 0.5, ..ANY }), ["cup", "jug", "milk"]);
    assert_eq!(of(Limits { least_texts: 2, ..ANY }), ["tea", "cup"]);
    assert_eq!(of(Limits { most_terms: 3, ..ANY }), ["tea", "cup", "jug"]);
}

#[test]
fn a_table_has_a_column_of_texts_and_one_of_classes() {
    let found = texts("a.csv", "label,text\n1,\"good, indeed\"\n0,bad it is\n1,fine by me\n").unwrap();
    assert_eq!(found.texts, ["good, indeed", "bad it is", "fine by me"]);
    assert_eq!(
        (found.labels, found.classes, found.kind),
        (vec![1, 0, 1], vec!["0".into(), "1".into()], TermKind::Words)
    );
    // A quotation mark in a table of tabs is one of the text.
    let found = texts("a.tsv", "1\t\"此期间预订，入住“\n0\t房间太小\n").unwrap();
    assert_eq!(found.texts, ["\"此期间预订，入住“", "房间太小"]);
    assert_eq!(found.kind, TermKind::Bigrams);
    // By its letters, where no column has a name; numbers that are many are no classes.
    let found = texts("a.csv", "17,good coffee it is,yes\n29,bad coffee it was,no\n31,more of the same,no\n").unwrap();
    assert_eq!((found.labels, found.classes), (vec![1, 0, 0], vec!["no".into(), "yes".into()]));
    let stars = texts("a.tsv", "10\tvery good\n2\tnot so good\n10\tvery good\n").unwrap();
    assert_eq!((stars.labels, stars.classes), (vec![1, 0, 1], vec!["2".into(), "10".into()]));
    let lines = texts("lines.txt.gz", "first line\n\nsecond line\n").unwrap();
    assert_eq!((lines.texts.len(), lines.classes), (2, vec!["?".to_string()]));
    let packed = read(file("a.tsv.gz", gzip("1\tyes it is\n0\tno it is not\n".as_bytes()))).unwrap();
    assert_eq!(packed.labels, [1, 0]);
}

#[track_caller]
fn refused(name: &str, text: &str, words: &str) {
    let said = texts(name, text).unwrap_err();
    assert!(said.contains(name) && said.contains(words), "expected `{words}` in: {said}");
}

#[test]
fn what_a_spreadsheet_saves_as_unicode_is_read_and_bytes_of_no_text_are_not() {
    let table = "text\tlabel\r\ngood tea\t1\r\nbad tea\t0\r\n";
    let units = "\u{feff}".encode_utf16().chain(table.encode_utf16());
    let read = |bytes: Vec<u8>| read(file("t.tsv", bytes)).map_err(|error| error.to_string());
    assert_eq!(read(units.flat_map(u16::to_le_bytes).collect()).unwrap().texts, ["good tea", "bad tea"]);
    // Without its mark it is no text, as a picture is none.
    let refused = read(table.encode_utf16().flat_map(u16::to_le_bytes).collect()).unwrap_err();
    assert!(refused.contains("expected"), "{refused}");
}

#[test]
fn nonsense_is_refused_in_words() {
    refused("a.csv", "", "got nothing");
    refused("a.csv", "\n \n", "got nothing");
    refused("a.csv", "one column\nof texts\n", "got 1 column");
    refused("a.tsv", "1\ta\n0\n", "expected 2 fields in line 2 as in the first, got 1");
    let many: String = (0..30).map(|at| format!("{at}.5,some text of words {at}\n")).collect();
    refused("a.csv", &many, "a column of 2 to 20 classes beside the texts, as 0 and 1, got one of 30");
    refused("a.csv", "1,all of them\n1,are of one class\n", "2 to 20 classes");
    let book = "lorem ipsum ".repeat(1 << 20);
    refused("a.tsv", &format!("1\tshort\n0\t{book}\n"), "at most 100,000 letters, got a longer one in line 2");
    refused("a.txt", &book, "in line 1");
    let few = texts("a.tsv", "1\tno word\n0\tis in both\n").unwrap();
    let said = few.part(None, HALF, Limits::of(few.kind, 2)).unwrap_err().to_string();
    assert!(said.contains("got 0 words that enough texts have, and 0 of 2 texts"), "{said}");
    let empty = texts("a.tsv", "1\t!\n0\t?\n").unwrap();
    assert!(empty.part(None, HALF, ANY).unwrap_err().to_string().contains("bring more texts"));
    let other = texts("b.tsv", "2\tcup of tea\n3\tjug\n").unwrap();
    let said = few.part(Some(&other), HALF, ANY).unwrap_err().to_string();
    assert!(said.contains("of the classes 0, 1, got 2, 3"), "{said}");
}

#[test]
fn a_table_of_texts_is_told_from_others() {
    let is = |name: &str, text: &str| are_in(&file(name, text.into()));
    assert!(is("a.tsv", "1\tThis is a text of some length, as reviews are.\n0\tAnd this is another one.\n"));
    assert!(is("a.csv", "text,sentiment\n\"Warm, and well lit\",good\nCold and dark it was there,bad\n"));
    assert!(is("a.tsv", "1\t房间很好，服务也好\n0\t电池不行，散热很差\n"));
    for text in [
        "",
        "lorem ipsum dolor\nsit amet\n",
        "user,item,rating\na,x,5\nb,x,4\n",
        "EPISODE,TITLE,BARN,BEACH\nS01,A,1,0\nS02,B,0,1\n",
        "label,pixel0,pixel1,pixel2,pixel3\n7,0,255,0,255\n1,0,0,0,255\n",
        "name,word\nann,yes\nbob,no\n",
    ] {
        assert!(!is("a.csv", text), "{text}");
    }
}

/// Texts of two classes, each with words of its own.
fn halves() -> Texts {
    let text = |at: usize| if at % 2 == 1 { "1\tsaw axe axe\n".into() } else { format!("0\ttea cup {at}x\n") };
    texts("a.tsv", &(0..20).map(text).collect::<String>()).unwrap()
}

#[test]
fn words_that_count_are_those_of_the_training_texts() {
    let Parted { train, test, left_out } = halves().part(None, HALF, Limits { least_texts: 2, ..ANY }).unwrap();
    assert_eq!((train.texts.len(), test.texts.len(), left_out), (10, 10, 0));
    let spec = train.data.spec();
    assert_eq!(spec, test.data.spec());
    assert_eq!(spec.items.iter().map(String::as_str).collect::<BTreeSet<_>>(), ["axe", "cup", "saw", "tea"].into());
    assert_eq!((spec.terms, spec.classes.len()), (Some(TermKind::Words), 2));
    for (row, text) in train.texts.iter().enumerate() {
        let (items, counts) = train.data.rows().unwrap().row(row);
        let found = bag(spec, text).unwrap();
        assert_eq!((items, counts), (found.items.as_slice(), found.counts.as_slice()));
        assert_eq!(train.data.labels()[row], u8::from(text.contains("axe")));
    }
    let named = halves().called(&["fruit".into(), "tools".into()]);
    assert_eq!(named.classes, ["fruit", "tools"]);
    // Texts to test on that came apart are all there, and none that is trained on is among them.
    let apart = halves().part(Some(&halves()), HALF, ANY).unwrap();
    assert_eq!((apart.train.texts.len(), apart.test.texts.len()), (20, 20));
}

#[test]
fn a_text_that_is_typed_says_what_is_known_of_it() {
    let spec = DataSpec::of_words(vec!["tea".into(), "cup".into()], vec!["?".into()], TermKind::Words);
    let found = bag(&spec, "Cup, cup of tea; and milk").unwrap();
    assert_eq!((found.items, found.counts, found.terms), (vec![0, 1], vec![1, 2], 6));
    assert_eq!(found.unknown, ["of", "and", "milk"]);
    let nothing = bag(&spec, "  ").unwrap();
    assert_eq!((nothing.items.len(), nothing.terms), (0, 0));
    assert_eq!(bag(&spec, &"tea ".repeat(300)).unwrap().counts, [255]);
    let said = bag(&spec, &"tea ".repeat(MOST_LETTERS)).unwrap_err().to_string();
    assert!(said.contains("at most 100,000 letters"), "{said}");
    let said = bag(&DataSpec::of_items(vec!["tea".into(), "cup".into()]), "tea").unwrap_err().to_string();
    assert!(said.contains("expected a model of texts, got one of rows of 2 items"), "{said}");
}

#[test]
fn files_of_other_data_say_nothing_of_terms() {
    let items = serde_json::to_string(&DataSpec::of_items(vec!["tea".into(), "cup".into()])).unwrap();
    assert!(!items.contains("terms"), "{items}");
    let texts = DataSpec::of_words(vec!["tea".into(), "cup".into()], vec!["?".into()], TermKind::Bigrams);
    let written = serde_json::to_string(&texts).unwrap();
    assert!(written.contains(r#""terms":"bigrams""#), "{written}");
    assert_eq!(serde_json::from_str::<DataSpec>(&written).unwrap(), texts);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_text_has_words_that_are_found_again(text in "\\PC{0,200}", chinese in any::<bool>()) {
        let kind = if chinese { TermKind::Bigrams } else { TermKind::Words };
        let found = terms(kind, &text);
        prop_assert!(found.iter().all(|term| terms(kind, term) == [term.clone()]), "{found:?}");
        prop_assert!(found.iter().all(|term| (2..=40).contains(&term.chars().count())));
        // Spaces between two texts keep them apart.
        let twice = terms(kind, &format!("{text} \n {text}"));
        if !text.contains('<') {
            prop_assert_eq!(twice, [found.clone(), found].concat());
        }
    }

    #[test]
    fn any_table_is_read_or_refused(text in "[a-d0-3,;\t\"'\n.<> 好坏]{0,120}", name in 0..3usize) {
        let name = ["a.csv", "a.tsv", "a.txt"][name];
        are_in(&file(name, text.clone().into()));
        let Ok(found) = texts(name, &text) else { return Ok(()) };
        prop_assert_eq!(found.texts.len(), found.labels.len());
        prop_assert!(found.labels.iter().all(|&label| usize::from(label) < found.classes.len()));
        if let Ok(Parted { train, test, left_out }) = found.part(None, HALF, ANY) {
            prop_assert_eq!(train.texts.len() + test.texts.len() + left_out, found.texts.len());
            prop_assert_eq!((train.data.len(), test.data.len()), (train.texts.len(), test.texts.len()));
        }
    }

    #[test]
    fn a_table_that_is_written_is_read(rows in prop::collection::vec(("[a-z]{2,8}( [a-z]{2,8}){2,5}", 0..2u8), 2..20)) {
        let written: String = rows.iter().map(|(text, label)| format!("{label}\t{text}\n")).collect();
        let Ok(found) = texts("a.tsv", &written) else { return Ok(()) };
        prop_assert_eq!(found.texts, rows.iter().map(|(text, _)| text.clone()).collect::<Vec<_>>());
        prop_assert_eq!(found.labels, rows.iter().map(|(_, label)| *label).collect::<Vec<_>>());
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300), name in 0..2usize) {
        let name = ["a.tsv", "a.txt.gz"][name];
        are_in(&file(name, bytes.clone()));
        let _ = read(file(name, bytes));
    }
}
