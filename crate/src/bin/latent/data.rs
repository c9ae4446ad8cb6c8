//! The data set's files on disk.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use latent_explorer::data::dataset::Dataset;
use latent_explorer::data::formats::Layout;
use latent_explorer::data::idx;
use latent_explorer::data::import::{Fit, Ink, Parting, Preparation};
use latent_explorer::data::music::{self, Music, music};
use latent_explorer::data::shapes;
use latent_explorer::settings::{DataKind, DataSpec};

use crate::tastes::{TasteArgs, own};
use crate::texts::{self, TextArgs};
use crate::words::WordArgs;
use crate::{Failure, files, own_data};

/// Where the data lies, and what is made of it where it is no MNIST.
#[derive(Clone, clap::Args)]
pub struct DataArgs {
    /// Folder of MNIST's four IDX files, plain or .gz, or of torchvision's MNIST; or a file or folder of one's own: IDX,
    /// pictures (PNG, JPEG, WebP; a class a folder), a zip of them, CSV, .npy, .npz, CIFAR's .bin; or a .txt in
    /// which each line is a text, with a colour as #rrggbb behind a tab or none; or `shapes` or `music`, which are
    /// made: pictures, and listeners of known tastes.
    #[arg(long, env = "MNIST_DIR")]
    data: PathBuf,
    /// Side of one's own pictures as they are trained on: 28 or 32 pixels.
    #[arg(long, default_value_t = 28)]
    side: usize,
    /// One's own pictures in colour, three channels.
    #[arg(long)]
    colour: bool,
    /// How pictures of one's own become squares.
    #[arg(long, value_enum, default_value = "pad")]
    fit: Fit,
    /// Whether what is drawn in one's own pictures is dark.
    #[arg(long, value_enum, default_value = "found")]
    ink: Ink,
    /// Column of a CSV's classes, by name or number from 1 [default: found by itself].
    #[arg(long)]
    label_column: Option<String>,
    /// Side of the tiles of one's own sprite sheets, in pixels.
    #[arg(long)]
    tile: Option<usize>,
    /// Share of one's own pictures that is tested on, where the files do not say, above 0 and below 1.
    #[arg(long, default_value_t = Parting::default().test_share, value_parser = share)]
    test_share: f64,
    /// Seed of that choice.
    #[arg(long, default_value_t = 0)]
    split_seed: u32,
    #[command(flatten)]
    tastes: TasteArgs,
    #[command(flatten)]
    texts: TextArgs,
    #[command(flatten)]
    words: WordArgs,
}

/// A data set's two parts.
pub struct Data {
    pub train: Rc<Dataset>,
    pub test: Dataset,
    /// Whether it is none of MNIST's kind.
    pub is_own: bool,
}

impl DataArgs {
    /// Both parts.
    pub fn read(&self) -> Result<Data, Failure> {
        if self.is_made("shapes") {
            let [train, test] = shapes::shapes(shapes::TRAIN, shapes::TEST, shapes::SEED)?;
            return Ok(own(train, test));
        }
        if self.is_made("music") {
            let Music { train, test, .. } = music(music::TRAIN, music::TEST, music::SEED)?;
            return Ok(own(train, test));
        }
        if self.tastes.is_meant() {
            return self.tastes.read(&self.data, self.test_share, self.split_seed);
        }
        if self.words.is_meant() {
            return self.words.read(&self.data, self.test_share, self.split_seed);
        }
        if texts::are_in(&self.data) {
            return self.texts.read(&self.data, self.test_share, self.split_seed);
        }
        if self.is_mnist() {
            let is_own = self.described()?.is_some();
            return Ok(Data { train: Rc::new(self.split("train")?), test: self.split("t10k")?, is_own });
        }
        let parted = own_data::read(&self.data, self.preparation(), self.parting())?;
        Ok(Data { train: Rc::new(parted.train), test: parted.test, is_own: true })
    }

    /// Those to test on.
    pub fn test(&self) -> Result<Dataset, Failure> {
        if self.is_mnist() { self.split("t10k") } else { Ok(self.read()?.test) }
    }

    /// The test images of another place, prepared alike.
    pub fn test_elsewhere(&self, data: PathBuf) -> Result<Dataset, Failure> {
        Self { data, ..self.clone() }.test()
    }

    fn preparation(&self) -> Preparation {
        let layout = Layout { label_column: self.label_column.clone(), tile: self.tile };
        Preparation { side: self.side, channels: if self.colour { 3 } else { 1 }, fit: self.fit, layout }
    }

    fn parting(&self) -> Parting {
        Parting { seed: self.split_seed, test_share: self.test_share, ink: self.ink }
    }

    /// Data that is made by this name, where there is nothing of it.
    fn is_made(&self, name: &str) -> bool {
        self.data.as_os_str() == name && !self.data.exists()
    }

    /// What the data is, as the page's data sets say beside their files.
    fn described(&self) -> Result<Option<DataSpec>, Failure> {
        let path = self.data.join("manifest.json");
        if !path.is_file() {
            return Ok(None);
        }
        let manifest: Manifest =
            serde_json::from_slice(&files::read(&path)?).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(manifest.data)
    }

    /// A folder with one of MNIST's names, or with none of one's own files: what is missing is told of MNIST then.
    fn is_mnist(&self) -> bool {
        let named = |name: &&str| places(&self.data, name).any(|path| path.exists());
        let is_other =
            self.is_made("shapes") || self.is_made("music") || self.tastes.is_meant() || self.words.is_meant();
        !is_other && !self.data.is_file() && (NAMES.iter().any(named) || own_data::is_empty(&self.data))
    }

    fn split(&self, name: &str) -> Result<Dataset, Failure> {
        let described = self.described()?;
        let kind = described.as_ref().map_or(DataKind::Image, |data| data.kind);
        let file = if kind == DataKind::Items { "rows" } else { "images-idx3-ubyte" };
        let images = self.read_file(&format!("{name}-{file}"))?;
        let labels = self.read_file(&format!("{name}-labels-idx1-ubyte"))?;
        let spec = described.map_or_else(|| spec(&labels), Ok)?;
        Dataset::read(&images, &labels, &spec).map_err(|error| format!("{}: {error}", self.data.display()).into())
    }

    fn read_file(&self, name: &str) -> Result<Vec<u8>, Failure> {
        let Some(path) = places(&self.data, name).find(|path| path.exists()) else {
            let folder = self.data.display();
            return Err(format!("expected {name}, plain or .gz, in {folder} or its MNIST/raw, found none").into());
        };
        files::read(&path)
    }
}

/// What the page's set-up writes beside a data set.
#[derive(serde::Deserialize)]
struct Manifest {
    data: Option<DataSpec>,
}

fn share(text: &str) -> Result<f64, String> {
    let share = text.parse().ok().filter(|share: &f64| *share > 0.0 && *share < 1.0);
    share.ok_or_else(|| "expected a number above 0 and below 1".into())
}

const NAMES: [&str; 4] =
    ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"];

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
