//! The settings. A choice stands before its parameters, and before what it proposes a value for.

use super::{Choice, Group, IdleReason, Setting, Slot, SlotOf, Value};
use crate::settings::{
    Corruption, DataView, DecoderKind, Estimator, Likelihood, Normalisation, Optimizer, PriorKind, RATE, RunConfig,
    Schedule,
};

/// Layers whose names and shapes fit a file's header (`model/weights.rs`).
const MAX_LAYERS: usize = 1024;
const MAX_EPOCHS: f64 = 100_000.0;
/// A model of this size leaves memory for one image where it is trained by Adam and saved (`settings/memory.rs`).
pub const MAX_PARAMETERS: u64 = 31_000_000;

/// A learning rate that trains every likelihood: SGD's steps are as large as its gradients, and those of a Gaussian with a
/// variance for each pixel are the largest. Of 9,000 digits, ten times the rate diverges for most seeds within two
/// epochs, and 5e-4 with batches of 32 in the third; 3e-4 did not in eight.
const SGD_RATE: f64 = 2e-4;

/// All settings of a run, in the order in which they are read and shown.
pub static SETTINGS: &[Setting] = &[
    whole("latentSize", "Latent dimensions", 1.0, 512.0, |run| Some(Slot::Whole(&mut run.model.latent_size))).main(),
    choice(
        "network",
        "Whether strided convolutions stand before the encoder's hidden layers",
        &[
            option("dense", |run| run.model.channels = vec![]),
            option("convolutional", |run| run.model.channels = vec![16, 32]),
        ],
        |run| if run.model.channels.is_empty() { "dense" } else { "convolutional" },
    )
    .main()
    .shown_when(has_images),
    wholes(
        "channels",
        "Channels of the convolutions; the decoder mirrors them",
        256.0,
        |run| run.model.data.halvings(),
        |run| {
            Some(Slot::Wholes(&mut run.model.channels))
                .filter(|slot| !matches!(slot, Slot::Wholes(sizes) if sizes.is_empty()))
        },
    )
    .main()
    .part_of("network"),
    wholes(
        "hiddenSizes",
        "Widths of the encoder's hidden layers; the decoder mirrors them",
        4096.0,
        |_| MAX_LAYERS,
        |run| Some(Slot::Wholes(&mut run.model.hidden_sizes)),
    )
    .main()
    .may_be_empty(),
    choice(
        "decoder",
        "What leads from z to items; topics has no hidden layers: a product of experts, softmax(B softmax(z) + b)",
        &[
            option("layers", |run| run.model.decoder = DecoderKind::Layers),
            option("topics", |run| run.model.decoder = DecoderKind::Topics),
        ],
        |run| match run.model.decoder {
            DecoderKind::Layers => "layers",
            DecoderKind::Topics => "topics",
        },
    )
    .main()
    .shown_when(|run| run.model.likelihood == Likelihood::Multinomial),
    choice(
        "shortcuts",
        "What leads past hidden layers as wide as the one before; residual adds what they get to what they give",
        &[option("none", |run| run.model.residual = false), option("residual", |run| run.model.residual = true)],
        |run| if run.model.residual { "residual" } else { "none" },
    )
    .idle_when(no_hidden_layers),
    choice(
        "normalisation",
        "What is done to what hidden layers give, before the ReLU",
        &[
            option("none", |run| run.model.normalisation = Normalisation::None),
            option("layer", |run| run.model.normalisation = Normalisation::Layer),
        ],
        |run| match run.model.normalisation {
            Normalisation::None => "none",
            Normalisation::Layer => "layer",
        },
    )
    .idle_when(no_hidden_layers),
    choice(
        "likelihood",
        "p(x|z)",
        &[
            option("bernoulli", |run| run.model.likelihood = Likelihood::Bernoulli),
            option("gaussianFixed", |run| run.model.likelihood = Likelihood::GaussianFixed { sigma: 0.3 }),
            option("gaussianShared", |run| run.model.likelihood = Likelihood::GaussianShared),
            option("gaussianPixel", |run| run.model.likelihood = Likelihood::GaussianPixel),
        ],
        |run| match run.model.likelihood {
            Likelihood::Bernoulli => "bernoulli",
            Likelihood::GaussianFixed { .. } => "gaussianFixed",
            Likelihood::GaussianShared => "gaussianShared",
            Likelihood::GaussianPixel => "gaussianPixel",
            Likelihood::Multinomial => "multinomial",
            Likelihood::Characters { .. } => "characters",
        },
    )
    .main()
    .shown_when(has_images),
    number("sigma", "Standard deviation of a pixel", 0.01, 10.0, |run| match &mut run.model.likelihood {
        Likelihood::GaussianFixed { sigma } => Some(Slot::Number(sigma)),
        _ => None,
    })
    .main()
    .part_of("likelihood"),
    whole("contextLength", "Characters before that each next one is told from", 1.0, 64.0, |run| {
        match &mut run.model.likelihood {
            Likelihood::Characters { window, .. } => Some(Slot::Whole(window)),
            _ => None,
        }
    })
    .main(),
    whole(
        "contextUnits",
        "Hidden units that each next character is told from; 0 takes the first hidden size",
        0.0,
        4096.0,
        |run| match &mut run.model.likelihood {
            Likelihood::Characters { units, .. } => Some(Slot::Whole(units)),
            _ => None,
        },
    ),
    whole("embedding", "Numbers that a character is embedded in", 1.0, 512.0, |run| match &mut run.model.likelihood {
        Likelihood::Characters { embedding, .. } => Some(Slot::Whole(embedding)),
        _ => None,
    }),
    number(
        "wordDropout",
        "Share of the characters before that the decoder is not shown in training",
        0.0,
        1.0,
        |run| Some(Slot::Number(&mut run.train.word_dropout)).filter(|_| run.model.data.is_text()),
    )
    .main(),
    number("dropout", "Share of the hidden units that are left out for each text in training", 0.0, 0.9, |run| {
        Some(Slot::Number(&mut run.train.dropout)).filter(|_| run.model.data.is_text())
    }),
    choice(
        "dataView",
        "What the model is shown of the grey pixels",
        &[
            option("greyscale", |run| run.model.data_view = DataView::Greyscale),
            option("binarised", |run| run.model.data_view = DataView::Binarised),
            option("thresholded", |run| run.model.data_view = DataView::Thresholded),
        ],
        |run| match run.model.data_view {
            DataView::Greyscale => "greyscale",
            DataView::Binarised => "binarised",
            DataView::Thresholded => "thresholded",
        },
    )
    .main()
    .shown_when(has_images),
    choice(
        "posterior",
        "q(z|x), with a diagonal or a full covariance; none makes a plain autoencoder, without noise and KL",
        &[
            option("gaussian", |run| with_posterior(run, false, false)),
            option("fullCovariance", |run| with_posterior(run, false, true)),
            option("none", |run| with_posterior(run, true, false)),
        ],
        |run| match (run.model.deterministic, run.model.full_covariance) {
            (true, _) => "none",
            (false, true) => "fullCovariance",
            (false, false) => "gaussian",
        },
    ),
    whole(
        "lowerSize",
        "Dimensions of a second layer of latents between z and the image; 0 for none (Sønderby et al. 2016)",
        0.0,
        512.0,
        |run| match run.may_have_lower() || run.model.lower_size > 0 {
            true => Some(Slot::Whole(&mut run.model.lower_size)),
            false => None,
        },
    ),
    choice(
        "prior",
        "p(z): N(0, I), or a mixture of Gaussians that is learnt",
        &[
            option("gaussian", |run| run.model.prior = PriorKind::Gaussian),
            option("mixture", |run| run.model.prior = PriorKind::Mixture { components: 10 }),
        ],
        |run| match run.model.prior {
            PriorKind::Gaussian => "gaussian",
            PriorKind::Mixture { .. } => "mixture",
        },
    )
    .idle_when(|run| run.model.deterministic.then_some(IdleReason::NoPrior)),
    whole("components", "Gaussians of the mixture", 2.0, 500.0, |run| match &mut run.model.prior {
        PriorKind::Mixture { components } => Some(Slot::Whole(components)),
        PriorKind::Gaussian => None,
    })
    .part_of("prior"),
    choice(
        "condition",
        "What encoder and decoder are told beside the image",
        &[option("none", |run| run.model.conditional = false), option("class", |run| run.model.conditional = true)],
        |run| if run.model.conditional { "class" } else { "none" },
    ),
    number("beta", "Weight of the KL term; 1 is the ELBO", 0.0, 1000.0, |run| Some(Slot::Number(&mut run.train.beta)))
        .main()
        .live()
        .idle_when(no_kl),
    choice(
        "optimizer",
        "The rule that turns gradients into steps",
        &[
            option("adam", |run| by_adaptive_steps(run, Optimizer::Adam)),
            option("adamW", |run| by_adaptive_steps(run, Optimizer::AdamW { weight_decay: 0.01 })),
            option("sgd", |run| {
                run.train.optimizer = Optimizer::Sgd { momentum: 0.9 };
                run.train.learning_rate = SGD_RATE;
            }),
            option("rmsProp", |run| by_adaptive_steps(run, Optimizer::RmsProp)),
        ],
        |run| match run.train.optimizer {
            Optimizer::Adam => "adam",
            Optimizer::AdamW { .. } => "adamW",
            Optimizer::Sgd { .. } => "sgd",
            Optimizer::RmsProp => "rmsProp",
        },
    ),
    number("weightDecay", "How far each step draws the weights to 0", 0.0, 1.0, |run| match &mut run.train.optimizer {
        Optimizer::AdamW { weight_decay } => Some(Slot::Number(weight_decay)),
        _ => None,
    })
    .part_of("optimizer"),
    number("momentum", "What each step keeps of the one before", 0.0, 0.999, |run| match &mut run.train.optimizer {
        Optimizer::Sgd { momentum } => Some(Slot::Number(momentum)),
        _ => None,
    })
    .part_of("optimizer"),
    positive("adamEpsilon", "Added to the denominator of Adam's steps", 1.0, |run| match run.train.optimizer {
        Optimizer::Adam | Optimizer::AdamW { .. } => Some(Slot::Number(&mut run.train.adam_epsilon)),
        _ => None,
    })
    .part_of("optimizer"),
    positive("learningRate", "The optimiser's step size", 1.0, |run| Some(Slot::Number(&mut run.train.learning_rate)))
        .main()
        .live(),
    whole("batchSize", "Images in a batch", 1.0, 4096.0, |run| Some(Slot::Whole(&mut run.train.batch_size))).main(),
    whole("seed", "Same seed, same run", 0.0, u32::MAX as f64, |run| Some(Slot::Seed(&mut run.train.seed))).main(),
    whole(
        "samples",
        "Samples of z for each image; more than one is the importance-weighted bound",
        1.0,
        100.0,
        |run| Some(Slot::Whole(&mut run.train.samples)),
    )
    .idle_when(no_samples),
    choice(
        "estimator",
        "How the gradient of the importance-weighted bound is estimated",
        &[
            option("standard", |run| run.train.estimator = Estimator::Standard),
            option("doublyReparameterised", |run| run.train.estimator = Estimator::DoublyReparameterised),
        ],
        |run| match run.train.estimator {
            Estimator::Standard => "standard",
            Estimator::DoublyReparameterised => "doublyReparameterised",
        },
    )
    .idle_when(|run| no_samples(run).or((run.train.samples == 1).then_some(IdleReason::OneSample))),
    number("klWarmUpEpochs", "Epochs over which the KL's weight grows to beta", 0.0, MAX_EPOCHS, |run| {
        Some(Slot::Number(&mut run.train.kl_warm_up_epochs))
    })
    .idle_when(no_kl),
    number("freeBits", "Nats of each latent dimension that cost nothing", 0.0, 100.0, |run| {
        Some(Slot::Number(&mut run.train.free_bits))
    })
    .idle_when(|run| {
        let is_of_all = run.train.samples > 1 || !run.model.splits_kl();
        no_kl(run).or(is_of_all.then_some(IdleReason::NoFreeBits))
    }),
    choice(
        "corruption",
        "What is done to the images that go in: the model learns to undo it",
        &[
            option("none", |run| run.train.corruption = Corruption::None),
            option("noise", |run| run.train.corruption = Corruption::Noise { sigma: 0.4 }),
            option("mask", |run| run.train.corruption = Corruption::Mask { share: 0.25 }),
        ],
        |run| match run.train.corruption {
            Corruption::None => "none",
            Corruption::Noise { .. } => "noise",
            Corruption::Mask { .. } => "mask",
        },
    ),
    positive("noise", "Standard deviation of the noise that is added", 10.0, |run| match &mut run.train.corruption {
        Corruption::Noise { sigma } => Some(Slot::Number(sigma)),
        _ => None,
    })
    .part_of("corruption"),
    number("share", "Share of the pixels that are blackened", 0.0, 1.0, |run| match &mut run.train.corruption {
        Corruption::Mask { share } => Some(Slot::Number(share)),
        _ => None,
    })
    .part_of("corruption"),
    choice(
        "schedule",
        "How the learning rate changes",
        &[
            option("constant", |run| run.train.schedule = Schedule::Constant),
            option("cosine", |run| run.train.schedule = Schedule::Cosine { epochs: 20 }),
        ],
        |run| match run.train.schedule {
            Schedule::Constant => "constant",
            Schedule::Cosine { .. } => "cosine",
        },
    ),
    whole("epochs", "Epochs over which the learning rate falls to 0", 1.0, MAX_EPOCHS, |run| {
        match &mut run.train.schedule {
            Schedule::Cosine { epochs } => Some(Slot::Whole(epochs)),
            Schedule::Constant => None,
        }
    })
    .part_of("schedule")
    .with_flag("schedule-epochs"),
    whole("warmUpSteps", "Steps over which the learning rate grows from 0", 0.0, 1e6, |run| {
        Some(Slot::Whole(&mut run.train.warm_up_steps))
    }),
    number("clipNorm", "Norm that each tensor's gradient is cut down to; 0 leaves it", 0.0, 1e6, |run| {
        Some(Slot::Number(&mut run.train.clip_norm))
    }),
    whole(
        "patience",
        "Hold one in twelve images out, and stop after so many epochs without a better ELBO on them; 0 never stops",
        0.0,
        MAX_EPOCHS,
        |run| Some(Slot::Whole(&mut run.train.patience)),
    ),
];

