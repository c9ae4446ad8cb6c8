//! Codes with loss: rounded to multiples of a step, and each dimension coded as Gaussian whole numbers.

use std::convert::Infallible;
use std::f64::consts::PI;
use std::fmt::Display;

use constriction::stream::stack::DefaultAnsCoder;
use constriction::stream::{Decode, Encode};

use super::file::{Reader, of_words};
use super::normal::{quantile, share_below};
use super::symbols::Symbols;
use crate::error::{Error, Result};

/// Steps from 0 at most.
const FARTHEST: f64 = 32_767.0;
/// Parts of a step in which a mean is told, and of a doubling in which a deviation is.
const PARTS: f64 = 8.0;
/// What is added to a told deviation's logarithm, so that it is not negative.
const SHIFT: f64 = 64.0;

/// Codes of N images, with their classes where those are coded beside.
#[derive(Debug, Clone, PartialEq)]
pub struct Rows {
    /// `[N, dimensions]`
    pub codes: Vec<f32>,
    pub dimensions: usize,
    /// `[N]`, each below `kinds`.
    pub classes: Vec<u8>,
    /// As one where no class is told.
    pub kinds: u32,
}

/// What both sides know of a dimension, in steps.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Spread {
    mean: f64,
    sigma: f64,
}

/// Quantised codes, with what their chances are made of.
struct Plan {
    step: f32,
    /// The farthest step from 0.
    reach: u16,
    /// Multiples of the step, `[N, dimensions]`.
    steps: Vec<i32>,
    /// Of each dimension, as told; empty where they are N(0, 1)'s.
    told: Vec<(i32, u8)>,
}

impl Rows {
    /// As bytes, from which the means of what is rounded to the same multiple of the step come back.
    ///
    /// # Errors
    /// [`Error::Argument`] for a step that is not above 0, or so fine that codes lie 32,768 of them from 0.
    pub fn write(&self, step: f32) -> Result<Vec<u8>> {
        let plan = Plan::new(self, step)?;
        let mut bytes = plan.head();
        let spreads = plan.spreads(self.dimensions);
        let mut coder = DefaultAnsCoder::new();
        for (row, class) in plan.steps.chunks_exact(self.dimensions).zip(&self.classes).rev() {
            for (&steps, spread) in row.iter().zip(&spreads).rev() {
                let symbol = (steps + i32::from(plan.reach)) as u32;
                coder.encode_symbol(symbol, plan.symbols(spread)).map_err(corrupt)?;
            }
            if self.kinds > 1 {
                coder.encode_symbol(u32::from(*class), Symbols::even(self.kinds)).map_err(corrupt)?;
            }
        }
        let Ok(words) = coder.into_compressed().map_err(|never: Infallible| never);
        bytes.extend(of_words(words));
        Ok(bytes)
    }

    /// What the head and the codes come to, in bits; classes apart.
    ///
    /// # Errors
    /// As [`Self::write`].
    pub fn bits(&self, step: f32) -> Result<[f64; 2]> {
        let plan = Plan::new(self, step)?;
        Ok([8.0 * plan.head().len() as f64, plan.cost(&plan.spreads(self.dimensions))])
    }

    /// Of `count` images.
    ///
    /// # Errors
    /// [`Error::Argument`] for bytes that are none of [`Self::write`]'s of so many.
    pub fn read(mut bytes: Reader, count: usize, dimensions: usize, kinds: u32) -> Result<Self> {
        let plan = Plan::read(&mut bytes, dimensions)?;
        let spreads = plan.spreads(dimensions);
        let mut coder = DefaultAnsCoder::from_compressed(bytes.words()?).map_err(|_| corrupt("a last word of 0"))?;
        let mut pop = |symbols: Symbols| coder.decode_symbol(symbols).map_err(corrupt);
        let (mut codes, mut classes) = (vec![], vec![]);
        for _ in 0..count {
            classes.push(if kinds > 1 { pop(Symbols::even(kinds))? as u8 } else { 0 });
            for spread in &spreads {
                let steps = f64::from(pop(plan.symbols(spread))?) - f64::from(plan.reach);
                codes.push((spread.middle(steps) * f64::from(plan.step)) as f32);
            }
        }
        if !coder.is_empty() {
            return Err(corrupt("more"));
        }
        Ok(Self { codes, dimensions, classes, kinds })
    }
}

impl Spread {
    /// The mean of what is rounded to this step, in steps.
    fn middle(&self, steps: f64) -> f64 {
        let Self { mean, sigma } = *self;
        let [low, high] = [steps - 0.5, steps + 0.5].map(|end| (end - mean) / sigma);
        let density = |x: f64| libm::exp(-0.5 * x * x) / (2.0 * PI).sqrt();
        let off = (density(low) - density(high)) / (share_below(high) - share_below(low));
        let middle = mean + sigma * off;
        // Far out the shares are too small to be divided by.
        if middle.is_finite() { middle.clamp(steps - 0.5, steps + 0.5) } else { steps }
    }
}

