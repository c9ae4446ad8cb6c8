//! Noise taken out of an image.

use std::cell::OnceCell;
use std::f64::consts::PI;
use std::rc::Rc;

use rand::{Rng, RngExt};
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal};
use serde::{Deserialize, Serialize};

use super::inference::{Inference, Sampling};
use super::observation::Observation;
use super::plain::median::median;
use super::plain::non_local_means::non_local_means;
use super::plain::pca::{Moments, Pca};
use super::report::{Case, Method};
use super::restoration::{Restoration, Restored, SAMPLING, Seen, Trial};
use crate::data::dataset::Dataset;
use crate::error::{Error, Result};
use crate::model::weights::Weights;
use crate::settings::{DataSpec, ModelConfig};

/// What was done to an image.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "camelCase", deny_unknown_fields)]
pub enum Damage {
    /// N(0, sigma^2) added to each pixel, the sum cut to 0 to 1.
    Noise { sigma: f64 },
    /// Each pixel made black or white with this chance, in all its channels.
    SaltAndPepper { share: f64 },
    /// Blurred by a Gaussian of so many pixels.
    Blur { sigma: f64 },
    /// Strokes of ink drawn over it.
    Strokes { count: usize },
}

/// Measured by a survey.
pub const MEASURED: [Damage; 5] = [
    Damage::Noise { sigma: 0.25 },
    Damage::Noise { sigma: 0.5 },
    Damage::SaltAndPepper { share: 0.3 },
    Damage::Blur { sigma: 1.5 },
    Damage::Strokes { count: 3 },
];

/// What a decoded image, blurred, is off by: it is not the image itself.
const BLURRED_OFF: f64 = 0.05;
/// Half of a stroke's width, in pixels of an image of 28.
const STROKE: f64 = 1.0;
/// What part of an image a stroke covers, about.
const COVERED: f64 = 0.03;

/// The survey of all of them.
///
/// # Errors
/// As [`Restoration::new`].
pub fn survey(weights: Weights, limit: usize) -> Result<Restoration> {
    let model = weights.config().clone();
    let components = Components::default();
    let trial = |&damage: &Damage| Box::new(Denoising::new(damage, &model, components.clone())) as Box<dyn Trial>;
    Restoration::new(weights, limit, MEASURED.iter().map(trial).collect())
}

impl Damage {
    /// # Errors
    /// [`Error::Argument`] for a strength out of range.
    pub fn check(self) -> Result<()> {
        let (valid, expected) = match self {
            Self::Noise { sigma } => (sigma > 0.0 && sigma <= 2.0, "noise with a sigma above 0, up to 2"),
            Self::SaltAndPepper { share } => (share > 0.0 && share < 1.0, "a share above 0 and below 1"),
            Self::Blur { sigma } => (sigma > 0.0 && sigma <= 10.0, "a blur of more than 0 to 10 pixels"),
            Self::Strokes { count } => ((1..=20).contains(&count), "1 to 20 strokes"),
        };
        if valid { Ok(()) } else { Err(Error::Argument(format!("expected {expected}, got {self:?}"))) }
    }

    /// Does it to images `[N, D]`.
    ///
    /// # Errors
    /// [`Error::Argument`] for a strength out of range.
    pub fn apply(self, images: &[f32], data: &DataSpec, rng: &mut ChaCha8Rng) -> Result<Vec<f32>> {
        self.check()?;
        let mut damaged = images.to_vec();
        let pixels = data.width * data.height;
        match self {
            Self::Noise { sigma } => damaged.iter_mut().for_each(|value| {
                let draw: f32 = StandardNormal.sample(rng);
                *value = (*value + sigma as f32 * draw).clamp(0.0, 1.0);
            }),
            Self::SaltAndPepper { share } => damaged.chunks_exact_mut(data.size()).for_each(|image| {
                for pixel in 0..pixels {
                    let draw: f64 = rng.random_range(0.0..1.0);
                    if draw >= share {
                        continue;
                    }
                    let value = if draw < share / 2.0 { 0.0 } else { 1.0 };
                    image.iter_mut().skip(pixel).step_by(pixels).for_each(|it| *it = value);
                }
            }),
            Self::Blur { sigma } => damaged = blurred(images, data, sigma),
            Self::Strokes { count } => damaged.chunks_exact_mut(data.size()).for_each(|image| {
                (0..count).for_each(|_| stroke(image, data, rng));
            }),
        }
        Ok(damaged)
    }

