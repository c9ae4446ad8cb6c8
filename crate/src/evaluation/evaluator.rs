//! How good a model is on digits that it was not trained on, and what its latent dimensions carry.

use serde::{Deserialize, Serialize};

use crate::data::batch::{Batch, BatchMaker};
use crate::data::dataset::Dataset;
use crate::error::{Error, Result};
use crate::evaluation::dimension::{Dimension, DimensionSums};
use crate::evaluation::perplexity::{Perplexity, WordSums};
use crate::evaluation::text_figures::{TextFigures, TextSums};
use crate::latent::codes::Codes;
use crate::model::figures::finite;
use crate::model::network::Network;
use crate::model::weights::Weights;
use crate::objective::samples::{Samples, log_mean_exp, samples};
use crate::objective::terms::Terms;
use crate::settings::{Corruption, DataView, Likelihood, PriorKind, is_zero};

/// Decoded images in one pass: their activations stay in the processor's caches.
const ROWS: usize = 500;
const MAX_SAMPLES: usize = 10_000;

/// Figures over the digits seen so far, in nats per image.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Evaluation {
    pub images: usize,
    pub data_view: DataView,
    pub likelihood: Likelihood,
    /// With a mixture the KL of the terms is an estimate from the samples, and no dimension has one of its own; so it is with a second
    /// layer of latents.
    #[serde(default)]
    pub prior: PriorKind,
    /// With a full covariance of the posterior no dimension has a KL of its own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub full_covariance: bool,
    /// Dimensions of a second layer of latents, or 0.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub lower_size: usize,
    /// Samples of z for each image, in both the terms and the importance-weighted estimate.
    pub samples: usize,
    pub terms: Terms,
    /// -log p(x), estimated with importance samples: an upper bound that tightens with more of them
    /// (Burda et al. 2016, section 3). An autoencoder has none.
    pub negative_log_likelihood: Option<f64>,
    /// Of texts: what is of their characters alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub text: Option<TextFigures>,
    /// Of texts alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub perplexity: Option<Perplexity>,
    /// Dimensions whose posterior mean varies by more than 0.01 (Burda et al. 2016, section 5.2).
    pub active_units: usize,
    pub dimensions: Vec<Dimension>,
}

/// An evaluation that goes on a few digits at a time, so that it can be watched and stopped.
pub struct Evaluator {
    model: Network,
    maker: BatchMaker,
    samples: usize,
    limit: usize,
    done: usize,
    /// Sums of both terms and of log p(x) over the digits seen.
    reconstruction: f64,
    kl: f64,
    log_likelihood: f64,
    texts: TextSums,
    words: WordSums,
    dimensions: Vec<DimensionSums>,
}

impl Evaluator {
    /// Of the first `limit` digits, with `samples` of z for each.
    ///
    /// # Errors
    /// [`Error::Field`] for a model that is not valid, [`Error::Argument`] for a limit or samples out of range.
    pub fn new(weights: Weights, samples: usize, limit: usize) -> Result<Self> {
        if limit == 0 || !(1..=MAX_SAMPLES).contains(&samples) {
            let expected = format!("expected at least one sample and 1 to {MAX_SAMPLES} samples of each");
            return Err(Error::Argument(format!("{expected}, got {limit} and {samples}")));
        }
        Ok(Self {
            maker: BatchMaker::evaluation(weights.config(), Corruption::None, samples),
            dimensions: vec![DimensionSums::zero(); weights.config().latent_size],
            model: Network::new(weights),
            samples,
            limit,
            done: 0,
            reconstruction: 0.0,
            kl: 0.0,
            log_likelihood: 0.0,
            texts: TextSums::default(),
            words: WordSums::default(),
        })
    }

    /// Whether the data is bags of words, which can be counted in the training texts too.
    pub fn has_words(&self) -> bool {
        self.model.config().data.terms.is_some()
    }

    /// Learns how often each word is in the training texts, before any text is evaluated: the perplexity of that stands beside the
    /// model's.
    ///
    /// # Errors
    /// [`Error::Dataset`] for texts that the model does not take.
    pub fn learn(&mut self, train: &Dataset) -> Result<()> {
        self.model.config().takes(train.spec())?;
        self.words.learn(train)
    }

