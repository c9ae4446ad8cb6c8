//! The data set's files on disk.

use std::path::{Path, PathBuf};

use latent_explorer::data::dataset::Dataset;
use latent_explorer::settings::DataSpec;

use crate::Failure;

/// Where the four IDX files lie, plain or gzip.
#[derive(clap::Args)]
pub struct DataArgs {
    /// Folder of MNIST's four IDX files, plain or .gz.
    #[arg(long, env = "MNIST_DIR")]
    data: PathBuf,
}

impl DataArgs {
    /// The 60,000 digits to train on.
    pub fn train(&self) -> Result<Dataset, Failure> {
        self.split("train")
    }

    /// The 10,000 digits to test on.
    pub fn test(&self) -> Result<Dataset, Failure> {
        self.split("t10k")
    }

    fn split(&self, name: &str) -> Result<Dataset, Failure> {
        let images = read(&self.data, &format!("{name}-images-idx3-ubyte"))?;
        let labels = read(&self.data, &format!("{name}-labels-idx1-ubyte"))?;
        Ok(Dataset::read(&images, &labels, &DataSpec::default())?)
    }
}

fn read(folder: &Path, name: &str) -> Result<Vec<u8>, Failure> {
    let plain = folder.join(name);
    let path = if plain.exists() { plain } else { folder.join(format!("{name}.gz")) };
    std::fs::read(&path)
        .map_err(|error| format!("expected {name} or {name}.gz in {}: {error}", folder.display()).into())
}
