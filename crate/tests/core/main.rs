//! The core's tests: the same bodies natively, in wasm on the CPU, and in wasm on WebGPU.

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

mod config;
mod dataset;
mod gradients;
mod latent;
mod objective;
mod prepare;
mod support;
mod training;
mod weights;
