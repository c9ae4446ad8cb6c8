//! The explorer's session: a CPU copy of a model that encodes and decodes while another one trains.
//! A class, an index among their names, is what a conditional model is told; others ignore it.

use std::cell::OnceCell;

use js_sys::{Float32Array, Uint8Array};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use crate::data::batch::threshold;
use crate::data::corrupt::{Damage, seeded};
use crate::data::prepare::prepare;
use crate::error::{Error, Result, grouped};
use crate::evaluation::reconstruct::{elbos, reconstruct};
use crate::latent::codes;
use crate::latent::points::{MapView, finite, strip, traversal};
use crate::latent::posterior::draw;
use crate::latent::principal::{PrincipalAxes, principal_axes};
use crate::model::network::Network;
use crate::model::weights;
use crate::settings::{DataSpec, DataView};
use crate::web::answers::{Encoding, ModelSummary, PosteriorDraws};
use crate::web::codes::Codes;
use crate::web::dataset::Dataset;

/// A model on the CPU, ready to answer.
#[wasm_bindgen]
pub struct Explorer {
    pub(super) model: Network,
    /// log p(item) of a model of items, once it was asked for.
    pub(super) log_shares: OnceCell<Vec<f32>>,
}

/// The two principal axes of points `[N, latent]`.
///
/// # Errors
/// For numbers that are no points of this size.
#[wasm_bindgen(js_name = principalAxes)]
pub fn axes_of(points: &[f32], latent: usize) -> Result<Ts<PrincipalAxes>> {
    Ok(principal_axes(points, latent)?.into_ts()?)
}

#[wasm_bindgen]
impl Explorer {
    /// Opens a model from safetensors bytes.
    ///
    /// # Errors
    /// For bytes that are not a model's weights; says what was expected and what came.
    #[wasm_bindgen(constructor)]
    pub fn new(weights: &[u8]) -> Result<Explorer> {
        Ok(Self { model: Network::new(weights::read(weights)?), log_shares: OnceCell::new() })
    }

    /// Replaces the model, if the new weights are valid.
    ///
    /// # Errors
    /// As [`Explorer::new`]; the old model stays.
    pub fn load(&mut self, weights: &[u8]) -> Result<Ts<ModelSummary>> {
        *self = Self::new(weights)?;
        self.summary()
    }

    /// What the model is made of.
    ///
    /// # Errors
    /// When the value cannot be made into JavaScript's.
    pub fn summary(&self) -> Result<Ts<ModelSummary>> {
        Ok(ModelSummary::of(&self.model).into_ts()?)
    }

    /// One row of the decoded manifold: an image's lines, each as wide as all columns, channel after channel. A row at a time, so that
    /// no other request waits for a whole map.
    ///
    /// # Errors
    /// For a view that does not fit the model.
    #[wasm_bindgen(js_name = mapRow)]
    pub fn map_row(&self, view: Ts<MapView>, row: usize, class: u8) -> Result<Uint8Array> {
        let view: MapView = view.to_rust()?;
        let images = self.decode_all(view.row_points(row)?, view.z.len(), class)?;
        Ok(Uint8Array::from(strip(&images, self.data()).as_slice()))
    }

    /// Decodes points `[N, latent]` to N images, one after the other.
    ///
    /// # Errors
    /// For points that do not fit the model.
    pub fn decode(&self, points: Vec<f32>, latent: usize, class: u8) -> Result<Uint8Array> {
        Ok(Uint8Array::from(self.decode_all(points, latent, class)?.as_slice()))
    }

    /// Encodes `count` digits from `start` on, each as its own class.
    ///
    /// # Errors
    /// For digits past the end.
    pub fn codes(&self, data: &Dataset, start: usize, count: usize) -> Result<Ts<Codes>> {
        let (images, classes) = self.some(data, start, count)?;
        let made = codes::encode(&self.model, &images, &classes)?;
        Ok(Codes::of(&made, &classes).into_ts()?)
    }

    /// The ELBO of `count` digits from `start` on, each as its own class, at z = mu: `[count]`, in nats.
    ///
    /// # Errors
    /// For digits past the end.
    pub fn elbos(&self, data: &Dataset, start: usize, count: usize) -> Result<Float32Array> {
        let (images, classes) = self.some(data, start, count)?;
        let elbos = elbos(&self.model, &images, &classes)?;
        Ok(Float32Array::from(elbos.as_slice()))
    }

