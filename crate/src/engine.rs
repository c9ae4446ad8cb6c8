//! What makes a training step: Burn's graph on any device, or the dense step on the CPU or on a GPU.

use burn::tensor::Device;

use crate::dense::DenseVae;
use crate::device::{self, Backend};
use crate::error::Result;
#[cfg(feature = "webgpu")]
use crate::gpu::GpuVae;
use crate::graph::Graph;
use crate::model::Vae;
use crate::weights::read_layers;

/// A model in training. All engines take the same steps up to float tolerance.
pub enum Engine {
    Graph(Box<Graph>),
    Dense(DenseVae),
    #[cfg(feature = "webgpu")]
    Gpu(Box<GpuVae>),
}

impl Engine {
    /// The faster engine for a backend; goes on with `model`, which lives on `on`.
    ///
    /// # Errors
    /// [`crate::error::Error::Device`] when the model cannot be read.
    pub async fn fastest(model: Vae, backend: Backend, on: &Device) -> Result<Self> {
        Ok(match backend {
            Backend::Cpu => Self::Dense(DenseVae::new(&model.config(), read_layers(&model).await?)),
            #[cfg(feature = "webgpu")]
            Backend::WebGpu => {
                Self::Gpu(Box::new(GpuVae::new(device::client(), &model.config(), &read_layers(&model).await?)))
            }
            #[cfg(not(feature = "webgpu"))]
            Backend::WebGpu => Self::Graph(Box::new(Graph::new(model, on))),
        })
    }

    /// One step of Adam on grey bytes `[N, 784]` with noise `[N, Z]`.
    ///
    /// # Errors
    /// [`crate::error::Error::Argument`] for bytes that are not whole images.
    pub fn step(&mut self, images: &[u8], noise: Vec<f32>, beta: f64, learning_rate: f64) -> Result<()> {
        match self {
            Self::Graph(graph) => graph.step(images, noise, beta, learning_rate),
            Self::Dense(dense) => dense.step(images, &noise, beta as f32, learning_rate as f32),
            #[cfg(feature = "webgpu")]
            Self::Gpu(gpu) => gpu.step(images, &noise, beta as f32, learning_rate as f32),
        }
    }

    /// Sums of the reconstruction term and the KL over the images since the last call, in nats.
    ///
    /// # Errors
    /// [`crate::error::Error::Device`] when the device fails.
    pub async fn take_sums(&mut self) -> Result<[f64; 2]> {
        match self {
            Self::Graph(graph) => graph.take_sums().await,
            Self::Dense(dense) => Ok(dense.take_sums()),
            #[cfg(feature = "webgpu")]
            Self::Gpu(gpu) => gpu.take_sums().await,
        }
    }

    /// The model as it is now, without gradients, on `device`.
    ///
    /// # Errors
    /// [`crate::error::Error::Device`] when the device cannot be read.
    pub async fn model(&self, device: &Device) -> Result<Vae> {
        match self {
            Self::Graph(graph) => Ok(graph.model()),
            Self::Dense(dense) => dense.model(device),
            #[cfg(feature = "webgpu")]
            Self::Gpu(gpu) => gpu.model(device).await,
        }
    }
}