    /// What it lets through of images, seen as `damaged` `[N, D]`.
    pub fn observation(self, damaged: &[f32], inference: &Inference) -> Observation {
        let data = &inference.model().config().data;
        let pixels = inference.tensor(damaged.to_vec(), data.size());
        match self {
            Self::Noise { sigma } => Observation::Noise { pixels, sigma, cut: true },
            Self::SaltAndPepper { share } => Observation::Outliers { pixels, white: share / 2.0, black: share / 2.0 },
            Self::Blur { sigma } => {
                let plane = data.width * data.height;
                let operator = inference.tensor(blur([data.width, data.height], sigma), plane);
                Observation::Sums { values: pixels, operator, sigma: BLURRED_OFF }
            }
            Self::Strokes { count } => {
                Observation::Outliers { pixels, white: (COVERED * count as f64).min(0.5), black: 0.0 }
            }
        }
    }

    fn case(self) -> Case {
        match self {
            Self::Noise { sigma } => Case::Noise { sigma },
            Self::SaltAndPepper { share } => Case::SaltAndPepper { share },
            Self::Blur { sigma } => Case::Blur { sigma },
            Self::Strokes { count } => Case::Strokes { count },
        }
    }
}

/// A Gaussian blur of one channel as a matrix `[pixels, pixels]`, from each pixel (row) to each (column); what would come from
/// beyond the border comes from the nearest pixel.
fn blur([width, height]: [usize; 2], sigma: f64) -> Vec<f32> {
    let (across, down) = (blur_line(width, sigma), blur_line(height, sigma));
    let pixels = width * height;
    let at = |index: usize| {
        let (from, to) = (index / pixels, index % pixels);
        (down[from / width * height + to / width] * across[from % width * width + to % width]) as f32
    };
    (0..pixels * pixels).map(at).collect()
}

/// The same of one line, `[size, size]`.
fn blur_line(size: usize, sigma: f64) -> Vec<f64> {
    let reach = (4.0 * sigma).ceil() as isize;
    let weight = |off: isize| (-(off as f64 / sigma).powi(2) / 2.0).exp();
    let total: f64 = (-reach..=reach).map(weight).sum();
    let mut line = vec![0.0; size * size];
    for to in 0..size {
        for off in -reach..=reach {
            let from = (to as isize + off).clamp(0, size as isize - 1) as usize;
            line[from * size + to] += weight(off) / total;
        }
    }
    line
}

fn blurred(images: &[f32], data: &DataSpec, sigma: f64) -> Vec<f32> {
    let DataSpec { width, height, .. } = *data;
    let (across, down) = (blur_line(width, sigma), blur_line(height, sigma));
    let mut found = Vec::with_capacity(images.len());
    for channel in images.chunks_exact(width * height) {
        let line = |y: usize, x: usize| -> f64 {
            (0..width).map(|from| f64::from(channel[y * width + from]) * across[from * width + x]).sum()
        };
        let lines: Vec<f64> =
            (0..height).flat_map(|y| (0..width).map(move |x| (y, x))).map(|(y, x)| line(y, x)).collect();
        for at in 0..channel.len() {
            let (y, x) = (at / width, at % width);
            let sum: f64 = (0..height).map(|from| lines[from * width + x] * down[from * height + y]).sum();
            found.push(sum as f32);
        }
    }
    found
}

