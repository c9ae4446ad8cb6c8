//! The settings of a run: their schema, as a form, and checked. None of it needs a browser: the site's build asks too.

use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use crate::error::Result;
use crate::settings::form::{self, Form, FormCheck};
use crate::settings::kinds::{ModelKind, kinds};
use crate::settings::schema::{SettingSchema, describe};
use crate::settings::{DataSpec, RunConfig, Tuned};

/// Every setting, in the order in which they are shown.
///
/// # Errors
/// When the values cannot be made into JavaScript's.
#[wasm_bindgen(js_name = settingsSchema)]
pub fn settings_schema() -> Result<Vec<Ts<SettingSchema>>> {
    describe().iter().map(|setting| Ok(setting.into_ts()?)).collect()
}

/// The kinds of model that the field has names for, the plain one first.
///
/// # Errors
/// When the values cannot be made into JavaScript's.
#[wasm_bindgen(js_name = modelKinds)]
pub fn model_kinds() -> Result<Vec<Ts<ModelKind>>> {
    kinds().iter().map(|kind| Ok(kind.into_ts()?)).collect()
}

/// The settings that the page starts with.
///
/// # Errors
/// When the value cannot be made into JavaScript's.
#[wasm_bindgen(js_name = defaultRun)]
pub fn default_run() -> Result<Ts<RunConfig>> {
    Ok(RunConfig::default().into_ts()?)
}

/// The text of every setting of a run.
///
/// # Errors
/// When `run` is not of the declared shape.
#[wasm_bindgen(js_name = writeForm)]
pub fn write_form(run: Ts<RunConfig>) -> Result<Ts<Form>> {
    Ok(form::write(&run.to_rust()?).into_ts()?)
}

/// The run that a form describes on this data, MNIST if nothing is said, and all that is wrong with it, beside the run that
/// goes on, if one does.
///
/// # Errors
/// When an argument is not of the declared shape.
#[wasm_bindgen(js_name = checkForm)]
pub fn check_form(form: Ts<Form>, running: Option<Ts<RunConfig>>, data: Option<Ts<DataSpec>>) -> Result<Ts<FormCheck>> {
    let running: Option<RunConfig> = running.map(|running| running.to_rust()).transpose()?;
    let data = data.map(|data| data.to_rust()).transpose()?.unwrap_or_default();
    Ok(form::check_on(&form.to_rust()?, running.as_ref(), data).into_ts()?)
}

/// A run that goes on, with what applies at once of another one; what else was wanted waits for a fresh start.
///
/// # Errors
/// When an argument is not of the declared shape, or for a value that is out of range.
#[wasm_bindgen(js_name = tunedRun)]
pub fn tuned_run(running: Ts<RunConfig>, wanted: Ts<RunConfig>) -> Result<Ts<Tuned>> {
    Ok(running.to_rust()?.tuned(&wanted.to_rust()?)?.into_ts()?)
}
