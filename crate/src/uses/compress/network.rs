//! A model run so that every machine gets the same bits: what is coded by chances can be decoded by these very chances only.
//!
//! Sums are taken term after term in a fixed order, in float32 without fused products, and what is no sum, product, quotient or
//! root comes from `libm`, which is the same code everywhere. A backend's products are faster, and differ in their last bits from
//! one machine to the next.

use super::layer::{Layer, Shape};
use crate::error::{Error, Result, grouped};
use crate::model::figures::finite;
use crate::model::weights::Weights;
use crate::settings::layers::{self, LayerKind, LayerSpec, features};
use crate::settings::{Likelihood, ModelConfig};

/// Encoder and decoder, an image at a time.
#[derive(Debug, Clone)]
pub struct Network {
    config: ModelConfig,
    encoder: Vec<Layer>,
    /// From z to p(h|z), where there is a second layer of latents; else empty.
    lower: Vec<Layer>,
    decoder: Vec<Layer>,
    /// The logarithm of the variance that all pixels share, before its bound.
    shared: f32,
}

/// q(z|x) of one image.
#[derive(Debug, Clone, PartialEq)]
pub struct Posterior {
    /// `[Z]`
    pub mean: Vec<f32>,
    /// Standard deviations, `[Z]`; empty for an autoencoder.
    pub sigma: Vec<f64>,
}

/// p(x|z) of one image.
#[derive(Debug, Clone, PartialEq)]
pub struct Pixels {
    /// From 0 to 1, `[D]`.
    pub means: Vec<f64>,
    /// Standard deviations of Gaussians, `[D]`; empty for Bernoulli.
    pub sigma: Vec<f64>,
}

impl Network {
    pub fn new(weights: Weights) -> Self {
        let (config, tensors) = weights.into_parts();
        let mut tensors = tensors.into_iter();
        let mut layers = |specs: Vec<LayerSpec>| -> Vec<Layer> {
            let dense = |spec: LayerSpec| Layer::new(spec, &mut tensors);
            specs.into_iter().filter(|spec| spec.kind != LayerKind::Constant).map(dense).collect()
        };
        let [encoder, lower, decoder] = [layers::encoder, layers::lower, layers::decoder].map(|of| layers(of(&config)));
        let shared = tensors.next().and_then(|values| values.first().copied()).unwrap_or_default();
        Self { config, encoder, lower, decoder, shared }
    }

    pub fn config(&self) -> &ModelConfig {
        &self.config
    }

    /// Of the bytes of one image; the class is for a conditional model.
    ///
    /// # Errors
    /// [`Error::Argument`] for an image of another size or an unknown class, [`Error::Weights`] for figures that are not finite.
    pub fn encode(&self, image: &[u8], class: u8) -> Result<Posterior> {
        let data = &self.config.data;
        if image.len() != data.size() {
            let (expected, got) = (data.size(), image.len());
            return Err(Error::Argument(format!(
                "expected an image of {} bytes, got {}",
                grouped(expected),
                grouped(got)
            )));
        }
        let x = image.iter().map(|&byte| f32::from(byte) / 255.0).collect();
        let mut mean = self.through(&self.encoder, x, [data.channels, data.height, data.width], class)?;
        finite("a posterior", &mean)?;
        let log_var = mean.split_off(self.config.latent_size);
        // Bits back, which needs these, takes no posterior of more.
        let log_var = log_var.into_iter().take(self.config.latent_size);
        let sigma: Vec<f64> = log_var.map(|log_var| root_exp(log_var.into())).collect();
        finite("a posterior's deviation", &sigma)?;
        Ok(Posterior { mean, sigma })
    }

    /// Of one z, where there is a second layer through the mean of p(h|z).
    ///
    /// # Errors
    /// [`Error::LatentSize`] for another number of coordinates, and as [`Self::encode`].
    pub fn decode(&self, z: &[f32], class: u8) -> Result<Pixels> {
        let expected = self.config.latent_size;
        if z.len() != expected {
            return Err(Error::LatentSize { expected, got: z.len() });
        }
        let (size, shape) = (self.config.data.size(), features(&self.config));
        let mut lowest = z.to_vec();
        if !self.lower.is_empty() {
            lowest = self.through(&self.lower, lowest, shape, class)?;
            lowest.truncate(self.config.lower_size);
        }
        let mut logits = self.through(&self.decoder, lowest, shape, class)?;
        finite("a decoded image", &logits)?;
        let log_var = logits.split_off(size);
        let sigma = match self.config.likelihood {
            Likelihood::Bernoulli | Likelihood::Multinomial | Likelihood::Characters { .. } => vec![],
            Likelihood::GaussianFixed { sigma } => vec![sigma; size],
            Likelihood::GaussianShared => vec![bounded(self.shared); size],
            Likelihood::GaussianPixel => log_var.into_iter().map(bounded).collect(),
        };
        finite("a pixel's deviation", &sigma)?;
        Ok(Pixels { means: logits.into_iter().map(sigmoid).collect(), sigma })
    }

    /// Through layers, ReLU between, behind what is normalised; the first dense one is told the class beside what it gets, and
    /// shortcuts add what the dense layer before put out.
    fn through(&self, layers: &[Layer], mut x: Vec<f32>, mut shape: Shape, class: u8) -> Result<Vec<f32>> {
        let mut condition = self.condition(class)?;
        let mut before = vec![];
        for (index, layer) in layers.iter().enumerate() {
            let LayerSpec { kind, share, .. } = *layer.spec();
            if index > 0 && kind != LayerKind::Normalisation {
                x.iter_mut().for_each(|value| *value = value.max(0.0));
            }
            if kind == LayerKind::Dense {
                x.append(&mut condition);
            }
            x = layer.forward(&x, &mut shape);
            if let Some(share) = share {
                x.iter_mut().zip(&before).for_each(|(value, before)| *value = before + share * *value);
            }
            if kind == LayerKind::Dense {
                before.clone_from(&x);
            }
        }
        Ok(x)
    }

    /// The class, one-hot, where the model is told it.
    fn condition(&self, class: u8) -> Result<Vec<f32>> {
        let count = if self.config.conditional { self.config.data.classes.len() } else { return Ok(vec![]) };
        if usize::from(class) >= count {
            return Err(Error::Argument(format!("expected a class below {count}, got {class}")));
        }
        Ok((0..count).map(|index| f32::from(u8::from(index == usize::from(class)))).collect())
    }
}

fn sigmoid(logit: f32) -> f64 {
    1.0 / (1.0 + libm::exp(-f64::from(logit)))
}

fn root_exp(log_var: f64) -> f64 {
    libm::exp(0.5 * log_var)
}

/// The deviation of a logarithm of a variance, above [`Likelihood::MIN_SIGMA`] smoothly, as the decoder bounds it.
fn bounded(raw: f32) -> f64 {
    let floor = 2.0 * libm::log(Likelihood::MIN_SIGMA);
    let above = f64::from(raw) - floor;
    root_exp(floor + above.max(0.0) + libm::log1p(libm::exp(-above.abs())))
}
