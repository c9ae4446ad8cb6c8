//! How a model is trained.

use serde::{Deserialize, Serialize};

/// The learning rate of optimisers whose steps do not grow with the gradients.
pub const RATE: f64 = 2e-3;

/// The epsilon of Adam's paper (Kingma and Ba 2015).
pub const ADAM_EPSILON: f64 = 1e-8;

/// How a model is trained.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TrainConfig {
    /// Weight of the KL term (Higgins et al. 2017); 1 is the ELBO.
    pub beta: f64,
    /// Epochs over which the KL's weight grows from 0 to beta (Bowman et al. 2016); 0 is at once.
    pub kl_warm_up_epochs: f64,
    /// Nats of each latent dimension that cost nothing (Kingma et al. 2016, batch mean); 0 is none.
    pub free_bits: f64,
    /// k, samples of z for each image: 1 is the ELBO, more is the importance-weighted bound (Burda et al. 2016).
    pub samples: usize,
    /// How the importance-weighted bound's gradient is estimated; the standard one where a file does not say.
    #[serde(default)]
    pub estimator: Estimator,
    /// What is done to the input, not to the target: a denoising VAE.
    pub corruption: Corruption,
    /// Share of the characters before that the decoder is not shown (Bowman et al. 2016, section 3.1); none where a file does not say.
    #[serde(default)]
    pub word_dropout: f64,
    /// Share of the hidden units of the likelihood of texts that are left out, others for each text (Gal and Ghahramani 2016); none where
    /// a file does not say.
    #[serde(default)]
    pub dropout: f64,
    pub optimizer: Optimizer,
    /// What Adam and AdamW add to the denominator of their steps.
    pub adam_epsilon: f64,
    /// The optimiser's step size.
    pub learning_rate: f64,
    pub schedule: Schedule,
    /// Steps over which the learning rate grows from 0; 0 is at once.
    pub warm_up_steps: usize,
    /// The norm that each tensor's gradient is cut down to; 0 leaves gradients as they are.
    pub clip_norm: f64,
    /// Epochs without a better ELBO on the samples held out, after which training stops; 0 never stops.
    pub patience: usize,
    /// Images in a batch.
    pub batch_size: usize,
    /// Same seed, same run.
    pub seed: u32,
}

/// How the gradient of the importance-weighted bound is estimated from samples of z; neither is biased.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum Estimator {
    /// The bound's own (Burda et al. 2016, eq. 13).
    #[default]
    Standard,
    /// The encoder's through z alone, twice weighted, so that it does not drown with more samples (Tucker et al. 2019, eq. 8).
    DoublyReparameterised,
}

/// What is done to the images that go in.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "camelCase", deny_unknown_fields)]
pub enum Corruption {
    None,
    /// Adds N(0, sigma^2), then cuts to [0, 1].
    Noise {
        sigma: f64,
    },
    /// Blackens a share of the pixels (Vincent et al. 2008).
    Mask {
        share: f64,
    },
}

/// The rule that turns gradients into steps.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "camelCase", deny_unknown_fields)]
pub enum Optimizer {
    Adam,
    #[serde(rename_all = "camelCase")]
    AdamW {
        weight_decay: f64,
    },
    Sgd {
        momentum: f64,
    },
    RmsProp,
}

impl Optimizer {
    /// Numbers that it gathers of each weight.
    pub fn moments(self) -> usize {
        match self {
            Self::Adam | Self::AdamW { .. } => 2,
            Self::Sgd { .. } | Self::RmsProp => 1,
        }
    }
}

/// How the learning rate changes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "camelCase", deny_unknown_fields)]
pub enum Schedule {
    Constant,
    /// Half a cosine from the learning rate down to 0 over this many epochs (Loshchilov and Hutter 2017).
    Cosine {
        epochs: usize,
    },
}

/// What brings a 2-D model to a greyscale test loss of 150 nats in the fewest images, of what was tried (README,
/// "Figures").
impl Default for TrainConfig {
    fn default() -> Self {
        Self {
            beta: 1.0,
            kl_warm_up_epochs: 0.0,
            free_bits: 0.0,
            samples: 1,
            estimator: Estimator::Standard,
            corruption: Corruption::None,
            word_dropout: 0.0,
            dropout: 0.0,
            optimizer: Optimizer::Adam,
            adam_epsilon: ADAM_EPSILON,
            learning_rate: RATE,
            schedule: Schedule::Constant,
            warm_up_steps: 200,
            clip_norm: 0.0,
            patience: 0,
            batch_size: 64,
            seed: 1,
        }
    }
}
