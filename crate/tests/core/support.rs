//! What the tests share: the device under test, stored figures, made-up digits.

use std::rc::Rc;

use burn::module::{Module, ModuleVisitor, Param};
use burn::tensor::{Device, Gradients, Tensor};
use latent_explorer::data::batch::Batch;
use latent_explorer::data::dataset::Dataset;
use latent_explorer::data::training_data::TrainingData;
use latent_explorer::device::{Backend, open};
use latent_explorer::model::Vae;
use latent_explorer::model::pixels::{to_tensor, to_vec};
use latent_explorer::model::weights::Weights;
use latent_explorer::settings::layers::{TensorSpec, tensor_specs};
use latent_explorer::settings::{DataSpec, ModelConfig, TrainConfig};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Of an image of MNIST.
pub const PIXELS: usize = 784;

/// The backend that this build is for.
pub const BACKEND: Backend = if cfg!(feature = "webgpu") { Backend::WebGpu } else { Backend::Cpu };

pub async fn device() -> Device {
    open(BACKEND).await.unwrap()
}

/// A section of the figures made by `fixtures/make.py`.
pub fn figures<T: DeserializeOwned>(section: &str) -> T {
    let mut all: serde_json::Value = serde_json::from_str(include_str!("../fixtures/formulas.json")).unwrap();
    serde_json::from_value(all[section].take()).unwrap()
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

/// The numbers that `make.py` makes by the same name.
pub fn wave(count: usize, phase: f64, scale: f64) -> Vec<f32> {
    (0..count).map(|index| (scale * (0.7 * index as f64 + phase).sin()) as f32).collect()
}

/// Settings whose learning rate is 1e-3 throughout.
pub fn steady() -> TrainConfig {
    TrainConfig { learning_rate: 1e-3, warm_up_steps: 0, ..Default::default() }
}

/// A dense model of these sizes.
pub fn dense_model(latent_size: usize, hidden_sizes: Vec<usize>) -> ModelConfig {
    ModelConfig { latent_size, hidden_sizes, ..Default::default() }
}

/// The weights that `make.py` makes: weight and bias of layer i (from 0) have the phases i + 1 and i + 2.
pub fn wave_weights(config: ModelConfig, scale: f64) -> Weights {
    let tensor = |(index, spec): (usize, TensorSpec)| {
        wave(spec.shape.iter().product(), (index / 2 + 1 + index % 2) as f64, scale)
    };
    let tensors = tensor_specs(&config).into_iter().enumerate().map(tensor).collect();
    Weights::new(config, tensors).unwrap()
}

/// Weights after a change to their values.
pub fn changed(weights: Weights, change: impl FnOnce(&mut [Vec<f32>])) -> Weights {
    let (config, mut tensors) = weights.into_parts();
    change(&mut tensors);
    Weights::new(config, tensors).unwrap()
}

/// Weights from which every figure overflows.
pub fn diverging(config: &ModelConfig) -> Weights {
    let huge = |tensors: &mut [Vec<f32>]| tensors.iter_mut().step_by(2).for_each(|weight| weight.fill(1e30));
    changed(Weights::fresh(config, 1).unwrap(), huge)
}

/// The dense model that `make.py` starts from.
pub fn wave_model(hidden: usize, latent: usize, device: &Device) -> Vae {
    Vae::from_weights(wave_weights(dense_model(latent, vec![hidden]), 0.1), device)
}

/// `count` images with noise of this phase, as in `make.py`.
pub fn wave_batch(count: usize, latent: usize, phase: f64) -> Batch {
    let labels = (0..count).map(|index| (index % 10) as u8).collect();
    Batch {
        targets: wave_bytes(count),
        corrupted: None,
        labels,
        noise: wave(count * latent, phase, 1.0),
        lower_noise: vec![],
        hidden: vec![],
        units: vec![],
    }
}

/// The gradient of every parameter of a model, in the order of its tensors.
pub async fn gradients_of(model: &Vae, loss: Tensor<1>) -> Vec<Vec<f32>> {
    struct Visitor {
        gradients: Gradients,
        flat: Vec<Tensor<1>>,
    }
    impl ModuleVisitor for Visitor {
        fn visit_float<const D: usize>(&mut self, parameter: &Param<Tensor<D>>) {
            self.flat.push(parameter.val().grad(&self.gradients).unwrap().flatten(0, D - 1));
        }
    }
    let mut visitor = Visitor { gradients: loss.backward(), flat: vec![] };
    model.visit(&mut visitor);
    let mut gradients = vec![];
    for tensor in visitor.flat {
        gradients.push(to_vec(tensor).await.unwrap());
    }
    gradients
}

/// Grey bytes of `count` images, as in `make.py`.
pub fn wave_bytes(count: usize) -> Vec<u8> {
    let byte = |index| (255.0 * (0.5 + 0.5 * (0.7 * index as f64 + 0.3).sin())).round() as u8;
    (0..count * PIXELS).map(byte).collect()
}

/// The same as x `[count, 784]`.
pub fn wave_images(count: usize, device: &Device) -> Tensor<2> {
    to_tensor(&wave_bytes(count), PIXELS, device).unwrap()
}

/// An IDX file of unsigned bytes.
pub fn idx(sizes: &[u32], bytes: &[u8]) -> Vec<u8> {
    let mut file = vec![0, 0, 8, sizes.len() as u8];
    sizes.iter().for_each(|size| file.extend(size.to_be_bytes()));
    file.extend(bytes);
    file
}

/// All of it to train on.
pub fn training_data(data: Dataset) -> TrainingData {
    TrainingData { train: Rc::new(data), held_out: None }
}

/// Pairs of lists that are as long as each other, and not empty.
#[track_caller]
pub fn pairs<A, B>(
    actual: impl IntoIterator<Item = A>,
    expected: impl IntoIterator<Item = B>,
) -> impl Iterator<Item = (A, B)> {
    let (actual, expected): (Vec<A>, Vec<B>) = (actual.into_iter().collect(), expected.into_iter().collect());
    assert!(!expected.is_empty(), "nothing is compared");
    assert_eq!(actual.len(), expected.len(), "as many as expected");
    actual.into_iter().zip(expected)
}

/// Digits of simple shapes: class c has a bar at its own height.
pub fn digits(count: usize) -> Dataset {
    let mut images = vec![0; count * PIXELS];
    for (index, image) in images.chunks_mut(PIXELS).enumerate() {
        let top = 4 + 2 * (index % 10);
        image[top * 28 + 5..(top + 2) * 28 - 5].fill(220);
    }
    let labels: Vec<u8> = (0..count).map(|index| (index % 10) as u8).collect();
    digits_of(&images, &labels)
}

/// Digits of these images.
pub fn digits_of(images: &[u8], labels: &[u8]) -> Dataset {
    let count = labels.len() as u32;
    Dataset::read(&idx(&[count, 28, 28], images), &idx(&[count], labels), &DataSpec::default()).unwrap()
}

/// Compares with a tolerance relative to the larger of the two, or absolute below 1.
#[track_caller]
pub fn assert_close(actual: f64, expected: f64, tolerance: f64, what: &str) {
    let scale = actual.abs().max(expected.abs()).max(1.0);
    let off = (actual - expected).abs() / scale;
    assert!(off <= tolerance, "{what}: expected {expected}, got {actual}, off by {off:.2e} of {tolerance:.0e}");
}
