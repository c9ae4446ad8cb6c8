//! The settings of a training run.

use latent_explorer::config::{ModelConfig, RunConfig, TrainConfig};

#[derive(clap::Args)]
pub struct RunArgs {
    /// Latent dimensions.
    #[arg(long, default_value_t = 2)]
    latent: usize,
    /// Widths of the encoder's hidden layers, as 256,128; the decoder mirrors them.
    #[arg(long, value_delimiter = ',', default_value = "400")]
    hidden: Vec<usize>,
    #[arg(long, default_value_t = 1.0)]
    beta: f64,
    #[arg(long, default_value_t = 1e-3)]
    learning_rate: f64,
    #[arg(long, default_value_t = 128)]
    batch_size: usize,
    #[arg(long, default_value_t = 1)]
    seed: u32,
}

impl RunArgs {
    pub fn config(&self) -> RunConfig {
        RunConfig {
            model: ModelConfig { latent_size: self.latent, hidden_sizes: self.hidden.clone() },
            train: TrainConfig {
                beta: self.beta,
                learning_rate: self.learning_rate,
                batch_size: self.batch_size,
                seed: self.seed,
            },
        }
    }
}
