//! A use measured over a test set, a few images at a time, so that it can be watched and stopped.

use std::future::Future;
use std::pin::Pin;

use super::report::Row;
use crate::data::dataset::Dataset;
use crate::error::Result;

/// Both parts of a data set: plain methods learn from the first, all are measured on the second.
#[derive(Debug, Clone, Copy)]
pub struct Data<'a> {
    pub train: &'a Dataset,
    pub test: &'a Dataset,
}

/// What a step of a survey comes to.
pub type Step<'a> = Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// A use's measure, that goes on for some hundredths of a second at a time.
pub trait Survey {
    /// Parts of the work done, and of all of it.
    fn progress(&self, data: Data<'_>) -> (usize, usize);

    /// Goes on.
    ///
    /// # Errors
    /// [`crate::error::Error::Dataset`] for images that the model does not take, [`crate::error::Error::Device`] when the
    /// device fails.
    fn advance<'a>(&'a mut self, data: Data<'a>) -> Step<'a>;

    /// The figures over what is done so far.
    ///
    /// # Errors
    /// [`crate::error::Error::Argument`] before the first of them, [`crate::error::Error::Weights`] for such that are not finite.
    fn report(&self) -> Result<Vec<Row>>;
}
