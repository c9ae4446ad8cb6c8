//! What a model and a training run are made of, validated before anything is built.

mod advice;
mod data;
pub mod form;
pub mod kinds;
pub mod layers;
pub mod memory;
mod model;
mod refusal;
pub mod schema;
mod texts;
mod train;
mod tune;

use serde::{Deserialize, Serialize};

pub use advice::{Advice, Advised};
pub use data::{COLOUR, DataKind, DataSpec, MAX_ITEMS, MAX_LENGTH, TermKind};
pub(crate) use model::is_zero;
pub use model::{DataView, DecoderKind, Likelihood, ModelConfig, Normalisation, PriorKind};
use refusal::first;
pub use refusal::{Came, Expected, Refusal};
pub use texts::Colour;
pub use train::{ADAM_EPSILON, Corruption, Estimator, Optimizer, RATE, Schedule, TrainConfig};
pub use tune::Tuned;

use crate::error::Result;

/// A model and how to train it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RunConfig {
    pub model: ModelConfig,
    pub train: TrainConfig,
}

impl RunConfig {
    /// Everything that is wrong with it; empty when valid.
    pub fn check(&self) -> Vec<Refusal> {
        let Self { model, train } = self;
        let mut refusals = [model.data.check(), schema::check(self)].concat();
        if refusals.is_empty() {
            refusals.extend(model.check_size());
        }
        refusals.extend(self.check_kind());
        let mut refuse = |setting, expected, came| refusals.push(Refusal::of_number(setting, expected, came));
        if (train.samples > 1 || !model.splits_kl()) && train.free_bits > 0.0 {
            refuse("freeBits", Expected::NoFreeBits, train.free_bits);
        }
        if train.samples > 1 && model.deterministic {
            refuse("samples", Expected::OneSample, train.samples as f64);
        }
        if model.lower_size > 0 && !self.may_have_lower() {
            refuse("lowerSize", Expected::NoLower, model.lower_size as f64);
        }
        if model.components() > 0 && model.deterministic {
            let expected = Expected::OneOf { options: vec!["gaussian".into()] };
            refusals.push(Refusal { field: "prior".into(), expected, came: Came::Text("mixture".into()) });
        }
        if model.full_covariance && model.deterministic {
            let expected = Expected::OneOf { options: vec!["gaussian".into(), "none".into()] };
            refusals.push(Refusal { field: "posterior".into(), expected, came: Came::Text("fullCovariance".into()) });
        }
        if refusals.is_empty() {
            refusals.extend(memory::check(self));
        }
        refusals
    }

    /// Whether there may be a second layer of latents: that of images, under a posterior with a diagonal covariance.
    pub(super) fn may_have_lower(&self) -> bool {
        let Self { model, train } = self;
        model.data.is_image()
            && !model.deterministic
            && !model.full_covariance
            && train.estimator == Estimator::Standard
    }

    /// What is not for this kind of data.
    fn check_kind(&self) -> Vec<Refusal> {
        let Self { model, train } = self;
        let is_multinomial = model.likelihood == Likelihood::Multinomial;
        let is_of_texts = matches!(model.likelihood, Likelihood::Characters { .. });
        let is_damaged = matches!(train.corruption, Corruption::Noise { .. });
        let of_kind: [(&str, bool, &[&str]); 3] = match model.data.kind {
            DataKind::Image => {
                let likelihoods = &["bernoulli", "gaussianFixed", "gaussianShared", "gaussianPixel"];
                [
                    ("likelihood", !is_multinomial && !is_of_texts, likelihoods),
                    ("dataView", true, &[]),
                    ("corruption", true, &[]),
                ]
            }
            DataKind::Items => [
                ("likelihood", is_multinomial, &["multinomial"]),
                ("dataView", model.data_view == DataView::Greyscale, &["greyscale"]),
                ("corruption", !is_damaged, &["none", "mask"]),
            ],
            DataKind::Text => [
                ("likelihood", is_of_texts, &["characters"]),
                ("dataView", model.data_view == DataView::Greyscale, &["greyscale"]),
                ("corruption", !is_damaged, &["none", "mask"]),
            ],
        };
        let has_layers = model.decoder == DecoderKind::Layers;
        let decoder: (&str, bool, &[&str]) = ("decoder", has_layers || model.data.kind == DataKind::Items, &["layers"]);
        let wrong = of_kind.into_iter().chain([decoder]).filter(|(_, fits, _)| !fits);
        let refuse = |(name, _, options): (&str, bool, &[&str])| Refusal {
            field: name.into(),
            expected: Expected::OneOf { options: options.iter().map(|&option| option.into()).collect() },
            came: Came::Text(schema::setting(name).map_or_else(String::new, |setting| setting.write(self))),
        };
        wrong.map(refuse).collect()
    }

    /// # Errors
    /// [`crate::error::Error::Field`] naming the first setting that is out of range.
    pub fn validate(&self) -> Result<()> {
        first(self.check())
    }

    /// Whether the GPU build trains it: as long as its buffers are such as every WebGPU device has.
    pub fn trains_on_gpu(&self) -> bool {
        memory::fits_gpu(self)
    }
}
