//! `latent train`.

use std::path::PathBuf;

use indicatif::{ProgressBar, ProgressStyle};
use latent_explorer::data::dataset::Dataset;
use latent_explorer::data::training_data::TrainingData;
use latent_explorer::error::Error;
use latent_explorer::model::weights::{self, Precision, Weights};
use latent_explorer::objective::terms::Terms;
use latent_explorer::settings::schema::{Setting, setting};
use latent_explorer::settings::{Advice, RunConfig};
use latent_explorer::training::{Finish, Trainer, checkpoint};

use crate::Failure;
use crate::backend::Choice;
use crate::checkpoint::CheckpointFile;
use crate::data::{Data, DataArgs};
use crate::ended::Ended;
use crate::files::{self, Output};
use crate::say::say;
use crate::settings::Settings;
use crate::start::Start;
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
    /// Keep the run itself here, as safetensors with the optimiser's moments, after each epoch and at Ctrl+C. If the file
    /// is there, its run goes on where it stopped, up to --epochs in all.
    #[arg(long)]
    checkpoint: Option<PathBuf>,
    /// Write float16: half the bytes, for a model to ship.
    #[arg(long)]
    half: bool,
    /// A GPU, by any name but the first, needs a build with `--features cli,webgpu`.
    #[arg(long, value_enum, default_value = "cpu")]
    backend: Choice,
}

/// Trains, with a line of test figures after each epoch, and writes the best weights or the last. If training
/// diverges or is interrupted, those of the last whole epoch are written, if there is one.
pub async fn run(args: Args) -> Result<(), Failure> {
    let out = Output::at(&args.out)?;
    let (kept, found) = args.checkpoint.as_deref().map(CheckpointFile::at).transpose()?.unzip();
    if kept.as_ref().is_some_and(|kept| kept.path() == out.path()) {
        return Err("expected another file for --checkpoint than for --out, got the same".into());
    }
    let epochs = args.epochs as usize;
    let Data { train, test, is_own } = args.data.read()?;
    let mut start = match (found.flatten(), args.resume.as_deref()) {
        (Some(checkpoint), _) => Start::again(&args.settings, checkpoint)?,
        (None, Some(path)) => Start::from(&args.settings, epochs, files::read_weights(path)?)?,
        (None, None) => Start::fresh(&args.settings, epochs, is_own.then(|| train.spec()))?,
    };
    start.fit(train.spec());
    start.config().model.takes(test.spec())?;
    advise(start.config());
    let train = TrainingData::of(train, start.config().train.patience)?;
    let mut trainer = start.trainer(train, args.backend.open().await?).await?;
    let mut last = if trainer.steps() > 0 { Some(trainer.weights().await?) } else { None };
    let end = run_epochs(&mut trainer, epochs, &test, kept.as_ref(), &mut last).await;
    let kept = keep_interrupted(&mut trainer, kept.as_ref(), &end).await;
    match trainer.best().or(last.as_ref()) {
        Some(weights) => write(&out, weights, trainer.config(), args.half)?,
        None => say(&format!("wrote nothing to {}: there was no whole epoch", out.path().display())),
    }
    kept.and(end)
}

fn advise(config: &RunConfig) {
    for Advice { field, advised } in config.advice() {
        let flag = setting(&field).map_or_else(|| field.clone().into(), Setting::flag);
        say(&format!("advice on --{flag}: {advised}"));
    }
}

/// A run that has diverged stays as it was kept before.
async fn keep_interrupted(
    trainer: &mut Trainer,
    kept: Option<&CheckpointFile>,
    end: &Result<(), Failure>,
) -> Result<(), Failure> {
    let Some(kept) = kept.filter(|_| end.as_ref().is_err_and(|failure| failure.is::<Ended>())) else { return Ok(()) };
    kept.write(trainer).await?;
    say(&format!("wrote {} at step {}: the same command goes on", kept.path().display(), trainer.steps()));
    Ok(())
}

/// With the settings. What float16 cannot hold is written as it is: it is all that is left of the training.
fn write(out: &Output, weights: &Weights, config: &RunConfig, half: bool) -> Result<(), Failure> {
    let written = |precision| weights::write_with(weights, precision, checkpoint::said(config)?);
    let halved = half.then(|| written(Precision::Half));
    let bytes = match &halved {
        Some(Ok(bytes)) => bytes,
        _ => &written(Precision::Full)?,
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
    epochs: usize,
    test: &Dataset,
    kept: Option<&CheckpointFile>,
    last: &mut Option<Weights>,
) -> Result<(), Failure> {
    let stop = Stop::listen()?;
    if trainer.config().model.components() > 0 {
        say("the prior is a mixture: the KL is estimated from samples of z");
    }
    while trainer.steps() < epochs * trainer.steps_per_epoch() {
        if let Some(finish) = trainer.finish() {
            say(match finish {
                Finish::Patience => "stopped: no better ELBO on the samples held out",
                Finish::Schedule => "stopped: the schedule's learning rate has reached 0",
            });
            break;
        }
        let epoch = epoch_words(trainer);
        let train_terms = run_epoch(trainer, &epoch, &stop).await?;
        let test_terms = trainer.evaluate(test, test.len()).await?;
        say(&format!("{epoch}: train {}, test {}", words(train_terms), words(test_terms)));
        trainer.end_epoch().await?;
        let weights = trainer.weights().await?;
        if !weights.are_finite() {
            return Err(Error::Diverged.into());
        }
        *last = Some(weights);
        if let Some(kept) = kept {
            kept.write(trainer).await?;
        }
        stop.check()?;
    }
    Ok(())
}

/// The epoch that is due; of one that was begun before, the figures are of what is left of it.
fn epoch_words(trainer: &Trainer) -> String {
    let (steps, each) = (trainer.steps(), trainer.steps_per_epoch());
    let epoch = steps / each + 1;
    if steps.is_multiple_of(each) { format!("epoch {epoch}") } else { format!("epoch {epoch} from step {steps}") }
}

/// One epoch's mean terms, with a bar while it lasts.
async fn run_epoch(trainer: &mut Trainer, epoch: &str, stop: &Stop) -> Result<Terms, Failure> {
    let bar = ProgressBar::new(trainer.steps_per_epoch() as u64).with_prefix(epoch.to_string());
    bar.set_style(ProgressStyle::with_template("{prefix} {bar:30} {pos}/{len} steps, {per_sec}, {eta} left, {msg}")?);
    let terms = run_steps(trainer, &bar, stop).await;
    bar.finish_and_clear();
    terms
}

async fn run_steps(trainer: &mut Trainer, bar: &ProgressBar, stop: &Stop) -> Result<Terms, Failure> {
    let each = trainer.steps_per_epoch();
    let steps = each - trainer.steps() % each;
    bar.set_position((each - steps) as u64);
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