fn by_adaptive_steps(run: &mut RunConfig, optimizer: Optimizer) {
    run.train.optimizer = optimizer;
    run.train.learning_rate = RATE;
}

fn with_posterior(run: &mut RunConfig, deterministic: bool, full_covariance: bool) {
    (run.model.deterministic, run.model.full_covariance) = (deterministic, full_covariance);
}

fn no_kl(run: &RunConfig) -> Option<IdleReason> {
    run.model.deterministic.then_some(IdleReason::NoKl)
}

fn has_images(run: &RunConfig) -> bool {
    run.model.data.is_image()
}

fn no_hidden_layers(run: &RunConfig) -> Option<IdleReason> {
    run.model.hidden_sizes.is_empty().then_some(IdleReason::NoHiddenLayers)
}

fn no_samples(run: &RunConfig) -> Option<IdleReason> {
    run.model.deterministic.then_some(IdleReason::NoSamples)
}

const fn option(name: &'static str, set: fn(&mut RunConfig)) -> Choice {
    Choice { name, set }
}

const fn choice(
    name: &'static str,
    help: &'static str,
    options: &'static [Choice],
    chosen: fn(&RunConfig) -> &'static str,
) -> Setting {
    entry(name, help, Value::Choice { options, chosen })
}

const fn whole(name: &'static str, help: &'static str, low: f64, high: f64, slot: SlotOf) -> Setting {
    entry(name, help, Value::Whole { low, high, slot })
}

