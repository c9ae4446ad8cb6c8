//! Weights in and out as safetensors, with PyTorch's names and shapes (`weight` is `[outputs, inputs]`).
//!
//! The file describes itself: its metadata holds the [`ModelConfig`] as JSON under `model`.

use std::collections::HashMap;

use burn::nn::Linear;
use burn::tensor::{Device, Transaction};
use half::f16;
use safetensors::tensor::{Metadata, TensorView};
use safetensors::{Dtype, SafeTensors};

use crate::config::ModelConfig;
use crate::error::{Error, Result};
use crate::model::{LayerSpec, Vae, dense, layer_specs};

const CONFIG_KEY: &str = "model";

/// How the numbers are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// Exact.
    Full,
    /// float16: half the bytes, for models that are shipped.
    Half,
}

/// A model as a safetensors file.
///
/// # Errors
/// [`Error::Device`] when the device cannot be read, [`Error::Weights`] when the format refuses.
pub async fn write(model: &Vae, precision: Precision) -> Result<Vec<u8>> {
    let config = model.config();
    let mut tensors = Vec::new();
    for (spec, values) in layer_specs(&config).iter().zip(read_layers(model).await?.chunks(2)) {
        let weight = transpose(&values[0], spec.inputs, spec.outputs);
        tensors.push((format!("{}.weight", spec.name), vec![spec.outputs, spec.inputs], encode(&weight, precision)));
        tensors.push((format!("{}.bias", spec.name), vec![spec.outputs], encode(&values[1], precision)));
    }
    let dtype = if precision == Precision::Half { Dtype::F16 } else { Dtype::F32 };
    let views = tensors.iter().map(|(name, shape, bytes)| Ok((name, TensorView::new(dtype, shape.clone(), bytes)?)));
    let views = views.collect::<std::result::Result<Vec<_>, safetensors::SafeTensorError>>().map_err(refuse)?;
    let json = serde_json::to_string(&config).map_err(refuse)?;
    safetensors::serialize(views, Some(HashMap::from([(CONFIG_KEY.into(), json)]))).map_err(refuse)
}

/// Weight `[inputs, outputs]` and bias of each layer in turn, in one read of the device.
///
/// # Errors
/// [`Error::Device`] when the device cannot be read.
pub async fn read_layers(model: &Vae) -> Result<Vec<Vec<f32>>> {
    let mut transaction = Transaction::default();
    for layer in model.layers() {
        transaction = transaction.register(layer.weight.val().inner());
        if let Some(bias) = &layer.bias {
            transaction = transaction.register(bias.val().inner());
        }
    }
    let data = transaction.execute_async().await?;
    data.into_iter().map(|data| data.try_into_vec().map_err(|error| Error::Device(error.to_string()))).collect()
}

/// A model from a safetensors file, with the config that the file states.
///
/// # Errors
/// [`Error::Weights`] naming what was expected and what came: not safetensors, no config, a tensor missing,
/// unknown, of another shape or type, or with a value that is not finite.
pub fn read(bytes: &[u8], device: &Device) -> Result<Vae> {
    let file = SafeTensors::deserialize(bytes).map_err(|error| {
        Error::Weights(format!("expected a safetensors file, got {} bytes that are none ({error})", bytes.len()))
    })?;
    let (_, metadata) = SafeTensors::read_metadata(bytes).map_err(refuse)?;
    let config = stated_config(&metadata)?;
    let specs = layer_specs(&config);
    if let Some(name) = file.names().into_iter().find(|name| !known(&specs, name)) {
        return Err(Error::Weights(format!("expected no tensor beside the model's layers, got `{name}`")));
    }
    Vae::from_layers(&config, |spec| read_layer(&file, spec, device))
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

fn read_layer(file: &SafeTensors, spec: &LayerSpec, device: &Device) -> Result<Linear> {
    let weight = read_tensor(file, &format!("{}.weight", spec.name), &[spec.outputs, spec.inputs])?;
    let bias = read_tensor(file, &format!("{}.bias", spec.name), &[spec.outputs])?;
    Ok(dense(spec, transpose(&weight, spec.outputs, spec.inputs), bias, device))
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
