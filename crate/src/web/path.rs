//! Paths through the latent space, which need no model.

use js_sys::Float32Array;
use tsify::Ts;
use wasm_bindgen::prelude::*;

use crate::error::Result;
use crate::latent::path::Path;

/// The points of a path, `[count, Z]`.
///
/// # Errors
/// For ends or a count out of range.
#[wasm_bindgen(js_name = pathPoints)]
pub fn path_points(path: Ts<Path>) -> Result<Float32Array> {
    let path: Path = path.to_rust()?;
    Ok(Float32Array::from(path.points()?.as_slice()))
}
