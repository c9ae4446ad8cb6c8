//! What a model gives is finite, or it is said: weights that are each a number can make figures that are none.

use crate::error::{Error, Result};

/// # Errors
/// [`Error::Weights`] for a figure that is infinite or not a number; `what` names it.
pub fn finite<T: Copy + Into<f64>>(what: &str, figures: &[T]) -> Result<()> {
    match figures.iter().map(|&figure| figure.into()).find(|figure: &f64| !figure.is_finite()) {
        Some(figure) => Err(Error::Weights(format!(
            "expected a model whose figures are finite, got {what} of {figure}: its weights are too large"
        ))),
        None => Ok(()),
    }
}
