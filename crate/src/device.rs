//! Which backend does the work.

use burn::tensor::Device;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

/// Where tensors live.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
#[serde(rename_all = "lowercase")]
pub enum Backend {
    /// burn-flex, or burn-ndarray in a build with that feature alone.
    Cpu,
    #[cfg_attr(feature = "cli", value(name = "webgpu"))]
    /// WebGPU in the browser, Vulkan, Metal or DirectX natively.
    WebGpu,
}

/// Opens a backend of this build.
///
/// # Errors
/// [`Error::Device`] when the build lacks the backend or no adapter can be had.
pub async fn open(backend: Backend) -> Result<Device> {
    match backend {
        Backend::Cpu => cpu(),
        Backend::WebGpu => webgpu().await,
    }
}

/// The CPU backend of this build.
///
/// # Errors
/// [`Error::Device`] when the build has none.
#[cfg(feature = "flex")]
pub fn cpu() -> Result<Device> {
    Ok(Device::flex())
}

#[cfg(all(feature = "ndarray", not(feature = "flex")))]
#[allow(deprecated)] // Burn moves to flex; the feature stays for comparison
pub fn cpu() -> Result<Device> {
    Ok(Device::ndarray())
}

#[cfg(not(any(feature = "flex", feature = "ndarray")))]
pub fn cpu() -> Result<Device> {
    Err(Error::Device("expected a build with a CPU backend; build with the feature `flex` or `ndarray`".into()))
}

/// A step queues some 200 small dispatches; submitting them in few groups keeps the host short.
#[cfg(feature = "webgpu")]
const TASKS_PER_SUBMISSION: usize = 64;

#[cfg(feature = "webgpu")]
async fn webgpu() -> Result<Device> {
    let options = Device::wgpu_options().tasks_max(TASKS_PER_SUBMISSION);
    options.init_async().await.map_err(|error| Error::Device(format!("no WebGPU adapter could be opened: {error}")))
}

#[cfg(not(feature = "webgpu"))]
async fn webgpu() -> Result<Device> {
    Err(Error::Device("expected a build with WebGPU; build with the feature `webgpu`".into()))
}