const fn wholes(
    name: &'static str,
    help: &'static str,
    high: f64,
    most: fn(&RunConfig) -> usize,
    slot: SlotOf,
) -> Setting {
    entry(name, help, Value::Wholes { high, most, may_be_empty: false, slot })
}

const fn number(name: &'static str, help: &'static str, low: f64, high: f64, slot: SlotOf) -> Setting {
    entry(name, help, Value::Number { low, high, slot })
}

const fn positive(name: &'static str, help: &'static str, high: f64, slot: SlotOf) -> Setting {
    entry(name, help, Value::Positive { high, slot })
}

const fn entry(name: &'static str, help: &'static str, value: Value) -> Setting {
    let group = Group::Advanced;
    Setting { name, help, group, value, live: false, part_of: None, flag: None, shown: |_| true, idle: |_| None }
}

impl Setting {
    const fn main(self) -> Self {
        Self { group: Group::Main, ..self }
    }

    const fn live(self) -> Self {
        Self { live: true, ..self }
    }

    const fn part_of(self, choice: &'static str) -> Self {
        Self { part_of: Some(choice), ..self }
    }

    const fn with_flag(self, flag: &'static str) -> Self {
        Self { flag: Some(flag), ..self }
    }

    const fn shown_when(self, shown: fn(&RunConfig) -> bool) -> Self {
        Self { shown, ..self }
    }

    const fn idle_when(self, idle: fn(&RunConfig) -> Option<IdleReason>) -> Self {
        Self { idle, ..self }
    }

    const fn may_be_empty(self) -> Self {
        match self.value {
            Value::Wholes { high, most, slot, .. } => {
                Self { value: Value::Wholes { high, most, may_be_empty: true, slot }, ..self }
            }
            _ => self,
        }
    }
}
