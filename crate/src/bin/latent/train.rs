//! `latent train`.

use std::path::PathBuf;

use indicatif::{ProgressBar, ProgressStyle};
use latent_explorer::dataset::Digits;
use latent_explorer::device::Backend;
use latent_explorer::terms::Terms;
use latent_explorer::train::Trainer;
use latent_explorer::weights::{self, Precision};

use crate::Failure;
use crate::data::DataArgs;
use crate::run::RunArgs;

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
    run: RunArgs,
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

/// Trains, with a line of test figures after each epoch, and writes the weights at the end.
pub async fn run(args: Args) -> Result<(), Failure> {
    let (train, test) = (args.data.train()?, args.data.test()?);
    let mut trainer = trainer(&args, train.len()).await?;
    for epoch in 1..=args.epochs {
        let train_terms = run_epoch(&mut trainer, &train, epoch).await?;
        let test_terms = trainer.evaluate(&test, test.len()).await?;
        eprintln!("epoch {epoch}: train {}, test {}", words(train_terms), words(test_terms));
    }
    let precision = if args.half { Precision::Half } else { Precision::Full };
    let bytes = weights::write(&trainer.weights().await?, precision)?;
    std::fs::write(&args.out, &bytes)?;
    eprintln!("wrote {} ({} bytes)", args.out.display(), bytes.len());
    Ok(())
}

async fn trainer(args: &Args, digits: usize) -> Result<Trainer, Failure> {
    let config = args.run.config();
    let Some(path) = &args.resume else {
        return Ok(Trainer::new(config, digits, args.backend).await?);
    };
    let weights = weights::read(&std::fs::read(path)?)?;
    Ok(Trainer::resume(config, weights, digits, args.backend).await?)
}

/// One epoch's mean terms.
async fn run_epoch(trainer: &mut Trainer, digits: &Digits, epoch: usize) -> Result<Terms, Failure> {
    let steps = trainer.steps_per_epoch();
    let bar = ProgressBar::new(steps as u64).with_prefix(format!("epoch {epoch}"));
    bar.set_style(ProgressStyle::with_template("{prefix} {bar:30} {pos}/{len} steps, {per_sec}, {eta} left, {msg}")?);
    let (mut reconstruction, mut kl) = (0.0, 0.0);
    let mut done = 0;
    while done < steps {
        let count = STEPS_PER_READING.min(steps - done);
        for _ in 0..count {
            trainer.step(digits)?;
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
