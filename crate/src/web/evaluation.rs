//! An evaluation's session, driven a few digits at a time.

use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::dataset::Dataset;
use crate::error::Result;
use crate::evaluation::evaluator::{Evaluation, Evaluator};
use crate::model::weights;

/// A model's evaluation on test digits. Its calls must not overlap: await each.
#[wasm_bindgen]
pub struct EvaluationSession {
    evaluator: Evaluator,
}

/// How far an evaluation is.
#[derive(Serialize, Tsify)]
pub struct EvaluationProgress {
    /// Digits seen.
    done: usize,
    /// Digits to see.
    all: usize,
}

#[wasm_bindgen]
impl EvaluationSession {
    /// Of a model's first `limit` digits, with `samples` of z for each.
    ///
    /// # Errors
    /// For bytes that are not a model's weights, or numbers out of range.
    #[wasm_bindgen(constructor)]
    pub fn new(weights: &[u8], samples: usize, limit: usize) -> Result<EvaluationSession> {
        Ok(Self { evaluator: Evaluator::new(weights::read(weights)?, samples, limit)? })
    }

    /// Of texts, how often each word is in the training texts, before the first is evaluated.
    ///
    /// # Errors
    /// For texts that the model does not take.
    pub fn learn(&mut self, train: &Dataset) -> Result<()> {
        self.evaluator.learn(&train.0)
    }

    /// Goes on with the next few digits: some hundredths of a second.
    ///
    /// # Errors
    /// For images that the model does not take.
    pub fn advance(&mut self, data: &Dataset) -> Result<Ts<EvaluationProgress>> {
        self.evaluator.advance(&data.0)?;
        let (done, all) = self.evaluator.progress(&data.0);
        Ok(EvaluationProgress { done, all }.into_ts()?)
    }

    /// The figures over the digits seen so far.
    ///
    /// # Errors
    /// Before the first digit.
    pub fn report(&self) -> Result<Ts<Evaluation>> {
        Ok(self.evaluator.report()?.into_ts()?)
    }
}
