//! Puts a drawn digit through a model and prints both beside each other, with what the model says of them:
//! `cargo run --example reconstruct [MODEL.safetensors]`.

use std::error::Error;
use std::{env, fs};

use latent_explorer::data::prepare::prepare;
use latent_explorer::evaluation::reconstruct::{Reconstruction, reconstruct};
use latent_explorer::model::network::Network;
use latent_explorer::model::weights;

/// The model that the page opens with, in a checkout of the whole project.
const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../assets/mnist-2d.safetensors");
/// A drawn 3, which no model has seen.
const DRAWING: &str = "
 ######
########
      ##
      ##
  #####
  ######
      ###
       ##
##    ###
########
 ######";
/// Of the pad that it is drawn on, in pixels.
const SIDE: usize = 28;

fn main() -> Result<(), Box<dyn Error>> {
    let file = env::args().nth(1).unwrap_or(SHIPPED.into());
    let bytes = fs::read(&file).map_err(|error| {
        format!("expected a model at {file}, but {error}: name a safetensors file that `latent train` or the page has written")
    })?;
    let model = Network::new(weights::read(&bytes)?);
    let data = &model.config().data;
    let digit = prepare(&pad(DRAWING), SIDE, data)?.ok_or("expected a drawing, got an empty pad")?;

    let made = reconstruct(&model, &digit, &digit, 3)?;
    print(&beside(&digit, &made.pixels, data.width));
    print(&figures(&made));
    Ok(())
}

/// What an example is for.
#[allow(clippy::print_stdout)]
fn print(text: &str) {
    println!("{text}");
}

/// A byte for each pixel of the pad, 255 where there is ink.
fn pad(drawing: &str) -> Vec<u8> {
    let mut ink = vec![0; SIDE * SIDE];
    for (y, line) in drawing.lines().enumerate() {
        for (x, _) in line.match_indices('#') {
            ink[y * SIDE + x] = 255;
        }
    }
    ink
}

/// Two images as text, line by line.
fn beside(left: &[u8], right: &[u8], width: usize) -> String {
    let lines = left.chunks(width).zip(right.chunks(width));
    lines.map(|(left, right)| format!("{}  {}\n", shaded(left), shaded(right))).collect()
}

/// Two letters for each pixel, which are about as wide as high.
fn shaded(line: &[u8]) -> String {
    line.iter().map(|&grey| ["  ", "░░", "▒▒", "▓▓", "██"][usize::from(grey) * 5 / 256]).collect()
}

fn figures(Reconstruction { mu, log_var, terms, .. }: &Reconstruction) -> String {
    let deviation: Vec<f32> = log_var.iter().map(|log_var| (log_var / 2.0).exp()).collect();
    format!(
        "posterior: mu {mu:.2?}, sigma {deviation:.2?}\nat z = mu, in nats: reconstruction {:.1}, KL {:.1}, ELBO {:.1}",
        terms.reconstruction, terms.kl, terms.elbo
    )
}
