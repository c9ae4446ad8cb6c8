//! `latent evaluate`.

use std::path::PathBuf;

use indicatif::ProgressBar;
use latent_explorer::evaluate::Evaluator;
use latent_explorer::weights;

use crate::Failure;
use crate::data::DataArgs;

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    data: DataArgs,
    /// Safetensors file of the model.
    #[arg(long)]
    weights: PathBuf,
    /// Evaluate on the first test digits only.
    #[arg(long, default_value_t = 10_000)]
    limit: usize,
    /// Importance samples of z for each digit; papers take 500 or 5000.
    #[arg(long, default_value_t = 500)]
    samples: usize,
}

/// Prints the model and its figures on the test digits as JSON, in nats per image.
pub async fn run(args: Args) -> Result<(), Failure> {
    let weights = weights::read(&std::fs::read(&args.weights)?)?;
    let (model, digits) = (weights.config.clone(), args.data.test()?);
    let mut evaluator = Evaluator::new(weights, args.samples, args.limit)?;
    let bar = ProgressBar::new(evaluator.progress(&digits).1 as u64);
    while let (done, all) = evaluator.progress(&digits)
        && done < all
    {
        evaluator.advance(&digits).await?;
        bar.set_position(done as u64);
    }
    bar.finish_and_clear();
    let report = serde_json::json!({ "model": model, "evaluation": evaluator.report()? });
    println!("{}", serde_json::to_string_pretty(&report)?);
    Ok(())
}
