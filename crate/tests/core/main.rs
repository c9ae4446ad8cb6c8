//! The core's tests: the same bodies natively, in wasm on the CPU, and in wasm on WebGPU.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr)] // how a test fails, and says what it leaves out

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);

/// Async tests, run by the native harness or the browser's.
macro_rules! tests {
    ($($(#[$attribute:meta])* async fn $name:ident() $body:block)*) => {$(
        #[cfg(target_arch = "wasm32")]
        #[wasm_bindgen_test::wasm_bindgen_test]
        $(#[$attribute])*
        async fn $name() $body

        #[cfg(not(target_arch = "wasm32"))]
        #[test]
        $(#[$attribute])*
        fn $name() {
            pollster::block_on(async $body)
        }
    )*};
}

mod batch;
mod checkpoint;
mod compress;
mod corrupt;
mod dataset;
mod directions;
mod engines;
mod form;
mod full_covariance;
mod gradients;
mod importance;
mod items;
mod latent;
mod likelihood;
mod mixture;
mod objective;
mod optimizers;
mod pairwise;
mod path;
mod posterior;
mod prepare;
mod principal;
mod schedule;
mod schema;
mod settings;
mod shapes;
mod support;
mod texts;
mod training;
mod weights;

// What trains and is evaluated on the CPU alone.
#[cfg(not(feature = "webgpu"))]
mod answers;
#[cfg(not(feature = "webgpu"))]
mod autoencoder;
#[cfg(not(feature = "webgpu"))]
mod breakdown;
#[cfg(not(feature = "webgpu"))]
mod codes;
#[cfg(not(feature = "webgpu"))]
mod conditional;
#[cfg(not(feature = "webgpu"))]
mod convolution;
#[cfg(not(feature = "webgpu"))]
mod depth;
#[cfg(not(feature = "webgpu"))]
mod estimators;
#[cfg(not(feature = "webgpu"))]
mod evaluation;
#[cfg(not(feature = "webgpu"))]
mod kinds;
#[cfg(not(feature = "webgpu"))]
mod lower;
#[cfg(not(feature = "webgpu"))]
mod places;
#[cfg(not(feature = "webgpu"))]
mod reconstruct;
#[cfg(not(any(feature = "webgpu", target_arch = "wasm32")))]
mod shipped;
#[cfg(not(feature = "webgpu"))]
mod stopping;
