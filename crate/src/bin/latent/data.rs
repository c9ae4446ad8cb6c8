//! The data set's files on disk.

use std::path::{Path, PathBuf};

use latent_explorer::data::dataset::Dataset;
use latent_explorer::data::idx;
use latent_explorer::settings::DataSpec;

use crate::{Failure, files};

/// Where the four IDX files lie, plain or gzip.
#[derive(clap::Args)]
pub struct DataArgs {
    /// Folder of MNIST's four IDX files, plain or .gz, or of torchvision's MNIST.
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
        let images = self.read(&format!("{name}-images-idx3-ubyte"))?;
        let labels = self.read(&format!("{name}-labels-idx1-ubyte"))?;
        let spec = spec(&labels)?;
        Dataset::read(&images, &labels, &spec).map_err(|error| format!("{}: {error}", self.data.display()).into())
    }

    fn read(&self, name: &str) -> Result<Vec<u8>, Failure> {
        let Some(path) = places(&self.data, name).find(|path| path.exists()) else {
            let folder = self.data.display();
            return Err(format!("expected {name}, plain or .gz, in {folder} or its MNIST/raw, found none").into());
        };
        files::read(&path)
    }
}

/// Where a file may lie: named as at first, with a dot as in other copies, or in the folders that torchvision makes.
fn places(folder: &Path, name: &str) -> impl Iterator<Item = PathBuf> {
    let dotted = name.replace("-idx", ".idx");
    let names = [name, &dotted].map(|name| [name.to_string(), format!("{name}.gz")]).concat();
    let folders = ["", "raw", "MNIST/raw"].map(|inner| folder.join(inner));
    folders.into_iter().flat_map(move |folder| names.clone().into_iter().map(move |name| folder.join(name)))
}

/// MNIST's, with as many classes as the labels need: EMNIST's letters have 26, counted from 1.
fn spec(labels: &[u8]) -> Result<DataSpec, Failure> {
    let spec = DataSpec::default();
    let highest = idx::read(labels, 1, "labels")?.bytes.into_iter().max().map_or(0, usize::from);
    let classes = (0..=highest.max(spec.classes.len() - 1)).map(|class| class.to_string()).collect();
    Ok(DataSpec { classes, ..spec })
}
