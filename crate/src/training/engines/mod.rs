//! What makes a training step: one written out for the CPU, one for a GPU, and their oracle in the tests, Burn's graph on any
//! device.

pub mod cpu;
#[cfg(feature = "webgpu")]
pub mod gpu;
#[cfg(feature = "graph")]
pub mod graph;

use std::pin::Pin;

use super::schedule::Rates;
use crate::data::batch::Batch;
use crate::data::dataset::Dataset;
use crate::device::Backend;
use crate::error::{Error, Result};
use crate::model::weights::Weights;
use crate::settings::layers::tensor_specs;
use crate::settings::{ModelConfig, Optimizer, RunConfig, TrainConfig};

/// What an engine may have to wait for a device for.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + 'a>>;

/// An answer that needs no waiting.
fn now<'a, T: 'a>(result: Result<T>) -> Answer<'a, T> {
    Box::pin(std::future::ready(result))
}

/// A model in training. All engines take the same steps up to float tolerance.
pub trait Engine {
    /// One step of the optimiser.
    ///
    /// # Errors
    /// [`Error::Argument`] for a batch whose parts do not fit each other.
    fn step(&mut self, batch: &Batch, rates: Rates) -> Result<()>;

    /// One step of the optimiser on the images that `indices` name, as they are, with noise as a batch has it.
    /// Every call must bring the same data: a GPU keeps it.
    ///
    /// # Errors
    /// [`Error::Argument`] for an index past the end.
    fn step_on(&mut self, data: &Dataset, indices: &[usize], noise: Vec<f32>, rates: Rates) -> Result<()> {
        self.step(&Batch::of(data, indices.iter().copied(), noise)?, rates)
    }

    /// Does ahead what the first step would have to wait for, and waits for it.
    ///
    /// # Errors
    /// [`Error::Device`] when the device fails.
    fn prepare<'a>(&'a mut self, _data: &'a Dataset) -> Answer<'a, ()> {
        now(Ok(()))
    }

    /// Sums of the reconstruction term and the KL over the images since the last call, in nats.
    ///
    /// # Errors
    /// [`Error::Device`] when the device fails.
    fn take_sums(&mut self) -> Answer<'_, [f64; 2]>;

    /// Sums of both terms over a batch, in nats; nothing is learnt, and [`Engine::take_sums`] does not count it.
    ///
    /// # Errors
    /// As [`Engine::step`], and [`Error::Device`] when the device fails.
    fn evaluate<'a>(&'a mut self, batch: &'a Batch) -> Answer<'a, [f64; 2]>;

    /// The weights as they are now.
    ///
    /// # Errors
    /// [`Error::Device`] when the device cannot be read.
    fn weights(&mut self) -> Answer<'_, Weights>;

    /// What the optimiser has gathered so far.
    ///
    /// # Errors
    /// [`Error::Device`] when the device cannot be read.
    fn optimizer(&mut self) -> Answer<'_, OptimizerState>;

    /// Goes on with what an optimiser had gathered in so many steps.
    ///
    /// # Errors
    /// [`Error::Weights`] for the state of another optimiser or model.
    fn restore(&mut self, optimizer: OptimizerState, steps: i32) -> Result<()>;
}

/// What an optimiser gathers from step to step.
#[derive(Debug, Clone, PartialEq)]
pub enum OptimizerState {
    /// As many lists as it gathers numbers of each weight ([`Optimizer::moments`]), each as [`Weights::tensors`] are.
    Moments(Vec<Vec<Vec<f32>>>),
    /// Not kept: it gathers afresh.
    Afresh,
}

impl OptimizerState {
    /// Those of such a model by such an optimiser; none where they were not kept.
    ///
    /// # Errors
    /// [`Error::Weights`] for another optimiser's, or moments of another shape.
    fn into_moments(self, model: &ModelConfig, optimizer: Optimizer) -> Result<Option<Vec<Vec<Vec<f32>>>>> {
        let Self::Moments(moments) = self else { return Ok(None) };
        let (expected, got) = (optimizer.moments(), moments.len());
        if got != expected {
            return Err(Error::Weights(format!(
                "expected {expected} numbers of each weight, which is what this optimiser gathers, got {got} of another one"
            )));
        }
        let sizes = || tensor_specs(model).into_iter().map(|spec| spec.shape.iter().product::<usize>());
        if moments.iter().any(|moments| !moments.iter().map(Vec::len).eq(sizes())) {
            return Err(Error::Weights("expected moments of the model's shapes, got others".into()));
        }
        Ok(Some(moments))
    }
}

/// The fastest engine of this build for a run on a backend; goes on with `weights`.
///
/// # Errors
/// [`Error::Device`] when the backend cannot be opened, or does not train such a model.
pub async fn open(weights: Weights, config: &RunConfig, backend: Backend) -> Result<Box<dyn Engine>> {
    if backend == Backend::WebGpu && !config.trains_on_gpu() {
        let message = "expected a model whose parameters, and whose outputs for a batch, take at most 128 MiB, which \
                       is the buffer that every WebGPU device has; make the batch smaller, or train this model on the CPU";
        return Err(Error::Device(message.into()));
    }
    match backend {
        Backend::Cpu => Ok(Box::new(cpu::CpuVae::new(weights, &config.train))),
        Backend::WebGpu => on_gpu(weights, &config.train).await,
    }
}

#[cfg(feature = "webgpu")]
async fn on_gpu(weights: Weights, train: &TrainConfig) -> Result<Box<dyn Engine>> {
    Ok(Box::new(gpu::GpuVae::new(crate::device::client().await?, weights, train)))
}

#[cfg(not(feature = "webgpu"))]
async fn on_gpu(_: Weights, _: &TrainConfig) -> Result<Box<dyn Engine>> {
    Err(Error::Device("expected a build with WebGPU; build with the feature `webgpu`".into()))
}
