//! log p(x|z) of one image, row of items or text, from what the decoder puts out for it, with its gradient.

use latent_kernels::likelihood::{bernoulli, gaussian, multinomial};

use super::texts::TextLikelihood;
use crate::model::network::Network;
use crate::settings::Likelihood;

/// p(x|z) as a model has it.
#[derive(Clone, Copy)]
pub struct ImageLikelihood<'a> {
    kind: Likelihood,
    /// The variance's logarithm that all pixels share, where they do, and its derivative by the number that is learnt.
    log_var: f32,
    slope: f32,
    texts: Option<TextLikelihood<'a>>,
}

/// The logarithm of the least variance.
fn floor() -> f32 {
    2.0 * Likelihood::MIN_SIGMA.ln() as f32
}

impl<'a> ImageLikelihood<'a> {
    pub fn of_model(model: &'a Network) -> Self {
        let (kind, shared) = (model.config().likelihood, model.shared.as_ref().map(|shared| shared.value[0]));
        let (log_var, slope) = match (kind, shared) {
            (Likelihood::GaussianFixed { sigma }, _) => (2.0 * sigma.ln() as f32, 0.0),
            (_, Some(shared)) => gaussian::bounded(shared, floor()),
            _ => (0.0, 0.0),
        };
        Self { kind, log_var, slope, texts: TextLikelihood::of_model(model) }
    }

    /// log p(x|z) in nats; its negative gradient by the output, times `scale`, goes to `delta`. And its negative gradient by the
    /// learnt number that pixels share, without the scale.
    pub fn of(&self, output: &[f32], image: &[u8], scale: f32, delta: &mut [f32]) -> (f64, f32) {
        if let Some(texts) = self.texts {
            return (texts.of(output, image, scale, delta), 0.0);
        }
        match self.kind {
            Likelihood::Bernoulli => (bernoulli::of_image(output, image, scale, delta), 0.0),
            Likelihood::Multinomial => (multinomial::of_row(output, image, scale, delta), 0.0),
            Likelihood::GaussianPixel => (gaussian::of_pixels(output, image, floor(), scale, delta), 0.0),
            Likelihood::GaussianFixed { .. } | Likelihood::GaussianShared => {
                let (likelihood, by_log_var) = gaussian::of_image(output, image, self.log_var, scale, delta);
                (likelihood, self.slope * by_log_var)
            }
            Likelihood::Characters { .. } => (0.0, 0.0),
        }
    }

    /// log p of each of an image's values from 0 to 1, in nats, with its gradients by the output; of items the values are counts, and
    /// the gradient is of all terms' sum. Texts, of which no place stands for itself, have none.
    pub fn of_values(&self, output: &[f32], image: &[f32], terms: &mut [f32], delta: &mut [f32]) {
        match self.kind {
            Likelihood::Bernoulli => bernoulli::of_values(output, image, terms, delta),
            Likelihood::Multinomial => multinomial::of_values(output, image, terms, delta),
            Likelihood::GaussianPixel => gaussian::of_values_each(output, image, floor(), terms, delta),
            Likelihood::GaussianFixed { .. } | Likelihood::GaussianShared => {
                gaussian::of_values(output, image, self.log_var, terms, delta);
            }
            Likelihood::Characters { .. } => {}
        }
    }

    /// Pixels of an image for which so many numbers are put out.
    pub fn pixels(&self, outputs: usize) -> usize {
        if self.kind == Likelihood::GaussianPixel { outputs / 2 } else { outputs }
    }

    /// Whether it is a density over values, not a probability of pixels that are on or off, or of items.
    pub fn is_density(&self) -> bool {
        !matches!(self.kind, Likelihood::Bernoulli | Likelihood::Multinomial | Likelihood::Characters { .. })
    }

    /// log p(x|z) alone, in nats.
    pub fn value(&self, output: &[f32], image: &[u8]) -> f64 {
        self.of(output, image, 0.0, &mut vec![0.0; output.len()]).0
    }

    /// The logarithm of a pixel's variance; none of a Bernoulli distribution.
    pub fn log_var(&self, output: &[f32], pixel: usize) -> Option<f32> {
        match self.kind {
            Likelihood::Bernoulli | Likelihood::Multinomial | Likelihood::Characters { .. } => None,
            Likelihood::GaussianPixel => Some(gaussian::bounded(output[self.pixels(output.len()) + pixel], floor()).0),
            Likelihood::GaussianFixed { .. } | Likelihood::GaussianShared => Some(self.log_var),
        }
    }
}
