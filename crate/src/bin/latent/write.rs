//! `latent write`.

use std::path::PathBuf;

use latent_explorer::latent::path::{Interpolation, Path};
use latent_explorer::latent::texts::{self, Choosing, WrittenText};
use latent_explorer::model::network::Network;
use latent_explorer::model::prior::Prior;
use latent_explorer::seed::{Stream, generator};

use crate::say::print;
use crate::{Failure, files};

#[derive(clap::Args)]
pub struct Args {
    /// Safetensors file of a model of texts.
    #[arg(long)]
    weights: PathBuf,
    /// How many texts are drawn from the prior, or lie on the way between two.
    #[arg(long, default_value_t = 10)]
    count: usize,
    /// Of the draws: characters of p^(1/temperature).
    #[arg(long, default_value_t = 1.0)]
    temperature: f64,
    #[arg(long, default_value_t = 1)]
    seed: u32,
    /// Instead, the likeliest texts at this text's place, by a beam of --count.
    #[arg(long)]
    of: Option<String>,
    /// Instead, the likeliest characters each time on the way from --of to this text.
    #[arg(long, requires = "of")]
    to: Option<String>,
    /// Class that a conditional model is told.
    #[arg(long, default_value_t = 0)]
    class: u8,
}

/// Prints a line a text: what it says, log p(text|z) in nats, and its colour where there is one.
pub fn run(args: Args) -> Result<(), Failure> {
    let model = Network::new(files::read_weights(&args.weights)?);
    let Args { count, temperature, seed, class, .. } = args;
    let place = |text: &str| texts::read(&model, text, class).map(|reading| reading.codes.mu);
    let written = match (args.of.as_deref(), args.to.as_deref()) {
        (Some(from), Some(to)) => {
            let path = Path { from: place(from)?, to: place(to)?, interpolation: Interpolation::Linear, count };
            texts::write(&model, &path.points()?, class, Choosing::Likeliest)?
        }
        (Some(of), None) => texts::best(&model, &place(of)?, class, count)?,
        _ => {
            let points = Prior::of(&model).draw(count, 1.0, &mut generator(seed, Stream::Sheets));
            texts::drawn_at(&model, &points, class, temperature, seed)?
        }
    };
    written.iter().try_for_each(|text| print(&line(text)))
}

fn line(WrittenText { text, log_likelihood, colour }: &WrittenText) -> String {
    let colour = colour.map(|[red, green, blue]| format!("\t#{red:02x}{green:02x}{blue:02x}"));
    format!("{text}\t{log_likelihood:.2}{}", colour.unwrap_or_default())
}
