//! Where the command line trains.

use latent_explorer::device::Backend;

use crate::Failure;

/// What does the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Choice {
    Cpu,
    /// The GPU, by whichever of the following reaches it.
    Webgpu,
    Vulkan,
    Metal,
    Dx12,
}

impl Choice {
    /// Opens it, and says which GPU that is.
    pub async fn open(self) -> Result<Backend, Failure> {
        if self == Self::Cpu {
            return Ok(Backend::Cpu);
        }
        self.open_gpu().await?;
        Ok(Backend::WebGpu)
    }

    #[cfg(feature = "webgpu")]
    async fn open_gpu(self) -> Result<(), Failure> {
        use latent_explorer::device::{Graphics, open_gpu};

        let graphics = match self {
            Self::Cpu | Self::Webgpu => None,
            Self::Vulkan => Some(Graphics::Vulkan),
            Self::Metal => Some(Graphics::Metal),
            Self::Dx12 => Some(Graphics::Dx12),
        };
        crate::say::say(&format!("trains on {}", open_gpu(graphics).await?));
        Ok(())
    }

    #[cfg(not(feature = "webgpu"))]
    async fn open_gpu(self) -> Result<(), Failure> {
        Err("expected a build with a GPU's engine for this --backend; build with `--features cli,webgpu`".into())
    }
}
