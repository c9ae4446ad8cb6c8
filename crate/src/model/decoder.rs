//! From latent points to distributions over images.

use burn::module::{Module, Param};
use burn::nn::Linear;
use burn::nn::conv::ConvTranspose2d;
use burn::tensor::Tensor;
use burn::tensor::activation::{relu, softmax, softplus};

use super::Characters;
use super::vae::{Hidden, through, told};
use crate::settings::{DecoderKind, Likelihood};

/// z `[N, Z]` to the parameters of p(x|z).
#[derive(Module, Debug)]
pub struct Decoder {
    pub(super) hidden: Vec<Hidden>,
    /// To the logits, or to what the convolutions begin with.
    pub(super) last: Linear,
    pub(super) convolutions: Vec<ConvTranspose2d>,
    /// The variance that all pixels share, before its bound, `[1]`.
    pub(super) shared: Option<Param<Tensor<1>>>,
    /// Channels, height and width of what the convolutions begin with.
    pub(super) features: [usize; 3],
    /// Of texts.
    pub characters: Option<Characters>,
    #[module(skip)]
    pub(super) kind: DecoderKind,
    #[module(skip)]
    pub(super) likelihood: Likelihood,
}

/// The parameters of p(x|z).
#[derive(Debug, Clone)]
pub struct Decoded {
    /// `[N, 784]`, or what stands for the characters of texts and the logits of their colours; their sigmoid is the pixels' mean, or their softmax the items' probabilities.
    pub logits: Tensor<2>,
    /// A Gaussian's, `[N, 784]` or `[1, 1]` for all; none for the others.
    pub log_var: Option<Tensor<2>>,
    /// Whether it is of items.
    pub is_multinomial: bool,
    /// What tells the characters of texts from the logits, which are then what is decoded for them.
    pub characters: Option<Characters>,
}

impl Decoder {
    /// z `[N, Z]`, with the class `[N, 10]` where the model is conditional.
    pub fn forward(&self, z: Tensor<2>, condition: Option<Tensor<2>>) -> Decoded {
        let features = match self.kind {
            DecoderKind::Layers => z,
            DecoderKind::Topics => {
                let topics = z.dims()[1] as f64;
                softmax(z, 1) * topics
            }
        };
        let output = self.images(self.last.forward(through(&self.hidden, told(features, condition))));
        let [n, columns] = output.dims();
        let half = columns / 2;
        let device = output.device();
        let is_multinomial = self.likelihood == Likelihood::Multinomial;
        let characters = self.characters.clone();
        match self.likelihood {
            Likelihood::Bernoulli | Likelihood::Multinomial | Likelihood::Characters { .. } => {
                Decoded { logits: output, log_var: None, is_multinomial, characters }
            }
            Likelihood::GaussianFixed { sigma } => {
                let log_var = Tensor::full([1, 1], 2.0 * sigma.ln(), &device);
                Decoded { logits: output, log_var: Some(log_var), is_multinomial, characters }
            }
            Likelihood::GaussianShared => {
                let raw = self.shared.as_ref().map(|shared| shared.val().reshape([1, 1]));
                Decoded { logits: output, log_var: raw.map(bounded), is_multinomial, characters }
            }
            Likelihood::GaussianPixel => Decoded {
                logits: output.clone().slice([0..n, 0..half]),
                log_var: Some(bounded(output.slice([0..n, half..2 * half]))),
                is_multinomial,
                characters,
            },
        }
    }

    /// Dense output as it is; what the convolutions begin with through them, ReLU before each.
    fn images(&self, output: Tensor<2>) -> Tensor<2> {
        if self.convolutions.is_empty() {
            return output;
        }
        let [channels, height, width] = self.features;
        let n = output.dims()[0];
        let images = output.reshape([n, channels, height, width]);
        self.convolutions.iter().fold(images, |x, layer| layer.forward(relu(x))).flatten(1, 3)
    }
}

/// A variance above [`Likelihood::MIN_SIGMA`]^2, smoothly: its logarithm is floor + softplus(raw - floor).
fn bounded(raw: Tensor<2>) -> Tensor<2> {
    let floor = 2.0 * Likelihood::MIN_SIGMA.ln();
    softplus(raw - floor, 1.0) + floor
}
