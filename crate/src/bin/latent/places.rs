//! `latent places`.

use std::path::PathBuf;

use latent_explorer::evaluation::places::places;
use latent_explorer::model::network::Network;

use crate::data::DataArgs;
use crate::say::print;
use crate::{Failure, files};

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    data: DataArgs,
    /// Safetensors file of the model.
    #[arg(long)]
    weights: PathBuf,
}

/// Prints the model's good places among the codes of the test digits as JSON, one a class.
pub fn run(args: Args) -> Result<(), Failure> {
    let model = Network::new(files::read_weights(&args.weights)?);
    let found = places(&model, &args.data.test()?)?;
    print(&serde_json::to_string(&found)?)
}
