//! What is no picture, too large, empty or a bomb is refused by name; the rest is kept.

use image::ImageFormat;
use latent_explorer::data::formats::{File, Refused, Why};
use latent_explorer::data::import::{Import, MAX_IMAGES, Parting, Preparation};

use crate::files::{encoded, file, grey, gzip, idx, npy, parted, read, refusals, zip};

fn png() -> Vec<u8> {
    encoded(&grey(28, 28, &[9; 784]), ImageFormat::Png)
}

/// Beside two good pictures, which are kept.
#[track_caller]
fn refused(bad: File, words: &str) {
    let name = bad.path.clone();
    let files = vec![file("a/1.png", png()), bad, file("a/2.png", png())];
    let parted = parted(Preparation::default(), files);
    assert_eq!(parted.train.len() + parted.test.len(), 2);
    let said = refusals(&parted);
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].starts_with(&name) && said[0].contains(words), "expected `{words}` of {name} in {said:?}");
}

/// A PNG's header alone announces its size.
fn announcing(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = png();
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let mut sum = flate2::Crc::new();
    sum.update(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&sum.sum().to_be_bytes());
    bytes
}

#[test]
fn what_is_no_picture_is_named() {
    refused(file("a/notes.txt", b"hello".to_vec()), "expected IDX, PNG");
    refused(file("a/empty.png", vec![]), "got nothing");
    refused(file("a/cut.png", png()[..60].to_vec()), "damaged");
    refused(file("a/cut.npy", npy(&[2, 4], &[0u8; 8])[..130].to_vec()), "damaged");
    refused(file("a/cube.npy", npy(&[2, 3, 3, 3, 3], &[0u8; 162])), "got [2, 3, 3, 3, 3]");
    refused(file("a/words.csv", b"a,b\nc,d\n".to_vec()), "square of pixels");
    refused(file("a/odd.bin", vec![0; 3074 * 3073 + 1]), "CIFAR");
    refused(file("a/labels", idx(&[5], &[0; 5])), "expected a label for each of the 0 pictures");
    refused(file("a/none", idx(&[0, 28, 28], &[])), "got nothing");
    refused(file("a/values.npy", npy(&[1, 2, 2], &[0i32, 1, 2, 300])), "got 300");
}

#[test]
fn what_is_too_large_is_refused_by_its_header() {
    refused(file("a/large.png", announcing(100_000, 100_000)), "at most 8192 pixels a side");
}

#[test]
fn a_bomb_is_named_and_the_rest_of_its_archive_kept() {
    // Zeros pack to a thousandth.
    let zeros = gzip(&vec![0; 33 << 20]);
    refused(file("a/bomb.gz", zeros), "bytes unpacked, got more");
    let zip_with_bomb = zip(&[("b/1.png", png()), ("b/bomb.npy", vec![0; 33 << 20]), ("b/2.png", png())]);
    let parted = parted(Preparation::default(), vec![file("z.zip", zip_with_bomb)]);
    assert_eq!(parted.train.len() + parted.test.len(), 2);
    assert_eq!(refusals(&parted), ["z.zip/b/bomb.npy: expected at most 33,554,432 bytes unpacked, got more"]);
    let nested = zip(&[("inner.zip", zip(&[("1.png", png())]))]);
    refused(file("a/nested.zip", nested), "expected IDX, PNG");
}

#[test]
fn a_table_s_bad_rows_are_named_by_their_lines() {
    let table = "1,2,3,4\n1,2,3\n1,2,3,400\n4,3,2,1\n";
    let parted = parted(Preparation::default(), vec![file("t.csv", table.into())]);
    assert_eq!(parted.train.len() + parted.test.len(), 2);
    let said = refusals(&parted);
    assert!(said[0].starts_with("t.csv:2: expected as many numbers"), "{said:?}");
    assert!(said[1].starts_with("t.csv:3: ") && said[1].ends_with("got 400"), "{said:?}");
}

#[test]
fn more_pictures_than_there_can_be_are_counted() {
    let count = MAX_IMAGES + 5;
    let images = npy(&[count as u64, 28, 28], &vec![0u8; count * 784]);
    let labels = npy(&[count as u64], &vec![1u8; count]);
    let files = vec![file("x.npy", images), file("y.npy", labels)];
    let parted = parted(Preparation::default(), files);
    assert_eq!(parted.train.len() + parted.test.len(), MAX_IMAGES);
    assert_eq!(parted.refused, [Refused { name: "…".into(), why: Why::TooMany { most: MAX_IMAGES, left: 5 } }]);
    assert_eq!(parted.train.sample(0).unwrap().1, 1);
}

#[test]
fn too_little_says_why() {
    let one = read(Preparation::default(), vec![file("a/1.png", png()), file("a/x", vec![])]);
    let words = one.part(Parting::default()).unwrap_err().to_string();
    assert!(words.contains("expected two pictures or more") && words.contains("a/x: expected something"), "{words}");
    assert!(Import::new(Preparation { side: 27, ..Default::default() }).is_err());
}

#[test]
fn a_class_is_called_by_words_that_turn_no_text_around() {
    let files = ["\u{202e}gnp", "a\nb", "e\u{301}te", "ไทย"].map(|class| file(&format!("{class}/1.png"), png()));
    let classes = &parted(Preparation::default(), files.into()).train.spec().classes.clone();
    assert_eq!(classes[..], ["a\\nb", "e\u{301}te", "ไทย", "\\u{202e}gnp"]);
}
