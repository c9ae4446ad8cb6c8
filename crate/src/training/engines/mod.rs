//! What makes a training step: the dense step on the CPU or on a GPU, or Burn's graph on any device.

mod adam;
pub mod dense;
#[cfg(feature = "webgpu")]
pub mod gpu;
#[cfg(feature = "graph")]
pub mod graph;

use crate::data::batch::Batch;
use crate::data::dataset::Digits;
use crate::device::Backend;
#[cfg(feature = "webgpu")]
use crate::device::client;
#[cfg(feature = "graph")]
use crate::device::cpu;
use crate::error::{Error, Result};
#[cfg(feature = "graph")]
use crate::model::Vae;
use crate::model::weights::Weights;
use crate::settings::{RunConfig, TrainConfig};
use dense::DenseVae;
#[cfg(feature = "webgpu")]
use gpu::GpuVae;
#[cfg(feature = "graph")]
use graph::Graph;

/// A model in training. All engines take the same steps up to float tolerance.
pub enum Engine {
    Dense(Box<DenseVae>),
    #[cfg(feature = "webgpu")]
    Gpu(Box<GpuVae>),
    /// Trains every model, and is the others' oracle.
    #[cfg(feature = "graph")]
    Graph(Box<Graph>),
}

impl Engine {
    /// The fastest engine for a run on a backend; goes on with `weights`.
    ///
    /// # Errors
    /// [`crate::error::Error::Device`] when the backend cannot be opened, or does not train such a model.
    pub async fn fastest(weights: Weights, config: &RunConfig, backend: Backend) -> Result<Self> {
        if backend == Backend::WebGpu && !config.trains_on_gpu() {
            let message = "expected a dense VAE with a Bernoulli likelihood, whole inputs and Adam, which is what \
                           WebGPU trains; train this model on the CPU";
            return Err(Error::Device(message.into()));
        }
        if !config.is_plain() {
            return Self::general(weights, &config.train);
        }
        Ok(match backend {
            Backend::Cpu => Self::Dense(Box::new(DenseVae::new(weights))),
            #[cfg(feature = "webgpu")]
            Backend::WebGpu => Self::Gpu(Box::new(GpuVae::new(client().await?, &weights))),
            #[cfg(not(feature = "webgpu"))]
            Backend::WebGpu => {
                let message = "expected a build with WebGPU; build with the feature `webgpu`";
                return Err(Error::Device(message.into()));
            }
        })
    }

    /// The engine for whatever the written-out ones do not train.
    #[cfg(feature = "graph")]
    fn general(weights: Weights, train: &TrainConfig) -> Result<Self> {
        let device = cpu()?;
        Ok(Self::Graph(Box::new(Graph::new(Vae::from_weights(weights, &device)?, train, &device))))
    }

    #[cfg(not(feature = "graph"))]
    fn general(_: Weights, _: &TrainConfig) -> Result<Self> {
        Err(Error::Device("expected a build with Burn, which trains such a model; load the CPU build".into()))
    }

    /// One step of the optimiser.
    ///
    /// # Errors
    /// [`crate::error::Error::Argument`] for a batch whose parts do not fit each other.
    pub fn step(&mut self, batch: &Batch, beta: f64, learning_rate: f64) -> Result<()> {
        match self {
            Self::Dense(dense) => dense.step(batch, beta as f32, learning_rate as f32),
            #[cfg(feature = "webgpu")]
            Self::Gpu(gpu) => {
                batch.check(gpu.latent_size())?;
                gpu.step(&batch.targets, &batch.noise, beta as f32, learning_rate as f32);
                Ok(())
            }
            #[cfg(feature = "graph")]
            Self::Graph(graph) => graph.step(batch, beta, learning_rate),
        }
    }

    /// One step of the optimiser on the digits that `indices` name, as they are, with noise as a batch has it.
    /// Every call must bring the same digits: a GPU keeps them.
    ///
    /// # Errors
    /// [`crate::error::Error::Argument`] for an index past the end.
    pub fn step_on(
        &mut self,
        digits: &Digits,
        indices: &[usize],
        noise: Vec<f32>,
        beta: f64,
        learning_rate: f64,
    ) -> Result<()> {
        match self {
            #[cfg(feature = "webgpu")]
            Self::Gpu(gpu) => gpu.step_on(digits, indices, &noise, beta as f32, learning_rate as f32),
            _ => self.step(&Batch::of(digits, indices.iter().copied(), noise)?, beta, learning_rate),
        }
    }

    /// Does ahead what the first step would have to wait for, and waits for it.
    ///
    /// # Errors
    /// [`crate::error::Error::Device`] when the device fails.
    #[cfg_attr(not(feature = "webgpu"), allow(unused_variables))]
    pub async fn prepare(&mut self, digits: &Digits) -> Result<()> {
        match self {
            #[cfg(feature = "webgpu")]
            Self::Gpu(gpu) => gpu.prepare(digits).await,
            _ => Ok(()),
        }
    }

    /// Sums of the reconstruction term and the KL over the images since the last call, in nats.
    ///
    /// # Errors
    /// [`crate::error::Error::Device`] when the device fails.
    pub async fn take_sums(&mut self) -> Result<[f64; 2]> {
        match self {
            Self::Dense(dense) => Ok(dense.take_sums()),
            #[cfg(feature = "webgpu")]
            Self::Gpu(gpu) => gpu.take_sums().await,
            #[cfg(feature = "graph")]
            Self::Graph(graph) => graph.take_sums().await,
        }
    }

    /// Sums of both terms over a batch, in nats; nothing is learnt, and [`Engine::take_sums`] does not count it.
    ///
    /// # Errors
    /// As [`Engine::step`], and [`crate::error::Error::Device`] when the device fails.
    pub async fn evaluate(&mut self, batch: &Batch) -> Result<[f64; 2]> {
        match self {
            Self::Dense(dense) => dense.evaluate(batch),
            #[cfg(feature = "webgpu")]
            Self::Gpu(gpu) => {
                batch.check(gpu.latent_size())?;
                gpu.evaluate(&batch.targets, &batch.noise).await
            }
            #[cfg(feature = "graph")]
            Self::Graph(graph) => graph.evaluate(batch).await,
        }
    }

    /// The weights as they are now.
    ///
    /// # Errors
    /// [`crate::error::Error::Device`] when the device cannot be read.
    pub async fn weights(&mut self) -> Result<Weights> {
        match self {
            Self::Dense(dense) => Ok(dense.weights()),
            #[cfg(feature = "webgpu")]
            Self::Gpu(gpu) => gpu.weights().await,
            #[cfg(feature = "graph")]
            Self::Graph(graph) => graph.weights().await,
        }
    }
}
