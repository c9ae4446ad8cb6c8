//! What makes a training step: the dense step on the CPU or on a GPU, or Burn's graph on any device.

use crate::dataset::Digits;
use crate::dense::DenseVae;
use crate::device::Backend;
#[cfg(feature = "webgpu")]
use crate::device::client;
#[cfg(not(feature = "webgpu"))]
use crate::error::Error;
use crate::error::Result;
#[cfg(feature = "webgpu")]
use crate::gpu::GpuVae;
#[cfg(feature = "graph")]
use crate::graph::Graph;
use crate::weights::Weights;

/// A model in training. All engines take the same steps up to float tolerance.
pub enum Engine {
    Dense(Box<DenseVae>),
    #[cfg(feature = "webgpu")]
    Gpu(Box<GpuVae>),
    /// The others' oracle.
    #[cfg(feature = "graph")]
    Graph(Box<Graph>),
}

impl Engine {
    /// The fastest engine for a backend; goes on with `weights`.
    ///
    /// # Errors
    /// [`crate::error::Error::Device`] when the backend cannot be opened.
    pub async fn fastest(weights: Weights, backend: Backend) -> Result<Self> {
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

    /// One step of Adam on grey bytes `[N, 784]` with noise `[N, Z]`.
    ///
    /// # Errors
    /// [`crate::error::Error::Argument`] for bytes that are not whole images.
    pub fn step(&mut self, images: &[u8], noise: Vec<f32>, beta: f64, learning_rate: f64) -> Result<()> {
        match self {
            Self::Dense(dense) => dense.step(images, &noise, beta as f32, learning_rate as f32),
            #[cfg(feature = "webgpu")]
            Self::Gpu(gpu) => gpu.step(images, &noise, beta as f32, learning_rate as f32),
            #[cfg(feature = "graph")]
            Self::Graph(graph) => graph.step(images, noise, beta, learning_rate),
        }
    }

    /// One step of Adam on the digits that `indices` name, with noise `[N, Z]`. Every call must bring the same
    /// digits: a GPU keeps them.
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
            _ => self.step(&digits.gather(indices)?, noise, beta, learning_rate),
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
    pub async fn evaluate(&mut self, images: &[u8], noise: Vec<f32>) -> Result<[f64; 2]> {
        match self {
            Self::Dense(dense) => dense.evaluate(images, &noise),
            #[cfg(feature = "webgpu")]
            Self::Gpu(gpu) => gpu.evaluate(images, &noise).await,
            #[cfg(feature = "graph")]
            Self::Graph(graph) => graph.evaluate(images, noise).await,
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
