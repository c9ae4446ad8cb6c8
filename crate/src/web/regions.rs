//! What a model of items says of places in its latent space, in items rather than pictures.

use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use crate::error::{Error, Result};
use crate::latent::points::MapView;
use crate::settings::DataKind;
use crate::uses::recommend::{Raised, ends, log_shares, raised_at, raised_towards};
use crate::web::explorer::Explorer;

/// The items that stand out at each of several points, or towards each of two ends.
#[derive(Serialize, Tsify)]
pub struct StandingOut {
    /// The item that stands out most first.
    points: Vec<Vec<Raised>>,
}

#[wasm_bindgen]
impl Explorer {
    /// The items that are raised most at each of the points `[N, latent]` over all that the prior stands for.
    ///
    /// # Errors
    /// For points that do not fit the model, or a model of no items.
    #[wasm_bindgen(js_name = itemsAt)]
    pub fn items_at(&self, points: Vec<f32>, latent: usize, count: usize) -> Result<Ts<StandingOut>> {
        self.has_items()?;
        self.are_points(&points, latent)?;
        let shares = self.log_shares.get_or_init(|| log_shares(&self.model));
        Ok(StandingOut { points: raised_at(&self.model, &points, shares, count) }.into_ts()?)
    }

    /// The same at the points of one row of a map.
    ///
    /// # Errors
    /// For a view that does not fit the model, or a model of images.
    #[wasm_bindgen(js_name = itemsOfRow)]
    pub fn items_of_row(&self, view: Ts<MapView>, row: usize, count: usize) -> Result<Ts<StandingOut>> {
        let view: MapView = view.to_rust()?;
        self.items_at(view.row_points(row)?, view.z.len(), count)
    }

    /// The items that rise most towards the ends of one dimension, `-extent` first, each end against the other; of a decoder of
    /// topics what the topic has less than z without it, and what it has more.
    ///
    /// # Errors
    /// For arguments that do not fit the model, or a model of images.
    #[wasm_bindgen(js_name = itemsTowards)]
    pub fn items_towards(&self, z: Vec<f32>, dimension: usize, extent: f32, count: usize) -> Result<Ts<StandingOut>> {
        self.has_items()?;
        let ends = ends(&self.model, &z, dimension, extent)?;
        self.are_points(&ends, z.len())?;
        Ok(StandingOut { points: raised_towards(&self.model, &ends, count).into() }.into_ts()?)
    }

    fn has_items(&self) -> Result<()> {
        let data = self.data();
        if data.kind != DataKind::Items {
            return Err(Error::Argument(format!("expected a model of items, got one of {}", data.words())));
        }
        Ok(())
    }
}
