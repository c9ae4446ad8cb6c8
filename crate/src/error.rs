//! The one error type: every message says what was expected, what came and what to do.

/// What can go wrong in the core.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Error {
    /// A setting is out of its range; `field` is its name as the page and the command line show it.
    #[error("{field}: {message}")]
    Field { field: String, message: String },
    /// A data set file is not what it should be.
    #[error("data set: {0}")]
    Dataset(String),
    /// A weights file is not what it should be.
    #[error("weights: {0}")]
    Weights(String),
    /// The loss is no longer a number.
    #[error("training diverged: the loss is no longer a number; start again with a smaller learning rate or beta")]
    Diverged,
    /// An argument has the wrong shape or range.
    #[error("{0}")]
    Argument(String),
    /// Points of another latent size than the model's.
    #[error("expected {expected} latent coordinates, got {got}")]
    LatentSize { expected: usize, got: usize },
    /// The device could not be opened, or failed at work.
    #[error("device: {0}")]
    Device(String),
}

#[cfg(feature = "graph")]
impl From<burn::tensor::ExecutionError> for Error {
    fn from(error: burn::tensor::ExecutionError) -> Self {
        Error::Device(error.to_string())
    }
}

/// The core's results.
pub type Result<T> = std::result::Result<T, Error>;
