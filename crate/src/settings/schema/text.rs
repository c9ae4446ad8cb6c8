//! Settings as text, and read from it.

use super::{Setting, Slot, Value};
use crate::settings::RunConfig;
use crate::settings::refusal::{Came, Expected, Refusal};

impl Setting {
    /// Its value in a run, or what it is at first where the run has none.
    pub fn write(&self, run: &RunConfig) -> String {
        if let Value::Choice { chosen, .. } = self.value {
            return chosen(run).into();
        }
        let mut run = if self.is_shown(run) { run.clone() } else { self.at_first() };
        self.value.slot().and_then(|slot| slot(&mut run)).map(|slot| slot.write()).unwrap_or_default()
    }

    /// Puts what a text says into a run; whether it is in range is for [`super::check`] to say.
    ///
    /// # Errors
    /// The refusal of a text that cannot be read, which leaves the run as it was.
    pub fn read(&self, text: &str, run: &mut RunConfig) -> Result<(), Refusal> {
        let refuse =
            |expected, came: &str| Refusal { field: self.name.into(), expected, came: Came::Text(came.trim().into()) };
        match self.value {
            Value::Choice { options, .. } => {
                let option = options.iter().find(|option| option.name == text.trim());
                let expected =
                    || Expected::OneOf { options: options.iter().map(|option| option.name.into()).collect() };
                option.map(|option| (option.set)(run)).ok_or_else(|| refuse(expected(), text))?;
            }
            Value::Whole { slot, low, high } => {
                let whole = whole(text).map_err(|came| refuse(whole_from(low, high, came), came))?;
                match slot(run) {
                    Some(Slot::Whole(value)) => *value = whole as usize,
                    Some(Slot::Seed(value)) => *value = whole,
                    _ => {}
                }
            }
            Value::Wholes { slot, may_be_empty, high, .. } => {
                let parts: Vec<&str> =
                    if may_be_empty && text.trim().is_empty() { vec![] } else { text.split(',').collect() };
                let wholes = parts.into_iter().map(|part| whole(part).map(|whole| whole as usize));
                let wholes: Result<_, _> = wholes.collect();
                let wholes = wholes.map_err(|came| refuse(whole_from(1.0, high, came), came))?;
                if let Some(Slot::Wholes(values)) = slot(run) {
                    *values = wholes;
                }
            }
            Value::Number { slot, .. } | Value::Positive { slot, .. } => {
                let number = text.trim().parse().ok().filter(|number: &f64| number.is_finite());
                let number = number.ok_or_else(|| refuse(Expected::AnyNumber, text))?;
                if let Some(Slot::Number(value)) = slot(run) {
                    *value = number;
                }
            }
        }
        Ok(())
    }
}

impl Slot<'_> {
    fn write(&self) -> String {
        match self {
            // Without a power of ten where the number is whole or not small.
            Self::Number(value) if value.fract() == 0.0 || value.abs() >= 1e-6 => value.to_string(),
            Self::Number(value) => format!("{value:e}"),
            Self::Whole(value) => value.to_string(),
            Self::Seed(value) => value.to_string(),
            Self::Wholes(values) => values.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        }
    }
}

/// Digits alone, no larger than a seed can be; the text itself otherwise.
fn whole(text: &str) -> Result<u32, &str> {
    let digits = text.trim();
    digits.parse().ok().filter(|_| are_digits(digits)).ok_or(digits)
}

fn are_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What is expected where `came` is not in `low..=high`: a whole number is not what it lacks if it is one.
fn whole_from(low: f64, high: f64, came: &str) -> Expected {
    let is_whole = are_digits(came.trim_start_matches(['-', '+', '\u{2212}']));
    if is_whole { Expected::Whole { low, high } } else { Expected::AnyWhole }
}
