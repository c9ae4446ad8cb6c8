//! A use measured over a test set, driven a little at a time.

use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use crate::error::Result;
use crate::model::weights;
use crate::uses::Use;
use crate::uses::report::Row;
use crate::uses::survey::{self, Data, Needs, Options, Survey};
use crate::web::dataset::Dataset;

/// A survey of a use. Its calls must not overlap: await each.
#[wasm_bindgen]
pub struct SurveySession {
    survey: Box<dyn Survey>,
}

/// How far a survey is, in parts of its work.
#[derive(Serialize, Tsify)]
pub struct SurveyProgress {
    done: usize,
    all: usize,
}

impl SurveyProgress {
    pub fn new(done: usize, all: usize) -> Self {
        Self { done, all }
    }
}

/// A use's figures so far.
#[derive(Serialize, Tsify)]
pub struct SurveyReport {
    rows: Vec<Row>,
}

impl SurveyReport {
    pub fn new(rows: Vec<Row>) -> Self {
        Self { rows }
    }
}

#[wasm_bindgen]
impl SurveySession {
    /// Of a model's use, on the first `limit` test images.
    ///
    /// # Errors
    /// For bytes that are not a model's weights, numbers out of range, and a model that the use is not for.
    #[wasm_bindgen(constructor)]
    pub fn new(of: Ts<Use>, weights: &[u8], limit: usize) -> Result<SurveySession> {
        let options = Options { limit, strangers: vec![], others: vec![] };
        Ok(Self { survey: survey::open(of.to_rust()?, weights::read(weights)?, options)? })
    }

    /// What the use cannot be measured without.
    ///
    /// # Errors
    /// For a use that is none.
    pub fn needs(of: Ts<Use>) -> Result<Ts<Needs>> {
        Ok(survey::needs(of.to_rust()?).into_ts()?)
    }

    /// Goes on by one part.
    ///
    /// # Errors
    /// When the device fails, and for images that the model does not take.
    pub fn advance(&mut self, train: &Dataset, test: &Dataset) -> Result<Ts<SurveyProgress>> {
        let data = Data { train: &train.0, test: &test.0 };
        self.survey.advance(data)?;
        let (done, all) = self.survey.progress(data);
        Ok(SurveyProgress::new(done, all).into_ts()?)
    }

    /// The figures over what is done so far.
    ///
    /// # Errors
    /// Before the first of them.
    pub fn report(&self) -> Result<Ts<SurveyReport>> {
        Ok(SurveyReport::new(self.survey.report()?).into_ts()?)
    }
}
