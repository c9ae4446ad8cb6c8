//! Which backend does the work.

#[cfg(feature = "graph")]
use burn::tensor::Device;
#[cfg(feature = "webgpu")]
use cubecl::wgpu::{AutoGraphicsApi, GraphicsApi, RuntimeOptions, WgpuDevice, WgpuSetup, try_init_setup_async};
use serde::{Deserialize, Serialize};

#[cfg(any(feature = "graph", feature = "webgpu"))]
use crate::error::{Error, Result};

/// Where tensors live.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Backend {
    /// burn-flex, or burn-ndarray in a build with that feature alone.
    Cpu,
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

/// What a GPU is spoken to by, natively.
#[cfg(all(feature = "webgpu", not(target_arch = "wasm32")))]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Graphics {
    Vulkan,
    Metal,
    Dx12,
}

/// What the GPU engine uploads at once with room to spare, so that its uploads decide when work is submitted.
#[cfg(feature = "webgpu")]
const TASKS_PER_SUBMISSION: usize = 64;
/// The runtime can be set up only once.
#[cfg(feature = "webgpu")]
static OPENED: std::sync::OnceLock<()> = std::sync::OnceLock::new();

/// Opens the GPU for all that follows, by `graphics` or by whatever reaches it; says its name and what it is spoken to by.
///
/// # Errors
/// [`Error::Device`] when no adapter can be had so.
#[cfg(all(feature = "webgpu", not(target_arch = "wasm32")))]
pub async fn open_gpu(graphics: Option<Graphics>) -> Result<String> {
    use cubecl::wgpu::{Dx12, Metal, Vulkan};

    let setup = match graphics {
        None => set_up::<AutoGraphicsApi>().await,
        Some(Graphics::Vulkan) => set_up::<Vulkan>().await,
        Some(Graphics::Metal) => set_up::<Metal>().await,
        Some(Graphics::Dx12) => set_up::<Dx12>().await,
    }?;
    let info = setup.adapter.get_info();
    Ok(format!("{}, by {}", info.name, info.backend))
}

#[cfg(feature = "webgpu")]
async fn set_up<Api: GraphicsApi>() -> Result<WgpuSetup> {
    call_constructors();
    let options = RuntimeOptions { tasks_max: TASKS_PER_SUBMISSION, ..RuntimeOptions::default() };
    let opened = try_init_setup_async::<Api>(&WgpuDevice::default(), options).await;
    let setup = opened.map_err(|error| Error::Device(format!("no WebGPU adapter could be opened: {error}")))?;
    let _ = OPENED.set(());
    Ok(setup)
}

/// For kernels of one's own, on the WebGPU device.
///
/// # Errors
/// [`Error::Device`] when no adapter can be had.
#[cfg(feature = "webgpu")]
pub async fn client() -> Result<cubecl::client::Client> {
    if OPENED.get().is_none() {
        set_up::<AutoGraphicsApi>().await?;
    }
    Ok(cubecl::Device::Wgpu(WgpuDevice::default()).client())
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
