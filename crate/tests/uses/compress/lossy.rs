//! Codes, rounded.

use latent_explorer::seed::{Stream, generator, normals};
use latent_explorer::settings::ModelConfig;
use latent_explorer::uses::compress::Images;
use latent_explorer::uses::compress::codes::Rows;
use latent_explorer::uses::compress::file::Reader;

use super::{compressor, pictures};
use crate::made::{kinds, model};

/// All kinds, and an autoencoder.
fn all() -> Vec<ModelConfig> {
    kinds().into_iter().chain([ModelConfig { deterministic: true, ..model() }]).collect()
}

#[test]
fn images_come_back_as_their_rounded_codes_decode() {
    for config in all() {
        let (compressor, (grey, _, classes)) = (compressor(&config), pictures(&config, 20));
        let step = 0.125;
        let bytes = compressor.compress(&grey, &classes, step).unwrap();
        let (codes, read) = (compressor.codes(&grey, &classes).unwrap(), compressor.read(&bytes).unwrap());
        let off = codes.codes.iter().zip(&read.codes).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
        assert!(read.codes.len() == codes.codes.len() && off <= step, "{config:?}: {off}");
        let Images { bytes: back, classes: told } = compressor.decompress(&bytes).unwrap();
        assert_eq!(Images { bytes: back, classes: told.clone() }, compressor.decode(read).unwrap());
        assert_eq!(told, if config.conditional { classes } else { vec![0; 20] }, "{config:?}");
    }
}

/// Codes of a dimension that is narrow and off 0, of one that is wide, and of one that is always the same.
fn rows(count: usize) -> Rows {
    let mut normals = normals(&mut generator(1, Stream::Evaluation), 2 * count).into_iter();
    let mut next = || normals.next().unwrap();
    let codes = (0..count).flat_map(|_| [3.0 + 0.2 * next(), 40.0 * next(), -7.0]).collect();
    Rows { codes, dimensions: 3, classes: vec![0; count], kinds: 1 }
}

#[test]
fn codes_cost_what_gaussians_of_their_own_mean_and_deviation_do() {
    let (count, step) = (4000, 0.05_f32);
    let rows = rows(count);
    let bits = (8 * rows.write(step).unwrap().len()) as f64 / count as f64;
    // The entropy of a Gaussian of deviation s in steps of d is 1/2 log2(2 pi e s^2 / d^2).
    let entropy = |sigma: f64| (sigma / f64::from(step)).log2() + 2.0471;
    let expected = entropy(0.2) + entropy(40.0);
    assert!((bits - expected).abs() < 0.05, "expected {expected} bits, got {bits}");
    let foretold = rows.bits(step).unwrap().iter().sum::<f64>() / count as f64;
    assert!((foretold - bits).abs() < 0.02, "{foretold}, {bits}");
}

#[test]
fn finer_steps_cost_more_and_lose_less() {
    let rows = rows(500);
    let mut before = (0, f32::INFINITY);
    for step in [4.0, 1.0, 0.25, 0.0625] {
        let bytes = rows.write(step).unwrap();
        assert!(bytes.len() > before.0);
        let read = Rows::read(Reader::new(&bytes), 500, 3, 1).unwrap();
        let off = rows.codes.iter().zip(&read.codes).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
        assert!(off <= step && off < before.1, "{off}");
        before = (bytes.len(), off);
    }
}

#[test]
fn nonsense_is_refused_in_words() {
    let (compressor, (grey, _, classes)) = (compressor(&model()), pictures(&model(), 2));
    for step in [0.0, -1.0, f32::NAN, f32::INFINITY] {
        assert!(compressor.compress(&grey, &classes, step).unwrap_err().to_string().contains("a step above 0"));
    }
    assert!(compressor.compress(&grey, &classes, 1e-9).unwrap_err().to_string().contains("take a larger one"));
    assert!(compressor.compress(&[], &[], 1.0).unwrap_err().to_string().contains("with a class each"));
    assert!(compressor.compress(&grey[1..], &classes, 1.0).is_err());
    let conditional = super::compressor(&ModelConfig { conditional: true, ..model() });
    assert!(conditional.compress(&grey, &[3, 10], 1.0).unwrap_err().to_string().contains("a class below 10"));
}

#[test]
fn what_comes_back_of_a_step_is_the_mean_of_what_went_there() {
    let rows = Rows {
        codes: normals(&mut generator(2, Stream::Evaluation), 20_000),
        dimensions: 1,
        classes: vec![0; 20_000],
        kinds: 1,
    };
    let read = Rows::read(Reader::new(&rows.write(2.0).unwrap()), 20_000, 1, 1).unwrap();
    // A draw above 1 is 1.525 in the mean, not 2.
    let above: Vec<f32> =
        rows.codes.iter().zip(&read.codes).filter(|(code, _)| **code > 1.0).map(|(_, &read)| read).collect();
    let mean = above.iter().sum::<f32>() / above.len() as f32;
    assert!((mean - 1.52).abs() < 0.03, "{mean}");
}
