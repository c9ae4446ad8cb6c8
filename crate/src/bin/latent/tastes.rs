//! Tables of tastes on disk.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use latent_explorer::data::dataset::Dataset;
use latent_explorer::data::formats::File;
use latent_explorer::data::tastes::{self, Reading};
use latent_explorer::error::Error;

use crate::data::Data;
use crate::say::say;
use crate::{Failure, files};

/// How a table of tastes is read.
#[derive(Clone, clap::Args)]
pub struct TasteArgs {
    /// The data is a file of who likes what, plain or .gz: columns of user, item and rating, or a row a person and a column an item.
    #[arg(long)]
    tastes: bool,
    /// A file of the items' numbers and titles.
    #[arg(long, requires = "tastes")]
    titles: Option<PathBuf>,
    /// Least rating of what is liked [default: 1 where none is higher, else 4].
    #[arg(long, requires = "tastes")]
    liked: Option<f64>,
    /// People who like an item, at least: others are left out, as are people who like fewer items than --least-items, until nothing
    /// changes.
    #[arg(long, requires = "tastes", default_value_t = Reading::default().least_people)]
    least_people: usize,
    #[arg(long, requires = "tastes", default_value_t = Reading::default().least_items)]
    least_items: usize,
}

impl TasteArgs {
    pub fn is_meant(&self) -> bool {
        self.tastes
    }

    /// People to train on, and people held out.
    pub fn read(&self, from: &Path, test_share: f64, seed: u32) -> Result<Data, Failure> {
        let reading = Reading { liked: self.liked, least_people: self.least_people, least_items: self.least_items };
        let titles = self.titles.as_deref().map(file).transpose()?;
        let tastes = tastes::read(file(from)?, titles, reading).map_err(Error::from)?;
        let [train, test] = tastes.part(test_share, seed)?;
        say(&format!(
            "read {} people to train on and {} held out, who like {} things of {}",
            train.len(),
            test.len(),
            tastes.people.entries(),
            tastes.items.len()
        ));
        Ok(own(train, test))
    }
}

/// Two parts of data that is none of MNIST's kind.
pub fn own(train: Dataset, test: Dataset) -> Data {
    Data { train: Rc::new(train), test, is_own: true }
}

pub fn file(path: &Path) -> Result<File, Failure> {
    Ok(File { path: path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into(), bytes: files::read(path)? })
}
