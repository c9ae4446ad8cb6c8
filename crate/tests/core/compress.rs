//! Native and wasm code the same bytes: these bodies run in both, and both have to come to the sums below.

use flate2::Crc;
use latent_explorer::model::weights::Weights;
use latent_explorer::settings::{DataSpec, Likelihood, ModelConfig};
use latent_explorer::uses::compress::Compressor;

const IMAGES: usize = 6;

/// Of the files of each of [`kinds`], with loss and without.
const EXPECTED: [[u32; 2]; 4] = [
    [621_007_507, 1_666_850_776],
    [2_644_461_233, 1_653_154_104],
    [3_283_183_770, 2_386_737_833],
    [220_712_555, 3_241_638_805],
];
/// Of the first one's images, decoded.
const DECODED: u32 = 4_153_975_024;

/// Models of every kind of layer and likelihood.
fn kinds() -> [ModelConfig; 4] {
    let small = ModelConfig { latent_size: 5, hidden_sizes: vec![16, 8], ..Default::default() };
    let colour = DataSpec { width: 12, height: 8, channels: 3, ..DataSpec::default() };
    [
        small.clone(),
        ModelConfig { conditional: true, likelihood: Likelihood::GaussianShared, ..small.clone() },
        ModelConfig { channels: vec![3, 4], likelihood: Likelihood::GaussianPixel, ..small.clone() },
        ModelConfig { channels: vec![2], data: colour, ..small },
    ]
}

/// Fresh weights, three times as large, so that no chance is near one half.
fn compressor(config: &ModelConfig) -> Compressor {
    let (config, mut tensors) = Weights::fresh(config, 5).unwrap().into_parts();
    tensors.iter_mut().flatten().for_each(|value| *value *= 3.0);
    Compressor::new(Weights::new(config, tensors).unwrap())
}

/// Bytes of blobs, split at one half where only black and white is coded.
fn images(config: &ModelConfig) -> Vec<u8> {
    let byte = |at: usize| (at * at / 7 % 251) as u8;
    let grey = (0..IMAGES * config.data.size()).map(byte);
    let is_split = config.likelihood == Likelihood::Bernoulli;
    grey.map(|byte| if is_split { 255 * u8::from(byte > 127) } else { byte }).collect()
}

/// The checksum that a file ends with.
fn sum(file: &[u8]) -> u32 {
    u32::from_le_bytes(*file.last_chunk().unwrap())
}

/// The checksums of what a model makes of its images, with loss and without, once both are read again.
fn sums(config: &ModelConfig) -> [u32; 2] {
    let (compressor, images) = (compressor(config), images(config));
    let classes: Vec<u8> = (0..IMAGES as u8).collect();
    let lossy = compressor.compress(&images, &classes, 0.03125).unwrap();
    let lossless = compressor.bits_back(&images, &classes).unwrap();
    assert_eq!(compressor.unbits(&lossless).unwrap().bytes, images);
    assert_eq!(compressor.decompress(&lossy).unwrap().bytes.len(), images.len());
    [sum(&lossy), sum(&lossless)]
}

tests! {
    async fn native_and_wasm_code_the_same_bytes() {
        let sums: Vec<_> = kinds().iter().map(sums).collect();
        assert_eq!(sums, EXPECTED);
    }

    async fn native_and_wasm_decode_the_same_images() {
        let config = &kinds()[0];
        let bytes = compressor(config).compress(&images(config), &[0; IMAGES], 0.03125).unwrap();
        let means = compressor(config).decompress(&bytes).unwrap().bytes;
        let mut sum = Crc::new();
        sum.update(&means);
        assert_eq!(sum.sum(), DECODED);
    }
}
