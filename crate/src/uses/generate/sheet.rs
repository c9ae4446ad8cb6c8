//! Where a sheet of new images is decoded.

use rand::RngExt;

use crate::error::{Error, Result, grouped};
use crate::latent::codes::{Codes, decode};
use crate::model::prior::Prior;
use crate::seed::{Stream, generator, normals};
use crate::uses::coder::Coder;

const MOST: usize = 10_000;
/// Of a spread: at 0 all are the same, at 1 as the model has learnt.
const MOST_TEMPERATURE: f64 = 5.0;

/// What a sheet is of; codes are posteriors of training images.
#[derive(Debug, Clone, Copy)]
pub enum Sheet<'a> {
    /// The model's prior.
    Prior(&'a Prior),
    /// The aggregated posterior: of an image drawn at random, a draw of its posterior.
    Aggregated(&'a Codes),
    /// The same among images of one class.
    OfClass { codes: &'a Codes, labels: &'a [u8], class: u8 },
    /// The posterior of one image, the codes' first.
    Near(&'a Codes),
}

/// `count` points z, `[count, Z]`; deviations from the prior's middle, its component's, or a posterior's, are times the temperature.
///
/// # Errors
/// [`Error::Argument`] for a count of 0 or more than 10,000, a temperature below 0 or above 5, a class without images, and codes of
/// an autoencoder, which has no posterior to draw from.
pub fn sheet(kind: Sheet<'_>, latent: usize, count: usize, temperature: f64, seed: u32) -> Result<Vec<f32>> {
    if !(1..=MOST).contains(&count) || !(0.0..=MOST_TEMPERATURE).contains(&temperature) {
        let [most, count] = [MOST, count].map(grouped);
        return Err(Error::Argument(format!(
            "expected 1 to {most} images at a temperature from 0 to {MOST_TEMPERATURE}, got {count} at {temperature}"
        )));
    }
    let mut rng = generator(seed, Stream::Sheets);
    let (codes, among) = match kind {
        Sheet::Prior(prior) => return Ok(prior.draw(count, temperature as f32, &mut rng)),
        Sheet::Near(codes) => (codes, vec![0]),
        Sheet::Aggregated(codes) => (codes, (0..codes.mu.len() / latent).collect()),
        Sheet::OfClass { codes, labels, class } => {
            (codes, (0..labels.len()).filter(|&index| labels[index] == class).collect::<Vec<_>>())
        }
    };
    check(codes, latent, &among)?;
    let noise: Vec<f32> = normals(&mut rng, count * latent).into_iter().map(|it| it * temperature as f32).collect();
    let point = |noise: &[f32]| codes.points(among[rng.random_range(0..among.len())], noise, latent);
    Ok(noise.chunks_exact(latent).flat_map(point).collect())
}

fn check(codes: &Codes, latent: usize, among: &[usize]) -> Result<()> {
    let Codes { mu, log_var, .. } = codes;
    if log_var.is_empty() {
        return Err(Error::Argument(
            "expected a model with posteriors to draw from, got an autoencoder: take the prior, or another model"
                .into(),
        ));
    }
    let last = among.iter().max().ok_or_else(|| {
        Error::Argument("expected a class that has images, got one without: choose another class".into())
    })?;
    codes.fit(latent)?;
    if mu.len() < (last + 1) * latent {
        let (expected, got) = ((last + 1) * latent, mu.len());
        return Err(Error::Argument(format!(
            "expected posteriors of {} numbers, got {}",
            grouped(expected),
            grouped(got)
        )));
    }
    Ok(())
}

/// What is decoded at points `[N, Z]`, N images of grey bytes, the means of the pixels; each of a class for a conditional model.
///
pub fn decoded(coder: &Coder, points: &[f32], class: u8) -> Vec<u8> {
    decode(&coder.model, points, class)
}
