//! Shapes with known factors, as IDX files: one of the site's data sets, which set-up makes by this.

use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::import::OwnSplit;
use crate::data::shapes::{SEED, TEST, TRAIN, shapes};
use crate::error::Result;
use crate::settings::DataSpec;

#[derive(Serialize, Tsify)]
pub struct Shapes {
    data: DataSpec,
    train: OwnSplit,
    test: OwnSplit,
}

/// Those that the command line makes.
///
/// # Errors
/// None that is known of.
#[wasm_bindgen(js_name = makeShapes)]
pub fn make_shapes() -> Result<Ts<Shapes>> {
    let [train, test] = shapes(TRAIN, TEST, SEED)?;
    let data = train.spec().clone();
    Ok(Shapes { data, train: OwnSplit::of(&train), test: OwnSplit::of(&test) }.into_ts()?)
}
