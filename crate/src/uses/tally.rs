//! Means over images, gathered a few at a time.

use super::report::{Case, Method, Quantity, Row};
use crate::error::{Error, Result};
use crate::model::figures::finite;

/// Sums of figures, each of a case, a method and a quantity, in the order in which they first came.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    sums: Vec<(Row, usize)>,
}

impl Tally {
    /// One image's figure.
    pub fn add(&mut self, case: &Case, method: Method, quantity: Quantity, value: f64) {
        let same = |row: &Row| row.case == *case && row.method == method && row.quantity == quantity;
        match self.sums.iter_mut().find(|(row, _)| same(row)) {
            Some((row, count)) => {
                row.value += value;
                *count += 1;
            }
            None => self.sums.push((Row { case: case.clone(), method, quantity, value }, 1)),
        }
    }

    /// The means.
    ///
    /// # Errors
    /// [`Error::Argument`] before the first image, [`Error::Weights`] for figures that are not finite.
    pub fn means(&self) -> Result<Vec<Row>> {
        if self.sums.is_empty() {
            return Err(Error::Argument("expected at least one image measured, got none".into()));
        }
        let mean = |(row, count): &(Row, usize)| Row { value: row.value / *count as f64, ..row.clone() };
        let rows: Vec<Row> = self.sums.iter().map(mean).collect();
        finite("a use's figure", &rows.iter().map(|row| row.value).collect::<Vec<_>>())?;
        Ok(rows)
    }
}
