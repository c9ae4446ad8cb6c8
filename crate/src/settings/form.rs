//! A run as the texts of a form, and read from them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::schema::{IdleReason, SETTINGS, Setting};
use super::{Advice, DataSpec, ModelConfig, Refusal, RunConfig, kinds};

/// The text of each setting, by its name.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(hashmap_as_object))]
#[serde(transparent)]
pub struct Form(pub BTreeMap<String, String>);

/// A form as a run, and all that there is to say of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(hashmap_as_object))]
#[serde(rename_all = "camelCase")]
pub struct FormCheck {
    /// What could be read; defaults stand in for the rest, and where a setting has no meaning.
    pub run: RunConfig,
    /// What cannot be read, then what is out of range.
    pub errors: Vec<Refusal>,
    /// What it would better be.
    pub advice: Vec<Advice>,
    /// The kind of model that it is, `mixed` where it is several.
    pub kind: String,
    /// Settings of choices that were not made.
    pub hidden: Vec<String>,
    /// Settings without a meaning, and why.
    pub idle: BTreeMap<String, IdleReason>,
    /// Settings that differ from the run that goes on, and wait for a fresh start.
    pub waiting: Vec<String>,
    /// Whether WebGPU trains it too.
    pub gpu_trains: bool,
}

/// All settings of a run as text.
pub fn write(run: &RunConfig) -> Form {
    Form(SETTINGS.iter().map(|setting| (setting.name.into(), setting.write(run))).collect())
}

/// A run on MNIST, as [`read_on`].
pub fn read(form: &Form) -> (RunConfig, Vec<Refusal>) {
    read_on(form, DataSpec::default())
}

/// A run on this data: what can be read from the texts, and refusals of the others. What is left out or has no meaning is as
/// by default.
pub fn read_on(Form(texts): &Form, data: DataSpec) -> (RunConfig, Vec<Refusal>) {
    let (mut run, mut refusals) = (RunConfig { model: ModelConfig::on(data), ..Default::default() }, vec![]);
    for setting in SETTINGS {
        if let Some(text) = texts.get(setting.name).filter(|_| setting.has_meaning(&run)) {
            refusals.extend(setting.read(text, &mut run).err());
        }
    }
    (run, refusals)
}

/// A form as a run on MNIST, as [`check_on`].
pub fn check(form: &Form, running: Option<&RunConfig>) -> FormCheck {
    check_on(form, running, DataSpec::default())
}

/// A form as a run on this data with all that is wrong with it, beside the run that goes on, if one does.
pub fn check_on(form: &Form, running: Option<&RunConfig>, data: DataSpec) -> FormCheck {
    let (run, mut errors) = read_on(form, data);
    let unread: Vec<String> = errors.iter().map(|error| error.field.clone()).collect();
    let is_unread = |name: &str| unread.iter().any(|unread| unread == name);
    errors.extend(run.check().into_iter().filter(|error| !is_unread(&error.field)));
    let (shown, hidden): (Vec<&Setting>, Vec<_>) = SETTINGS.iter().partition(|it| it.is_shown(&run));
    let waits =
        |it: &&Setting| running.is_some_and(|running| it.waits(&run, running) || is_unread(it.name) && !it.live);
    FormCheck {
        errors,
        advice: run.advice(),
        kind: kinds::kind_of(&run).into(),
        hidden: hidden.into_iter().map(|it| it.name.into()).collect(),
        idle: shown.into_iter().filter_map(|it| Some((it.name.into(), it.idle(&run)?))).collect(),
        waiting: SETTINGS.iter().filter(waits).map(|it| it.name.into()).collect(),
        gpu_trains: run.trains_on_gpu(),
        run,
    }
}
