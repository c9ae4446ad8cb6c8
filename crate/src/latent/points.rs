//! Walks through the latent space: map grids and traversals, as points and as pictures.

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result, grouped};
use crate::settings::DataSpec;

/// Tiles of a map at most: 64 x 64.
const MAX_TILES: usize = 4096;

/// A grid of points on a plane through the latent space, seen from the front: columns run along the first direction to the
/// right, rows down from the top of the second. A point's coordinates on the plane are its products with the two directions;
/// what the directions do not span stays as in `z`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MapView {
    /// A point of the plane, `[Z]`.
    pub z: Vec<f32>,
    /// Two unit vectors at a right angle, `[2, Z]`: the axes themselves, or others. With Z = 1 the second is 0.
    pub directions: Vec<f32>,
    /// Where the columns lie along the first direction, in units of the prior's sigma, `[columns]`.
    pub across: Vec<f32>,
    /// Where the rows lie along the second, from the top, `[rows]`.
    pub up: Vec<f32>,
}

impl MapView {
    /// The points of one row, `[columns, Z]`; rows count from the top.
    ///
    /// # Errors
    /// [`Error::Argument`] for directions, sizes or numbers out of range.
    pub fn row_points(&self, row: usize) -> Result<Vec<f32>> {
        self.validate()?;
        let Some(&y) = self.up.get(row) else {
            return Err(Error::Argument(format!("expected a row below {}, got {row}", self.up.len())));
        };
        let (across, up) = self.directions.split_at(self.z.len());
        let (x0, y0) = (product(across, &self.z), product(up, &self.z));
        let point = |&x: &f32| {
            let coordinate = move |((z, u), v): ((&f32, &f32), &f32)| z + (x - x0) * u + (y - y0) * v;
            self.z.iter().zip(across).zip(up).map(coordinate)
        };
        Ok(self.across.iter().flat_map(point).collect())
    }

    fn validate(&self) -> Result<()> {
        let Self { z, directions, across, up } = self;
        let (columns, rows) = (across.len(), up.len());
        let tiles = rows.checked_mul(columns).filter(|tiles| (1..=MAX_TILES).contains(tiles));
        if tiles.is_none() {
            return Err(Error::Argument(format!("expected 1 to {MAX_TILES} tiles, got {columns} x {rows}")));
        }
        [z, directions, across, up].into_iter().try_for_each(|numbers| finite(numbers))?;
        if is_plane(directions, z.len()) {
            Ok(())
        } else {
            let latent = z.len();
            Err(Error::Argument(format!(
                "expected two unit vectors of {latent} numbers at a right angle, got {directions:?}"
            )))
        }
    }
}

fn product(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// Whether these are two orthonormal vectors; of a single dimension, a unit and 0.
fn is_plane(directions: &[f32], latent: usize) -> bool {
    const TOLERANCE: f32 = 1e-3;
    if latent == 0 || directions.len() != 2 * latent {
        return false;
    }
    let (across, up) = directions.split_at(latent);
    let second = if latent == 1 { 0.0 } else { 1.0 };
    [(across, across, 1.0), (up, up, second), (across, up, 0.0)]
        .iter()
        .all(|(a, b, expected)| (product(a, b) - expected).abs() < TOLERANCE)
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
        return Err(Error::Argument(format!("expected 2 to {MAX_TILES} points, got {}", grouped(count))));
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

/// Lays images side by side: as many lines as one has, each of all images' widths. Channels stay apart, as in an image: first
/// all lines of one, then all of the next, `[channels, height, N * width]`. Strips one below the other follow one another
/// whole.
pub fn strip(images: &[u8], data: &DataSpec) -> Vec<u8> {
    let lines = data.channels * data.height;
    let line =
        |y: usize| images.chunks_exact(data.size()).flat_map(move |image| &image[y * data.width..][..data.width]);
    (0..lines).flat_map(line).copied().collect()
}
