//! What one latent dimension carries: the aggregated posterior against the prior.

use serde::{Deserialize, Serialize};

/// The histogram covers -RANGE to RANGE, in units of the prior's sigma.
pub const RANGE: f32 = 4.0;
pub const BINS: usize = 40;
/// Burda et al. 2016, section 5.2.
const ACTIVE: f64 = 0.01;

/// One dimension over many images.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Dimension {
    /// Mean KL(q(z|x) || N(0, 1)), in nats; with a mixture as prior or a full covariance the KL has no part for each dimension.
    pub kl: Option<f64>,
    /// Variance over images of the posterior's mean.
    pub variance_of_mean: f64,
    /// Mean and standard deviation of the aggregated posterior q(z), which is (0, 1) where it matches the prior.
    pub mean: f64,
    pub standard_deviation: f64,
    /// Shares of samples of q(z) in 40 bins from -4 to 4; what is missing from a sum of 1 lies outside.
    pub histogram: Vec<f64>,
}

impl Dimension {
    /// Whether the dimension's mean depends on the image.
    pub fn is_active(&self) -> bool {
        self.variance_of_mean > ACTIVE
    }
}

/// What [`Dimension`] is computed from.
#[derive(Debug, Clone)]
pub struct DimensionSums {
    kl: f64,
    mean: f64,
    mean_squared: f64,
    variance: f64,
    samples: usize,
    histogram: [usize; BINS],
}

impl DimensionSums {
    pub fn zero() -> Self {
        Self { kl: 0.0, mean: 0.0, mean_squared: 0.0, variance: 0.0, samples: 0, histogram: [0; BINS] }
    }

    /// Adds an image's posterior N(mu, variance), its KL in nats, and samples of it.
    pub fn add(&mut self, mu: f32, variance: f32, kl: f32, samples: impl Iterator<Item = f32>) {
        self.kl += f64::from(kl);
        self.mean += f64::from(mu);
        self.mean_squared += f64::from(mu) * f64::from(mu);
        self.variance += f64::from(variance);
        for z in samples {
            let bin = (z + RANGE) / (2.0 * RANGE) * BINS as f32;
            if (0.0..BINS as f32).contains(&bin) {
                self.histogram[bin as usize] += 1;
            }
            self.samples += 1;
        }
    }

    /// Means over `images` images.
    pub fn over(&self, images: f64) -> Dimension {
        let mean = self.mean / images;
        let variance_of_mean = (self.mean_squared / images - mean * mean).max(0.0);
        Dimension {
            kl: Some(self.kl / images),
            variance_of_mean,
            mean,
            standard_deviation: (variance_of_mean + self.variance / images).sqrt(),
            histogram: self.histogram.iter().map(|&count| count as f64 / self.samples.max(1) as f64).collect(),
        }
    }
}
