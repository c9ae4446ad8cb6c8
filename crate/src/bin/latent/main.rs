//! `latent`: trains, evaluates and times models natively, on the page's own core.

mod bench;
mod data;
mod evaluate;
mod places;
mod settings;
mod train;

use clap::{Parser, Subcommand};

/// Whatever went wrong, in a sentence.
type Failure = Box<dyn std::error::Error>;

#[derive(Parser)]
#[command(version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Train a model from scratch, or go on with one, and write its weights.
    Train(Box<train::Args>),
    /// Print a model's figures on the test digits as JSON.
    Evaluate(evaluate::Args),
    /// Print where a model decodes each class with the least doubt as JSON.
    Places(places::Args),
    /// Time training steps, as many as each line of standard input says, as lines of JSON.
    Bench(Box<bench::Args>),
}

fn main() -> std::process::ExitCode {
    let done = match Cli::parse().command {
        Command::Train(args) => pollster::block_on(train::run(*args)),
        Command::Evaluate(args) => pollster::block_on(evaluate::run(args)),
        Command::Places(args) => pollster::block_on(places::run(args)),
        Command::Bench(args) => pollster::block_on(bench::run(*args)),
    };
    match done {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("latent: {failure}");
            std::process::ExitCode::FAILURE
        }
    }
}