    /// `count` draws from a posterior, decoded; its parts are those of one of [`Codes`].
    ///
    /// # Errors
    /// For a posterior that does not fit the model, or an autoencoder's, which has no variance.
    #[wasm_bindgen(js_name = posteriorDraws)]
    pub fn posterior_draws(
        &self,
        mu: Vec<f32>,
        log_var: Vec<f32>,
        factor: Vec<f32>,
        count: usize,
        seed: u32,
        class: u8,
    ) -> Result<Ts<PosteriorDraws>> {
        let latent = mu.len();
        let points = draw(&codes::Codes { mu, log_var, factor }, count, seed)?;
        let images = self.decode_all(points.clone(), latent, class)?;
        Ok(PosteriorDraws::of(&points, &images, self.data().size()).into_ts()?)
    }

    /// A strip of `count` images that differ from z in one dimension: an image's lines, each as wide as all of them,
    /// channel after channel.
    ///
    /// # Errors
    /// For arguments that do not fit the model.
    pub fn traversal(&self, z: Vec<f32>, dimension: usize, extent: f32, count: usize, class: u8) -> Result<Uint8Array> {
        let images = self.decode_all(traversal(&z, dimension, extent, count)?, z.len(), class)?;
        Ok(Uint8Array::from(strip(&images, self.data()).as_slice()))
    }

    /// Encodes an image, damaged as the seed says.
    ///
    /// # Errors
    /// For another number of bytes, or damage out of range.
    pub fn encode(&self, pixels: Vec<u8>, class: u8, damage: Ts<Damage>, seed: u32) -> Result<Ts<Encoding>> {
        let clean = self.shown(pixels);
        let mut seen = clean.clone();
        seeded(&mut seen, self.data(), damage.to_rust()?, seed)?;
        let made = reconstruct(&self.model, &seen, &clean, class)?;
        Ok(Encoding::of(&seen, &clean, &made).into_ts()?)
    }

    /// Encodes a drawing of `side * side` bytes (255 is ink), prepared as MNIST was, then damaged as the seed says; nothing for
    /// an empty pad. Of a model of colours it is `side * side` bytes each of red, green and blue, scaled as they lie there.
    ///
    /// # Errors
    /// For a pad of another size, or damage out of range.
    pub fn draw(
        &self,
        drawing: Vec<u8>,
        side: usize,
        class: u8,
        damage: Ts<Damage>,
        seed: u32,
    ) -> Result<Option<Ts<Encoding>>> {
        match prepare(&drawing, side, self.data())? {
            Some(pixels) => Ok(Some(self.encode(pixels, class, damage, seed)?)),
            None => Ok(None),
        }
    }
}

impl Explorer {
    pub(super) fn data(&self) -> &DataSpec {
        &self.model.config().data
    }

    /// Points `[N, latent]`, row by row, to N images of a class.
    fn decode_all(&self, points: Vec<f32>, latent: usize, class: u8) -> Result<Vec<u8>> {
        self.are_points(&points, latent)?;
        Ok(codes::decode(&self.model, &points, class))
    }

    /// # Errors
    /// For numbers that are no points of the model's space.
    pub(super) fn are_points(&self, points: &[f32], latent: usize) -> Result<()> {
        let expected = self.model.config().latent_size;
        if latent != expected {
            return Err(Error::LatentSize { expected, got: latent });
        }
        if points.is_empty() || !points.len().is_multiple_of(latent) {
            let count = points.len();
            return Err(Error::Argument(format!(
                "expected points of {latent} coordinates, got {} numbers",
                grouped(count)
            )));
        }
        finite(points)
    }

    /// `count` digits from `start` on, as the model is shown them, and their classes.
    fn some(&self, data: &Dataset, start: usize, count: usize) -> Result<(Vec<u8>, Vec<u8>)> {
        self.model.config().takes(data.0.spec())?;
        let (mut images, mut classes) = (Vec::with_capacity(count * self.data().size()), Vec::with_capacity(count));
        for index in start..start + count {
            let (pixels, class) = data.0.sample(index)?;
            images.extend_from_slice(&pixels);
            classes.push(class);
        }
        Ok((self.shown(images), classes))
    }

    /// A thresholded model is shown black and white; one of drawn pixels is shown their probabilities.
    fn shown(&self, mut pixels: Vec<u8>) -> Vec<u8> {
        if self.model.config().data_view == DataView::Thresholded {
            threshold(&mut pixels);
        }
        pixels
    }
}
