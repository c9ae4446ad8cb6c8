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
use crate::settings::Settings;

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
    #[arg(long, default_value_t = 10)]
    epochs: usize,
    /// Go on with these weights, with a fresh optimiser.
    #[arg(long)]
    resume: Option<PathBuf>,
    /// Write float16: half the bytes, for a model to ship.
    #[arg(long)]
    half: bool,
    #[arg(long, value_enum, default_value = "cpu")]
    backend: Backend,
}

/// Trains, with a line of test figures after each epoch, and writes the best weights or the last. If training
/// diverges, those of the last good epoch are written.
pub async fn run(args: Args) -> Result<(), Failure> {
    let (train, test) = (args.data.train()?, args.data.test()?);
    let config = args.settings.run(args.epochs)?;
    let train = TrainingData::of(Rc::new(train), config.train.patience)?;
    let mut trainer = match &args.resume {
        Some(path) => Trainer::resume(config, weights::read(&std::fs::read(path)?)?, train, args.backend).await?,
        None => Trainer::new(config, train, args.backend).await?,
    };
    let mut last = trainer.weights().await?;
    let end = run_epochs(&mut trainer, args.epochs, &test, &mut last).await;
    let precision = if args.half { Precision::Half } else { Precision::Full };
    let bytes = weights::write(trainer.best().unwrap_or(&last), precision)?;
    std::fs::write(&args.out, &bytes)?;
    eprintln!("wrote {} ({} bytes)", args.out.display(), bytes.len());
    end
}

/// Leaves the weights after the last epoch that went well in `last`.
async fn run_epochs(trainer: &mut Trainer, epochs: usize, test: &Dataset, last: &mut Weights) -> Result<(), Failure> {
    for epoch in 1..=epochs {
        let train_terms = run_epoch(trainer, epoch).await?;
        let test_terms = trainer.evaluate(test, test.len()).await?;
        eprintln!("epoch {epoch}: train {}, test {}", words(train_terms), words(test_terms));
        trainer.end_epoch().await?;
        let weights = trainer.weights().await?;
        if !weights.are_finite() {
            return Err(Error::Diverged.into());
        }
        *last = weights;
        if trainer.finish() == Some(Finish::Patience) {
            eprintln!("stopped: no better ELBO on the digits held out");
            break;
        }
    }
    Ok(())
}

/// One epoch's mean terms.
async fn run_epoch(trainer: &mut Trainer, epoch: usize) -> Result<Terms, Failure> {
    let steps = trainer.steps_per_epoch();
    let bar = ProgressBar::new(steps as u64).with_prefix(format!("epoch {epoch}"));
    bar.set_style(ProgressStyle::with_template("{prefix} {bar:30} {pos}/{len} steps, {per_sec}, {eta} left, {msg}")?);
    let (mut reconstruction, mut kl) = (0.0, 0.0);
    let mut done = 0;
    while done < steps {
        let count = STEPS_PER_READING.min(steps - done);
        for _ in 0..count {
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
    bar.finish_and_clear();
    Ok(Terms::new(reconstruction, kl))
}

fn words(terms: Terms) -> String {
    let Terms { reconstruction, kl, elbo } = terms;
    format!("ELBO {elbo:.2} (reconstruction {reconstruction:.2} + KL {kl:.2}) nats")
}
