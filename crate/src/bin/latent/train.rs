//! `latent train`.

use std::path::PathBuf;
use std::rc::Rc;

use indicatif::{ProgressBar, ProgressStyle};
use latent_explorer::data::dataset::Dataset;
use latent_explorer::data::training_data::TrainingData;
use latent_explorer::device::Backend;
use latent_explorer::error::Error;
use latent_explorer::model::weights::{self, Precision, Weights};
use latent_explorer::objective::terms::Terms;
use latent_explorer::training::{Finish, Trainer};

use crate::Failure;
use crate::data::DataArgs;
use crate::files::{self, Output};
use crate::say::say;
use crate::settings::{Settings, by_flag};
use crate::stop::Stop;

/// Steps between two readings of the figures.
const STEPS_PER_READING: usize = 50;

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    data: DataArgs,
    /// Where the weights go, as safetensors.
    #[arg(long)]
    out: PathBuf,
    #[command(flatten)]
    settings: Settings,
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..))]
    epochs: u32,
    /// Go on with these weights and their model's settings, with a fresh optimiser.
    #[arg(long)]
    resume: Option<PathBuf>,
    /// Write float16: half the bytes, for a model to ship.
    #[arg(long)]
    half: bool,
    #[arg(long, value_enum, default_value = "cpu")]
    backend: Backend,
}

/// Trains, with a line of test figures after each epoch, and writes the best weights or the last. If training
/// diverges or is interrupted, those of the last whole epoch are written, if there is one.
pub async fn run(args: Args) -> Result<(), Failure> {
    let out = Output::at(&args.out)?;
    let resumed = args.resume.as_deref().map(files::read_weights).transpose()?;
    let mut config = args.settings.run(args.epochs as usize, resumed.as_ref().map(Weights::config))?;
    let (train, test) = (args.data.train()?, args.data.test()?);
    if resumed.is_none() && config.model.conditional {
        config.model.data = train.spec().clone();
    }
    config.model.takes(test.spec())?;
    let train = TrainingData::of(Rc::new(train), config.train.patience)?;
    let trainer = match resumed {
        Some(weights) => Trainer::resume(config, weights, train, args.backend).await,
        None => Trainer::new(config, train, args.backend).await,
    };
    let mut trainer = trainer.map_err(by_flag)?;
    let mut last = None;
    let end = run_epochs(&mut trainer, args.epochs, &test, &mut last).await;
    match trainer.best().or(last.as_ref()) {
        Some(weights) => write(&out, weights, args.half)?,
        None => say(&format!("wrote nothing to {}: there was no whole epoch", out.path().display())),
    }
    end
}

/// What float16 cannot hold is written as it is: it is all that is left of the training.
fn write(out: &Output, weights: &Weights, half: bool) -> Result<(), Failure> {
    let halved = half.then(|| weights::write(weights, Precision::Half));
    let bytes = match &halved {
        Some(Ok(bytes)) => bytes,
        _ => &weights::write(weights, Precision::Full)?,
    };
    out.write(bytes)?;
    say(&format!("wrote {} ({} bytes)", out.path().display(), bytes.len()));
    match halved {
        Some(Err(error)) => Err(format!("{error}; wrote float32 instead of float16").into()),
        _ => Ok(()),
    }
}

/// Leaves the weights after the last epoch that went well in `last`.
async fn run_epochs(
    trainer: &mut Trainer,
    epochs: u32,
    test: &Dataset,
    last: &mut Option<Weights>,
) -> Result<(), Failure> {
    let stop = Stop::listen()?;
    for epoch in 1..=epochs {
        let train_terms = run_epoch(trainer, epoch, &stop).await?;
        let test_terms = trainer.evaluate(test, test.len()).await?;
        say(&format!("epoch {epoch}: train {}, test {}", words(train_terms), words(test_terms)));
        trainer.end_epoch().await?;
        let weights = trainer.weights().await?;
        if !weights.are_finite() {
            return Err(Error::Diverged.into());
        }
        *last = Some(weights);
        stop.check()?;
        if trainer.finish() == Some(Finish::Patience) {
            say("stopped: no better ELBO on the digits held out");
            break;
        }
    }
    Ok(())
}

/// One epoch's mean terms, with a bar while it lasts.
async fn run_epoch(trainer: &mut Trainer, epoch: u32, stop: &Stop) -> Result<Terms, Failure> {
    let bar = ProgressBar::new(trainer.steps_per_epoch() as u64).with_prefix(format!("epoch {epoch}"));
    bar.set_style(ProgressStyle::with_template("{prefix} {bar:30} {pos}/{len} steps, {per_sec}, {eta} left, {msg}")?);
    let terms = run_steps(trainer, &bar, stop).await;
    bar.finish_and_clear();
    terms
}

async fn run_steps(trainer: &mut Trainer, bar: &ProgressBar, stop: &Stop) -> Result<Terms, Failure> {
    let steps = trainer.steps_per_epoch();
    let (mut reconstruction, mut kl) = (0.0, 0.0);
    let mut done = 0;
    while done < steps {
        let count = STEPS_PER_READING.min(steps - done);
        for _ in 0..count {
            stop.check()?;
            trainer.step()?;
        }
        let terms = trainer.read_terms().await?;
        let share = count as f64 / steps as f64;
        reconstruction += terms.reconstruction * share;
        kl += terms.kl * share;
        done += count;
        bar.inc(count as u64);
        bar.set_message(words(terms));
    }
    Ok(Terms::new(reconstruction, kl))
}

fn words(terms: Terms) -> String {
    let Terms { reconstruction, kl, elbo } = terms;
    format!("ELBO {elbo:.2} (reconstruction {reconstruction:.2} + KL {kl:.2}) nats")
}
