//! Bytes that nobody wrote are refused, and nothing panics.

use flate2::Crc;
use latent_explorer::settings::ModelConfig;
use latent_explorer::uses::compress::Compressor;
use proptest::collection::vec;
use proptest::prelude::*;

use super::{compressor, pictures};
use crate::made::model;

fn small() -> ModelConfig {
    ModelConfig { latent_size: 2, hidden_sizes: vec![4], ..model() }
}

/// Both files of two images.
fn files() -> (Compressor, [Vec<u8>; 2]) {
    let (compressor, (grey, split, classes)) = (compressor(&small()), pictures(&small(), 2));
    let files = [compressor.compress(&grey, &classes, 0.25).unwrap(), compressor.bits_back(&split, &classes).unwrap()];
    (compressor, files)
}

/// With the checksum that its bytes have.
fn forged(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.truncate(bytes.len().saturating_sub(4));
    let mut sum = Crc::new();
    sum.update(&bytes);
    bytes.extend(sum.sum().to_le_bytes());
    bytes
}

#[test]
fn every_changed_byte_and_every_cut_is_noticed() {
    let (compressor, [lossy, lossless]) = files();
    assert!(compressor.decompress(&lossy).is_ok() && compressor.unbits(&lossless).is_ok());
    for index in 0..lossy.len() {
        let mut changed = lossy.clone();
        changed[index] ^= 0x10;
        assert!(compressor.decompress(&changed).is_err() && compressor.decompress(&lossy[..index]).is_err(), "{index}");
    }
    for index in 0..lossless.len() {
        let mut changed = lossless.clone();
        changed[index] ^= 0x10;
        assert!(compressor.unbits(&changed).is_err() && compressor.unbits(&lossless[..index]).is_err(), "{index}");
    }
}

#[test]
fn another_model_s_and_the_other_kind_s_files_are_told() {
    let (compressor, [lossy, lossless]) = files();
    let other = super::compressor(&model());
    assert!(other.decompress(&lossy).unwrap_err().to_string().contains("by this model"));
    assert!(other.unbits(&lossless).unwrap_err().to_string().contains("by this model"));
    assert!(compressor.decompress(&lossless).unwrap_err().to_string().contains("compressed with loss"));
    assert!(compressor.unbits(&lossy).unwrap_err().to_string().contains("compressed without loss"));
    assert!(compressor.unbits(b"no such file").unwrap_err().to_string().contains("compressed images"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_panic(bytes in vec(any::<u8>(), 0..200)) {
        let (compressor, _) = files();
        prop_assert!(compressor.decompress(&bytes).is_err());
        prop_assert!(compressor.unbits(&bytes).is_err());
    }

    /// Also where the checksum is right: an error, or images of the right size.
    #[test]
    fn no_forgery_panics(at in 11usize..400, with in vec(any::<u8>(), 1..40), cut in 0usize..4) {
        let (compressor, files) = files();
        for file in files {
            let mut bytes = file;
            let at = at.min(bytes.len() - 4);
            bytes.splice(at..(at + with.len()).min(bytes.len() - 4), with.iter().copied());
            bytes.truncate(bytes.len() - cut);
            let bytes = forged(bytes);
            for images in [compressor.decompress(&bytes), compressor.unbits(&bytes)].into_iter().flatten() {
                prop_assert_eq!(images.bytes.len(), 784 * images.classes.len());
            }
        }
    }
}
