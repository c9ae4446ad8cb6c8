//! Noise put on an image, and taken out of it again in several ways.

use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::{Restored, UsesSession};
use crate::error::{Error, Result};
use crate::seed::{Stream, generator};
use crate::uses::blemish::Blemish;
use crate::uses::by_model::{Seen, by_method};
use crate::uses::denoise::{plainly, sampling};
use crate::uses::report::Method;

#[wasm_bindgen]
impl UsesSession {
    /// An image with a blemish on it, as the seed says, and what a method makes of that. The method `nothing` shows the blemish.
    ///
    /// # Errors
    /// For another number of bytes, a strength out of range, a method that is none for one image, and sampling by an autoencoder.
    pub fn denoise(
        &self,
        pixels: &[u8],
        blemish: Ts<Blemish>,
        seed: u32,
        class: u8,
        method: Ts<Method>,
    ) -> Result<Ts<Restored>> {
        let (blemish, method): (Blemish, Method) = (blemish.to_rust()?, method.to_rust()?);
        let (clean, inference) = (self.image(pixels)?, &self.inference);
        let shown = blemish.apply(&clean, self.data(), &mut generator(seed, Stream::Corruption))?;
        let made = match plainly(method, &shown, self.data(), blemish) {
            Some(made) => made,
            None => {
                let observation = blemish.observation(&shown, inference);
                let seen = Seen { came: shown.clone(), shown, observation };
                let mut rng = generator(seed, Stream::Posterior);
                by_method(method, inference, &seen, &[class], sampling(blemish), &mut rng)?
                    .ok_or_else(|| Error::Argument(format!("expected a method for one image, got {method:?}")))?
            }
        };
        Ok(self.restored(method, &made, &clean).into_ts()?)
    }
}
