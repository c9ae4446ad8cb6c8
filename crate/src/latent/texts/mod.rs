//! Texts out of points of the latent space, and places in it for texts, with what a model expects to be written.

mod beam;
mod expected;

use rand::RngExt;
use serde::Serialize;

use crate::error::{Error, Result, grouped};
use crate::latent::codes::{Codes, encode};
use crate::latent::points::finite;
use crate::model::network::{Contexts, Network, Written, likeliest};
use crate::objective::terms::Terms;
use crate::objective::texts::{Apart, TextLikelihood, Told};
use crate::seed::{Stream, generator};
use crate::settings::Colour;

pub use beam::best;
pub use expected::{ExpectedCharacter, LikelyCharacter, expected};

/// Texts beside each other in a beam search, and samples at one point, at most.
const MAX_TEXTS: usize = 1000;
const TEMPERATURES: [f64; 2] = [0.01, 100.0];

/// How each next character of a text is chosen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Choosing {
    Likeliest,
    /// Drawn from p^(1 / temperature), made to sum to 1; 1 is the model's own. Near points are given the same draws, so that they
    /// write alike.
    Drawn {
        temperature: f64,
        seed: u32,
    },
}

/// A text that was written.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct WrittenText {
    pub text: String,
    /// log p(text|z), its end among it, in nats.
    pub log_likelihood: f32,
    /// Red, green and blue that are decoded beside it, 0 to 255.
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "[number, number, number]"))]
    pub colour: Option<Colour>,
}

/// What a model makes of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadText {
    /// As the data has it; its colour is not known.
    pub sample: Vec<u8>,
    pub codes: Codes,
    /// As of one of [`Codes`]; empty where the KL has no part for each dimension.
    pub kl_per_dimension: Vec<f32>,
    /// Of the characters alone, at z = mu, in nats.
    pub terms: Terms,
    /// What takes the likeliest character each time at z = mu.
    pub written: WrittenText,
}

/// Reads a text: its posterior, and what is written from the posterior's mean. The class is for a conditional model.
///
/// # Errors
/// [`Error::Dataset`] for a text that the model's data has no room or characters for, [`Error::Argument`] for a model that is not of
/// texts, [`Error::Weights`] for figures that are not finite.
pub fn read(model: &Network, text: &str, class: u8) -> Result<ReadText> {
    let Some(likelihood) = TextLikelihood::of_model(model) else { return refuse(model) };
    let data = &model.config().data;
    let sample = data.sample(&data.ids_of(text)?, Colour::default());
    let codes = encode(model, &sample, &[class])?;
    let contexts = contexts(model, &codes.mu, class)?;
    let mut said = [Apart::default()];
    let told = Told { outputs: contexts.outputs(), samples: 1, texts: &sample, hidden: &[], units: &[] };
    likelihood.tell(told, None, &mut Default::default(), &mut said);
    let terms = Terms::new(-said[0].text, codes.kl(model)[0].into()).finite()?;
    let parts = codes.kl_per_dimension(model.config().latent_size);
    let kl_per_dimension = if model.config().splits_kl() { parts } else { vec![] };
    let [written] = &texts(&contexts, &contexts.written(|_, _, log_p| likeliest(log_p)))[..] else {
        return refuse(model);
    };
    Ok(ReadText { sample, kl_per_dimension, terms, written: written.clone(), codes })
}

/// A text at each of the points `[N, Z]`.
///
/// # Errors
/// [`Error::Argument`] for numbers that are no points, a temperature out of range, or a model that is not of texts.
pub fn write(model: &Network, points: &[f32], class: u8, choosing: Choosing) -> Result<Vec<WrittenText>> {
    let contexts = contexts(model, points, class)?;
    let written = match choosing {
        Choosing::Likeliest => contexts.written(|_, _, log_p| likeliest(log_p)),
        Choosing::Drawn { temperature, seed } => {
            check_temperature(temperature)?;
            let mut rng = generator(seed, Stream::Texts);
            let draws: Vec<f32> = (0..model.config().data.length()).map(|_| rng.random_range(0.0..1.0)).collect();
            contexts.written(|_, place, log_p| drawn(log_p, temperature as f32, draws[place]))
        }
    };
    Ok(texts(&contexts, &written))
}

