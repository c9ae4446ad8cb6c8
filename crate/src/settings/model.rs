//! What a model is made of.

use serde::{Deserialize, Serialize};

use super::memory::parameters;
use super::refusal::{Expected, Refusal, first};
use super::schema::MAX_PARAMETERS;
use super::{DataKind, DataSpec, RunConfig, TrainConfig};
use crate::error::{Error, Result};

/// Latent dimensions whose posterior has a full covariance, at most: 2016 numbers of an image for what stands below L's diagonal.
const MAX_FULL: usize = 64;

/// What a model is made of: `image -> channels... -> hidden... -> latent` and back, ReLU between.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ModelConfig {
    /// What goes in and comes out; MNIST's where a file does not say.
    #[serde(default)]
    pub data: DataSpec,
    /// Z, the number of latent dimensions: 1 to 512.
    pub latent_size: usize,
    /// Widths of the encoder's hidden layers; the decoder mirrors them.
    pub hidden_sizes: Vec<usize>,
    /// Files of models with layers do not say.
    #[serde(default, skip_serializing_if = "DecoderKind::is_layers")]
    pub decoder: DecoderKind,
    /// Channels of the strided convolutions before the encoder's hidden layers, as many as halve the sides; the decoder mirrors
    /// them. None makes a dense network.
    pub channels: Vec<usize>,
    pub likelihood: Likelihood,
    /// N(0, I) where a file does not say, which files of such a model never do.
    #[serde(default, skip_serializing_if = "PriorKind::is_gaussian")]
    pub prior: PriorKind,
    /// An autoencoder: z is a function of x, without noise, posterior or KL.
    pub deterministic: bool,
    /// The posterior's dimensions depend on each other: q(z|x) = N(mu, L L^T), L a lower triangle (Kingma and Welling 2019, "An
    /// introduction to variational autoencoders", section 2.5.1). Files of models with a diagonal covariance do not say.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub full_covariance: bool,
    /// H, the dimensions of a second layer of latents h below z: p(x|h) p(h|z) p(z), where q(h|x, z) is p(h|z) corrected by what the
    /// encoder says of h (Sønderby et al. 2016, "Ladder variational autoencoders", section 2.2): 0 to 512, 0 for none. Files of models
    /// without it do not say.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub lower_size: usize,
    /// Encoder and decoder are told the digit's class (Sohn et al. 2015).
    pub conditional: bool,
    pub data_view: DataView,
    /// Shortcuts past hidden dense layers as wide as the one before (He et al. 2016, "Identity mappings in deep residual
    /// networks"): h' = h + (W a + b) / n, where a is the ReLU of h, normalised if it is, and n the shortcuts of the stack.
    #[serde(default)]
    pub residual: bool,
    #[serde(default)]
    pub normalisation: Normalisation,
}

/// What leads from z to what is put out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum DecoderKind {
    /// Those of the encoder, mirrored.
    #[default]
    Layers,
    /// Of items, and theirs alone: a product of experts over Z topics, p(x|z) = softmax(B theta + b) with theta = softmax(z)
    /// (Srivastava and Sutton 2017, "Autoencoding variational inference for topic models", section 4). A column of B is a
    /// topic; b is how likely items are anyway. With z from N(0, I) theta is a logistic normal, nearly the one by which they
    /// approximate a Dirichlet whose alphas are 1 (section 3.2). Their batch normalisation keeps z in use; here what is learnt is
    /// B / Z, which meets Z theta, numbers about 1 as every layer meets: with theta itself a model of 50 topics stays at KL = 0.
    Topics,
}

pub(crate) fn is_zero(size: &usize) -> bool {
    *size == 0
}

impl DecoderKind {
    fn is_layers(&self) -> bool {
        *self == Self::Layers
    }
}

/// What is done to what hidden dense layers put out, before the ReLU.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum Normalisation {
    #[default]
    None,
    /// Each row gets mean 0 and variance 1 over its features, then a learnt gain and offset of each (Ba et al. 2016).
    Layer,
}

/// p(x|z), given the decoder's output; an image's mean is always the output's sigmoid.
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
    /// Of items, and theirs alone: which each one that is there is, by the softmax of what is decoded (Liang et al. 2018, eq. 2).
    Multinomial,
    /// Of texts, and theirs alone: which character each next one is, given what is decoded and so many before it (Bowman et al. 2016).
    Characters {
        window: usize,
        /// Numbers that a character is embedded in.
        embedding: usize,
        /// Hidden units that the next character is told from; 0 are as many as the first hidden size, or as an embedding has numbers.
        #[serde(default)]
        units: usize,
    },
}

