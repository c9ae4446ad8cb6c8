//! Scores of how unlike the training data an image is: the greater, the less usual.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::regret::Regret;
use crate::data::batch::{Batch, BatchMaker};
use crate::data::dataset::Dataset;
use crate::error::{Error, Result};
use crate::latent::codes::{Codes, encode_whole};
use crate::model::figures::finite;
use crate::model::weights::Weights;
use crate::objective::samples::{Samples, log_mean_exp, samples};
use crate::settings::Corruption;
use crate::uses::coder::Coder;
use crate::uses::plain::neighbours::Nearest;
use crate::uses::report::Method;

/// The scores, in the order in which they are given.
pub const METHODS: [Method; 6] = [
    Method::LowElbo,
    Method::LowLikelihood,
    Method::TwoSided,
    Method::ComplexityCorrected,
    Method::LikelihoodRegret,
    Method::NearestCode,
];
const ELBO: usize = 0;
const TWO_SIDED: usize = 2;

/// Scores images by a model.
pub struct Scorer {
    coder: Coder,
    samples: usize,
    /// Codes of training images, among which the nearest is sought, `[N, Z]`.
    codes: Vec<f32>,
}

impl Scorer {
    /// With so many samples of z for an image.
    ///
    /// # Errors
    /// [`Error::Argument`] for an autoencoder, or without samples; [`Error::Device`] in a build without a CPU backend.
    pub fn new(weights: Weights, samples: usize) -> Result<Self> {
        if samples == 0 {
            return Err(Error::Argument("expected at least one sample of z for an image, got 0".into()));
        }
        let coder = Coder::with_posterior(weights, "telling what is unlike its data")?;
        Ok(Self { coder, samples, codes: vec![] })
    }

    pub fn coder(&self) -> &Coder {
        &self.coder
    }

    /// Adds codes of training images, `[N, Z]`, none of those that are scored as a [`Reference`]: each would be its own neighbour.
    pub fn know(&mut self, codes: &[f32]) {
        self.codes.extend_from_slice(codes);
    }

    /// Where the draws for a set of images begin.
    pub fn maker(&self) -> BatchMaker {
        BatchMaker::evaluation(self.coder.config(), Corruption::None, self.samples)
    }

    /// The scores of some images in the order of [`METHODS`], but for [`Method::TwoSided`], which a [`Reference`] makes of the ELBO. A
    /// conditional model is told the class that makes an image likeliest, for nobody knows that of a stranger.
    ///
    /// # Errors
    /// [`Error::Dataset`] for images that the model does not take, [`Error::Device`] when the device fails, [`Error::Weights`] for
    /// figures that are not finite.
    pub fn scores(
        &self,
        maker: &mut BatchMaker,
        data: &Dataset,
        rows: std::ops::Range<usize>,
    ) -> Result<Vec<[f64; 6]>> {
        data.spec().fits(&self.coder.config().data)?;
        let mut batch = maker.make(data, rows)?;
        if self.coder.config().conditional {
            batch.labels = self.coder.likeliest_classes(&batch.targets)?;
        }
        let Coder { model } = &self.coder;
        let (codes, heads) = encode_whole(model, &batch.targets, &batch.labels)?;
        let [elbos, likelihoods] = self.bounds(&batch, &heads, &codes)?;
        let mut nearest = Nearest::new(codes.mu.clone(), self.coder.latent(), 1);
        nearest.add(&self.codes);
        let regrets = Regret::new(model).of(&batch, &model.posteriors(&heads));
        let images = batch.targets.chunks_exact(self.coder.config().data.size());
        let all = images.enumerate().map(|(row, image)| {
            let distance = nearest.found()[row].first().map_or(0.0, |&(squared, _)| f64::from(squared).sqrt());
            let complexity = complexity(image)?;
            Ok([-elbos[row], -likelihoods[row], 0.0, -likelihoods[row] - complexity, regrets[row], distance])
        });
        let all = all.collect::<Result<Vec<_>>>()?;
        finite("a score", all.as_flattened())?;
        Ok(all)
    }

    /// ELBO and log p(x), in nats.
    fn bounds(&self, batch: &Batch, heads: &[f32], codes: &Codes) -> Result<[Vec<f64>; 2]> {
        let Coder { model } = &self.coder;
        let Samples { log_likelihood, log_ratio, .. } = samples(model, heads, batch)?;
        let kl = match model.lower.is_empty() {
            true => codes.kl(model),
            false => log_ratio
                .chunks_exact(self.samples)
                .map(|ratios| -ratios.iter().sum::<f32>() / ratios.len() as f32)
                .collect(),
        };
        let each = log_likelihood.chunks_exact(self.samples).zip(log_ratio.chunks_exact(self.samples));
        let of = |((likelihoods, ratios), kl): ((&[f64], &[f32]), &f32)| {
            let mean = likelihoods.iter().sum::<f64>() / self.samples as f64;
            let weights = likelihoods.iter().zip(ratios).map(|(likelihood, &ratio)| likelihood + f64::from(ratio));
            (mean - f64::from(*kl), log_mean_exp(&weights.collect::<Vec<_>>()))
        };
        let (elbos, likelihoods) = each.zip(&kl).map(of).unzip();
        Ok([elbos, likelihoods])
    }
}

/// How long an image's bytes are when they are compressed, in nats (Serrà et al. 2020): simple images are likely under any model.
///
/// # Errors
/// None that is known of: what is written to memory is written.
fn complexity(image: &[u8]) -> Result<f64> {
    let refuse = |error: std::io::Error| Error::Argument(error.to_string());
    let mut encoder = ZlibEncoder::new(vec![], Compression::best());
    encoder.write_all(image).map_err(refuse)?;
    Ok((encoder.finish().map_err(refuse)?.len() * 8) as f64 * std::f64::consts::LN_2)
}

/// The scores of training images, among which that of another has its place.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reference {
    /// Each score's values in order.
    sorted: [Vec<f64>; 6],
}

impl Reference {
    /// Of scores without the two-sided one.
    pub fn new(scores: &[[f64; 6]]) -> Self {
        let mut sorted = std::array::from_fn(|method| scores.iter().map(|it| it[method]).collect::<Vec<_>>());
        sorted.iter_mut().for_each(|values| values.sort_by(f64::total_cmp));
        let mut own = Self { sorted };
        let mut sides: Vec<f64> = scores.iter().map(|it| own.sides(it[ELBO])).collect();
        sides.sort_by(f64::total_cmp);
        own.sorted[TWO_SIDED] = sides;
        own
    }

    /// How far the ELBO's place is from the middle: 0 there, 1 at both ends and beyond.
    fn sides(&self, score: f64) -> f64 {
        (2.0 * place(&self.sorted[ELBO], score) - 1.0).abs()
    }

    /// With the two-sided score.
    pub fn completed(&self, mut scores: [f64; 6]) -> [f64; 6] {
        scores[TWO_SIDED] = self.sides(scores[ELBO]);
        scores
    }

    /// The share of training images whose score is lower, equal ones counting half, for each of complete scores.
    pub fn places(&self, scores: [f64; 6]) -> [f64; 6] {
        std::array::from_fn(|method| place(&self.sorted[method], scores[method]))
    }
}

fn place(sorted: &[f64], score: f64) -> f64 {
    let below = sorted.partition_point(|&other| other < score);
    let equal = sorted.partition_point(|&other| other <= score) - below;
    (below as f64 + equal as f64 / 2.0) / sorted.len().max(1) as f64
}