/// A text drawn at each of the points `[N, Z]`, each by draws of its own.
///
/// # Errors
/// As [`write()`].
pub fn drawn_at(model: &Network, points: &[f32], class: u8, temperature: f64, seed: u32) -> Result<Vec<WrittenText>> {
    check_temperature(temperature)?;
    let contexts = contexts(model, points, class)?;
    let mut rng = generator(seed, Stream::Texts);
    let mut draw = || rng.random_range(0.0..1.0);
    Ok(texts(&contexts, &contexts.written(|_, _, log_p| drawn(log_p, temperature as f32, draw()))))
}

/// So many texts drawn at one point, each by draws of its own.
///
/// # Errors
/// As [`write()`], and for too many texts.
pub fn samples(
    model: &Network,
    point: &[f32],
    class: u8,
    count: usize,
    temperature: f64,
    seed: u32,
) -> Result<Vec<WrittenText>> {
    check_count(count)?;
    at_one(model, point, class)?;
    drawn_at(model, &point.repeat(count), class, temperature, seed)
}

fn texts(contexts: &Contexts, Written { ids, log_likelihood }: &Written) -> Vec<WrittenText> {
    let data = &contexts.model().config().data;
    let each = ids.chunks_exact(data.length()).zip(log_likelihood).enumerate();
    let text = |(row, (ids, &log_likelihood)): (usize, (&[u16], &f32))| WrittenText {
        text: data.spelt(ids),
        log_likelihood,
        colour: contexts.colour(row),
    };
    each.map(text).collect()
}

/// By a draw from 0 to 1.
fn drawn(log_p: &[f32], temperature: f32, draw: f32) -> usize {
    let largest = log_p.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let weight = |log_p: &f32| ((log_p - largest) / temperature).exp();
    let mut left = draw * log_p.iter().map(weight).sum::<f32>();
    let chosen = log_p.iter().position(|log_p| {
        left -= weight(log_p);
        left < 0.0
    });
    chosen.unwrap_or_else(|| likeliest(log_p))
}

fn at_one<'a>(model: &'a Network, point: &[f32], class: u8) -> Result<Contexts<'a>> {
    match contexts(model, point, class)? {
        contexts if contexts.count() == 1 => Ok(contexts),
        contexts => Err(Error::Argument(format!("expected one point, got {}", contexts.count()))),
    }
}

fn contexts<'a>(model: &'a Network, points: &[f32], class: u8) -> Result<Contexts<'a>> {
    let latent = model.config().latent_size;
    if points.is_empty() || !points.len().is_multiple_of(latent) {
        let count = points.len();
        return Err(Error::Argument(format!(
            "expected points of {latent} coordinates, got {} numbers",
            grouped(count)
        )));
    }
    finite(points)?;
    model.contexts(points, &vec![class; points.len() / latent]).map_or_else(|| refuse(model), Ok)
}

fn refuse<T>(model: &Network) -> Result<T> {
    Err(Error::Argument(format!("expected a model of texts, got one of {}", model.config().data.words())))
}

fn check_temperature(temperature: f64) -> Result<()> {
    let [low, high] = TEMPERATURES;
    match (low..=high).contains(&temperature) {
        true => Ok(()),
        false => Err(Error::Argument(format!("expected a temperature from {low} to {high}, got {temperature}"))),
    }
}

fn check_count(count: usize) -> Result<()> {
    match (1..=MAX_TEXTS).contains(&count) {
        true => Ok(()),
        false => Err(Error::Argument(format!("expected 1 to {MAX_TEXTS} texts, got {}", grouped(count)))),
    }
}
