//! Weights in and out as safetensors, with PyTorch's names and shapes (`weight` is `[outputs, inputs]`).
//!
//! The file describes itself: its metadata holds the [`ModelConfig`] as JSON under `model`. A run's checkpoint is such a
//! file with more in it, and is read as the model that it holds.

use std::borrow::Cow;
use std::collections::HashMap;

use half::f16;
use safetensors::tensor::{Metadata, View};
use safetensors::{Dtype, SafeTensors};

use super::unique::Unique;
use crate::error::{Error, Result, grouped, quoted};
use crate::seed::{Stream, generator, normals, uniforms};
use crate::settings::ModelConfig;
use crate::settings::layers::{LayerSpec, Start, TensorSpec, encoder, tensor_specs};

/// Of the metadata.
pub(crate) const CONFIG_KEY: &str = "model";
/// Bytes of a file's header at most, beside the names that its model brings along ([`names_of`]): 1 MiB, 1,048,576 bytes.
const MAX_HEADER: usize = 1 << 20;
/// Bytes with those names, 8 MiB: no more is read. They alone may be more than 1 MiB: a run of 1,024 layers has a header of
/// 1,195,520 bytes, with layer normalisation and its best model one of 3,114,816, and the most items take 4 MB.
const MAX_NAMED_HEADER: usize = 1 << 23;
/// How the names of tensors begin that a run has beside its model.
const OF_A_RUN: [&str; 2] = ["optimizer.", "best."];

/// How the numbers are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// Exact.
    Full,
    /// float16: half the bytes, for models that are shipped.
    Half,
}

/// A model's numbers on the host: all that its config asks for, whatever their values.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    config: ModelConfig,
    tensors: Vec<Vec<f32>>,
}

impl Weights {
    /// From the values of each of [`tensor_specs`] in turn, row by row; a dense layer's weight as `[inputs, outputs]`.
    ///
    /// # Errors
    /// [`Error::Field`] for a config that is not valid, [`Error::Weights`] for tensors of another number or size.
    pub fn new(config: ModelConfig, tensors: Vec<Vec<f32>>) -> Result<Self> {
        config.validate()?;
        fit(&tensor_specs(&config), &tensors)?;
        Ok(Self { config, tensors })
    }

    /// Weights and biases from U(-k, k), k = 1 / sqrt(fan-in), as PyTorch's layers start; of normalisations 1 and 0; the means of a
    /// mixture as prior from N(0, 1). A full covariance starts as a diagonal one: as noise its rows would teach the decoder to do
    /// without z.
    ///
    /// # Errors
    /// [`Error::Field`] for a config that is not valid.
    pub fn fresh(config: &ModelConfig, seed: u32) -> Result<Self> {
        config.validate()?;
        let mut rng = generator(seed, Stream::Weights);
        let tensors = tensor_specs(config).into_iter().map(|spec| {
            let count = spec.shape.iter().product();
            match spec.start {
                Start::Uniform { fan_in } => uniforms(&mut rng, 1.0 / (fan_in as f32).sqrt(), count),
                Start::Ones => vec![1.0; count],
                Start::Normal => normals(&mut rng, count),
                Start::Zeros => vec![0.0; count],
            }
        });
        let mut tensors: Vec<Vec<f32>> = tensors.collect();
        if config.full_covariance {
            let end = encoder(config).iter().flat_map(LayerSpec::tensors).count();
            for row in tensors[end - 2..end].iter_mut().flat_map(|it| it.chunks_exact_mut(config.posterior_size())) {
                row[2 * config.latent_size..].fill(0.0);
            }
        }
        Self::new(config.clone(), tensors)
    }

    /// What the model is made of.
    pub fn config(&self) -> &ModelConfig {
        &self.config
    }

    /// The values of each of [`tensor_specs`] in turn, as [`Weights::new`] takes them.
    pub fn tensors(&self) -> &[Vec<f32>] {
        &self.tensors
    }

    /// What [`Weights::new`] took.
    pub fn into_parts(self) -> (ModelConfig, Vec<Vec<f32>>) {
        (self.config, self.tensors)
    }

    /// Whether no value is infinite or not a number.
    pub fn are_finite(&self) -> bool {
        self.tensors.iter().flatten().all(|value| value.is_finite())
    }
}

