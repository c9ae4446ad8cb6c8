//! The class of one image, as its code's neighbours and a linear probe tell it.

use serde::{Deserialize, Serialize};

use super::{EPOCHS, NEIGHBOURS};
use crate::error::{Error, Result};
use crate::uses::plain::classifier::Classifier;
use crate::uses::plain::neighbours::{Nearest, vote};
use crate::uses::plain::points::Points;

/// How sure two methods are of each class, from 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Confidences {
    /// The share of each class among the nearest codes.
    pub neighbours: Vec<f64>,
    /// Those nearest codes' indices, the nearest first.
    pub nearest: Vec<usize>,
    /// A linear probe's.
    pub probe: Vec<f32>,
}

/// Codes whose classes are known.
pub struct Sorter {
    codes: Vec<f32>,
    labels: Vec<u8>,
    latent: usize,
    classes: usize,
    probe: Classifier,
}

impl Sorter {
    /// Of codes `[N, Z]`: all of a data set, or those few that somebody has named.
    ///
    /// # Errors
    /// [`Error::Argument`] without codes, or unless each has a class of so many.
    pub fn new(codes: Vec<f32>, labels: Vec<u8>, latent: usize, classes: usize) -> Result<Self> {
        let fit = labels.iter().all(|&label| usize::from(label) < classes);
        if labels.is_empty() || latent == 0 || codes.len() != labels.len() * latent || !fit {
            let (numbers, count) = (codes.len(), labels.len());
            return Err(Error::Argument(format!(
                "expected at least one code of {latent} numbers with a class below {classes} each, got {numbers} numbers and {count} classes"
            )));
        }
        let probe = Classifier::fit(Points::numbers(&codes, latent), &labels, classes, &[], EPOCHS, 0);
        Ok(Self { codes, labels, latent, classes, probe })
    }

    /// How sure the probe is of each class of such codes `[N, Z]`: `[N, classes]`.
    pub fn probed(&mut self, codes: &[f32]) -> Vec<f32> {
        self.probe.confidences(Points::numbers(codes, self.latent))
    }

    /// The class of an image with this code.
    ///
    /// # Errors
    /// [`Error::LatentSize`] for a code of another size.
    pub fn class_of(&mut self, code: &[f32]) -> Result<Confidences> {
        if code.len() != self.latent {
            return Err(Error::LatentSize { expected: self.latent, got: code.len() });
        }
        let mut nearest = Nearest::new(code.to_vec(), self.latent, NEIGHBOURS);
        nearest.add(&self.codes);
        let found = &nearest.found()[0];
        Ok(Confidences {
            neighbours: vote(found, &self.labels, self.classes).0,
            nearest: found.iter().map(|&(_, index)| index).collect(),
            probe: self.probe.confidences(Points::numbers(code, self.latent)),
        })
    }
}
