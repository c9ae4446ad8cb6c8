//! Which backend does the work.

#[cfg(feature = "graph")]
use burn::tensor::Device;
#[cfg(feature = "webgpu")]
use cubecl::wgpu::{AutoGraphicsApi, RuntimeOptions, WgpuDevice, try_init_setup_async};
use serde::{Deserialize, Serialize};

#[cfg(any(feature = "graph", feature = "webgpu"))]
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

/// Opens Burn's device for a backend of this build.
///
/// # Errors
/// [`Error::Device`] when the build lacks the backend or no adapter can be had.
#[cfg(feature = "graph")]
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

#[cfg(all(feature = "graph", not(any(feature = "flex", feature = "ndarray"))))]
pub fn cpu() -> Result<Device> {
    Err(Error::Device("expected a build with a CPU backend; build with the feature `flex` or `ndarray`".into()))
}

/// For kernels of one's own, on the WebGPU device.
///
/// # Errors
/// [`Error::Device`] when no adapter can be had.
#[cfg(feature = "webgpu")]
pub async fn client() -> Result<cubecl::client::Client> {
    /// What the GPU engine uploads at once with room to spare, so that its uploads decide when work is submitted.
    const TASKS_PER_SUBMISSION: usize = 64;
    /// The runtime can be set up only once.
    static OPENED: std::sync::OnceLock<()> = std::sync::OnceLock::new();

    let device = WgpuDevice::default();
    if OPENED.get().is_none() {
        call_constructors();
        let options = RuntimeOptions { tasks_max: TASKS_PER_SUBMISSION, ..RuntimeOptions::default() };
        let opened = try_init_setup_async::<AutoGraphicsApi>(&device, options).await;
        opened.map_err(|error| Error::Device(format!("no WebGPU adapter could be opened: {error}")))?;
        let _ = OPENED.set(());
    }
    Ok(cubecl::Device::Wgpu(device).client())
}

/// Burn's device on the same adapter, which is `CubeCL`'s default device.
#[cfg(feature = "oracle")]
async fn webgpu() -> Result<Device> {
    client().await?;
    Ok(Device::wgpu(burn::tensor::DeviceKind::DefaultDevice))
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

#[cfg(all(feature = "graph", not(feature = "oracle")))]
async fn webgpu() -> Result<Device> {
    Err(Error::Device("expected a build with Burn on WebGPU; build with the feature `oracle`".into()))
}
