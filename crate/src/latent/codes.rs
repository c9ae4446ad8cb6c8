//! Where many images lie in the latent space, and what is decoded from there.

use burn::tensor::Device;

use crate::error::Result;
use crate::model::Vae;
use crate::model::figures::finite;
use crate::model::pixels;

/// The posteriors of N images.
#[derive(Debug, Clone, PartialEq)]
pub struct Codes {
    /// Their means, `[N, Z]`.
    pub mu: Vec<f32>,
    /// The logarithms of their variances, `[N, Z]`; empty for an autoencoder.
    pub log_var: Vec<f32>,
}

/// Decodes N points, `[N, Z]` row by row, to N images, one after the other; the class is for a conditional model.
///
/// # Errors
/// [`crate::error::Error::Device`] when the device fails.
pub async fn decode(model: &Vae, points: Vec<f32>, class: u8, device: &Device) -> Result<Vec<u8>> {
    let latent = model.config().latent_size;
    let condition = model.condition(&vec![class; points.len() / latent], device);
    let z = pixels::rows(points, latent, device);
    pixels::from_logits(model.decoder.forward(z, condition).logits).await
}

/// Encodes N images; the classes, N of them, are for a conditional model.
///
/// # Errors
/// [`crate::error::Error::Argument`] for another size, [`crate::error::Error::Device`] when the device fails,
/// [`crate::error::Error::Weights`] for posteriors that are not finite.
pub async fn encode(model: &Vae, images: &[u8], classes: &[u8], device: &Device) -> Result<Codes> {
    let x = pixels::to_tensor(images, model.config().data.size(), device)?;
    let posterior = model.encoder.forward(x, model.condition(classes, device));
    let log_var = match posterior.log_var {
        Some(log_var) => pixels::to_vec(log_var).await?,
        None => vec![],
    };
    let mu = pixels::to_vec(posterior.mu).await?;
    finite("a posterior's mean", &mu)?;
    finite("a posterior's variance", &log_var.iter().map(|log_var| log_var.exp()).collect::<Vec<_>>())?;
    Ok(Codes { mu, log_var })
}
