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

#[cfg(feature = "webgpu")]
async fn webgpu() -> Result<Device> {
    /// A step queues some 200 small dispatches; submitting them in few groups keeps the host short.
    const TASKS_PER_SUBMISSION: usize = 64;
    /// The runtime can be set up only once.
    static OPENED: std::sync::OnceLock<Device> = std::sync::OnceLock::new();

    if let Some(device) = OPENED.get() {
        return Ok(device.clone());
    }
    call_constructors();
    let options = Device::wgpu_options().tasks_max(TASKS_PER_SUBMISSION);
    let opened = options.init_async().await;
    let device = opened.map_err(|error| Error::Device(format!("no WebGPU adapter could be opened: {error}")))?;
    Ok(OPENED.get_or_init(|| device).clone())
}

/// For kernels of one's own on the device that [`open`] opened.
#[cfg(feature = "webgpu")]
pub fn client() -> cubecl::client::Client {
    cubecl::Device::Wgpu(cubecl::device::WgpuDevice::default()).client()
}

/// CubeCL registers its types by constructors, which a wasm module without `main` never runs by itself:
/// left alone, the linker wraps every export in them, and each call from JavaScript runs them all again
/// (738 ms a step). Calling them once takes that wrapping away.
#[cfg(all(feature = "webgpu", target_arch = "wasm32"))]
fn call_constructors() {
    unsafe extern "C" {
        fn __wasm_call_ctors();
    }
    static ONCE: std::sync::Once = std::sync::Once::new();
    // SAFETY: the linker's own function, without arguments, called once and before CubeCL is used.
    ONCE.call_once(|| unsafe { __wasm_call_ctors() });
}

#[cfg(all(feature = "webgpu", not(target_arch = "wasm32")))]
fn call_constructors() {}

#[cfg(not(feature = "webgpu"))]
async fn webgpu() -> Result<Device> {
    Err(Error::Device("expected a build with WebGPU; build with the feature `webgpu`".into()))
}
