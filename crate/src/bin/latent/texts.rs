//! Files of lines on disk.

use std::path::Path;

use latent_explorer::data::formats::File;
use latent_explorer::data::lines::{self, Lines};
use latent_explorer::error::Error;

use crate::data::Data;
use crate::say::say;
use crate::tastes::own;
use crate::{Failure, files};

/// Lines that are left out by name, at most.
const MOST_SAID: usize = 20;

/// How lines are read.
#[derive(Clone, clap::Args)]
pub struct TextArgs {
    /// Characters of a line of one's own, at most: longer ones are left out.
    #[arg(long, default_value_t = Lines::default().longest)]
    longest: usize,
    /// Lines of one's own in small letters alone.
    #[arg(long)]
    lower: bool,
}

/// Whether a file is one of lines, by its name.
pub fn are_in(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    path.is_file() && (name.ends_with(".txt") || name.ends_with(".txt.gz"))
}

impl TextArgs {
    /// Texts to train on, and texts held out.
    pub fn read(&self, from: &Path, test_share: f64, seed: u32) -> Result<Data, Failure> {
        let name = from.file_name().unwrap_or(from.as_os_str()).to_string_lossy().into();
        let file = File { path: name, bytes: files::read(from)? };
        let texts = lines::read(file, Lines { longest: self.longest, lower: self.lower }).map_err(Error::from)?;
        texts.left_out.iter().take(MOST_SAID).for_each(|left_out| say(&format!("left out {left_out}")));
        let more = texts.refusals.saturating_sub(MOST_SAID);
        if more > 0 {
            say(&format!("left out {more} more"));
        }
        let [train, test] = texts.part(test_share, seed)?;
        say(&format!("read {} texts to train on and {} held out: {}", train.len(), test.len(), train.spec().words()));
        Ok(own(train, test))
    }
}