impl Likelihood {
    /// The least standard deviation that is learnt: without it a pixel that is always black has an unbounded density.
    pub const MIN_SIGMA: f64 = 1.0 / 32.0;

    /// The standard deviation of a text's red, green and blue.
    pub const COLOUR_SIGMA: f64 = 0.1;

    /// That of texts, as it is at first.
    pub const TEXTS: Self = Self::Characters { window: 8, embedding: 32, units: 0 };
}

/// p(z), before any image is seen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "camelCase", deny_unknown_fields)]
pub enum PriorKind {
    /// N(0, I).
    #[default]
    Gaussian,
    /// So many Gaussians, whose weights, means and variances are learnt: sum_k pi_k N(mu_k, diag exp(log_var_k)) (Tomczak and
    /// Welling 2018, section 2).
    Mixture { components: usize },
}

impl PriorKind {
    pub fn is_gaussian(&self) -> bool {
        *self == Self::Gaussian
    }
}

/// What the model is shown of MNIST's grey pixels. Figures on different views are different quantities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
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
            data: DataSpec::default(),
            latent_size: 2,
            hidden_sizes: vec![256, 128, 64],
            decoder: DecoderKind::Layers,
            channels: vec![],
            likelihood: Likelihood::Bernoulli,
            prior: PriorKind::Gaussian,
            deterministic: false,
            full_covariance: false,
            lower_size: 0,
            conditional: false,
            data_view: DataView::Greyscale,
            residual: false,
            normalisation: Normalisation::None,
        }
    }
}

impl ModelConfig {
    /// The default for this data: items and texts have likelihoods of their own.
    pub fn on(data: DataSpec) -> Self {
        let likelihood = match data.kind {
            DataKind::Image => Likelihood::Bernoulli,
            DataKind::Items => Likelihood::Multinomial,
            DataKind::Text => Likelihood::TEXTS,
        };
        Self { data, likelihood, ..Self::default() }
    }

    /// Everything that is wrong with it; empty when valid.
    pub fn check(&self) -> Vec<Refusal> {
        RunConfig { model: self.clone(), train: TrainConfig::default() }.check()
    }

    /// Of settings that are each in their range.
    pub(super) fn check_size(&self) -> Option<Refusal> {
        if self.full_covariance && self.latent_size > MAX_FULL {
            let expected = Expected::FullCovariance { most: MAX_FULL as f64 };
            return Some(Refusal::of_number("latentSize", expected, self.latent_size as f64));
        }
        let parameters = parameters(self);
        let expected = Expected::Parameters { most: MAX_PARAMETERS as f64 };
        (parameters > MAX_PARAMETERS).then(|| Refusal::of_number("hiddenSizes", expected, parameters as f64))
    }

    /// Numbers that the encoder puts out for an image: mu; the logarithms of L's squared diagonal, which are those of the variances
    /// where L is diagonal; what stands below it, row by row.
    pub fn posterior_size(&self) -> usize {
        let latent = self.latent_size;
        match (self.deterministic, self.full_covariance) {
            (true, _) => latent,
            (false, false) => 2 * latent,
            (false, true) => 2 * latent + latent * (latent - 1) / 2,
        }
    }

    /// Numbers that the encoder puts out for an image in all: behind the posterior's, what it says of h, means and logarithms of
    /// variances.
    pub fn head_size(&self) -> usize {
        self.posterior_size() + 2 * self.lower_size
    }

    /// Whether the KL is a sum of parts of each dimension: it is neither with a mixture as prior nor where dimensions of the
    /// posterior depend on each other, nor with a second layer, whose KL depends on z.
    pub fn splits_kl(&self) -> bool {
        !self.estimates_kl() && !self.full_covariance
    }

    /// Whether the KL has no closed form, and is estimated from samples.
    pub fn estimates_kl(&self) -> bool {
        self.components() > 0 || self.lower_size > 0
    }

    /// Of a mixture as prior; 0 where there is none.
    pub fn components(&self) -> usize {
        match self.prior {
            PriorKind::Gaussian => 0,
            PriorKind::Mixture { components } => components,
        }
    }

    /// Whether images of this kind are what the model takes, and their classes what it can be told.
    ///
    /// # Errors
    /// [`Error::Dataset`] for images of another shape, or more classes than a conditional model knows.
    pub fn takes(&self, data: &DataSpec) -> Result<()> {
        let (known, came) = (self.data.classes.len(), data.classes.len());
        if self.conditional && came > known {
            let message = format!("expected the {known} classes that the model is told, got {came}");
            return Err(Error::Dataset(message));
        }
        data.fits(&self.data)
    }

    /// # Errors
    /// [`Error::Field`] naming the first setting that is out of range.
    pub fn validate(&self) -> Result<()> {
        first(self.check())
    }
}
