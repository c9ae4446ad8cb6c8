//! Data sets that the crate makes, as files: some of the site's, which set-up makes by this as the command line does.

use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::import::OwnSplit;
use crate::data::dataset::Dataset;
use crate::data::music::{self, music};
use crate::data::shapes::{self, shapes};
use crate::error::Result;
use crate::settings::DataSpec;

#[derive(Serialize, Tsify)]
pub struct Made {
    data: DataSpec,
    train: OwnSplit,
    test: OwnSplit,
}

impl Made {
    fn of(train: &Dataset, test: &Dataset) -> Result<Ts<Self>> {
        let data = train.spec().clone();
        Ok(Self { data, train: OwnSplit::of(train), test: OwnSplit::of(test) }.into_ts()?)
    }
}

/// Shapes with known factors.
///
/// # Errors
/// None that is known of.
#[wasm_bindgen(js_name = makeShapes)]
pub fn make_shapes() -> Result<Ts<Made>> {
    let [train, test] = shapes(shapes::TRAIN, shapes::TEST, shapes::SEED)?;
    Made::of(&train, &test)
}

/// Listeners of known tastes.
///
/// # Errors
/// None that is known of.
#[wasm_bindgen(js_name = makeMusic)]
pub fn make_music() -> Result<Ts<Made>> {
    let made = music(music::TRAIN, music::TEST, music::SEED)?;
    Made::of(&made.train, &made.test)
}
