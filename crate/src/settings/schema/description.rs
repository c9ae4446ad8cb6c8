//! The schema as data, for whoever draws a form of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Choice, Group, SETTINGS, Setting, Value};
use crate::settings::RunConfig;
use crate::settings::form::{self, Form};

/// One setting of a run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(hashmap_as_object))]
#[serde(rename_all = "camelCase")]
pub struct SettingSchema {
    pub name: String,
    pub group: Group,
    pub typed: Typed,
    /// Whether it applies to a run that goes on; the others wait for a fresh start.
    pub live: bool,
    /// The choice before it that it is a parameter of.
    pub part_of: Option<String>,
    /// The text of the value that it has at first.
    pub default: String,
    /// Of a choice: by option the texts that it proposes for settings of others, where they are not as at first.
    pub proposes: BTreeMap<String, Form>,
    /// One English line.
    pub help: String,
    /// Its option on the command line, without the dashes.
    pub flag: String,
}

/// What is typed or chosen. Ranges include their ends.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Typed {
    Choice {
        options: Vec<String>,
    },
    Whole {
        low: f64,
        high: f64,
    },
    /// At most `most` numbers, with commas between, each from `low` to `high`.
    #[serde(rename_all = "camelCase")]
    Wholes {
        low: f64,
        high: f64,
        most: f64,
        may_be_empty: bool,
    },
    Number {
        low: f64,
        high: f64,
    },
    /// A number above 0.
    Positive {
        high: f64,
    },
}

/// All settings, in the order in which they are read: a choice before its parameters.
pub fn describe() -> Vec<SettingSchema> {
    SETTINGS.iter().map(SettingSchema::of).collect()
}

impl SettingSchema {
    fn of(setting: &Setting) -> Self {
        let default = RunConfig::default();
        Self {
            name: setting.name.into(),
            group: setting.group,
            typed: Typed::of(setting.value, &default),
            live: setting.live,
            part_of: setting.part_of.map(Into::into),
            default: setting.write(&default),
            proposes: proposals(setting),
            help: setting.help.into(),
            flag: setting.flag().into(),
        }
    }
}

/// Its own parameters are none of them.
fn proposals(setting: &Setting) -> BTreeMap<String, Form> {
    let Value::Choice { options, .. } = setting.value else { return BTreeMap::new() };
    let Form(plain) = form::write(&RunConfig::default());
    let others = |name: &str| SETTINGS.iter().any(|it| it.name == name && it.part_of != Some(setting.name));
    let proposed = |option: &Choice| {
        let mut run = RunConfig::default();
        (option.set)(&mut run);
        let Form(mut texts) = form::write(&run);
        texts.retain(|name, text| name != setting.name && others(name) && plain.get(name) != Some(text));
        (option.name.to_string(), Form(texts))
    };
    options.iter().map(proposed).filter(|(_, Form(texts))| !texts.is_empty()).collect()
}

impl Typed {
    fn of(value: Value, run: &RunConfig) -> Self {
        match value {
            Value::Choice { options, .. } => {
                Self::Choice { options: options.iter().map(|option| option.name.into()).collect() }
            }
            Value::Whole { low, high, .. } => Self::Whole { low, high },
            Value::Wholes { high, most, may_be_empty, .. } => {
                Self::Wholes { low: 1.0, high, most: most(run) as f64, may_be_empty }
            }
            Value::Number { low, high, .. } => Self::Number { low, high },
            Value::Positive { high, .. } => Self::Positive { high },
        }
    }
}
