//! IDX files, good and bad, and the order of batches.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use latent_explorer::data::dataset::Dataset;
use latent_explorer::data::idx;
use latent_explorer::data::order::Batches;
use latent_explorer::settings::DataSpec;

use crate::support::{digits, idx as file};

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn images(count: u32) -> Vec<u8> {
    file(&[count, 28, 28], &vec![7; count as usize * 784])
}

#[track_caller]
fn refused(file: &[u8], rank: u8, words: &[&str]) {
    let message = idx::read(file, rank, "images").unwrap_err().to_string();
    words.iter().for_each(|word| assert!(message.contains(word), "expected `{word}` in: {message}"));
}

tests! {
    async fn plain_and_gzip_files_hold_the_same() {
        let plain = images(3);
        let read = idx::read(&plain, 3, "images").unwrap();
        assert_eq!(read.sizes, [3, 28, 28]);
        assert_eq!(read.bytes.len(), 3 * 784);
        assert_eq!(idx::read(&gzip(&plain), 3, "images").unwrap(), read);
    }

    async fn a_truncated_file_says_how_much_was_expected() {
        let plain = images(3);
        refused(&plain[..1000], 3, &["images", "expected 2352 bytes", "got 984"]);
        refused(&plain[..10], 3, &["expected 16 bytes", "cut short"]);
        refused(&[], 3, &["expected 16 bytes"]);
        let gzip = gzip(&plain);
        refused(&gzip[..gzip.len() / 2], 3, &["expected"]);
        refused(&gzip[..gzip.len() - 4], 3, &["gzip"]);
    }

    async fn a_gzip_file_of_several_members_is_read_to_its_end() {
        let plain = images(3);
        let members = [gzip(&plain[..10]), gzip(&[]), gzip(&plain[10..1000]), gzip(&plain[1000..])].concat();
        assert_eq!(idx::read(&members, 3, "images").unwrap(), idx::read(&plain, 3, "images").unwrap());
        refused(&[members.clone(), gzip(&[0])].concat(), 3, &["expected 2352 bytes", "goes on"]);
        refused(&[gzip(&plain), b"more".to_vec()].concat(), 3, &["whole gzip data and nothing after it"]);
        refused(&[gzip(&plain), vec![0; 4]].concat(), 3, &["whole gzip data and nothing after it"]);
        refused(&members[..members.len() - 10], 3, &["cut short"]);
    }

    async fn what_a_header_announces_is_refused_before_it_is_unpacked() {
        // 12 bytes of sizes and nothing behind them: who reads on says that the file is cut short.
        let bomb = gzip(&file(&[60_000, 1024, 1024], &[]));
        refused(&bomb, 3, &["at most 1,000,000 items and 1,073,741,824 bytes", "[60000, 1024, 1024]"]);
        let refused = |images: &[u8], labels: &[u8]| {
            Dataset::read(images, labels, &DataSpec::default()).unwrap_err().to_string()
        };
        let message = refused(&gzip(&file(&[600, 1024, 1024], &[])), &file(&[600], &[0; 600]));
        assert!(message.contains("expected images of 28 x 28, got [1024, 1024]"), "{message}");
        let message = refused(&gzip(&file(&[600_000, 28, 28], &[])), &file(&[600], &[0; 600]));
        assert!(message.contains("600 labels and 600,000 images"), "{message}");
    }

    async fn an_oversized_file_is_refused() {
        refused(&[images(1), vec![0]].concat(), 3, &["expected 784 bytes", "goes on"]);
        refused(&file(&[u32::MAX, 28, 28], &[]), 3, &["at most 1,000,000 items"]);
        refused(&file(&[1, u32::MAX, u32::MAX], &[]), 3, &["at most", "1,073,741,824 bytes"]);
    }

    async fn a_wrong_magic_number_is_shown() {
        let mut wrong = images(1);
        wrong[2] = 0x0d;
        refused(&wrong, 3, &["magic", "[00, 00, 08, 03]", "[00, 00, 0d, 03]"]);
        refused(&images(1), 1, &["[00, 00, 08, 01]"]);
    }

    async fn pairs_that_do_not_fit_are_refused() {
        let refused = |images: &[u8], labels: &[u8]| Dataset::read(images, labels, &DataSpec::default()).unwrap_err().to_string();
        assert!(refused(&images(2), &file(&[3], &[1, 2, 3])).contains("3 labels and 2 images"));
        assert!(refused(&images(1), &file(&[1], &[10])).contains("classes from 0 to 9, got 10"));
        assert!(refused(&images(0), &file(&[0], &[])).contains("at least one"));
        assert!(refused(&file(&[1, 27, 28], &[0; 27 * 28]), &file(&[1], &[1])).contains("28 x 28"));
    }

    async fn a_digit_past_the_end_is_an_error() {
        let digits = digits(3);
        assert_eq!(digits.sample(2).unwrap().1, 2);
        assert!(digits.sample(3).unwrap_err().to_string().contains("below 3, got 3"));
        assert!(digits.sample(usize::MAX).is_err());
    }

    async fn an_epoch_visits_each_digit_once_but_for_the_last_partial_batch() {
        let mut batches = Batches::new(10, 3, 1).unwrap();
        assert_eq!(batches.per_epoch(), 3);
        for _epoch in 0..3 {
            let mut seen: Vec<usize> = (0..3).flat_map(|_| batches.next_batch().to_vec()).collect();
            seen.sort_unstable();
            seen.dedup();
            assert_eq!(seen.len(), 9);
        }
        assert!(Batches::new(10, 11, 1).is_err());
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod properties {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..64), rank in 1u8..4) {
            let _ = idx::read(&bytes, rank, "images");
        }

        #[test]
        fn any_damage_to_a_gzip_file_is_read_or_refused(position in 0usize..60, byte in any::<u8>(), cut in 0usize..60) {
            let mut damaged = gzip(&images(2));
            let position = position % damaged.len();
            damaged[position] = byte;
            let keep = damaged.len().saturating_sub(cut);
            if let Ok(read) = idx::read(&damaged[..keep], 3, "images") {
                prop_assert_eq!(read.bytes.len(), read.sizes.iter().product::<usize>());
            }
        }

        #[test]
        fn any_split_into_members_is_read_alike(mut cuts in proptest::collection::vec(0usize..1584, 0..5)) {
            let plain = images(2);
            cuts.extend([0, plain.len()]);
            cuts.sort_unstable();
            let members: Vec<u8> = cuts.windows(2).flat_map(|cut| gzip(&plain[cut[0]..cut[1]])).collect();
            prop_assert_eq!(idx::read(&members, 3, "images").unwrap(), idx::read(&plain, 3, "images").unwrap());
        }
    }
}
