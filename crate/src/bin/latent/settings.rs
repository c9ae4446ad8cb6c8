//! A run's settings as options, made from their schema.

use std::collections::BTreeMap;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command, FromArgMatches};
use latent_explorer::error::Error;
use latent_explorer::settings::form::{self, Form};
use latent_explorer::settings::schema::{self, Setting, SettingSchema, Typed};
use latent_explorer::settings::{DataSpec, Expected, ModelConfig, Refusal, RunConfig, Tuned};

use crate::Failure;

/// What the learning rate's schedule takes from the run, unless it is said.
const EPOCHS: &str = "epochs";

/// The settings that were said.
pub struct Settings(BTreeMap<String, String>);

impl Settings {
    /// A run of so many epochs on one's own data, or MNIST; what is not said of its model is as in the one to go on with, if
    /// there is one.
    pub fn run(
        &self,
        epochs: usize,
        resumed: Option<&ModelConfig>,
        own: Option<&DataSpec>,
    ) -> Result<RunConfig, Failure> {
        let before = resumed.map(|model| RunConfig { model: model.clone(), ..Default::default() });
        let Form(mut texts) = before.as_ref().map(form::write).unwrap_or_default();
        texts.insert(EPOCHS.into(), epochs.to_string());
        self.over(texts, before.map(|before| before.model.data).or_else(|| own.cloned()))
    }

    /// The run that goes on, with what is said of it.
    pub fn further(&self, running: &RunConfig) -> Result<RunConfig, Failure> {
        let Form(texts) = form::write(running);
        let wanted = self.over(texts, Some(running.model.data.clone()))?;
        let Tuned { run, waiting } = running.tuned(&wanted).map_err(by_flag)?;
        match waiting.first().and_then(|name| schema::setting(name)) {
            Some(setting) => {
                let (expected, got) = (setting.write(running), setting.write(&wanted));
                let flag = flag(setting.name);
                Err(format!("{flag}: expected {expected}, as in the run to go on with, got {got}").into())
            }
            None => Ok(run),
        }
    }

    /// A run of these texts and of what is said.
    fn over(&self, mut texts: BTreeMap<String, String>, data: Option<DataSpec>) -> Result<RunConfig, Failure> {
        texts.extend(self.0.clone());
        let (run, refusals) = form::read_on(&Form(texts), data.unwrap_or_default());
        if let Some(refusal) = refusals.first() {
            return Err(words(refusal).into());
        }
        let said = schema::SETTINGS.iter().filter(|setting| self.0.contains_key(setting.name));
        match said.into_iter().find(|setting| !setting.has_meaning(&run)) {
            Some(setting) => Err(without_meaning(setting, &run).into()),
            None => run.check().first().map_or(Ok(run), |refusal| Err(words(refusal).into())),
        }
    }
}

fn flag(name: &str) -> String {
    schema::setting(name).map_or_else(|| name.into(), |setting| format!("--{}", setting.flag()))
}

fn words(refusal: &Refusal) -> String {
    format!("{}: {}", flag(&refusal.field), refusal.message())
}

/// An error of the core, with a setting as the option that it is here.
pub fn by_flag(error: Error) -> Failure {
    match error {
        Error::Field { field, message } => format!("{}: {message}", flag(&field)).into(),
        other => other.into(),
    }
}

fn without_meaning(setting: &Setting, run: &RunConfig) -> String {
    let because = match (setting.part_of, setting.idle(run)) {
        (Some(choice), None) => format!("the value of {} has no such parameter", flag(choice)),
        _ => "the model has nothing that it would change".into(),
    };
    format!("{}: expected to be left out, since {because}", flag(setting.name))
}

