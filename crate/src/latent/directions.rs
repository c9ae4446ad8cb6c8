//! Directions of the latent space that change one attribute of a digit, found from digits' codes.

use serde::{Deserialize, Serialize};

use crate::data::attributes::Attributes;
use crate::error::{Error, Result};
use crate::latent::points::finite;
use crate::settings::DataSpec;

/// The way in which a linear reading of the code sees an attribute grow fastest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Direction {
    /// A unit vector `[Z]`; zeros where the codes say nothing of the attribute.
    pub unit: Vec<f32>,
    /// How much the attribute grows for each unit of z along it.
    pub slope: f64,
    /// The attribute that is read at z = 0.
    pub at_origin: f64,
    /// The share of the attribute's variance that the reading explains, 0 to 1.
    pub r_squared: f64,
}

/// One for each attribute.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Directions {
    /// In pixels.
    pub thickness: Direction,
    /// In radians.
    pub slant: Direction,
    /// In pixels.
    pub width: Direction,
}

/// The posteriors of N digits, as [`super::codes::Codes`] have them.
#[derive(Debug, Clone, Copy)]
pub struct Posteriors<'a> {
    pub mu: &'a [f32],
    pub log_var: &'a [f32],
    pub factor: &'a [f32],
    pub latent: usize,
}

impl Directions {
    /// Regresses each attribute of images on z by least squares. They are attributes of ink: grey images alone have them.
    ///
    /// On z as the decoder is fed it, a sample of the posterior, not on its mean: the posteriors' mean covariance is added to
    /// the means'. A collapsed dimension, whose means hardly differ, would else be taken as a reading of great
    /// strength. Where the aggregated posterior matches the prior, the covariance is the identity, and the direction is that of
    /// the covariance with the attribute: regressing the codes on the attribute gives the same.
    ///
    /// # Errors
    /// [`Error::Argument`] for images of several channels, sizes that do not fit, or numbers that are not finite.
    pub fn of<'a>(images: impl ExactSizeIterator<Item = &'a [u8]>, data: &DataSpec, codes: Posteriors) -> Result<Self> {
        codes.validate(images.len())?;
        if data.channels != 1 || data.is_text() {
            return Err(Error::Argument(format!("expected grey images, of one channel, got {}", data.channels)));
        }
        let (rows, measured): (Vec<_>, Vec<_>) = images
            .map(|image| Attributes::of(image, data.width))
            .enumerate()
            .filter_map(|(row, found)| Some((row, found?)))
            .unzip();
        if rows.len() < 2 {
            return Err(Error::Argument("expected two images or more with ink".into()));
        }
        let reading = Reading::of(&rows, codes);
        let direction =
            |pick: fn(&Attributes) -> f64| reading.direction(&measured.iter().map(pick).collect::<Vec<_>>());
        Ok(Self {
            thickness: direction(|of| of.thickness),
            slant: direction(|of| of.slant),
            width: direction(|of| of.width),
        })
    }
}

impl Posteriors<'_> {
    fn validate(&self, digits: usize) -> Result<()> {
        let numbers = digits * self.latent;
        let fits = |values: &[f32]| values.len() == numbers;
        let factors = numbers * (self.latent + 1) / 2;
        let is_factor = self.factor.is_empty() || self.factor.len() == factors;
        if numbers == 0 || !fits(self.mu) || !(self.log_var.is_empty() || fits(self.log_var)) || !is_factor {
            let (mu, log_var, factor) = (self.mu.len(), self.log_var.len(), self.factor.len());
            return Err(Error::Argument(format!(
                "expected the codes of {digits} images, got {mu}, {log_var} and {factor} numbers"
            )));
        }
        finite(self.mu)?;
        finite(self.log_var)?;
        finite(self.factor)
    }
}

/// What is the same for every attribute.
struct Reading {
    mean: Vec<f64>,
    /// Each mu less their mean, `[N, Z]`.
    centred: Vec<Vec<f64>>,
    /// Of z, by Cholesky.
    covariance: Factor,
}