/// Weights as a safetensors file.
///
/// # Errors
/// [`Error::Weights`] for a value that is no number, or too large for the precision, and when the format refuses.
pub fn write(weights: &Weights, precision: Precision) -> Result<Vec<u8>> {
    write_with(weights, precision, HashMap::new())
}

/// Weights as a safetensors file, with what else is said of them as metadata.
///
/// # Errors
/// As [`write()`].
pub fn write_with(weights: &Weights, precision: Precision, about: HashMap<String, String>) -> Result<Vec<u8>> {
    let tensors = stored(&weights.config, &weights.tensors, precision, "")?;
    let mut metadata = about;
    metadata.insert(CONFIG_KEY.into(), serde_json::to_string(&weights.config).map_err(refuse)?);
    safetensors::serialize(tensors, Some(metadata)).map_err(refuse)
}

/// A tensor as a file holds it. Its bytes are made when they are written, so that there are those of one tensor at a time.
pub(crate) struct Stored<'a> {
    shape: Vec<usize>,
    values: &'a [f32],
    transposed: bool,
    precision: Precision,
}

impl View for Stored<'_> {
    fn dtype(&self) -> Dtype {
        if self.precision == Precision::Half { Dtype::F16 } else { Dtype::F32 }
    }

    fn shape(&self) -> &[usize] {
        &self.shape
    }

    fn data(&self) -> Cow<'_, [u8]> {
        let bytes = match (self.transposed, &*self.shape) {
            (true, &[rows, columns]) => encode(&transpose(self.values, columns, rows), self.precision),
            _ => encode(self.values, self.precision),
        };
        bytes.into()
    }

    fn data_len(&self) -> usize {
        self.values.len() * self.dtype().bitsize() / 8
    }
}

/// Tensors of a model as a file holds them, `prefix` before each name.
///
/// # Errors
/// [`Error::Weights`] for tensors of another number or size, and for values that the precision cannot hold.
pub(crate) fn stored<'a>(
    config: &ModelConfig,
    tensors: &'a [Vec<f32>],
    precision: Precision,
    prefix: &str,
) -> Result<Vec<(String, Stored<'a>)>> {
    let specs = tensor_specs(config);
    fit(&specs, tensors)?;
    let largest = if precision == Precision::Half { f16::MAX.to_f32() } else { f32::MAX };
    let stored = |(spec, values): (TensorSpec, &'a Vec<f32>)| {
        let TensorSpec { name, shape, transposed, .. } = spec;
        if let Some(value) = values.iter().find(|value| !value.is_finite() || value.abs() > largest) {
            let [largest, value] = [largest, *value].map(grouped);
            return Err(Error::Weights(format!("expected tensor `{name}` within {largest} in size, got {value}")));
        }
        Ok((format!("{prefix}{name}"), Stored { shape, values, transposed, precision }))
    };
    specs.into_iter().zip(tensors).map(stored).collect()
}

fn fit(specs: &[TensorSpec], tensors: &[Vec<f32>]) -> Result<()> {
    if specs.len() != tensors.len() {
        let (expected, got) = (specs.len(), tensors.len());
        return Err(Error::Weights(format!("expected the model's {expected} tensors, got {got}")));
    }
    for (TensorSpec { name, shape, .. }, values) in specs.iter().zip(tensors) {
        if values.len() != shape.iter().product::<usize>() {
            let message = format!("expected tensor `{name}` of shape {shape:?}, got {} values", grouped(values.len()));
            return Err(Error::Weights(message));
        }
    }
    Ok(())
}

/// Weights from a safetensors file, with the config that the file states.
///
/// # Errors
/// [`Error::Weights`] naming what was expected and what came: not safetensors, no config, a tensor missing,
/// unknown, of another shape or type, or with a value that is not finite.
pub fn read(bytes: &[u8]) -> Result<Weights> {
    let none = |error: &dyn std::fmt::Display| {
        Error::Weights(format!(
            "expected a safetensors file, got {} bytes that are none ({error})",
            grouped(bytes.len())
        ))
    };
    serde_json::from_slice::<Unique>(header(bytes)?).map_err(|error| none(&error))?;
    let file = SafeTensors::deserialize(bytes).map_err(|error| none(&error))?;
    let (length, metadata) = SafeTensors::read_metadata(bytes).map_err(refuse)?;
    let config = stated_config(&metadata)?;
    let specs = tensor_specs(&config);
    let most = MAX_HEADER + names_of(&config, &specs)?;
    within(length, most, &format!(" ({} beside the names of its tensors and items)", grouped(MAX_HEADER)))?;
    let is_known = |name: &str| {
        OF_A_RUN.iter().any(|prefix| name.starts_with(prefix)) || specs.iter().any(|spec| spec.name == name)
    };
    if let Some(name) = file.names().into_iter().find(|name| !is_known(name)) {
        return Err(Error::Weights(format!("expected no tensor beside the model's layers, got `{}`", quoted(name))));
    }
    let tensors = tensors_in(&file, &config, "")?;
    Weights::new(config, tensors)
}

