//! Paths between two points of the latent space.

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result, grouped};
use crate::latent::points::finite;

const MAX_POINTS: usize = 4096;
/// Below this sine of the angle between the ends no great circle is theirs alone.
const PARALLEL: f64 = 1e-6;

/// How a path runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum Interpolation {
    /// Along the straight line, at a constant speed.
    Linear,
    /// Turning from one end's direction to the other's at a constant rate (White 2016, arXiv:1609.04468), so that the
    /// length stays like the ends', as samples of a prior of many dimensions have it. White's weights are for ends of one
    /// length; here they weigh directions, and the length goes evenly from one end's to the other's. Ends that are
    /// parallel, opposite or at the origin have no angle of their own to turn by: then it is linear.
    Spherical,
}

/// A path from one point to another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Path {
    /// `[Z]`.
    pub from: Vec<f32>,
    /// `[Z]`.
    pub to: Vec<f32>,
    pub interpolation: Interpolation,
    /// How many points, the ends included.
    pub count: usize,
}

impl Path {
    /// The points `[count, Z]`, in equal parts of the way.
    ///
    /// # Errors
    /// [`Error::Argument`] for ends or a count out of range.
    pub fn points(&self) -> Result<Vec<f32>> {
        let Self { from, to, count, .. } = self;
        if from.is_empty() || from.len() != to.len() {
            let (from, to) = (from.len(), to.len());
            return Err(Error::Argument(format!("expected two ends of one latent size, got {from} and {to}")));
        }
        if !(2..=MAX_POINTS).contains(count) {
            return Err(Error::Argument(format!("expected 2 to {MAX_POINTS} points, got {}", grouped(count))));
        }
        finite(from)?;
        finite(to)?;
        let turn = self.turn();
        let point = |index: usize| {
            let (start, end) = shares(index as f64 / (count - 1) as f64, turn);
            from.iter().zip(to).map(move |(&a, &b)| start.mul_add(f64::from(a), end * f64::from(b)) as f32)
        };
        Ok((0..*count).flat_map(point).collect())
    }

    /// Nothing for a straight line.
    fn turn(&self) -> Option<Turn> {
        let lengths = [&self.from, &self.to].map(|end| dot(end, end).sqrt());
        let cosine = dot(&self.from, &self.to) / (lengths[0] * lengths[1]);
        let angle = cosine.clamp(-1.0, 1.0).acos();
        // A comparison with NaN, which an end at the origin makes, is false.
        (self.interpolation == Interpolation::Spherical && angle.sin() > PARALLEL).then_some(Turn { angle, lengths })
    }
}

#[derive(Clone, Copy)]
struct Turn {
    /// In radians.
    angle: f64,
    /// Of the two ends.
    lengths: [f64; 2],
}

/// What each end has in the point at `t`.
fn shares(t: f64, turn: Option<Turn>) -> (f64, f64) {
    let Some(Turn { angle, lengths: [first, last] }) = turn else {
        return (1.0 - t, t);
    };
    let length = (1.0 - t).mul_add(first, t * last) / angle.sin();
    (length * ((1.0 - t) * angle).sin() / first, length * (t * angle).sin() / last)
}

fn dot(one: &[f32], other: &[f32]) -> f64 {
    one.iter().zip(other).map(|(&a, &b)| f64::from(a) * f64::from(b)).sum()
}
