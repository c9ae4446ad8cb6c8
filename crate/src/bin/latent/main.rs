//! `latent`: trains, evaluates and times models natively, on the page's own core.

mod backend;
mod bench;
mod checkpoint;
mod data;
mod ended;
mod evaluate;
mod files;
mod of_texts;
mod own_data;
mod places;
mod say;
mod settings;
mod start;
mod stop;
mod tastes;
mod texts;
mod train;
mod words;
mod write;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use ended::Ended;
use say::say;

/// Whatever went wrong, in a sentence.
type Failure = Box<dyn std::error::Error>;

#[derive(Parser)]
#[command(version, about, infer_long_args = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Train a model from scratch, or go on with one, and write its weights.
    Train(Box<train::Args>),
    /// Print a model's figures on the test samples as JSON.
    Evaluate(evaluate::Args),
    /// Print where a model decodes each class with the least doubt as JSON.
    Places(places::Args),
    /// Print texts that a model of texts draws, or what it makes of some, a line each with its nats and colour.
    Write(write::Args),
    /// Time training steps, as many as each line of standard input says, as lines of JSON.
    Bench(Box<bench::Args>),
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Train(args) => pollster::block_on(train::run(*args)),
        Command::Evaluate(args) => evaluate::run(args),
        Command::Places(args) => places::run(args),
        Command::Write(args) => write::run(args),
        Command::Bench(args) => pollster::block_on(bench::run(*args)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            let ended = failure.downcast_ref::<Ended>();
            if ended != Some(&Ended::Unread) {
                say(&format!("latent: {failure}"));
            }
            ended.map_or(ExitCode::FAILURE, |ended| ended.status().into())
        }
    }
}