/// The part of a file that describes the rest, empty where there is none; safetensors itself reads up to 100 MB.
fn header(bytes: &[u8]) -> Result<&[u8]> {
    let Some((length, rest)) = bytes.split_first_chunk() else { return Ok(&[]) };
    let length = usize::try_from(u64::from_le_bytes(*length)).unwrap_or(usize::MAX);
    if length <= rest.len() {
        within(length, MAX_NAMED_HEADER, "")?;
    }
    Ok(rest.get(..length).unwrap_or_default())
}

fn within(length: usize, most: usize, of_which: &str) -> Result<()> {
    if length <= most {
        return Ok(());
    }
    let [most, length] = [most, length].map(grouped);
    Err(Error::Weights(format!(
        "expected a safetensors file with a header of at most {most} bytes{of_which}, got {length}"
    )))
}

/// Bytes of a header for what grows with a model: an entry for each tensor, as often as a run has it (the model's own, two moments
/// and the best), and the names of items, which stand in the config of the model and in that of the run, JSON within JSON.
fn names_of(config: &ModelConfig, specs: &[TensorSpec]) -> Result<usize> {
    /// `optimizer.second.` before a name, its type, its shape, and where its bytes begin and end.
    const BESIDE_A_NAME: usize = 128;
    let entries: usize = specs.iter().map(|spec| spec.name.len() + BESIDE_A_NAME).sum();
    let items = serde_json::to_string(&config.data.items).and_then(|json| serde_json::to_string(&json));
    Ok(4 * entries + 2 * items.map_err(refuse)?.len())
}

/// What [`Weights::new`] takes, of tensors with `prefix` before the model's names.
pub(crate) fn tensors_in(file: &SafeTensors, config: &ModelConfig, prefix: &str) -> Result<Vec<Vec<f32>>> {
    let specs = tensor_specs(config).into_iter();
    let named = specs.map(|spec| TensorSpec { name: format!("{prefix}{}", spec.name), ..spec });
    named.map(|spec| read_tensor(file, &spec)).collect()
}

fn stated_config(metadata: &Metadata) -> Result<ModelConfig> {
    let json = metadata.metadata().as_ref().and_then(|entries| entries.get(CONFIG_KEY)).ok_or_else(|| {
        Error::Weights(format!("expected the model's config in the metadata under `{CONFIG_KEY}`, got none"))
    })?;
    let unreadable = |error| Error::Weights(format!("expected a model's config, got `{}` ({error})", quoted(json)));
    serde_json::from_str::<Unique>(json).map_err(unreadable)?;
    let stated: serde_json::Map<String, serde_json::Value> = serde_json::from_str(json).map_err(unreadable)?;
    // Choices that a file's writer did not have yet are as by default; the sizes must be stated.
    let serde_json::Value::Object(mut settings) = serde_json::to_value(ModelConfig::default()).map_err(refuse)? else {
        unreachable!("a struct is an object");
    };
    settings.retain(|name, _| !matches!(name.as_str(), "latentSize" | "hiddenSizes"));
    settings.extend(stated);
    let config: ModelConfig = serde_json::from_value(settings.into()).map_err(unreadable)?;
    config.validate().map_err(refuse)?;
    Ok(config)
}

fn read_tensor(file: &SafeTensors, TensorSpec { name, shape, transposed, .. }: &TensorSpec) -> Result<Vec<f32>> {
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
        None if *transposed => Ok(transpose(&values, shape[0], shape[1])),
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
    // Of its size from the first: it may be most of the memory that there is.
    let mut transposed = Vec::with_capacity(values.len());
    (0..columns).for_each(|column| transposed.extend((0..rows).map(|row| values[row * columns + column])));
    transposed
}

fn refuse(error: impl std::fmt::Display) -> Error {
    Error::Weights(error.to_string())
}
