//! Between bytes and tensors.

use burn::tensor::activation::sigmoid;
use burn::tensor::{Device, Tensor, TensorData};

use crate::error::{Error, Result, grouped};

/// Grey bytes of whole images to x `[N, size]` in `[0, 1]`.
///
/// # Errors
/// [`Error::Argument`] unless there are `size` bytes to an image.
pub fn to_tensor(bytes: &[u8], size: usize, device: &Device) -> Result<Tensor<2>> {
    if bytes.is_empty() || !bytes.len().is_multiple_of(size) {
        return Err(Error::Argument(format!("expected images of {size} bytes, got {} bytes", grouped(bytes.len()))));
    }
    let grey = bytes.iter().map(|&byte| f32::from(byte) / 255.0).collect();
    Ok(rows(grey, size, device))
}

/// Each row divided by its length; an empty one stays so.
pub fn unit_rows(x: Tensor<2>) -> Tensor<2> {
    let lengths = x.clone().square().sum_dim(1).sqrt().clamp_min(f32::MIN_POSITIVE);
    x / lengths
}

/// Values row by row to `[N, width]`.
pub fn rows(values: Vec<f32>, width: usize, device: &Device) -> Tensor<2> {
    let count = values.len() / width;
    Tensor::from_data(TensorData::new(values, [count, width]), device)
}

/// Logits `[N, 784]` to grey bytes, their sigmoid in 0 to 255.
///
/// # Errors
/// [`Error::Device`] when the device cannot be read.
pub async fn from_logits(logits: Tensor<2>) -> Result<Vec<u8>> {
    let means = to_vec(sigmoid(logits)).await?;
    Ok(means.into_iter().map(|mean| (mean * 255.0).round() as u8).collect())
}

/// A tensor's values on the host.
///
/// # Errors
/// [`Error::Device`] when the device cannot be read.
pub async fn to_vec<const D: usize>(tensor: Tensor<D>) -> Result<Vec<f32>> {
    let data = tensor.into_data_async().await?;
    data.try_into_vec().map_err(|error| Error::Device(error.to_string()))
}
