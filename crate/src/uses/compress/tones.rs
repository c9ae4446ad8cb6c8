//! Grey levels under a model of black and white: how often each stood where a pixel of such a mean was decoded.
//!
//! A Bernoulli likelihood is none of grey bytes. With this table beside it a model codes them without loss: p(byte | z) is the
//! table's for the mean that z decodes to, and any posterior will do for bits back.

use rand::Rng;

use super::network::Network;
use super::normal::quantile;
use super::symbols::Symbols;
use crate::error::Result;
use crate::seed::{Stream, generator};

/// Classes of means, by their logit.
const BINS: usize = 64;
/// Logits beyond which all are one class.
const FARTHEST: f64 = 8.0;
const GREYS: usize = 256;
/// What each level counts before it was seen.
const UNSEEN: f64 = 0.05;

/// The table.
#[derive(Debug, Clone, PartialEq)]
pub struct Tones {
    /// The share of levels below each, `[BINS, 257]`.
    below: Vec<f64>,
}

impl Tones {
    /// From training images, each with its class; some thousands do.
    ///
    /// # Errors
    /// As [`Network::encode`].
    pub fn learn<'a>(network: &Network, images: impl Iterator<Item = (&'a [u8], u8)>) -> Result<Self> {
        let mut counts = vec![UNSEEN; BINS * GREYS];
        let mut rng = generator(0, Stream::Posterior);
        for (image, class) in images {
            let posterior = network.encode(image, class)?;
            // Draws that are the same bits everywhere.
            let mut noise = || quantile((f64::from(rng.next_u32()) + 0.5) / 2.0_f64.powi(32));
            let z = posterior.mean.iter().zip(&posterior.sigma);
            let z: Vec<f32> = z.map(|(&mean, sigma)| (f64::from(mean) + sigma * noise()) as f32).collect();
            for (&mean, &byte) in network.decode(&z, class)?.means.iter().zip(image) {
                counts[bin(mean) * GREYS + usize::from(byte)] += 1.0;
            }
        }
        Ok(Self { below: counts.chunks(GREYS).flat_map(shares_below).collect() })
    }

    /// Of a pixel with this mean.
    pub fn symbols(&self, mean: f64) -> Symbols<'_> {
        let row = GREYS + 1;
        Symbols::table(&self.below[bin(mean) * row..][..row])
    }

    /// What tells the table from others.
    pub(super) fn bytes(&self) -> impl Iterator<Item = u8> {
        self.below.iter().flat_map(|share| share.to_le_bytes())
    }
}

fn bin(mean: f64) -> usize {
    let logit = libm::log(mean) - libm::log(1.0 - mean);
    (((logit + FARTHEST) / (2.0 * FARTHEST)).clamp(0.0, 1.0) * (BINS - 1) as f64).round() as usize
}

/// From 0 to 1.
fn shares_below(counts: &[f64]) -> Vec<f64> {
    let all: f64 = counts.iter().sum();
    let mut sum = 0.0;
    let mut below = vec![0.0];
    below.extend(counts.iter().map(|count| {
        sum += count;
        sum / all
    }));
    below
}
