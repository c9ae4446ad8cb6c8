//! The class of one image by the codes of others, groups of codes, and what few labels are worth.

use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::read;
use crate::data::batch::threshold;
use crate::error::{Error, Result, grouped};
use crate::evaluation::reconstruct::elbos;
use crate::latent::codes::encode;
use crate::seed::{Stream, generator};
use crate::settings::DataView;
use crate::uses::measures::rand_index::adjusted_rand_index;
use crate::uses::plain::groups::Groups;
use crate::uses::plain::mixture::Mixture;
use crate::uses::sort::{Confidences, Known, Sorter, Space, Told};
use crate::uses::survey::Data;
use crate::web::dataset::Dataset;

/// Runs of k-means, of which the one with the least spread counts.
const RESTARTS: u32 = 10;

/// Sorts images. Its calls must not overlap: await each.
#[wasm_bindgen]
pub struct SortSession {
    known: Known,
    sorter: Option<Sorter>,
}

/// How many training images are encoded.
#[derive(Serialize, Tsify)]
pub struct Encoded {
    done: usize,
    all: usize,
}

impl Encoded {
    pub fn new(done: usize, all: usize) -> Self {
        Self { done, all }
    }
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

/// What the same labels are worth to each space.
#[derive(Serialize, Tsify)]
pub struct ToldBeside {
    codes: Told,
    pca: Told,
    pixels: Told,
}

#[wasm_bindgen]
impl SortSession {
    /// From safetensors bytes; what labels are worth is counted by the first `tests` test images.
    ///
    /// # Errors
    /// For bytes that are not a model's weights.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8], tests: usize) -> Result<SortSession> {
        Ok(Self { known: Known::new(read(bytes)?, tests)?, sorter: None })
    }

    /// Encodes some training images more; after the last of them images can be sorted.
    ///
    /// # Errors
    /// For images that the model does not take, and when the device fails.
    pub fn learn(&mut self, train: &Dataset) -> Result<Ts<Encoded>> {
        let train = &train.0;
        let (before, done) = (self.known.codes().len(), self.known.learn(train)?);
        if before == self.known.codes().len() && self.sorter.is_none() {
            let (latent, classes) = (self.known.coder.latent(), train.spec().classes.len());
            self.sorter =
                Some(Sorter::new(self.known.codes().to_vec(), train.labels()[..done].to_vec(), latent, classes)?);
        }
        Ok(Encoded { done, all: train.len() }.into_ts()?)
    }

    /// The class of an image, by what has been learnt.
    ///
    /// # Errors
    /// For another number of bytes, and before all is learnt.
    pub fn class_of(&mut self, pixels: &[u8]) -> Result<Ts<Confidences>> {
        let image = self.image(pixels)?;
        let code = encode(&self.known.coder.model, &image, &[0])?.mu;
        let sorter = self.sorter.as_mut();
        let sorter =
            sorter.ok_or_else(|| Error::Argument("expected training images that are known, got none".into()))?;
        Ok(sorter.class_of(&code)?.into_ts()?)
    }

    /// How sure a conditional model is of each class: the shares of exp(ELBO) at z = mu, each told the class.
    ///
    /// # Errors
    /// For another number of bytes, and when the device fails.
    pub fn likeliest(&self, pixels: &[u8]) -> Result<Vec<f64>> {
        let image = self.image(pixels)?;
        let classes: Vec<u8> = (0..self.known.coder.config().data.classes.len() as u8).collect();
        let elbos = elbos(&self.known.coder.model, &image.repeat(classes.len()), &classes)?;
        let most = elbos.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let shares: Vec<f64> = elbos.iter().map(|elbo| f64::from(elbo - most).exp()).collect();
        let sum: f64 = shares.iter().sum();
        Ok(shares.iter().map(|share| share / sum).collect())
    }

    /// As many groups among the first test images as they have classes.
    ///
    /// # Errors
    /// For images that the model does not take, and when the device fails.
    pub fn groups(&self, test: &Dataset, count: usize) -> Result<Ts<Grouped>> {
        let count = count.min(test.0.len());
        let points = self.known.coder.codes(&test.0, 0..count)?.mu;
        let (latent, classes) = (self.known.coder.latent(), test.0.spec().classes.len());
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

    /// How many test images are told right from so many labels, chosen by the seed; from all that are known by 0.
    ///
    /// # Errors
    /// For images that the model does not take, before any training image is known, and when the device fails.
    pub fn few(&mut self, train: &Dataset, test: &Dataset, labels: usize, seed: u32) -> Result<Ts<Told>> {
        let data = Data { train: &train.0, test: &test.0 };
        self.known.encode_tests(data)?;
        Ok(self.known.told_by_chance(labels, seed, data)?.into_ts()?)
    }

    /// Where the first training images that are known are on a map, `[N, 2]`.
    ///
    /// # Errors
    /// For codes that are not finite.
    pub fn places(&self, count: usize) -> Result<Vec<f32>> {
        self.known.places(count)
    }

    /// Goes on to find where the images are among the pixels' principal components; says whether they are found.
    ///
    /// # Errors
    /// For images that the model does not take, and when the device fails.
    pub fn compare(&mut self, train: &Dataset, test: &Dataset) -> Result<bool> {
        let data = Data { train: &train.0, test: &test.0 };
        self.known.encode_tests(data)?;
        self.known.compare(data)
    }

    /// How many test images are told right from the labels of these training images.
    ///
    /// # Errors
    /// Without an image, for one that is not known, and before [`SortSession::compare`] is at its end.
    pub fn by_hand(&self, train: &Dataset, test: &Dataset, chosen: &[u32]) -> Result<Ts<ToldBeside>> {
        let data = Data { train: &train.0, test: &test.0 };
        let chosen: Vec<usize> = chosen.iter().map(|&index| index as usize).collect();
        let told = |space| self.known.told(space, &chosen, 0, data);
        let (codes, pca, pixels) = (told(Space::Codes)?, told(Space::Pca)?, told(Space::Pixels)?);
        Ok(ToldBeside { codes, pca, pixels }.into_ts()?)
    }
}

impl SortSession {
    /// As the model is shown it.
    fn image(&self, pixels: &[u8]) -> Result<Vec<u8>> {
        let (expected, got) = (self.known.coder.config().data.size(), pixels.len());
        if got != expected {
            return Err(Error::Argument(format!(
                "expected an image of {} bytes, got {}",
                grouped(expected),
                grouped(got)
            )));
        }
        let mut image = pixels.to_vec();
        if self.known.coder.config().data_view == DataView::Thresholded {
            threshold(&mut image);
        }
        Ok(image)
    }
}
