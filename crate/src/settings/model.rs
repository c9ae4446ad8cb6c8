//! What a model is made of.

use serde::{Deserialize, Serialize};

use super::checks::{Checks, Expected, FieldError, first};
use crate::error::Result;
use crate::settings::layers::tensor_specs;

const MAX_LATENT: usize = 64;
const MAX_WIDTH: usize = 4096;
/// Deeper stacks of plain ReLU layers pass on no gradient: 128 layers of PyTorch's initial weights train to nothing.
const MAX_LAYERS: usize = 128;
const MAX_CHANNELS: usize = 256;
/// 28 -> 14 -> 7; 7 does not halve.
const MAX_CONVOLUTIONS: usize = 2;
/// With its gradient and Adam's moments, a model of this size takes 1 GB: half of what a tab's module may have.
const MAX_PARAMETERS: u64 = 64_000_000;

/// What a model is made of: `784 -> channels... -> hidden... -> latent` and back, ReLU between.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ModelConfig {
    /// Z, the number of latent dimensions: 1 to 64.
    pub latent_size: usize,
    /// Widths of the encoder's hidden layers; the decoder mirrors them.
    pub hidden_sizes: Vec<usize>,
    /// Channels of the strided convolutions before the encoder's hidden layers, at most two; the decoder mirrors
    /// them. None makes a dense network.
    pub channels: Vec<usize>,
    pub likelihood: Likelihood,
    /// An autoencoder: z is a function of x, without noise, posterior or KL.
    pub deterministic: bool,
    /// Encoder and decoder are told the digit's class (Sohn et al. 2015).
    pub conditional: bool,
    pub data_view: DataView,
}

/// p(x|z), given the decoder's output; the mean is always the output's sigmoid.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "camelCase", deny_unknown_fields)]
pub enum Likelihood {
    Bernoulli,
    /// One standard deviation, chosen beforehand: the squared error, scaled.
    GaussianFixed {
        sigma: f64,
    },
    /// One variance for all pixels, learnt (Rybkin et al. 2021).
    GaussianShared,
    /// A variance for each pixel, decoded beside its mean (Kingma and Welling 2014, appendix C.2).
    GaussianPixel,
}

/// What the model is shown of MNIST's grey pixels. Figures on different views are different quantities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
#[serde(rename_all = "camelCase")]
pub enum DataView {
    /// As they are.
    Greyscale,
    /// Black or white, drawn anew at each visit with the grey value as the probability (Salakhutdinov and Murray 2008).
    Binarised,
    /// Black or white, split at one half.
    Thresholded,
}

impl Default for ModelConfig {
    fn default() -> Self {
        Self {
            latent_size: 2,
            hidden_sizes: vec![256, 128, 64],
            channels: vec![],
            likelihood: Likelihood::Bernoulli,
            deterministic: false,
            conditional: false,
            data_view: DataView::Greyscale,
        }
    }
}

impl ModelConfig {
    /// Everything that is wrong with it; empty when valid.
    pub fn check(&self) -> Vec<FieldError> {
        let mut checks = Checks::default();
        checks.count("latentSize", self.latent_size, 1, MAX_LATENT);
        checks.sizes("hiddenSizes", &self.hidden_sizes, MAX_LAYERS, MAX_WIDTH);
        checks.sizes("channels", &self.channels, MAX_CONVOLUTIONS, MAX_CHANNELS);
        if let Likelihood::GaussianFixed { sigma } = self.likelihood {
            checks.number("likelihood", sigma, 0.01, 10.0);
        }
        let errors = checks.done();
        if errors.is_empty() { self.check_parameters() } else { errors }
    }

    /// For sizes that are each in their range.
    fn check_parameters(&self) -> Vec<FieldError> {
        let mut checks = Checks::default();
        let count = |shape: &[usize]| shape.iter().map(|&size| size as u64).product::<u64>();
        let parameters: u64 = tensor_specs(self).iter().map(|spec| count(&spec.shape)).sum();
        if parameters > MAX_PARAMETERS {
            let expected = Expected::Parameters { most: MAX_PARAMETERS as f64 };
            checks.refuse("hiddenSizes", expected, parameters as f64);
        }
        checks.done()
    }

    /// # Errors
    /// [`crate::error::Error::Field`] naming the first setting that is out of range.
    pub fn validate(&self) -> Result<()> {
        first(self.check())
    }
}
