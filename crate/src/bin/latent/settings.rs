//! A run's settings as options.

use latent_explorer::settings::{
    Corruption, DataView, Likelihood, ModelConfig, Optimizer, RunConfig, Schedule, TrainConfig,
};

/// What the model is, and how it is trained.
#[derive(clap::Args)]
pub struct Settings {
    /// Latent dimensions.
    #[arg(long, default_value_t = ModelConfig::default().latent_size)]
    latent: usize,
    /// Widths of the encoder's hidden layers, as 256,128; the decoder mirrors them.
    #[arg(long, value_delimiter = ',', default_values_t = ModelConfig::default().hidden_sizes)]
    hidden: Vec<usize>,
    /// Channels of up to two strided convolutions before the hidden layers, as 32,64; none by default.
    #[arg(long, value_delimiter = ',')]
    channels: Vec<usize>,
    #[arg(long, value_enum, default_value = "bernoulli")]
    likelihood: LikelihoodName,
    /// Standard deviation of `--likelihood gaussian-fixed`.
    #[arg(long, default_value_t = 0.1)]
    sigma: f64,
    /// A plain autoencoder: no noise, no KL.
    #[arg(long)]
    deterministic: bool,
    /// Tell encoder and decoder the digit's class.
    #[arg(long)]
    conditional: bool,
    /// What the model is shown of the grey pixels.
    #[arg(long, value_enum, default_value = "greyscale")]
    data_view: DataView,
    #[arg(long, default_value_t = 1.0)]
    beta: f64,
    /// Epochs over which the KL's weight grows to beta.
    #[arg(long, default_value_t = 0.0)]
    kl_warm_up_epochs: f64,
    /// Nats of each latent dimension that cost nothing.
    #[arg(long, default_value_t = 0.0)]
    free_bits: f64,
    /// Samples of z for each image: more than one is the importance-weighted bound.
    #[arg(long, default_value_t = 1)]
    samples: usize,
    /// Denoise: standard deviation of the noise added to the input.
    #[arg(long, conflicts_with = "mask")]
    noise: Option<f64>,
    /// Denoise: share of the input's pixels that are blackened.
    #[arg(long)]
    mask: Option<f64>,
    #[arg(long, value_enum, default_value = "adam")]
    optimizer: OptimizerName,
    #[arg(long, default_value_t = 0.01)]
    weight_decay: f64,
    #[arg(long, default_value_t = 0.9)]
    momentum: f64,
    #[arg(long, default_value_t = TrainConfig::default().learning_rate)]
    learning_rate: f64,
    /// Lower the learning rate to 0 by half a cosine over all epochs.
    #[arg(long)]
    cosine: bool,
    /// Steps over which the learning rate grows from 0.
    #[arg(long, default_value_t = TrainConfig::default().warm_up_steps)]
    warm_up_steps: usize,
    /// Norm that each tensor's gradient is cut down to; 0 leaves it.
    #[arg(long, default_value_t = 0.0)]
    clip_norm: f64,
    /// Hold one in twelve digits out, keep the weights that do best on them, and stop after so many epochs without a better
    /// ELBO; 0 trains on all digits and keeps the last.
    #[arg(long, default_value_t = 0)]
    patience: usize,
    #[arg(long, default_value_t = TrainConfig::default().batch_size)]
    batch_size: usize,
    #[arg(long, default_value_t = 1)]
    seed: u32,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum LikelihoodName {
    Bernoulli,
    GaussianFixed,
    GaussianShared,
    GaussianPixel,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum OptimizerName {
    Adam,
    AdamW,
    Sgd,
    RmsProp,
}

impl Settings {
    /// The settings of a run of so many epochs.
    pub fn run(&self, epochs: usize) -> RunConfig {
        RunConfig { model: self.model(), train: self.train(epochs) }
    }

    fn model(&self) -> ModelConfig {
        ModelConfig {
            latent_size: self.latent,
            hidden_sizes: self.hidden.clone(),
            channels: self.channels.clone(),
            likelihood: match self.likelihood {
                LikelihoodName::Bernoulli => Likelihood::Bernoulli,
                LikelihoodName::GaussianFixed => Likelihood::GaussianFixed { sigma: self.sigma },
                LikelihoodName::GaussianShared => Likelihood::GaussianShared,
                LikelihoodName::GaussianPixel => Likelihood::GaussianPixel,
            },
            deterministic: self.deterministic,
            conditional: self.conditional,
            data_view: self.data_view,
        }
    }

    fn train(&self, epochs: usize) -> TrainConfig {
        TrainConfig {
            beta: self.beta,
            kl_warm_up_epochs: self.kl_warm_up_epochs,
            free_bits: self.free_bits,
            samples: self.samples,
            corruption: match (self.noise, self.mask) {
                (Some(sigma), _) => Corruption::Noise { sigma },
                (None, Some(share)) => Corruption::Mask { share },
                (None, None) => Corruption::None,
            },
            optimizer: match self.optimizer {
                OptimizerName::Adam => Optimizer::Adam,
                OptimizerName::AdamW => Optimizer::AdamW { weight_decay: self.weight_decay },
                OptimizerName::Sgd => Optimizer::Sgd { momentum: self.momentum },
                OptimizerName::RmsProp => Optimizer::RmsProp,
            },
            learning_rate: self.learning_rate,
            schedule: if self.cosine { Schedule::Cosine { epochs } } else { Schedule::Constant },
            warm_up_steps: self.warm_up_steps,
            clip_norm: self.clip_norm,
            patience: self.patience,
            batch_size: self.batch_size,
            seed: self.seed,
        }
    }
}