impl FromArgMatches for Settings {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let said = |setting: &Setting| Some((setting.name.into(), matches.get_one::<String>(&setting.flag())?.clone()));
        Ok(Self(schema::SETTINGS.iter().filter_map(said).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl clap::Args for Settings {
    fn augment_args(command: Command) -> Command {
        command.args(schema::describe().into_iter().map(option))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

fn option(setting: SettingSchema) -> Arg {
    let SettingSchema { name, typed, default, help, flag, .. } = setting;
    let default = if name == EPOCHS { "those of the run".into() } else { default };
    let default = if default.is_empty() { "none".into() } else { default } + &proposed(&name);
    let help = match range(&typed) {
        Some(range) => format!("{help}: {range} [default: {default}]"),
        None => format!("{help} [default: {default}]"),
    };
    let arg = Arg::new(flag.clone()).long(flag).help(help).allow_negative_numbers(true);
    match typed {
        Typed::Choice { options } => arg.value_parser(PossibleValuesParser::new(options)),
        _ => arg,
    }
}

/// What choices propose for a setting in place of its default.
fn proposed(name: &str) -> String {
    let by = |choice: SettingSchema| {
        let said = |(option, Form(texts)): (String, Form)| {
            Some(format!(", {} with --{} {option}", texts.get(name)?, choice.flag))
        };
        choice.proposes.into_iter().filter_map(said).collect::<String>()
    };
    schema::describe().into_iter().map(by).collect()
}

/// Nothing for a choice, whose options clap tells.
fn range(typed: &Typed) -> Option<String> {
    match *typed {
        Typed::Choice { .. } => None,
        Typed::Whole { low, high } => Some(Expected::Whole { low, high }.to_string()),
        Typed::Wholes { low, high, most, .. } => Some(format!("at most {most}, as 32,16, each from {low} to {high}")),
        Typed::Number { low, high } => Some(Expected::Number { low, high }.to_string()),
        Typed::Positive { high } => Some(Expected::Positive { high }.to_string()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // how a test fails
mod tests {
    use super::*;

    fn said(arguments: &[(String, String)]) -> Result<RunConfig, Failure> {
        let words = arguments.iter().flat_map(|(flag, text)| [format!("--{flag}"), text.clone()]);
        let words = std::iter::once("latent".to_string()).chain(words);
        let matches = <Settings as clap::Args>::augment_args(Command::new("latent")).try_get_matches_from(words)?;
        Settings::from_arg_matches(&matches)?.run(7, None, None)
    }

    fn one(flag: &str, text: &str) -> (String, String) {
        (flag.into(), text.into())
    }

    #[test]
    fn nothing_said_is_the_default() {
        assert_eq!(said(&[]).unwrap(), RunConfig::default());
    }

    #[test]
    fn the_same_texts_make_the_run_that_a_form_makes() {
        let mut wanted = RunConfig::default();
        for setting in schema::describe() {
            let Typed::Choice { options } = &setting.typed else { continue };
            for option in options {
                schema::setting(&setting.name).unwrap().read(option, &mut wanted).unwrap();
                let texts = form::write(&wanted);
                let meant = schema::SETTINGS.iter().filter(|it| it.has_meaning(&wanted));
                let arguments: Vec<_> = meant.map(|it| one(&it.flag(), &texts.0[it.name])).collect();
                assert_eq!(said(&arguments).unwrap(), form::read(&texts).0, "{option}");
            }
        }
    }

    #[test]
    fn a_schedule_takes_the_run_s_epochs_unless_it_is_told_others() {
        let epochs = |more: &[(String, String)]| {
            form::write(&said(&[&[one("schedule", "cosine")], more].concat()).unwrap()).0["epochs"].clone()
        };
        assert_eq!(epochs(&[]), "7");
        assert_eq!(epochs(&[one("schedule-epochs", "30")]), "30");
    }

    #[derive(serde::Deserialize)]
    struct Worded {
        epochs: usize,
        texts: Form,
        arguments: Vec<String>,
    }

    /// The page words them, and its own tests hold it to the same file.
    #[test]
    fn a_command_that_the_page_words_makes_the_run_of_the_page() {
        let commands = include_str!("../../../tests/fixtures/train-commands.json");
        for Worded { epochs, texts, arguments } in serde_json::from_str::<Vec<Worded>>(commands).unwrap() {
            let command =
                <Settings as clap::Args>::augment_args(Command::new("latent")).arg(Arg::new("e").long(EPOCHS));
            let words = std::iter::once("latent".to_string()).chain(arguments.clone());
            let matches = command.try_get_matches_from(words).unwrap();
            assert_eq!(matches.get_one::<String>("e").unwrap(), &epochs.to_string());
            let run = Settings::from_arg_matches(&matches).unwrap().run(epochs, None, None).unwrap();
            assert_eq!(run, form::read(&texts).0, "{arguments:?}");
        }
    }

    #[test]
    fn an_optimiser_brings_its_rate_unless_another_is_said() {
        let rate =
            |more: &[(String, String)]| said(&[&[one("optimizer", "sgd")], more].concat()).unwrap().train.learning_rate;
        assert_eq!(rate(&[]), 2e-4);
        assert_eq!(rate(&[one("learning-rate", "0.002")]), 2e-3);
        assert_eq!(proposed("learningRate"), ", 0.0002 with --optimizer sgd");
    }

    #[test]
    fn what_is_wrong_is_named_by_its_option() {
        let refused = |flag, text| said(&[one(flag, text)]).unwrap_err().to_string();
        assert_eq!(refused("latent-size", "0"), "--latent-size: expected a whole number from 1 to 512, got 0");
        assert!(refused("noise", "0.4").contains("--noise: expected to be left out, since the value of --corruption"));
        assert!(refused("likelihood", "cauchy").contains("gaussianFixed"));
    }
}
