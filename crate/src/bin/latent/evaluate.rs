//! `latent evaluate`.

use std::path::PathBuf;

use latent_explorer::device::{Backend, open};
use latent_explorer::evaluate::test_terms;
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
    /// Evaluate on the first digits only.
    #[arg(long, default_value_t = 10_000)]
    limit: usize,
    #[arg(long, value_enum, default_value = "cpu")]
    backend: Backend,
}

/// Prints the test ELBO with its two terms, in nats per image, on greyscale pixels.
pub async fn run(args: Args) -> Result<(), Failure> {
    let device = open(args.backend).await?;
    let model = weights::read(&std::fs::read(&args.weights)?, &device)?;
    let digits = args.data.test()?;
    let terms = test_terms(&model, &digits, args.limit, &device).await?;
    let report = serde_json::json!({
        "model": model.config(),
        "digits": args.limit.min(digits.len()),
        "pixels": "greyscale",
        "likelihood": "bernoulli",
        "terms": terms,
    });
    println!("{}", serde_json::to_string_pretty(&report)?);
    Ok(())
}
