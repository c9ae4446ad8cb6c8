//! New images: where they are decoded, and which training images are nearest to them.

use js_sys::{Float32Array, Uint32Array};
use serde::{Deserialize, Serialize};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::UsesSession;
use crate::error::{Error, Result, grouped};
use crate::latent::codes::{self, decode, encode};
use crate::model::prior::Prior;
use crate::uses::generate::{Sheet, sheet};
use crate::uses::plain::neighbours::Nearest;
use crate::uses::plain::points::Points;
use crate::web::codes::Codes;
use crate::web::dataset::Dataset;

/// What new images are drawn from: posteriors that are named are those of the codes.
#[derive(Deserialize, Tsify)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Source {
    Prior,
    Aggregated,
    OfClass {
        class: u8,
    },
    /// The codes' first.
    Near,
}

/// How many images are drawn, and how: deviations are times the temperature, and the same seed draws the same.
#[derive(Deserialize, Tsify)]
pub struct Draws {
    count: usize,
    temperature: f64,
    seed: u32,
}

#[wasm_bindgen]
impl UsesSession {
    /// The posteriors of images from `start`, at most `count`; a conditional model is told their classes.
    ///
    /// # Errors
    /// For images that the model does not take, or a start past the end; when the device fails.
    #[wasm_bindgen(js_name = posteriorsOf)]
    pub fn posteriors_of(&self, data: &Dataset, start: usize, count: usize) -> Result<Ts<Codes>> {
        let (data, size) = (&data.0, self.data().size());
        self.weights.config().takes(data.spec())?;
        let (start, end) = (start.min(data.len()), (start + count).min(data.len()));
        self.posteriors(&data.images()[start * size..end * size], &data.labels()[start..end])
    }

    /// The posterior of one image; the class is for a conditional model.
    ///
    /// # Errors
    /// For another number of bytes, and when the device fails.
    #[wasm_bindgen(js_name = posteriorOf)]
    pub fn posterior_of(&self, pixels: &[u8], class: u8) -> Result<Ts<Codes>> {
        self.posteriors(pixels, &[class])
    }

    /// Points z to decode, `[count, Z]`.
    ///
    /// # Errors
    /// As [`sheet`].
    #[wasm_bindgen(js_name = sheetOf)]
    pub fn sheet_of(
        &self,
        source: Ts<Source>,
        mu: Vec<f32>,
        log_var: Vec<f32>,
        factor: Vec<f32>,
        labels: &[u8],
        draws: Ts<Draws>,
    ) -> Result<Vec<f32>> {
        let Draws { count, temperature, seed } = draws.to_rust()?;
        let (codes, prior) = (codes::Codes { mu, log_var, factor }, Prior::of(self.inference.model()));
        let kind = match source.to_rust()? {
            Source::Prior => Sheet::Prior(&prior),
            Source::Aggregated => Sheet::Aggregated(&codes),
            Source::OfClass { class } => Sheet::OfClass { codes: &codes, labels, class },
            Source::Near => Sheet::Near(&codes),
        };
        sheet(kind, self.weights.config().latent_size, count, temperature, seed)
    }

    /// What is decoded at points, one image after the other; all are of a class for a conditional model.
    ///
    /// # Errors
    /// For numbers that are no points, and when the device fails.
    #[wasm_bindgen(js_name = decodeSheet)]
    pub fn decode_sheet(&self, points: Vec<f32>, class: u8) -> Result<Vec<u8>> {
        let (latent, numbers) = (self.weights.config().latent_size, points.len());
        if numbers == 0 || !numbers.is_multiple_of(latent) {
            return Err(Error::Argument(format!(
                "expected points of {latent} coordinates, got {} numbers",
                grouped(numbers)
            )));
        }
        Ok(decode(self.inference.model(), &points, class))
    }
}

impl UsesSession {
    fn posteriors(&self, pixels: &[u8], classes: &[u8]) -> Result<Ts<Codes>> {
        let made = encode(self.inference.model(), pixels, classes)?;
        Ok(Codes::of(&made, classes).into_ts()?)
    }
}

/// The nearest training image of each new one, by pixels.
#[wasm_bindgen]
pub struct NearestImages {
    nearest: Nearest,
    size: usize,
}

/// Of each image the place of the nearest one, and how far it is: the root of the sum of the squares of the differences of pixels
/// from 0 to 1.
#[derive(Serialize, Tsify)]
pub struct NearestFound {
    #[tsify(type = "Uint32Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    indices: Uint32Array,
    #[tsify(type = "Float32Array")]
    #[serde(with = "serde_wasm_bindgen::preserve")]
    distances: Float32Array,
}

#[wasm_bindgen]
impl NearestImages {
    /// Of images of `size` bytes, one after the other.
    ///
    /// # Errors
    /// For bytes that are no such images.
    #[wasm_bindgen(constructor)]
    pub fn new(images: &[u8], size: usize) -> Result<NearestImages> {
        if size == 0 || images.is_empty() || !images.len().is_multiple_of(size) {
            let got = images.len();
            return Err(Error::Argument(format!(
                "expected images of {} bytes, got {} bytes",
                grouped(size),
                grouped(got)
            )));
        }
        let points = Points::images(images, size);
        Ok(Self { nearest: Nearest::new(points.rows(0..points.count()).into_owned(), size, 1), size })
    }

    /// Looks among further images, from where it was, at most so many.
    ///
    /// # Errors
    /// For images of another size.
    pub fn add(&mut self, data: &Dataset, start: usize, count: usize) -> Result<()> {
        let (data, size) = (&data.0, self.size);
        let got = data.spec().size();
        if got != size {
            return Err(Error::Argument(format!("expected images of {} bytes, got {}", grouped(size), grouped(got))));
        }
        let (start, end) = (start.min(data.len()), (start + count).min(data.len()));
        self.nearest.add(&Points::images(data.images(), size).rows(start..end));
        Ok(())
    }

    /// # Errors
    /// Before any image was looked among.
    pub fn found(&self) -> Result<Ts<NearestFound>> {
        let found: Option<Vec<_>> = self.nearest.found().iter().map(|found| found.first().copied()).collect();
        let found = found.ok_or_else(|| Error::Argument("expected images to look among, got none yet".into()))?;
        let indices: Vec<u32> = found.iter().map(|&(_, index)| index as u32).collect();
        let distances: Vec<f32> = found.iter().map(|&(squared, _)| squared.sqrt()).collect();
        Ok(NearestFound { indices: Uint32Array::from(&*indices), distances: Float32Array::from(&*distances) }
            .into_ts()?)
    }
}
