//! One image through the model: its posterior, its reconstruction and what both cost.

use burn::tensor::Device;

use crate::error::Result;
use crate::likelihood::log_likelihood;
use crate::model::Vae;
use crate::objective::kl_per_dimension;
use crate::pixels;
use crate::terms::Terms;

/// What a model makes of one image.
#[derive(Debug, Clone, PartialEq)]
pub struct Reconstruction {
    /// The posterior's mean, `[Z]`.
    pub mu: Vec<f32>,
    /// The logarithm of the posterior's variance, `[Z]`; empty for an autoencoder.
    pub log_var: Vec<f32>,
    /// KL of each dimension, `[Z]`, in nats.
    pub kl_per_dimension: Vec<f32>,
    /// Decoded from z = mu, 784 grey bytes.
    pub pixels: Vec<u8>,
    /// In nats; the reconstruction term at z = mu, not its mean over the posterior.
    pub terms: Terms,
}

/// Encodes 784 bytes and decodes the posterior's mean; the class, from 0 to 9, is for a conditional model.
///
/// # Errors
/// [`crate::error::Error::Argument`] for another size, [`crate::error::Error::Device`] when the device fails.
pub async fn reconstruct(model: &Vae, image: &[u8], class: u8, device: &Device) -> Result<Reconstruction> {
    let x = pixels::to_tensor(image, device)?;
    let condition = model.condition(&[class], device);
    let posterior = model.encoder.forward(x.clone(), condition.clone());
    let decoded = model.decoder.forward(posterior.mu.clone(), condition);
    let kl_per_dimension = pixels::to_vec(kl_per_dimension(&posterior)).await?;
    let log_likelihood = pixels::to_vec(log_likelihood(decoded.clone(), x)).await?[0];
    let kl = kl_per_dimension.iter().sum::<f32>();
    let log_var = match posterior.log_var {
        Some(log_var) => pixels::to_vec(log_var).await?,
        None => vec![],
    };
    Ok(Reconstruction {
        mu: pixels::to_vec(posterior.mu).await?,
        log_var,
        kl_per_dimension,
        pixels: pixels::from_logits(decoded.logits).await?,
        terms: Terms::new(f64::from(-log_likelihood), f64::from(kl)),
    })
}
