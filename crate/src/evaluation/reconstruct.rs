//! Images through the model: their posteriors, their reconstructions and what both cost.

use burn::tensor::Device;

use crate::error::Result;
use crate::model::Vae;
use crate::model::figures::finite;
use crate::model::pixels;
use crate::objective::kl;
use crate::objective::likelihood::log_likelihood;
use crate::objective::terms::Terms;

/// What a model makes of one image.
#[derive(Debug, Clone, PartialEq)]
pub struct Reconstruction {
    /// The posterior's mean, `[Z]`.
    pub mu: Vec<f32>,
    /// The logarithm of the posterior's variance, `[Z]`; empty for an autoencoder.
    pub log_var: Vec<f32>,
    /// KL of each dimension, `[Z]`, in nats; empty with a mixture as prior, whose KL has no such parts.
    pub kl_per_dimension: Vec<f32>,
    /// Decoded from z = mu, 784 grey bytes.
    pub pixels: Vec<u8>,
    /// In nats; the reconstruction term at z = mu, not its mean over the posterior.
    pub terms: Terms,
    /// The same for the clean image: what was seen is encoded, but the clean image is to be given back.
    pub clean_terms: Terms,
}

/// Encodes 784 bytes and decodes the posterior's mean. The clean image is what was seen before it was damaged, or the
/// same; the class, from 0 to 9, is for a conditional model.
///
/// With a mixture as prior the KL is estimated, from [`crate::objective::DRAWS`] draws of z.
///
/// Both sets of terms are bounds of a log p: any q gives one, also one that saw something else.
///
/// # Errors
/// [`crate::error::Error::Argument`] for another size, [`crate::error::Error::Device`] when the device fails,
/// [`crate::error::Error::Weights`] for figures that are not finite.
pub async fn reconstruct(model: &Vae, seen: &[u8], clean: &[u8], class: u8, device: &Device) -> Result<Reconstruction> {
    let size = model.config().data.size();
    let x = pixels::to_tensor(seen, size, device)?;
    let condition = model.condition(&[class], device);
    let posterior = model.encoder.forward(x.clone(), condition.clone());
    let decoded = model.decoder.forward(posterior.mu.clone(), condition);
    let mut kl_per_dimension = pixels::to_vec(kl(model, &posterior)).await?;
    let kl = f64::from(kl_per_dimension.iter().sum::<f32>());
    if model.mixture.is_some() {
        kl_per_dimension.clear();
    }
    let seen_likelihood = pixels::to_vec(log_likelihood(decoded.clone(), x)).await?[0];
    let clean_likelihood = if clean == seen {
        seen_likelihood
    } else {
        pixels::to_vec(log_likelihood(decoded.clone(), pixels::to_tensor(clean, size, device)?)).await?[0]
    };
    let log_var = match posterior.log_var {
        Some(log_var) => pixels::to_vec(log_var).await?,
        None => vec![],
    };
    let mu = pixels::to_vec(posterior.mu).await?;
    finite("a posterior's mean", &mu)?;
    Ok(Reconstruction {
        mu,
        log_var,
        kl_per_dimension,
        pixels: pixels::from_logits(decoded.logits).await?,
        terms: Terms::new(f64::from(-seen_likelihood), kl).finite()?,
        clean_terms: Terms::new(f64::from(-clean_likelihood), kl).finite()?,
    })
}

/// The ELBO of each of N images of 784 bytes at z = mu, `[N]`, in nats; of an autoencoder its reconstruction term alone,
/// negative. The classes, N of 0 to 9, are for a conditional model.
///
/// # Errors
/// As [`reconstruct`].
pub async fn elbos(model: &Vae, images: &[u8], classes: &[u8], device: &Device) -> Result<Vec<f32>> {
    let x = pixels::to_tensor(images, model.config().data.size(), device)?;
    let condition = model.condition(classes, device);
    let posterior = model.encoder.forward(x.clone(), condition.clone());
    let kl = kl(model, &posterior).sum_dim(1).squeeze_dim(1);
    let decoded = model.decoder.forward(posterior.mu, condition);
    let elbos = pixels::to_vec::<1>(log_likelihood(decoded, x) - kl).await?;
    finite("an ELBO", &elbos)?;
    Ok(elbos)
}
