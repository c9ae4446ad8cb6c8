//! A use measured over a test set, a few images at a time, so that it can be watched and stopped.

use serde::Serialize;

use super::Use;
use super::anomaly::{Anomaly, Stranger};
use super::compress::survey::Compress;
use super::generate::Generate;
use super::recommend::Recommend;
use super::reduce::Reduce;
use super::report::Row;
use super::sort::Sort;
use crate::data::dataset::Dataset;
use crate::error::{Error, Result};
use crate::model::weights::Weights;
use crate::settings::ModelConfig;

/// Both parts of a data set: plain methods learn from the first, all are measured on the second.
#[derive(Debug, Clone, Copy)]
pub struct Data<'a> {
    pub train: &'a Dataset,
    pub test: &'a Dataset,
}

impl Data<'_> {
    /// Whether a model takes both parts.
    ///
    /// # Errors
    /// [`crate::error::Error::Dataset`] where it does not; says what was expected and what came.
    pub fn suits(self, config: &ModelConfig) -> Result<()> {
        config.takes(self.train.spec())?;
        config.takes(self.test.spec())
    }
}

/// A use's measure, that goes on for some hundredths of a second at a time: on all of MNIST for .3 s of a native
/// thread at most, but for compression's components and archives, .9 s.
pub trait Survey {
    /// Parts of the work done, and of all of it.
    fn progress(&self, data: Data<'_>) -> (usize, usize);

    /// Goes on.
    ///
    /// # Errors
    /// [`crate::error::Error::Dataset`] for images that the model does not take.
    fn advance(&mut self, data: Data) -> Result<()>;

    /// The figures over what is done so far.
    ///
    /// # Errors
    /// [`crate::error::Error::Argument`] before the first of them, [`crate::error::Error::Weights`] for such that are not finite.
    fn report(&self) -> Result<Vec<Row>>;
}

/// What a survey is told.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// Of the first so many test images.
    pub limit: usize,
    /// Shown to the survey of anomalies, beside what it makes itself.
    pub strangers: Vec<Stranger>,
    /// Whose suggestions are averaged with the model's.
    pub others: Vec<Weights>,
}

/// Samples of z by which an image's likelihood is scored.
const SCORED_SAMPLES: usize = 16;

/// What a use cannot be measured without.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Needs {
    /// So many test images.
    pub images: usize,
    /// A model whose images have posteriors, which an autoencoder's have not.
    pub posterior: bool,
}

/// What a use needs; [`open`] refuses what lacks it.
pub fn needs(of: Use) -> Needs {
    let images = match of {
        Use::Reduce => super::reduce::LEAST,
        Use::Generate => super::generate::LEAST,
        _ => 1,
    };
    Needs { images, posterior: matches!(of, Use::Anomaly | Use::Generate) }
}

/// Whether a model is of images, as all uses but suggestions and sorting need it.
///
/// # Errors
/// [`Error::Argument`] for one of items.
pub fn of_images(config: &ModelConfig) -> Result<()> {
    match config.data.is_image() {
        true => Ok(()),
        false => Err(Error::Argument(
            "expected a model of images for this use, got one of items or texts: choose another model, or suggestions of items as the use".into(),
        )),
    }
}

/// A use's survey with a model.
///
/// # Errors
/// [`crate::error::Error::Argument`] for options out of range, and for a model that the use is not for.
pub fn open(of: Use, weights: Weights, options: Options) -> Result<Box<dyn Survey>> {
    if !matches!(of, Use::Recommend | Use::Sort) {
        of_images(weights.config())?;
    }
    match of {
        Use::Denoise => Ok(Box::new(super::denoise::survey(weights, options.limit)?)),
        Use::Repair => Ok(Box::new(super::repair::survey(weights, options.limit)?)),
        Use::Enlarge => Ok(Box::new(super::enlarge::survey(weights, options.limit)?)),
        Use::Anomaly => Ok(Box::new(Anomaly::new(weights, options.limit, SCORED_SAMPLES, options.strangers)?)),
        Use::Sort => Ok(Box::new(Sort::new(weights, options.limit)?)),
        Use::Generate => Ok(Box::new(Generate::new(weights, options.limit)?)),
        Use::Reduce => Ok(Box::new(Reduce::new(weights, options.limit)?)),
        Use::Compress => Ok(Box::new(Compress::new(weights, options.limit)?)),
        Use::Recommend => Ok(Box::new(Recommend::new(weights, options.limit)?.beside(options.others)?)),
    }
}
