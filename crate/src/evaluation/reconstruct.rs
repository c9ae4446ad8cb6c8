//! Images through the model: their posteriors, their reconstructions and what both cost.

use crate::error::Result;
use crate::latent::codes::{Codes, encode_whole};
use crate::model::figures::finite;
use crate::model::network::Network;
use crate::objective::image::ImageLikelihood;
use crate::objective::lower::Below;
use crate::objective::terms::Terms;

/// What a model makes of one image.
#[derive(Debug, Clone, PartialEq)]
pub struct Reconstruction {
    /// The posterior's mean, `[Z]`.
    pub mu: Vec<f32>,
    /// The logarithm of the posterior's variance, `[Z]`; empty for an autoencoder.
    pub log_var: Vec<f32>,
    /// As [`Codes`] have it, `[Z (Z + 1) / 2]`.
    pub factor: Vec<f32>,
    /// KL of each dimension, `[Z]`, in nats; empty with a mixture as prior, a full covariance or a second layer of latents, whose KL has
    /// no such parts.
    pub kl_per_dimension: Vec<f32>,
    /// Decoded from z = mu, 784 grey bytes, as [`Network::pictures`]; with a second layer from the mean of q(h|x, z) below it.
    pub pixels: Vec<u8>,
    /// In nats; the reconstruction term at z = mu, not its mean over the posterior.
    pub terms: Terms,
    /// The same for the clean image: what was seen is encoded, but the clean image is to be given back.
    pub clean_terms: Terms,
}

/// Encodes 784 bytes and decodes the posterior's mean. The clean image is what was seen before it was damaged, or the
/// same; the class, from 0 to 9, is for a conditional model.
///
/// With a mixture as prior the KL is estimated from 32 draws of z.
///
/// Both sets of terms are bounds of a log p: any q gives one, also one that saw something else.
///
/// # Errors
/// [`crate::error::Error::Argument`] for another size, [`crate::error::Error::Weights`] for figures that are not finite.
pub fn reconstruct(model: &Network, seen: &[u8], clean: &[u8], class: u8) -> Result<Reconstruction> {
    model.count(clean, &[class])?;
    let (codes, heads) = encode_whole(model, seen, &[class])?;
    let likelihood = ImageLikelihood::of_model(model);
    let below = Below::means(model, &heads, &codes.mu, &[class]);
    let mut decoded = [(0.0, 0.0)];
    model.decode_lowest(&below.lowest, &[class], &mut decoded, &|_, output, said| {
        said[0] = (likelihood.value(output, seen), likelihood.value(output, clean));
    });
    let [(of_seen, of_clean)] = decoded;
    let pixels = model.pictures_of_lowest(&below.lowest, &[class]);
    let kl = f64::from(codes.kl(model)[0] - below.log_ratio[0]);
    let kl_per_dimension =
        if model.config().splits_kl() { codes.kl_per_dimension(model.config().latent_size) } else { vec![] };
    let Codes { mu, log_var, factor } = codes;
    Ok(Reconstruction {
        mu,
        log_var,
        factor,
        kl_per_dimension,
        pixels,
        terms: Terms::new(-of_seen, kl).finite()?,
        clean_terms: Terms::new(-of_clean, kl).finite()?,
    })
}

/// The ELBO of each of N images of 784 bytes at z = mu, `[N]`, in nats; of an autoencoder its reconstruction term alone,
/// negative. The classes, N of 0 to 9, are for a conditional model.
///
/// # Errors
/// As [`reconstruct`].
pub fn elbos(model: &Network, images: &[u8], classes: &[u8]) -> Result<Vec<f32>> {
    let (codes, heads) = encode_whole(model, images, classes)?;
    let (likelihood, size) = (ImageLikelihood::of_model(model), model.config().data.size());
    let kl = codes.kl(model);
    let below = Below::means(model, &heads, &codes.mu, classes);
    let mut elbos = vec![0.0; classes.len()];
    model.decode_lowest(&below.lowest, classes, &mut elbos, &|row, output, said| {
        let likelihood = likelihood.value(output, &images[row * size..][..size]);
        said[0] = likelihood as f32 - kl[row] + below.log_ratio[row];
    });
    finite("an ELBO", &elbos)?;
    Ok(elbos)
}
