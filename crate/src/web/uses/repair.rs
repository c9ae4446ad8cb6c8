//! What was erased of an image, inferred under the hand that erases.

use js_sys::{Float32Array, Uint8Array};
use rand_chacha::ChaCha8Rng;
use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::{UsesSession, bytes};
use crate::error::{Error, Result, grouped};
use crate::seed::{Stream, generator};
use crate::uses::by_model::{self, Seen, ends_of_chains, mean_of_chains};
use crate::uses::enlarge::Shrinking;
use crate::uses::inference::Inference;
use crate::uses::live::Live;
use crate::uses::measures::bernoulli::log_likelihood;
use crate::uses::measures::psnr::squared_error;
use crate::uses::repair::{SAMPLING, rest};
use crate::uses::sampling::{Chains, Sampling};

/// An image on its way, for its hand alone: it has its own model, so that the session's other work goes on.
#[wasm_bindgen]
pub struct LiveSession {
    inference: Inference,
    live: Option<Live>,
    draws: Option<(Chains, ChaCha8Rng)>,
}

/// Where it is by now.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct LiveWay {
    /// `[Z]`
    #[tsify(type = "Float32Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    z: Float32Array,
    /// What z decodes to: an image.
    #[tsify(type = "Uint8Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pixels: Uint8Array,
    /// Steps to the end.
    left: usize,
}

/// How near a guess comes to what was erased.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ErasedFigures {
    /// The mean over the erased pixels, from 0 to 1.
    squared_error: f64,
    /// Of the erased pixels in nats, the guess taken as the means of Bernoulli variables.
    log_likelihood: f64,
}

#[wasm_bindgen]
impl LiveSession {
    /// From where z was before, if it was somewhere, an image of which pixels are erased where that is not 0.
    ///
    /// # Errors
    /// For another number of bytes, and where all is erased.
    #[wasm_bindgen(js_name = startRepair)]
    pub fn start_repair(
        &mut self,
        session: &UsesSession,
        pixels: &[u8],
        erased: &[u8],
        warm: Option<Vec<f32>>,
        class: u8,
    ) -> Result<()> {
        let seen = session.rest(pixels, erased)?;
        self.start(seen, warm, class)
    }

    /// The same of an image that was shrunk by a factor.
    ///
    /// # Errors
    /// For another number of bytes, and a factor that does not divide the sides.
    #[wasm_bindgen(js_name = startEnlarging)]
    pub fn start_enlarging(&mut self, session: &UsesSession, pixels: &[u8], factor: usize, class: u8) -> Result<()> {
        let shrinking = Shrinking::new(session.data(), factor)?;
        let seen = shrinking.seen(shrinking.shrunk(&session.image(pixels)?))?;
        self.start(seen, None, class)
    }

    /// Goes on for so many steps, and no farther than to the end.
    ///
    /// # Errors
    /// Before a start, and when the device fails.
    #[wasm_bindgen(js_name = goOn)]
    pub fn go_on(&mut self, steps: usize) -> Result<Ts<LiveWay>> {
        let live = self.live.as_mut().ok_or_else(not_started)?;
        let way = live.go_on(&self.inference, steps);
        let z = Float32Array::from(way.z.as_slice());
        Ok(LiveWay { z, pixels: bytes(&way.image), left: way.left }.into_ts()?)
    }

    /// Begins to draw what the whole image could be, from where z is.
    ///
    /// # Errors
    /// Before a start, and for an autoencoder, which has no posterior to draw from.
    #[wasm_bindgen(js_name = startDraws)]
    pub fn start_draws(&mut self, seed: u32) -> Result<()> {
        self.start_chains(SAMPLING, seed)
    }

    /// Goes on for so many steps of all draws; at their end the images, one after the other.
    ///
    /// # Errors
    /// Before a start, and when the device fails.
    #[wasm_bindgen(js_name = goOnDrawing)]
    pub fn go_on_drawing(&mut self, steps: usize) -> Result<Option<Uint8Array>> {
        let Some(chains) = self.chains_after(steps)? else { return Ok(None) };
        Ok(Some(bytes(&ends_of_chains(&self.inference, chains)?)))
    }