impl Reading {
    fn of(rows: &[usize], Posteriors { mu, log_var, factor, latent }: Posteriors) -> Self {
        let row = |values: &[f32], row: usize| values[row * latent..][..latent].iter().map(|&v| f64::from(v)).collect();
        let codes: Vec<Vec<f64>> = rows.iter().map(|&index| row(mu, index)).collect();
        let mean: Vec<f64> = (0..latent).map(|i| average(codes.iter().map(|code| code[i]))).collect();
        let centred: Vec<Vec<f64>> =
            codes.iter().map(|code| code.iter().zip(&mean).map(|(value, mean)| value - mean).collect()).collect();
        let variance = |i: usize| match log_var {
            [] => 0.0,
            _ => average(rows.iter().map(|&row| f64::from(log_var[row * latent + i]).exp())),
        };
        // Of the posteriors, on the mean: the products of rows of their factors.
        let size = latent * (latent + 1) / 2;
        let line = |row: usize, i: usize| &factor[row * size + i * (i + 1) / 2..][..=i];
        let shared =
            |i: usize, j: usize| match factor {
                [] => 0.0,
                _ => average(rows.iter().map(|&row| {
                    line(row, i).iter().zip(line(row, j)).map(|(a, b)| f64::from(*a) * f64::from(*b)).sum()
                })),
            };
        let entry = |i: usize, j: usize| {
            let noise = if i == j { variance(i) } else { shared(i, j) };
            average(centred.iter().map(|code| code[i] * code[j])) + noise
        };
        let covariance = Factor::of(latent, entry);
        Self { mean, centred, covariance }
    }

    fn direction(&self, values: &[f64]) -> Direction {
        let latent = self.mean.len();
        let mean = average(values.iter().copied());
        let variance = average(values.iter().map(|value| (value - mean).powi(2)));
        let with = |i: usize| average(self.centred.iter().zip(values).map(|(code, value)| code[i] * (value - mean)));
        let shared: Vec<f64> = (0..latent).map(with).collect();
        let weights = self.covariance.solve(&shared);
        let slope = dot(&weights, &weights).sqrt();
        let of = |share: f64, whole: f64| if whole > 0.0 { share / whole } else { 0.0 };
        Direction {
            unit: weights.iter().map(|&weight| of(weight, slope) as f32).collect(),
            slope,
            at_origin: mean - dot(&weights, &self.mean),
            r_squared: of(dot(&weights, &shared), variance),
        }
    }
}

/// The lower triangle L of a covariance L L'.
struct Factor(Vec<Vec<f64>>);

impl Factor {
    /// Cholesky's decomposition. A dimension in which nothing varies, as an autoencoder may have, counts as independent.
    fn of(size: usize, entry: impl Fn(usize, usize) -> f64) -> Self {
        let mut rows: Vec<Vec<f64>> = Vec::with_capacity(size);
        for i in 0..size {
            let mut row = Vec::with_capacity(i + 1);
            for (j, other) in rows.iter().enumerate() {
                row.push((entry(i, j) - dot(&row, &other[..j])) / other[j]);
            }
            let whole = entry(i, i);
            let rest = whole - dot(&row, &row);
            if rest > 1e-9 * whole {
                row.push(rest.sqrt());
            } else {
                row.fill(0.0);
                row.push(1.0);
            }
            rows.push(row);
        }
        Self(rows)
    }

    /// x of L L' x = b: forwards, then back.
    fn solve(&self, b: &[f64]) -> Vec<f64> {
        let Self(rows) = self;
        let mut x = b.to_vec();
        for (i, row) in rows.iter().enumerate() {
            x[i] = (x[i] - dot(&row[..i], &x[..i])) / row[i];
        }
        for i in (0..rows.len()).rev() {
            let known: f64 = (i + 1..rows.len()).map(|j| rows[j][i] * x[j]).sum();
            x[i] = (x[i] - known) / rows[i][i];
        }
        x
    }
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(a, b)| a * b).sum()
}

fn average(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = values.len() as f64;
    values.sum::<f64>() / count
}
