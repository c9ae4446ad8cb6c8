//! Which pixels make an image unlike the training data.

use std::f64::consts::PI;

use crate::error::Result;
use crate::latent::codes::encode;
use crate::objective::image::ImageLikelihood;
use crate::uses::coder::Coder;

/// What each byte of an image costs beyond what the model expects of it, in nats, `[size]`: -log p(x|z) at the posterior's mean, less
/// its own mean under p(x|z). 0 on average over what the model would make itself; a pixel without ink where there is always some, or
/// with ink where there is none, stands out. The image is as the model is shown it; the class is for a conditional model.
///
/// # Errors
/// [`crate::error::Error::Argument`] for another size, [`crate::error::Error::Weights`] for a posterior that is not finite.
pub fn surplus(coder: &Coder, image: &[u8], class: u8) -> Result<Vec<f32>> {
    let Coder { model } = coder;
    let mu = encode(model, image, &[class])?.mu;
    let likelihood = ImageLikelihood::of_model(model);
    let mut surplus = vec![0.0; image.len()];
    model.decode(&mu, &[class], &mut surplus, &|_, output, said| {
        for (pixel, (said, &byte)) in said.iter_mut().zip(image).enumerate() {
            let (x, logit) = (f64::from(byte) / 255.0, f64::from(output[pixel]));
            let mean = 1.0 / (1.0 + (-logit).exp());
            let nats = match likelihood.log_var(output, pixel) {
                // The entropy is the same with the mean in the image's place, so that what remains is linear in the image.
                None => (mean - x) * logit,
                Some(log_var) => gaussian(x - mean, f64::from(log_var)),
            };
            *said = nats as f32;
        }
    });
    Ok(surplus)
}

/// -log N(error; 0, exp(log_var)) less its mean, the entropy.
fn gaussian(error: f64, log_var: f64) -> f64 {
    let nats = 0.5 * ((2.0 * PI).ln() + log_var + error * error / log_var.exp());
    nats - 0.5 * ((2.0 * PI).ln() + log_var + 1.0)
}