impl Plan {
    fn new(rows: &Rows, step: f32) -> Result<Self> {
        if !(step > 0.0 && step.is_finite()) {
            return Err(Error::Argument(format!("expected a step above 0, got {step}")));
        }
        let rounded: Vec<f64> = rows.codes.iter().map(|&code| (f64::from(code) / f64::from(step)).round()).collect();
        let reach = rounded.iter().fold(1.0, |reach: f64, steps| reach.max(steps.abs()));
        if reach > FARTHEST {
            let far = FARTHEST * f64::from(step);
            return Err(Error::Argument(format!(
                "expected codes within {far} for a step of {step}: take a larger one"
            )));
        }
        let steps = rounded.into_iter().map(|steps| steps as i32).collect();
        let prior = Self { step, reach: reach as u16, steps, told: vec![] };
        let told = (0..rows.dimensions).map(|dimension| prior.measured(rows.dimensions, dimension)).collect();
        let fitted = Self { told, steps: prior.steps.clone(), ..prior };
        let cost = |plan: &Self| plan.cost(&plan.spreads(rows.dimensions)) + 8.0 * plan.head().len() as f64;
        Ok(if cost(&fitted) < cost(&prior) { fitted } else { prior })
    }

    /// A dimension's mean and deviation, as they are told.
    fn measured(&self, dimensions: usize, dimension: usize) -> (i32, u8) {
        let column = self.steps.iter().skip(dimension).step_by(dimensions).map(|&steps| f64::from(steps));
        let count = self.steps.len().div_euclid(dimensions).max(1) as f64;
        let mean = column.clone().sum::<f64>() / count;
        let variance = column.map(|steps| (steps - mean) * (steps - mean)).sum::<f64>() / count;
        ((mean * PARTS).round() as i32, (libm::log2(deviation(variance)) * PARTS + SHIFT).round() as u8)
    }

    /// What both sides know of each dimension.
    fn spreads(&self, dimensions: usize) -> Vec<Spread> {
        if self.told.is_empty() {
            return vec![Spread { mean: 0.0, sigma: 1.0 / f64::from(self.step) }; dimensions];
        }
        let spread = |&(mean, sigma): &(i32, u8)| Spread {
            mean: f64::from(mean) / PARTS,
            sigma: libm::exp2((f64::from(sigma) - SHIFT) / PARTS),
        };
        self.told.iter().map(spread).collect()
    }

    fn symbols(&self, Spread { mean, sigma }: &Spread) -> Symbols<'static> {
        Symbols::whole(*mean, *sigma, -f64::from(self.reach), 2 * u32::from(self.reach) + 1)
    }

    fn cost(&self, spreads: &[Spread]) -> f64 {
        let spreads = spreads.iter().cycle();
        let bits = |(&steps, spread)| self.symbols(spread).bits((steps + i32::from(self.reach)) as u32);
        self.steps.iter().zip(spreads).map(bits).sum()
    }

    fn head(&self) -> Vec<u8> {
        let mut bytes = self.step.to_le_bytes().to_vec();
        bytes.extend(self.reach.to_le_bytes());
        bytes.push(u8::from(!self.told.is_empty()));
        for (mean, sigma) in &self.told {
            bytes.extend(mean.to_le_bytes());
            bytes.push(*sigma);
        }
        bytes
    }

    /// Without the steps themselves.
    fn read(bytes: &mut Reader, dimensions: usize) -> Result<Self> {
        let step = f32::from_le_bytes(bytes.take()?);
        let reach = u16::from_le_bytes(bytes.take()?);
        let [is_told] = bytes.take()?;
        if !(step > 0.0 && step.is_finite() && (1..=FARTHEST as u16).contains(&reach)) {
            return Err(corrupt(format!("a step of {step} and {reach} of them")));
        }
        let dimensions = if is_told == 0 { 0 } else { dimensions };
        let mut tell = || Ok((i32::from_le_bytes(bytes.take()?), u8::from_le_bytes(bytes.take()?)));
        let told = (0..dimensions).map(|_| tell()).collect::<Result<_>>()?;
        Ok(Self { step, reach, steps: vec![], told })
    }
}

/// Of the Gaussian whose rounded draws have this variance: below a twelfth, about what rounding itself adds, it is the share of
/// draws that are a step off.
fn deviation(variance: f64) -> f64 {
    if variance < 1.0 / 12.0 { -0.5 / quantile(0.5 * variance) } else { variance.sqrt() }
}

fn corrupt(got: impl Display) -> Error {
    Error::Argument(format!("expected codes as they were written, got {got}"))
}
