//! Tables of texts on disk.

use std::path::{Path, PathBuf};

use latent_explorer::data::words::{self, Limits, Parted, Parting, Texts};
use latent_explorer::error::Error;

use crate::Failure;
use crate::data::Data;
use crate::say::say;
use crate::tastes::{file, own};

/// How a table of texts is read.
#[derive(Clone, clap::Args)]
pub struct WordArgs {
    /// The data is a file of texts, plain or .gz: a table with a column of texts and one of classes, or a .txt with a text a line. Each
    /// becomes a bag of words; Chinese ones of every two characters that follow each other.
    #[arg(long)]
    words: bool,
    /// A file of texts to test on.
    #[arg(long, requires = "words")]
    test_texts: Option<PathBuf>,
    /// Texts that have a word, at least: others are no words of the model [default: 5, of fewer than 1,000 texts 2].
    #[arg(long, requires = "words")]
    least_texts: Option<usize>,
    /// Share of the texts that have a word, at most [default: 0.15, of Chinese characters, or fewer than 1,000
    /// texts, 1].
    #[arg(long, requires = "words")]
    most_share: Option<f64>,
    /// Words at most, those that most texts have [default: 2000].
    #[arg(long, requires = "words")]
    most_words: Option<usize>,
}

impl WordArgs {
    pub fn is_meant(&self) -> bool {
        self.words
    }

    /// Texts to train on, and texts held out.
    pub fn read(&self, from: &Path, test_share: f64, seed: u32) -> Result<Data, Failure> {
        let texts = read(from)?;
        let test = self.test_texts.as_deref().map(read).transpose()?;
        let own_limits = Limits::of(texts.kind, texts.texts.len());
        let limits = Limits {
            least_texts: self.least_texts.unwrap_or(own_limits.least_texts),
            most_share: self.most_share.unwrap_or(own_limits.most_share),
            most_terms: self.most_words.unwrap_or(own_limits.most_terms),
        };
        let parted = texts.part(test.as_ref(), Parting { seed, test_share }, limits);
        let Parted { train, test, left_out } = parted.map_err(|why| format!("{}: {why}", from.display()))?;
        say(&format!(
            "read {} texts to train on and {} held out, of {} words and {} classes; {left_out} have no word that counts",
            train.texts.len(),
            test.texts.len(),
            train.data.spec().items.len(),
            train.data.spec().classes.len(),
        ));
        Ok(own(train.data, test.data))
    }
}

fn read(path: &Path) -> Result<Texts, Failure> {
    Ok(words::read(file(path)?).map_err(Error::from)?)
}
