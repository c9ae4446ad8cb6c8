//! Where many images lie in the latent space, and what is decoded from there.

use crate::error::Result;
use crate::model::figures::finite;
use crate::model::network::Network;
pub use crate::objective::posterior::Codes;

/// Decodes N points, `[N, Z]` row by row, to N images, one after the other; the class is for a conditional model.
pub fn decode(model: &Network, points: &[f32], class: u8) -> Vec<u8> {
    model.pictures(points, &vec![class; points.len() / model.config().latent_size])
}

/// Encodes N images; the classes, N of them, are for a conditional model.
///
/// # Errors
/// [`crate::error::Error::Argument`] for another size, [`crate::error::Error::Weights`] for posteriors that are not finite.
pub fn encode(model: &Network, images: &[u8], classes: &[u8]) -> Result<Codes> {
    Ok(encode_whole(model, images, classes)?.0)
}

/// The same beside all that the encoder puts out, as [`Network::heads`].
///
/// # Errors
/// As [`encode`].
pub fn encode_whole(model: &Network, images: &[u8], classes: &[u8]) -> Result<(Codes, Vec<f32>)> {
    let heads = model.heads(images, classes)?;
    let codes = Codes::of(&model.posteriors(&heads), model.config().latent_size, classes.len());
    finite("a posterior's mean", &codes.mu)?;
    finite("a posterior's variance", &codes.log_var.iter().map(|log_var| log_var.exp()).collect::<Vec<_>>())?;
    Ok((codes, heads))
}
