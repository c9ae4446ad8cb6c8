//! Which pixels make an image unlike the training data.

use std::f64::consts::PI;

use crate::error::Result;
use crate::model::pixels;
use crate::uses::coder::Coder;

/// What each byte of an image costs beyond what the model expects of it, in nats, `[size]`: -log p(x|z) at the posterior's mean, less
/// its own mean under p(x|z). 0 on average over what the model would make itself; a pixel without ink where there is always some, or
/// with ink where there is none, stands out. The image is as the model is shown it; the class is for a conditional model.
///
/// # Errors
/// [`crate::error::Error::Argument`] for another size, [`crate::error::Error::Device`] when the device fails.
pub async fn surplus(coder: &Coder, image: &[u8], class: u8) -> Result<Vec<f32>> {
    let Coder { model, device, .. } = coder;
    let x = pixels::to_tensor(image, model.config().data.size(), device)?;
    let condition = model.condition(&[class], device);
    let decoded = model.decoder.forward(model.encoder.forward(x, condition.clone()).mu, condition);
    let logits = pixels::to_vec(decoded.logits).await?;
    let log_var = match decoded.log_var {
        Some(log_var) => Some(pixels::to_vec(log_var).await?),
        None => None,
    };
    let at = |(index, (&byte, &logit)): (usize, (&u8, &f32))| {
        let (x, logit) = (f64::from(byte) / 255.0, f64::from(logit));
        let mean = 1.0 / (1.0 + (-logit).exp());
        let nats = match &log_var {
            // The entropy is the same with the mean in the image's place, so that what remains is linear in the image.
            None => (mean - x) * logit,
            Some(log_var) => gaussian(x - mean, f64::from(log_var[index % log_var.len()])),
        };
        nats as f32
    };
    Ok(image.iter().zip(&logits).enumerate().map(at).collect())
}

/// -log N(error; 0, exp(log_var)) less its mean, the entropy.
fn gaussian(error: f64, log_var: f64) -> f64 {
    let nats = 0.5 * ((2.0 * PI).ln() + log_var + error * error / log_var.exp());
    nats - 0.5 * ((2.0 * PI).ln() + log_var + 1.0)
}
