//! What the bounds are made of, of each sample of z: log p(x|z), and log p(z) - log q(z|x).

use latent_kernels::likelihood::characters::Change;

use super::image::ImageLikelihood;
use super::lower::Below;
use super::posterior::{Head, log_ratio};
use super::texts::{Apart, TextLikelihood, Told};
use crate::data::batch::Batch;
use crate::error::Result;
use crate::model::network::Network;

/// A batch through the model, k samples of z an image.
#[derive(Debug, Clone, PartialEq)]
pub struct Samples {
    /// In nats: `[N * k]`.
    pub log_likelihood: Vec<f64>,
    /// The part of it that is of the colours beside texts, `[N * k]`; empty where the data is no texts.
    pub colour: Vec<f64>,
    /// With that of h where there is a second layer of latents, in nats: `[N * k]`. Zero for an autoencoder.
    pub log_ratio: Vec<f32>,
}

/// Of a batch whose draws are the k samples' of each image; `heads` is all that the encoder puts out for it.
///
/// # Errors
/// [`crate::error::Error::Argument`] for a batch whose parts do not fit each other.
pub fn samples(model: &Network, heads: &[f32], batch: &Batch) -> Result<Samples> {
    let config = model.config();
    let images = batch.check(config)?;
    let (latent, size, draws) = (config.latent_size, config.data.size(), batch.noise.len() / images);
    let mixture = model.mixture();
    let (mut z, mut log_ratios) = (vec![], vec![]);
    for (head, noise) in heads.chunks_exact(config.head_size()).zip(batch.noise.chunks_exact(draws)) {
        let head = Head::of(&head[..config.posterior_size()], latent);
        let own = head.points(noise);
        let each = own.chunks_exact(latent).zip(noise.chunks_exact(latent));
        log_ratios.extend(each.map(|(z, noise)| log_ratio(mixture.as_ref(), head.log_var, z, noise)));
        z.extend(own);
    }
    let k = draws / latent;
    let classes: Vec<u8> = batch.labels.iter().flat_map(|&class| std::iter::repeat_n(class, k)).collect();
    let below = Below::of(model, heads, &z, &classes, batch);
    log_ratios.iter_mut().zip(&below.log_ratio).for_each(|(ratio, of_h)| *ratio += of_h);
    let mut log_likelihood = vec![0.0; images * k];
    let mut colour = vec![];
    if let Some(texts) = TextLikelihood::of_model(model) {
        let apart = of_texts(texts, model, &below.lowest, &classes, batch);
        log_likelihood = apart.iter().map(|it| it.text + it.colour).collect();
        colour = apart.iter().map(|it| it.colour).collect();
    } else {
        let likelihood = ImageLikelihood::of_model(model);
        model.decode_lowest(&below.lowest, &classes, &mut log_likelihood, &|row, output, said| {
            let image = &batch.targets[row / k * size..][..size];
            said[0] = likelihood.value(output, image);
        });
    }
    Ok(Samples { log_likelihood, colour, log_ratio: log_ratios })
}

/// The parts of log p(x|z) of each row, `[N * k]`.
fn of_texts(texts: TextLikelihood, model: &Network, z: &[f32], classes: &[u8], batch: &Batch) -> Vec<Apart> {
    let count = batch.labels.len();
    let k = classes.len() / count;
    let mut said = vec![Apart::default(); classes.len()];
    model.decode(z, classes, &mut said, &|row, output, said| {
        let (hidden, units) = (of_text(&batch.hidden, row / k, count), of_text(&batch.units, row / k, count));
        let told = Told { outputs: output, samples: 1, texts: of_text(&batch.targets, row / k, count), hidden, units };
        texts.tell(told, None, &mut Change::default(), said);
    });
    said
}

/// What stands for one of so many texts.
fn of_text<T>(all: &[T], text: usize, of: usize) -> &[T] {
    let each = all.len() / of;
    &all[text * each..][..each]
}

/// log of the mean of exp(values), the largest taken out first so that none overflows.
pub fn log_mean_exp(values: &[f64]) -> f64 {
    let largest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let sum: f64 = values.iter().map(|value| (value - largest).exp()).sum();
    largest + (sum / values.len() as f64).ln()
}