    /// Images seen, and how many there are to see.
    pub fn progress(&self, data: &Dataset) -> (usize, usize) {
        (self.done, self.limit.min(data.len()))
    }

    /// Goes on with the next digits: as many as make about 500 decoded images.
    ///
    /// # Errors
    /// [`Error::Dataset`] for images that the model does not take.
    pub fn advance(&mut self, data: &Dataset) -> Result<()> {
        let (start, end) = self.progress(data);
        let end = end.min(start + (ROWS / self.samples).max(1));
        self.model.config().takes(data.spec())?;
        if self.has_words() {
            self.words.add(data.rows()?, start..end);
        }
        let batch = self.maker.make(data, start..end)?;
        let heads = self.model.heads(batch.inputs(), &batch.labels)?;
        let codes = Codes::of(&self.model.posteriors(&heads), self.dimensions.len(), end - start);
        self.add_dimensions(&codes, &batch);
        let made = samples(&self.model, &heads, &batch)?;
        if self.model.config().data.is_text() {
            self.texts.add(&self.model.config().data, &batch.targets, &made, self.samples);
        }
        let Samples { log_likelihood, log_ratio, .. } = made;
        self.reconstruction -= log_likelihood.iter().sum::<f64>() / self.samples as f64;
        self.kl += match self.model.config().estimates_kl() {
            true => -log_ratio.iter().copied().map(f64::from).sum::<f64>() / self.samples as f64,
            false => codes.kl_per_dimension(self.dimensions.len()).into_iter().map(f64::from).sum(),
        };
        let weights = log_likelihood.iter().zip(log_ratio).map(|(likelihood, ratio)| likelihood + f64::from(ratio));
        let weights: Vec<f64> = weights.collect();
        self.log_likelihood += weights.chunks(self.samples).map(log_mean_exp).sum::<f64>();
        self.done = end;
        Ok(())
    }

    fn add_dimensions(&mut self, codes: &Codes, batch: &Batch) {
        let latent = self.dimensions.len();
        for (index, (&mu, kl)) in codes.mu.iter().zip(codes.kl_per_dimension(latent)).enumerate() {
            let variance = codes.log_var.get(index).map_or(0.0, |log_var| log_var.exp());
            let (row, dimension) = (index / latent, index % latent);
            let draws = batch.noise[row * self.samples * latent..][..self.samples * latent].iter();
            let samples = draws.skip(dimension).step_by(latent).map(|draw| mu + variance.sqrt() * draw);
            self.dimensions[dimension].add(mu, variance, kl, samples);
        }
    }

    /// What there is to say about the digits seen so far.
    ///
    /// # Errors
    /// [`Error::Argument`] before the first of them, [`Error::Weights`] for figures that are not finite.
    pub fn report(&self) -> Result<Evaluation> {
        if self.done == 0 {
            return Err(Error::Argument("expected at least one sample evaluated, got none".into()));
        }
        let config = self.model.config();
        let count = self.done as f64;
        let mut dimensions: Vec<Dimension> = self.dimensions.iter().map(|sums| sums.over(count)).collect();
        if !config.splits_kl() {
            dimensions.iter_mut().for_each(|dimension| dimension.kl = None);
        }
        let terms = Terms::new(self.reconstruction / count, self.kl / count).finite()?;
        finite("an NLL", &[self.log_likelihood])?;
        let log_likelihood = (!config.deterministic).then_some(self.log_likelihood);
        let spreads = dimensions.iter().flat_map(|it| [it.mean, it.variance_of_mean, it.standard_deviation]);
        finite("a posterior's mean or variance", &spreads.collect::<Vec<_>>())?;
        Ok(Evaluation {
            images: self.done,
            data_view: config.data_view,
            likelihood: config.likelihood,
            prior: config.prior,
            full_covariance: config.full_covariance,
            lower_size: config.lower_size,
            samples: self.samples,
            terms,
            text: config.data.is_text().then(|| self.texts.over(count, config.deterministic)),
            negative_log_likelihood: log_likelihood.map(|sum| -sum / count),
            perplexity: self.words.perplexity(count, -self.reconstruction - self.kl, log_likelihood),
            active_units: dimensions.iter().filter(|dimension| dimension.is_active()).count(),
            dimensions,
        })
    }
}
