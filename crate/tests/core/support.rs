//! What the tests share: the device under test, stored figures, made-up digits.

use burn::tensor::{Device, Tensor};
use latent_explorer::config::{ModelConfig, PIXELS};
use latent_explorer::dataset::Digits;
use latent_explorer::device::{Backend, open};
use latent_explorer::model::{Vae, dense};
use latent_explorer::pixels::to_tensor;
use serde::Deserialize;

/// The backend that this build is for.
pub const BACKEND: Backend = if cfg!(feature = "webgpu") { Backend::WebGpu } else { Backend::Cpu };

pub async fn device() -> Device {
    open(BACKEND).await.unwrap()
}

/// Figures made by `fixtures/make.py`.
#[derive(Deserialize)]
pub struct Figures {
    pub kl: KlFigures,
    pub bernoulli: BernoulliFigures,
    pub training: TrainingFigures,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct KlFigures {
    pub mu: Vec<Vec<f32>>,
    pub log_var: Vec<Vec<f32>>,
    pub nats: Vec<f32>,
}

#[derive(Deserialize)]
pub struct BernoulliFigures {
    pub logits: Vec<f32>,
    pub x: Vec<f32>,
    pub nats: Vec<f32>,
    pub gradient: Vec<f32>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TrainingFigures {
    pub hidden: usize,
    pub latent: usize,
    pub batch: usize,
    pub beta: f64,
    pub learning_rate: f64,
    pub trace: Vec<TermFigures>,
    pub first_gradients: Vec<Summary>,
    pub parameters_after: Vec<Summary>,
}

#[derive(Deserialize)]
pub struct TermFigures {
    pub reconstruction: f64,
    pub kl: f64,
}

/// A tensor in two numbers.
#[derive(Debug, Deserialize)]
pub struct Summary {
    pub sum: f64,
    pub norm: f64,
}

impl Summary {
    pub fn of(values: &[f32]) -> Self {
        let values = values.iter().map(|&value| f64::from(value));
        Self { sum: values.clone().sum(), norm: values.map(|value| value * value).sum::<f64>().sqrt() }
    }
}

pub fn figures() -> Figures {
    serde_json::from_str(include_str!("../fixtures/formulas.json")).unwrap()
}

/// The numbers that `make.py` makes by the same name.
pub fn wave(count: usize, phase: f64, scale: f64) -> Vec<f32> {
    (0..count).map(|index| (scale * (0.7 * index as f64 + phase).sin()) as f32).collect()
}

/// The model that `make.py` starts from.
pub fn wave_model(hidden: usize, latent: usize, device: &Device) -> Vae {
    let config = ModelConfig { latent_size: latent, hidden_sizes: vec![hidden] };
    let mut phase = 0.0;
    Vae::from_layers(&config, |spec| {
        phase += 1.0;
        let weight = wave(spec.inputs * spec.outputs, phase, 0.1);
        Ok(dense(spec, weight, wave(spec.outputs, phase + 1.0, 0.1), device))
    })
    .unwrap()
}

/// Grey bytes of `count` images, as in `make.py`.
pub fn wave_bytes(count: usize) -> Vec<u8> {
    let byte = |index| (255.0 * (0.5 + 0.5 * (0.7 * index as f64 + 0.3).sin())).round() as u8;
    (0..count * PIXELS).map(byte).collect()
}

/// The same as x `[count, 784]`.
pub fn wave_images(count: usize, device: &Device) -> Tensor<2> {
    to_tensor(&wave_bytes(count), device).unwrap()
}

/// An IDX file of unsigned bytes.
pub fn idx(sizes: &[u32], bytes: &[u8]) -> Vec<u8> {
    let mut file = vec![0, 0, 8, sizes.len() as u8];
    sizes.iter().for_each(|size| file.extend(size.to_be_bytes()));
    file.extend(bytes);
    file
}

/// Digits of simple shapes: class c has a bar at its own height.
pub fn digits(count: usize) -> Digits {
    let mut images = vec![0; count * PIXELS];
    for (index, image) in images.chunks_mut(PIXELS).enumerate() {
        let top = 4 + 2 * (index % 10);
        image[top * 28 + 5..(top + 2) * 28 - 5].fill(220);
    }
    let labels: Vec<u8> = (0..count).map(|index| (index % 10) as u8).collect();
    let count = count as u32;
    Digits::read(&idx(&[count, 28, 28], &images), &idx(&[count], &labels)).unwrap()
}

/// Compares with a tolerance relative to the larger of the two, or absolute below 1.
#[track_caller]
pub fn assert_close(actual: f64, expected: f64, tolerance: f64, what: &str) {
    let scale = actual.abs().max(expected.abs()).max(1.0);
    let off = (actual - expected).abs() / scale;
    assert!(off <= tolerance, "{what}: expected {expected}, got {actual}, off by {off:.2e} of {tolerance:.0e}");
}