/// A straight stroke of ink from somewhere across half of the image.
fn stroke(image: &mut [f32], data: &DataSpec, rng: &mut impl Rng) {
    let DataSpec { width, height, .. } = *data;
    let side = width.min(height) as f64;
    let half = STROKE * side / 28.0;
    let middle = [width, height].map(|size| rng.random_range(0.2..0.8) * size as f64);
    let angle = rng.random_range(0.0..PI);
    let (along, length) = ([angle.cos(), angle.sin()], side / 4.0);
    let is_inked = |pixel: usize| {
        let off = [(pixel % width) as f64 + 0.5 - middle[0], (pixel / width) as f64 + 0.5 - middle[1]];
        let place = (off[0] * along[0] + off[1] * along[1]).clamp(-length, length);
        (off[0] - place * along[0]).hypot(off[1] - place * along[1]) <= half
    };
    let pixels = width * height;
    for pixel in (0..pixels).filter(|&pixel| is_inked(pixel)) {
        image.iter_mut().skip(pixel).step_by(pixels).for_each(|value| *value = 1.0);
    }
}

/// One kind of damage, undone.
struct Denoising {
    damage: Damage,
    data: DataSpec,
    dimensions: usize,
    components: Components,
}

/// Principal components, which all kinds of damage share once they are found.
type Components = Rc<OnceCell<Vec<(Method, Pca)>>>;

impl Denoising {
    fn new(damage: Damage, model: &ModelConfig, components: Components) -> Self {
        let (data, dimensions) = (model.data.clone(), model.latent_size);
        Self { damage, data, dimensions, components }
    }

    /// The deviation of noise as patches of black or white show it: half of it is cut away there.
    fn deviation(&self) -> f64 {
        match self.damage {
            Damage::Noise { sigma } => 0.58 * sigma,
            Damage::SaltAndPepper { share } => (share / 4.0).sqrt(),
            Damage::Blur { .. } => 0.1,
            Damage::Strokes { count } => (COVERED * count as f64).sqrt(),
        }
    }
}

impl Trial for Denoising {
    fn case(&self) -> Case {
        self.damage.case()
    }

    fn learn(&mut self, moments: &Moments) -> Result<()> {
        if self.components.get().is_some() {
            return Ok(());
        }
        let counts = [(Method::PcaAsMany, self.dimensions), (Method::Pca40, 40), (Method::Pca100, 100)];
        let found = counts.map(|(method, count)| Ok((method, moments.pca(count.min(self.data.size()))?)));
        let found = found.into_iter().collect::<Result<Vec<_>>>()?;
        self.components.get_or_init(|| found);
        Ok(())
    }

    fn see(&self, clean: &[f32], inference: &Inference, rng: &mut ChaCha8Rng) -> Result<Seen> {
        let shown = self.damage.apply(clean, &self.data, rng)?;
        let observation = self.damage.observation(&shown, inference);
        Ok(Seen { came: shown.clone(), shown, observation })
    }

    fn plain(&self, seen: &Seen, _: &Dataset) -> Result<Restored> {
        /// How far patches may differ, in deviations: of .3 to 1.4 the best on digits in all kinds of noise together.
        const STRENGTH: f64 = 0.7;
        let sides = [self.data.width, self.data.height];
        let cut = |values: Vec<f32>| values.into_iter().map(|value| value.clamp(0.0, 1.0)).collect();
        let mut all = vec![
            (Method::Median, median(&seen.shown, sides, 1)),
            (Method::NonLocalMeans, non_local_means(&seen.shown, sides, self.deviation(), STRENGTH)),
        ];
        let component = |(method, pca): &(Method, Pca)| (*method, cut(pca.decode(&pca.encode(&seen.shown))));
        all.extend(self.components.get().into_iter().flatten().map(component));
        Ok(all)
    }

    fn sampling(&self) -> Sampling {
        match self.damage {
            // Was it drawn, or is it a stroke? There may be several answers, far apart.
            Damage::Strokes { .. } => Sampling { first_power: 0.01, warm_up: 80, ..SAMPLING },
            _ => SAMPLING,
        }
    }
}