    /// Begins to draw what the mean of all that the whole image could be is of, from where z is.
    ///
    /// # Errors
    /// As [`Self::start_draws`].
    #[wasm_bindgen(js_name = startMean)]
    pub fn start_mean(&mut self) -> Result<()> {
        self.start_chains(by_model::SAMPLING, 0)
    }

    /// Goes on for so many steps of all draws; at their end the mean image.
    ///
    /// # Errors
    /// Before a start.
    #[wasm_bindgen(js_name = goOnToMean)]
    pub fn go_on_to_mean(&mut self, steps: usize) -> Result<Option<Uint8Array>> {
        let Some(chains) = self.chains_after(steps)? else { return Ok(None) };
        Ok(Some(bytes(&mean_of_chains(&self.inference, chains))))
    }

    fn start_chains(&mut self, sampling: Sampling, seed: u32) -> Result<()> {
        let live = self.live.as_ref().ok_or_else(not_started)?;
        let chains = live.chains(&self.inference, sampling)?;
        self.draws = Some((chains, generator(seed, Stream::Posterior)));
        Ok(())
    }

    /// The chains, once they are at their end.
    fn chains_after(&mut self, steps: usize) -> Result<Option<Chains>> {
        let (mut chains, mut rng) = self.draws.take().ok_or_else(not_started)?;
        chains.go_on(&self.inference, steps, &mut rng);
        if chains.left() == 0 {
            return Ok(Some(chains));
        }
        self.draws = Some((chains, rng));
        Ok(None)
    }

    fn start(&mut self, seen: Seen, warm: Option<Vec<f32>>, class: u8) -> Result<()> {
        self.live = Some(Live::start(&self.inference, seen, warm.as_deref(), class)?);
        Ok(())
    }
}

#[wasm_bindgen]
impl UsesSession {
    /// What goes on under a hand.
    ///
    /// # Errors
    /// In a build without a CPU backend.
    pub fn live(&self) -> LiveSession {
        LiveSession { inference: Inference::new(self.weights.clone()), live: None, draws: None }
    }

    /// How near a guess at the whole image comes to what was erased of it.
    ///
    /// # Errors
    /// For another number of bytes, and where nothing is erased.
    #[wasm_bindgen(js_name = erasedFigures)]
    pub fn erased_figures(&self, pixels: &[u8], erased: &[u8], guess: &[u8]) -> Result<Ts<ErasedFigures>> {
        let lost = |image: &[u8]| -> Result<Vec<f32>> {
            let image = self.image(image)?;
            Ok(image.into_iter().zip(erased).filter_map(|(value, &erased)| (erased != 0).then_some(value)).collect())
        };
        let (truth, guess) = (lost(pixels)?, lost(guess)?);
        if truth.is_empty() {
            return Err(Error::Argument("expected erased pixels, got none".into()));
        }
        let figures = ErasedFigures {
            squared_error: squared_error(&guess, &truth),
            log_likelihood: log_likelihood(&guess, &truth),
        };
        Ok(figures.into_ts()?)
    }
}

impl UsesSession {
    fn rest(&self, pixels: &[u8], erased: &[u8]) -> Result<Seen> {
        let image = self.image(pixels)?;
        if erased.len() != image.len() {
            let (expected, got) = (image.len(), erased.len());
            return Err(Error::Argument(format!(
                "expected {} bytes of what is erased, got {}",
                grouped(expected),
                grouped(got)
            )));
        }
        let erased: Vec<bool> = erased.iter().map(|&erased| erased != 0).collect();
        rest(&image, &erased, &self.inference)
    }
}

fn not_started() -> Error {
    Error::Argument("expected a start, got none yet".into())
}
