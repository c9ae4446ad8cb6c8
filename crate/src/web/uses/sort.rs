//! The class of one image by the codes of others, groups of codes, and what few labels are worth.

use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use crate::data::batch::threshold;
use crate::error::{Error, Result};
use crate::evaluation::reconstruct::elbos;
use crate::latent::codes::encode;
use crate::model::weights;
use crate::seed::{Stream, generator};
use crate::settings::DataView;
use crate::uses::coder::Coder;
use crate::uses::measures::rand_index::adjusted_rand_index;
use crate::uses::plain::classifier::Classifier;
use crate::uses::plain::groups::Groups;
use crate::uses::plain::mixture::Mixture;
use crate::uses::plain::points::Points;
use crate::uses::sort::{Confidences, Sorter, Task, accuracy, labelled, voted};
use crate::web::dataset::Dataset;

/// Training images that are known, and how many are encoded at once.
const KNOWN: usize = 5000;
const CODED: usize = 100;
/// Runs of k-means, of which the one with the least spread counts.
const RESTARTS: u32 = 10;
/// Times that a probe sees all points.
const EPOCHS: usize = 20;

/// Sorts images. Its calls must not overlap: await each.
#[wasm_bindgen]
pub struct SortSession {
    coder: Coder,
    codes: Vec<f32>,
    labels: Vec<u8>,
    sorter: Option<Sorter>,
}

/// How many training images are encoded.
#[derive(Serialize, Tsify)]
pub struct Encoded {
    done: usize,
    all: usize,
}

/// Groups that were found among codes without any class, a byte a code, and how well they agree with the classes.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Grouped {
    k_means: Vec<u8>,
    mixture: Vec<u8>,
    k_means_rand_index: f64,
    mixture_rand_index: f64,
}

/// Shares of test images that were told right.
#[derive(Serialize, Tsify)]
pub struct Told {
    /// Labels that were known.
    labels: usize,
    neighbours: f64,
    probe: f64,
}

#[wasm_bindgen]
impl SortSession {
    /// From safetensors bytes.
    ///
    /// # Errors
    /// For bytes that are not a model's weights.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8]) -> Result<SortSession> {
        Ok(Self { coder: Coder::new(weights::read(bytes)?)?, codes: vec![], labels: vec![], sorter: None })
    }

    /// Encodes some training images more; after the last of them images can be sorted.
    ///
    /// # Errors
    /// For images that the model does not take, and when the device fails.
    pub async fn learn(&mut self, train: &Dataset) -> Result<Ts<Encoded>> {
        let train = &train.0;
        let (start, all) = (self.labels.len(), KNOWN.min(train.len()));
        let end = all.min(start + CODED);
        if start < end {
            self.codes.extend(self.coder.codes(train, start..end).await?.mu);
            self.labels.extend_from_slice(&train.labels()[start..end]);
        } else if self.sorter.is_none() {
            let (latent, classes) = (self.coder.latent(), train.spec().classes.len());
            self.sorter = Some(Sorter::new(self.codes.clone(), self.labels.clone(), latent, classes)?);
        }
        Ok(Encoded { done: end, all }.into_ts()?)
    }

    /// The class of an image, by what has been learnt.
    ///
    /// # Errors
    /// For another number of bytes, and before all is learnt.
    pub async fn class_of(&mut self, pixels: &[u8]) -> Result<Ts<Confidences>> {
        let image = self.image(pixels)?;
        let code = encode(&self.coder.model, &image, &[0], &self.coder.device).await?.mu;
        let sorter = self.sorter.as_mut();
        let sorter =
            sorter.ok_or_else(|| Error::Argument("expected training images that are known, got none".into()))?;
        Ok(sorter.class_of(&code)?.into_ts()?)
    }

    /// How sure a conditional model is of each class: the shares of exp(ELBO) at z = mu, each told the class.
    ///
    /// # Errors
    /// For another number of bytes, and when the device fails.
    pub async fn likeliest(&self, pixels: &[u8]) -> Result<Vec<f64>> {
        let image = self.image(pixels)?;
        let classes: Vec<u8> = (0..self.coder.config().data.classes.len() as u8).collect();
        let elbos = elbos(&self.coder.model, &image.repeat(classes.len()), &classes, &self.coder.device).await?;
        let most = elbos.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let shares: Vec<f64> = elbos.iter().map(|elbo| f64::from(elbo - most).exp()).collect();
        let sum: f64 = shares.iter().sum();
        Ok(shares.iter().map(|share| share / sum).collect())
    }

    /// As many groups among the first test images as they have classes.
    ///
    /// # Errors
    /// For images that the model does not take, and when the device fails.
    pub async fn groups(&self, test: &Dataset, count: usize) -> Result<Ts<Grouped>> {
        let count = count.min(test.0.len());
        let points = self.coder.codes(&test.0, 0..count).await?.mu;
        let (latent, classes) = (self.coder.latent(), test.0.spec().classes.len());
        let truth = &test.0.labels()[..count];
        let fit = |seed| Groups::fit(&points, latent, classes, &mut generator(seed, Stream::Groups));
        let best =
            (1..RESTARTS).map(fit).fold(fit(0), |best, next| if next.spread < best.spread { next } else { best });
        let k_means: Vec<u8> = best.nearest(&points).into_iter().map(|(group, _)| group).collect();
        let mixture = Mixture::fit(&points, &best).groups(&points);
        let [k_means_rand_index, mixture_rand_index] =
            [&k_means, &mixture].map(|groups| adjusted_rand_index(groups, truth));
        Ok(Grouped { k_means, mixture, k_means_rand_index, mixture_rand_index }.into_ts()?)
    }

    /// How many of the first test images are told right from so many labels, chosen by the seed; from all that are known by 0.
    ///
    /// # Errors
    /// For images that the model does not take, before any training image is known, and when the device fails.
    pub async fn few(&self, test: &Dataset, count: usize, labels: usize, seed: u32) -> Result<Ts<Told>> {
        let count = count.min(test.0.len());
        let asked = self.coder.codes(&test.0, 0..count).await?.mu;
        let latent = self.coder.latent();
        let [train, test_points] = [&self.codes, &asked].map(|codes| Points::numbers(codes, latent));
        let (truth, classes) = (&test.0.labels()[..count], test.0.spec().classes.len());
        let task = Task { train, labels: &self.labels, test: test_points, truth, classes };
        let labels = if labels == 0 { self.labels.len() } else { labels };
        let few = task.few(&labelled(&self.labels, classes, labels, seed));
        if few.labels.is_empty() {
            return Err(Error::Argument("expected training images that are known, got none".into()));
        }
        let mut nearest = task.nearest();
        nearest.add(&few.values);
        let neighbours = accuracy(&voted(&nearest, &few.labels, classes), truth);
        let mut probe = Classifier::fit(few.points(), &few.labels, classes, &[], EPOCHS, seed);
        let probe = accuracy(&probe.classes(task.test), truth);
        Ok(Told { labels: few.labels.len(), neighbours, probe }.into_ts()?)
    }
}

impl SortSession {
    /// As the model is shown it.
    fn image(&self, pixels: &[u8]) -> Result<Vec<u8>> {
        let (expected, got) = (self.coder.config().data.size(), pixels.len());
        if got != expected {
            return Err(Error::Argument(format!("expected an image of {expected} bytes, got {got}")));
        }
        let mut image = pixels.to_vec();
        if self.coder.config().data_view == DataView::Thresholded {
            threshold(&mut image);
        }
        Ok(image)
    }
}
