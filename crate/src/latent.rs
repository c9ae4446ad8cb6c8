//! Walks through the latent space: map grids and traversals, as points and as pictures.

use serde::{Deserialize, Serialize};

use crate::config::{PIXELS, SIDE};
use crate::error::{Error, Result};

/// Tiles of a map at most: 64 x 64.
const MAX_TILES: usize = 4096;

/// A rectangular grid of points on two latent axes, seen from the front:
/// columns run along `axes[0]` to the right, rows down from the top of `axes[1]`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MapView {
    /// The dimensions shown, from 0.
    pub axes: [usize; 2],
    /// Where the other dimensions stay, `[Z]`.
    pub z: Vec<f32>,
    pub columns: usize,
    pub rows: usize,
    /// The map covers -extent to extent on both axes, in units of the prior's sigma.
    pub extent: f32,
}

impl MapView {
    /// Points at the centres of one row's tiles, `[columns, Z]`; rows count from the top.
    /// With both axes the same (Z = 1) the columns decide.
    ///
    /// # Errors
    /// [`Error::Argument`] for axes, sizes or numbers out of range.
    pub fn row_points(&self, row: usize) -> Result<Vec<f32>> {
        self.validate()?;
        if row >= self.rows {
            return Err(Error::Argument(format!("expected a row below {}, got {row}", self.rows)));
        }
        let mut points = Vec::with_capacity(self.columns * self.z.len());
        for column in 0..self.columns {
            let start = points.len();
            points.extend_from_slice(&self.z);
            points[start + self.axes[1]] = -centre(row, self.rows, self.extent);
            points[start + self.axes[0]] = centre(column, self.columns, self.extent);
        }
        Ok(points)
    }

    fn validate(&self) -> Result<()> {
        let latent = self.z.len();
        if self.axes.iter().any(|&axis| axis >= latent) {
            return Err(Error::Argument(format!("expected axes below {latent}, got {:?}", self.axes)));
        }
        let tiles = self.rows.checked_mul(self.columns).filter(|tiles| (1..=MAX_TILES).contains(tiles));
        if tiles.is_none() {
            let Self { columns, rows, .. } = self;
            return Err(Error::Argument(format!("expected 1 to {MAX_TILES} tiles, got {columns} x {rows}")));
        }
        finite(&self.z)?;
        extent_is_valid(self.extent)
    }
}

/// The middle of cell `index` of `count` that share -extent to extent.
fn centre(index: usize, count: usize, extent: f32) -> f32 {
    ((index as f32 + 0.5) / count as f32).mul_add(2.0, -1.0) * extent
}

/// `count` points `[count, Z]` that differ from z in one dimension, evenly from -extent to extent, both included.
///
/// # Errors
/// [`Error::Argument`] for a dimension, count or number out of range.
pub fn traversal(z: &[f32], dimension: usize, extent: f32, count: usize) -> Result<Vec<f32>> {
    if dimension >= z.len() {
        return Err(Error::Argument(format!("expected a dimension below {}, got {dimension}", z.len())));
    }
    if !(2..=MAX_TILES).contains(&count) {
        return Err(Error::Argument(format!("expected 2 to {MAX_TILES} points, got {count}")));
    }
    finite(z)?;
    extent_is_valid(extent)?;
    let point = |index: usize| {
        let mut point = z.to_vec();
        point[dimension] = extent * (2.0 * index as f32 / (count - 1) as f32 - 1.0);
        point
    };
    Ok((0..count).flat_map(point).collect())
}

/// # Errors
/// [`Error::Argument`] when a coordinate is not a finite number.
pub fn finite(z: &[f32]) -> Result<()> {
    match z.iter().find(|value| !value.is_finite()) {
        Some(value) => Err(Error::Argument(format!("expected finite latent coordinates, got {value}"))),
        None => Ok(()),
    }
}

fn extent_is_valid(extent: f32) -> Result<()> {
    if extent > 0.0 && extent <= 100.0 {
        Ok(())
    } else {
        Err(Error::Argument(format!("expected an extent above 0, at most 100, got {extent}")))
    }
}

/// Lays images of 784 bytes side by side: 28 lines of `28 * count` bytes.
pub fn strip(images: &[u8]) -> Vec<u8> {
    let count = images.len() / PIXELS;
    let line = |y: usize| (0..count).flat_map(move |image| &images[image * PIXELS + y * SIDE..][..SIDE]);
    (0..SIDE).flat_map(line).copied().collect()
}
