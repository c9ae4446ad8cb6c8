//! Every setting once: its name, range, default, when it has meaning, and where its value stands in a run. The page's
//! form, the checks and the command line derive from it; a new setting is one entry in the table.

mod description;
mod table;
mod text;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::refusal::{Expected, Refusal};
use super::{DataSpec, ModelConfig, RunConfig};
pub use description::{SettingSchema, Typed, describe};
pub use table::{MAX_PARAMETERS, SETTINGS};

/// One setting of a run.
#[derive(Clone, Copy)]
pub struct Setting {
    pub name: &'static str,
    /// One line for `--help`.
    pub help: &'static str,
    pub group: Group,
    pub value: Value,
    /// Whether it applies to a run that goes on; the others wait for a fresh start.
    pub live: bool,
    /// The choice before it that it is a parameter of.
    pub part_of: Option<&'static str>,
    /// Its option on the command line, where that is not its name.
    flag: Option<&'static str>,
    shown: fn(&RunConfig) -> bool,
    idle: fn(&RunConfig) -> Option<IdleReason>,
}

/// The advanced ones are folded away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum Group {
    Main,
    Advanced,
}

/// Why a setting has no meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum IdleReason {
    /// The model has no KL.
    NoKl,
    /// The model samples nothing.
    NoSamples,
    /// There is no KL of each dimension.
    NoFreeBits,
    /// The model has no hidden layers.
    NoHiddenLayers,
    /// The model has no prior.
    NoPrior,
    /// With one sample there are no importance weights.
    OneSample,
}

/// What a setting's value is, and where it stands in a run. Ranges include their ends.
#[derive(Clone, Copy)]
pub enum Value {
    Choice {
        options: &'static [Choice],
        chosen: fn(&RunConfig) -> &'static str,
    },
    Whole {
        low: f64,
        high: f64,
        slot: SlotOf,
    },
    /// Each from 1 to `high`.
    Wholes {
        high: f64,
        most: fn(&RunConfig) -> usize,
        may_be_empty: bool,
        slot: SlotOf,
    },
    Number {
        low: f64,
        high: f64,
        slot: SlotOf,
    },
    /// Above 0.
    Positive {
        high: f64,
        slot: SlotOf,
    },
}

/// One of a setting's options, and what it makes of a run: a variant with its parameters as they are at first.
#[derive(Clone, Copy)]
pub struct Choice {
    pub name: &'static str,
    set: fn(&mut RunConfig),
}

/// Nothing where a run has no such value: the parameter of a choice that was not made.
type SlotOf = for<'a> fn(&'a mut RunConfig) -> Option<Slot<'a>>;

/// Where a value stands.
pub enum Slot<'a> {
    Number(&'a mut f64),
    Whole(&'a mut usize),
    Seed(&'a mut u32),
    Wholes(&'a mut Vec<usize>),
}

/// The setting of a name.
pub fn setting(name: &str) -> Option<&'static Setting> {
    SETTINGS.iter().find(|setting| setting.name == name)
}

/// Every value that is out of its setting's range.
pub fn check(run: &RunConfig) -> Vec<Refusal> {
    let mut run = run.clone();
    SETTINGS.iter().flat_map(|setting| setting.check(&mut run)).collect()
}

impl Setting {
    /// Its option on the command line.
    pub fn flag(&self) -> Cow<'static, str> {
        match self.flag {
            Some(flag) => flag.into(),
            None => kebab(self.name).into(),
        }
    }

    /// Whether the run has such a value: its kind of data, or the choice that it is a parameter of, asks for it.
    pub fn is_shown(&self, run: &RunConfig) -> bool {
        (self.shown)(run) && self.value.slot().is_none_or(|slot| slot(&mut run.clone()).is_some())
    }

    /// A parameter counts for nothing where its choice does.
    pub fn idle(&self, run: &RunConfig) -> Option<IdleReason> {
        let of_choice = || self.part_of.and_then(setting).and_then(|choice| choice.idle(run));
        (self.idle)(run).or_else(of_choice)
    }

    pub fn has_meaning(&self, run: &RunConfig) -> bool {
        self.is_shown(run) && self.idle(run).is_none()
    }

    /// A run in which it is shown, with the value that it has at first.
    fn at_first(&self) -> RunConfig {
        let options = match self.part_of.and_then(setting).map(|choice| choice.value) {
            Some(Value::Choice { options, .. }) => options,
            _ => &[],
        };
        let chosen = options.iter().map(|option| {
            let mut run = RunConfig::default();
            (option.set)(&mut run);
            run
        });
        let of_texts =
            || RunConfig { model: ModelConfig::on(DataSpec::of_texts(vec![], 1, false)), ..Default::default() };
        chosen.into_iter().chain([of_texts()]).find(|run| self.is_shown(run)).unwrap_or_default()
    }

    fn check(&self, run: &mut RunConfig) -> Vec<Refusal> {
        let refuse = |expected, came| vec![Refusal::of_number(self.name, expected, came)];
        let value = self.value;
        if let Value::Wholes { high, most, slot, .. } = value {
            let most = most(run);
            let Some(Slot::Wholes(sizes)) = slot(run) else { return vec![] };
            let many = (sizes.len() > most).then(|| refuse(Expected::Layers { most: most as f64 }, sizes.len() as f64));
            let wrong = sizes.iter().map(|&size| size as f64).find(|size| !(1.0..=high).contains(size));
            let wrong = wrong.map(|size| refuse(Expected::Whole { low: 1.0, high }, size));
            return many.into_iter().chain(wrong).flatten().collect();
        }
        let Some(number) = value.slot().and_then(|slot| slot(run)).and_then(|slot| slot.number()) else {
            return vec![];
        };
        let (fits, expected) = match value {
            Value::Whole { low, high, .. } => ((low..=high).contains(&number), Expected::Whole { low, high }),
            Value::Number { low, high, .. } => ((low..=high).contains(&number), Expected::Number { low, high }),
            Value::Positive { high, .. } => (number > 0.0 && number <= high, Expected::Positive { high }),
            Value::Choice { .. } | Value::Wholes { .. } => return vec![],
        };
        if fits { vec![] } else { refuse(expected, number) }
    }
}

impl Value {
    fn slot(self) -> Option<SlotOf> {
        match self {
            Self::Choice { .. } => None,
            Self::Whole { slot, .. }
            | Self::Wholes { slot, .. }
            | Self::Number { slot, .. }
            | Self::Positive { slot, .. } => Some(slot),
        }
    }
}

impl Slot<'_> {
    fn number(&self) -> Option<f64> {
        match self {
            Self::Number(value) => Some(**value),
            Self::Whole(value) => Some(**value as f64),
            Self::Seed(value) => Some(f64::from(**value)),
            Self::Wholes(_) => None,
        }
    }
}

/// `latentSize` to `latent-size`.
fn kebab(name: &str) -> String {
    name.chars()
        .flat_map(|letter| letter.is_ascii_uppercase().then_some('-').into_iter().chain([letter.to_ascii_lowercase()]))
        .collect()
}
