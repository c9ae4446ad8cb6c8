//! `latent evaluate`.

use std::path::PathBuf;

use latent_explorer::device::Backend;
use latent_explorer::engine::Engine;
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
    let weights = weights::read(&std::fs::read(&args.weights)?)?;
    let (model, digits) = (weights.config.clone(), args.data.test()?);
    let mut engine = Engine::fastest(weights, args.backend).await?;
    let terms = test_terms(&mut engine, model.latent_size, &digits, args.limit).await?;
    let report = serde_json::json!({
        "model": model,
        "digits": args.limit.min(digits.len()),
        "pixels": "greyscale",
        "likelihood": "bernoulli",
        "terms": terms,
    });
    println!("{}", serde_json::to_string_pretty(&report)?);
    Ok(())
}
