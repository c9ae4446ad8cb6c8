//! Snapshots in half their bytes: to be looked at, not to be trained further.

use half::f16;
use safetensors::tensor::TensorView;
use safetensors::{Dtype, SafeTensors};

use crate::error::{Error, Result};

/// The same file with its float32 values as float16, in one pass.
///
/// # Errors
/// [`Error::Weights`] for bytes that are no safetensors file, and for a value too large for float16.
pub fn halve(bytes: &[u8]) -> Result<Vec<u8>> {
    let (_, metadata) = SafeTensors::read_metadata(bytes).map_err(refuse)?;
    let file = SafeTensors::deserialize(bytes).map_err(refuse)?;
    let tensors = file.iter().map(|(name, view)| Ok((name, view.shape().to_vec(), half_values(name, &view)?)));
    let tensors = tensors.collect::<Result<Vec<_>>>()?;
    let views =
        tensors.iter().map(|(name, shape, data)| Ok((*name, TensorView::new(Dtype::F16, shape.clone(), data)?)));
    let views = views.collect::<std::result::Result<Vec<_>, safetensors::SafeTensorError>>().map_err(refuse)?;
    safetensors::serialize(views, metadata.metadata().clone()).map_err(refuse)
}

fn half_values(name: &str, view: &TensorView) -> Result<Vec<u8>> {
    match view.dtype() {
        Dtype::F16 => Ok(view.data().to_vec()),
        Dtype::F32 => {
            let mut halves = Vec::with_capacity(view.data().len() / 2);
            for b in view.data().chunks_exact(4) {
                let value = f16::from_f32(f32::from_le_bytes([b[0], b[1], b[2], b[3]]));
                if !value.is_finite() {
                    return Err(Error::Weights(format!("expected tensor `{name}` within float16, got {value}")));
                }
                halves.extend(value.to_le_bytes());
            }
            Ok(halves)
        }
        other => Err(Error::Weights(format!("expected tensor `{name}` as F32 or F16, got {other:?}"))),
    }
}

fn refuse(error: impl std::fmt::Display) -> Error {
    Error::Weights(error.to_string())
}
