//! Good places of a latent space: where a class is decoded without doubt.

use serde::{Deserialize, Serialize};

use crate::data::dataset::Dataset;
use crate::error::{Error, Result};
use crate::latent::codes;
use crate::model::network::Network;
use crate::model::prior::Prior;
use crate::seed::{Stream, generator};

/// Images in one pass.
const ROWS: usize = 500;
/// A code speaks for its class where so many of its nearest are of it.
const NEAREST: usize = 20;

/// Where the model decodes one class well.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Place {
    pub label: u8,
    /// `[Z]`
    pub z: Vec<f32>,
    /// [`doubt`] of what is decoded there; of a conditional model, the most of any class.
    pub doubt: f64,
}

/// How blurred an image is: the entropy of its pixels, each black with a probability of its grey, for each pixel of ink; in
/// nats. 0 where every pixel is black or white, ln 2 or more where all are in doubt, infinite without ink.
pub fn doubt(image: &[u8]) -> f64 {
    let grey = |&byte: &u8| f64::from(byte) / 255.0;
    let plogp = |p: f64| if p > 0.0 { p * p.ln() } else { 0.0 };
    let entropy: f64 = image.iter().map(grey).map(|p| -plogp(p) - plogp(1.0 - p)).sum();
    let ink: f64 = image.iter().map(grey).sum();
    if ink > 0.0 { entropy / ink } else { f64::INFINITY }
}

/// For each class the code of an image whose decoding has the least [`doubt`], among those that the prior makes likely, as 19
/// of 20 of its own draws are (of N(0, I) no farther from the origin than sqrt(Z) + 1), and whose 20 nearest codes are all of its class. A
/// conditional model is told the class: its neighbours may be of any, but what counts is its most doubtful class. A class
/// without such a code has no place.
///
/// # Errors
/// [`crate::error::Error::Dataset`] for images that the model does not take, [`crate::error::Error::Weights`] for codes that are
/// not finite.
pub fn places(model: &Network, data: &Dataset) -> Result<Vec<Place>> {
    model.config().takes(data.spec())?;
    if !data.spec().is_image() {
        return Err(Error::Dataset("expected images, which can be blurred, got other data".into()));
    }
    let codes = codes_of(model, data)?;
    let doubts = doubts_at(model, data, &codes);
    let latent = model.config().latent_size;
    let point = |index: usize| &codes[index * latent..][..latent];
    let prior = Prior::of(model);
    let least = least_density(&prior, latent);
    let mut candidates: Vec<usize> =
        (0..data.len()).filter(|&index| prior.log_density(point(index)) >= least).collect();
    candidates.sort_by(|&a, &b| doubts[a].total_cmp(&doubts[b]));
    let speaks = |index: usize| model.config().conditional || is_among_its_own(&codes, data.labels(), latent, index);
    let best = |label: u8| {
        let of_class = candidates.iter().copied().filter(|&index| data.labels()[index] == label);
        let index = of_class.into_iter().find(|&index| speaks(index))?;
        Some(Place { label, z: point(index).to_vec(), doubt: doubts[index] })
    };
    Ok((0..data.spec().classes.len() as u8).filter_map(best).collect())
}

/// log p(z) that 19 of 20 draws from a prior exceed, in nats.
fn least_density(prior: &Prior, latent: usize) -> f32 {
    const DRAWS: usize = 2000;
    match prior {
        Prior::Gaussian { .. } => {
            let mut rim = vec![0.0; latent];
            rim[0] = (latent as f32).sqrt() + 1.0;
            prior.log_density(&rim)
        }
        Prior::Mixture(_) => {
            let draws = prior.draw(DRAWS, 1.0, &mut generator(0, Stream::Sheets));
            let mut densities: Vec<f32> = draws.chunks_exact(latent).map(|z| prior.log_density(z)).collect();
            densities.sort_by(f32::total_cmp);
            densities[DRAWS / 20]
        }
    }
}

fn codes_of(model: &Network, data: &Dataset) -> Result<Vec<f32>> {
    let mut found = vec![];
    for (images, labels) in data.images().chunks(ROWS * data.spec().size()).zip(data.labels().chunks(ROWS)) {
        found.extend(codes::encode(model, images, labels)?.mu);
    }
    Ok(found)
}

fn doubts_at(model: &Network, data: &Dataset, codes: &[f32]) -> Vec<f64> {
    let latent = model.config().latent_size;
    let classes = if model.config().conditional { data.spec().classes.len() as u8 } else { 1 };
    let mut found = vec![];
    for points in codes.chunks(ROWS * latent) {
        let mut most = vec![0.0; points.len() / latent];
        for class in 0..classes {
            let images = codes::decode(model, points, class);
            for (most, image) in most.iter_mut().zip(images.chunks(data.spec().size())) {
                *most = doubt(image).max(*most);
            }
        }
        found.extend(most);
    }
    found
}

/// Whether the nearest codes are all of its class.
fn is_among_its_own(codes: &[f32], labels: &[u8], latent: usize, index: usize) -> bool {
    let own = &codes[index * latent..][..latent];
    let distance = |other: &[f32]| own.iter().zip(other).map(|(a, b)| (a - b) * (a - b)).sum::<f32>();
    let mut others: Vec<(f32, u8)> = codes.chunks(latent).map(distance).zip(labels.iter().copied()).collect();
    let nearest = NEAREST.min(others.len() - 1);
    others.select_nth_unstable_by(nearest, |a, b| a.0.total_cmp(&b.0));
    others[..=nearest].iter().all(|&(_, label)| label == labels[index])
}
