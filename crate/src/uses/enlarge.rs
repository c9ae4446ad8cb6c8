//! A small image made large: what image, shrunk, would be the small one?

use rand_chacha::ChaCha8Rng;

use super::by_model::{Restored, Seen};
use super::inference::Inference;
use super::observation::{Observation, Operator};
use super::plain::bicubic::bicubic;
use super::plain::gaussian::Guessing;
use super::plain::pca::Moments;
use super::report::{Case, Method};
use super::restoration::{Restoration, Trial};
use crate::data::dataset::Dataset;
use crate::error::{Error, Result, grouped};
use crate::model::weights::Weights;
use crate::settings::DataSpec;

/// By which a survey enlarges: of MNIST's 28 pixels from 14 and from 7.
pub const MEASURED: [usize; 2] = [2, 4];

/// What a decoded image, shrunk, is off by: it is not the image itself. Means over more pixels are nearer.
const OFF: f64 = 0.1;
/// The variance of noise that the linear guess counts with.
const LINEAR_VARIANCE: f64 = 1e-3;

/// Images of a model's data, shrunk and enlarged by a factor.
#[derive(Debug, Clone, PartialEq)]
pub struct Shrinking {
    data: DataSpec,
    factor: usize,
}

impl Shrinking {
    /// # Errors
    /// [`Error::Argument`] for a factor that does not divide the sides, or leaves them as they are.
    pub fn new(data: &DataSpec, factor: usize) -> Result<Self> {
        let divides = factor > 1 && data.width.is_multiple_of(factor) && data.height.is_multiple_of(factor);
        if !divides {
            let DataSpec { width, height, .. } = data;
            let expected = format!("expected a factor above 1 that divides {width} and {height}, got {factor}");
            return Err(Error::Argument(expected));
        }
        Ok(Self { data: data.clone(), factor })
    }

    /// Width and height of a small image.
    pub fn sides(&self) -> [usize; 2] {
        [self.data.width / self.factor, self.data.height / self.factor]
    }

    /// The mean of each square as a matrix from a channel's pixels (rows) to those of a small one (columns).
    fn operator(&self) -> Vec<f32> {
        let (pixels, [narrow, low]) = (self.data.width * self.data.height, self.sides());
        let mut operator = vec![0.0; pixels * narrow * low];
        for at in 0..pixels {
            let (x, y) = (at % self.data.width / self.factor, at / self.data.width / self.factor);
            operator[at * narrow * low + y * narrow + x] = 1.0 / (self.factor * self.factor) as f32;
        }
        operator
    }

    /// Large images `[N, D]` made small, channel after channel.
    pub fn shrunk(&self, images: &[f32]) -> Vec<f32> {
        let [narrow, low] = self.sides();
        let pixels = self.data.width * self.data.height;
        let mut small = Vec::with_capacity(images.len() / (self.factor * self.factor));
        for channel in images.chunks_exact(pixels) {
            for at in 0..narrow * low {
                let (left, top) = (at % narrow * self.factor, at / narrow * self.factor);
                let lines = channel.chunks_exact(self.data.width).skip(top).take(self.factor);
                let sum: f32 = lines.map(|line| line[left..left + self.factor].iter().sum::<f32>()).sum();
                small.push(sum / (self.factor * self.factor) as f32);
            }
        }
        small
    }

    /// Small images, channel after channel, as what they tell of large ones.
    ///
    /// # Errors
    /// [`Error::Argument`] for images of another size.
    pub fn seen(&self, small: Vec<f32>) -> Result<Seen> {
        let [narrow, low] = self.sides();
        let size = narrow * low * self.data.channels;
        if small.is_empty() || !small.len().is_multiple_of(size) {
            let got = small.len();
            return Err(Error::Argument(format!(
                "expected images of {narrow} x {low} pixels, got {} values",
                grouped(got)
            )));
        }
        let operator = Operator::new(self.operator(), narrow * low).into();
        let shown = bicubic(&small, [narrow, low], self.factor);
        let observation = Observation::Sums { values: small.clone(), operator, sigma: OFF / self.factor as f64 };
        Ok(Seen { shown, came: small, observation })
    }
}

/// The survey of all factors that divide the sides of the model's images.
///
/// # Errors
/// As [`Restoration::new`], [`Error::Argument`] where none does.
pub fn survey(weights: Weights, limit: usize) -> Result<Restoration> {
    let data = weights.config().data.clone();
    let trial = |factor| {
        let shrinking = Shrinking::new(&data, factor)?;
        let [width, height] = shrinking.sides();
        let linear = Guessing::new(width * height * data.channels, data.size(), LINEAR_VARIANCE);
        Ok(Box::new(Enlarging { shrinking, linear }) as Box<dyn Trial>)
    };
    Restoration::new(weights, limit, MEASURED.into_iter().map(trial).collect::<Result<_>>()?)
}

/// One factor.
struct Enlarging {
    shrinking: Shrinking,
    linear: Guessing,
}

impl Trial for Enlarging {
    fn case(&self) -> Case {
        let [width, height] = self.shrinking.sides();
        Case::Small { width, height }
    }

    fn lessons(&self) -> usize {
        self.linear.parts()
    }

    fn learn(&mut self, moments: &Moments) -> Result<()> {
        let Shrinking { data, .. } = &self.shrinking;
        self.linear.learn(moments, || of_all_channels(&self.shrinking.operator(), data));
        Ok(())
    }

    fn see(&self, clean: &[f32], _: &Inference, _: &mut ChaCha8Rng) -> Result<Seen> {
        self.shrinking.seen(self.shrinking.shrunk(clean))
    }

    fn plain(&self, seen: &Seen, _: &Dataset) -> Result<Restored> {
        Ok(self.linear.guess().map(|linear| (Method::Linear, linear.guess(&seen.came))).into_iter().collect())
    }

    fn unchanged(&self) -> Method {
        Method::Bicubic
    }
}

/// An operator of one channel as one of images, `[channels * P, channels * M]`.
fn of_all_channels(operator: &[f32], data: &DataSpec) -> Vec<f32> {
    let (pixels, channels) = (data.width * data.height, data.channels);
    let columns = operator.len() / pixels;
    let mut whole = vec![0.0; operator.len() * channels * channels];
    for (index, row) in operator.chunks_exact(columns).enumerate() {
        for channel in 0..channels {
            let start = (channel * pixels + index) * channels * columns + channel * columns;
            whole[start..start + columns].copy_from_slice(row);
        }
    }
    whole
}
