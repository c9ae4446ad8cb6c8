//! Weights in and out as safetensors, with PyTorch's names and shapes (`weight` is `[outputs, inputs]`).
//!
//! The file describes itself: its metadata holds the [`ModelConfig`] as JSON under `model`.

use std::collections::HashMap;

use half::f16;
use safetensors::tensor::{Metadata, TensorView};
use safetensors::{Dtype, SafeTensors};

use crate::config::ModelConfig;
use crate::error::{Error, Result};
use crate::layers::{LayerSpec, layer_specs};
use crate::seed::{Stream, generator, uniforms};

const CONFIG_KEY: &str = "model";

/// How the numbers are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// Exact.
    Full,
    /// float16: half the bytes, for models that are shipped.
    Half,
}

/// A model's numbers on the host.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    pub config: ModelConfig,
    /// Weight `[inputs, outputs]` and bias `[outputs]` of each of [`layer_specs`] in turn, row by row.
    pub tensors: Vec<Vec<f32>>,
}

impl Weights {
    /// Weights and biases from U(-k, k), k = 1 / sqrt(inputs), as in PyTorch's `nn.Linear`.
    ///
    /// # Errors
    /// [`Error::Field`] for a config that is not valid.
    pub fn fresh(config: &ModelConfig, seed: u32) -> Result<Self> {
        config.validate()?;
        let mut rng = generator(seed, Stream::Weights);
        let tensors = layer_specs(config).into_iter().flat_map(|spec| {
            let bound = 1.0 / (spec.inputs as f32).sqrt();
            [spec.inputs * spec.outputs, spec.outputs].map(|count| uniforms(&mut rng, bound, count))
        });
        let tensors = tensors.collect();
        Ok(Self { config: config.clone(), tensors })
    }
}

/// Weights as a safetensors file.
///
/// # Errors
/// [`Error::Weights`] when the format refuses.
pub fn write(weights: &Weights, precision: Precision) -> Result<Vec<u8>> {
    let mut tensors = Vec::new();
    for (spec, values) in layer_specs(&weights.config).iter().zip(weights.tensors.chunks(2)) {
        let weight = transpose(&values[0], spec.inputs, spec.outputs);
        tensors.push((format!("{}.weight", spec.name), vec![spec.outputs, spec.inputs], encode(&weight, precision)));
        tensors.push((format!("{}.bias", spec.name), vec![spec.outputs], encode(&values[1], precision)));
    }
    let dtype = if precision == Precision::Half { Dtype::F16 } else { Dtype::F32 };
    let views = tensors.iter().map(|(name, shape, bytes)| Ok((name, TensorView::new(dtype, shape.clone(), bytes)?)));
    let views = views.collect::<std::result::Result<Vec<_>, safetensors::SafeTensorError>>().map_err(refuse)?;
    let json = serde_json::to_string(&weights.config).map_err(refuse)?;
    safetensors::serialize(views, Some(HashMap::from([(CONFIG_KEY.into(), json)]))).map_err(refuse)
}

/// Weights from a safetensors file, with the config that the file states.
///
/// # Errors
/// [`Error::Weights`] naming what was expected and what came: not safetensors, no config, a tensor missing,
/// unknown, of another shape or type, or with a value that is not finite.
pub fn read(bytes: &[u8]) -> Result<Weights> {
    let file = SafeTensors::deserialize(bytes).map_err(|error| {
        Error::Weights(format!("expected a safetensors file, got {} bytes that are none ({error})", bytes.len()))
    })?;
    let (_, metadata) = SafeTensors::read_metadata(bytes).map_err(refuse)?;
    let config = stated_config(&metadata)?;
    let specs = layer_specs(&config);
    if let Some(name) = file.names().into_iter().find(|name| !known(&specs, name)) {
        return Err(Error::Weights(format!("expected no tensor beside the model's layers, got `{name}`")));
    }
    let mut tensors = Vec::new();
    for spec in &specs {
        let weight = read_tensor(&file, &format!("{}.weight", spec.name), &[spec.outputs, spec.inputs])?;
        tensors.push(transpose(&weight, spec.outputs, spec.inputs));
        tensors.push(read_tensor(&file, &format!("{}.bias", spec.name), &[spec.outputs])?);
    }
    Ok(Weights { config, tensors })
}

fn known(specs: &[LayerSpec], name: &str) -> bool {
    let stem = name.strip_suffix(".weight").or_else(|| name.strip_suffix(".bias"));
    stem.is_some_and(|stem| specs.iter().any(|spec| spec.name == stem))
}

fn stated_config(metadata: &Metadata) -> Result<ModelConfig> {
    let json = metadata.metadata().as_ref().and_then(|entries| entries.get(CONFIG_KEY)).ok_or_else(|| {
        Error::Weights(format!("expected the model's config in the metadata under `{CONFIG_KEY}`, got none"))
    })?;
    let config: ModelConfig = serde_json::from_str(json)
        .map_err(|error| Error::Weights(format!("expected a model's config, got `{json}` ({error})")))?;
    config.validate().map_err(refuse)?;
    Ok(config)
}

fn read_tensor(file: &SafeTensors, name: &str, shape: &[usize]) -> Result<Vec<f32>> {
    let refuse = |came: String| Error::Weights(format!("expected tensor `{name}` of shape {shape:?}, {came}"));
    let view = file.tensor(name).map_err(|_| refuse("but it is missing".into()))?;
    if view.shape() != shape {
        return Err(refuse(format!("got {:?}", view.shape())));
    }
    let values: Vec<f32> = match view.dtype() {
        Dtype::F32 => view.data().chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect(),
        Dtype::F16 => view.data().chunks_exact(2).map(|b| f16::from_le_bytes([b[0], b[1]]).to_f32()).collect(),
        other => return Err(refuse(format!("as F32 or F16, got {other:?}"))),
    };
    match values.iter().find(|value| !value.is_finite()) {
        Some(value) => Err(refuse(format!("all finite, got {value}"))),
        None => Ok(values),
    }
}

fn encode(values: &[f32], precision: Precision) -> Vec<u8> {
    match precision {
        Precision::Full => values.iter().flat_map(|value| value.to_le_bytes()).collect(),
        Precision::Half => values.iter().flat_map(|&value| f16::from_f32(value).to_le_bytes()).collect(),
    }
}

/// `[rows, columns]` to `[columns, rows]`, both row by row.
fn transpose(values: &[f32], rows: usize, columns: usize) -> Vec<f32> {
    (0..columns).flat_map(|column| (0..rows).map(move |row| values[row * columns + column])).collect()
}

fn refuse(error: impl std::fmt::Display) -> Error {
    Error::Weights(error.to_string())
}
