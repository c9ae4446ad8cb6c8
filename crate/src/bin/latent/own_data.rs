//! A data set of one's own: a file, or all files of a folder.

use std::fs;
use std::path::{Path, PathBuf};

use latent_explorer::data::formats::{File, MAX_BYTES, Why, is_hidden};
use latent_explorer::data::import::{Import, Parted, Parting, Preparation};

use crate::say::say;
use crate::{Failure, files};

/// Pictures read at once.
const AT_ONCE: usize = 1000;
/// Refusals that are printed by name.
const MOST_SAID: usize = 20;

/// Reads it, and says what is left out.
pub fn read(from: &Path, preparation: Preparation, parting: Parting) -> Result<Parted, Failure> {
    let mut import = Import::new(preparation)?;
    let mut left = MAX_BYTES as u64;
    for path in found(from)? {
        let name = name_below(&path, from);
        let size = fs::metadata(&path).map_or(0, |metadata| metadata.len());
        if size > left {
            import.refuse(Why::Bomb { most: MAX_BYTES }.of(&name));
            continue;
        }
        left -= size;
        import.begin(File { path: name, bytes: files::read(&path)? });
        while import.advance(AT_ONCE) {}
    }
    let parted = import.part(parting).map_err(|error| format!("{}: {error}", from.display()))?;
    for refused in parted.refused.iter().take(MOST_SAID) {
        say(&format!("left out {refused}"));
    }
    if parted.refusals > MOST_SAID {
        say(&format!("left out {} more", parted.refusals - MOST_SAID));
    }
    let classes = parted.train.spec().classes.len();
    let inverted = match parted.inverted {
        0 => String::new(),
        all if all == parted.train.len() + parted.test.len() => ", inverted".into(),
        some => format!(", {some} of them inverted"),
    };
    say(&format!(
        "read {} training and {} test pictures of {classes} classes{inverted}",
        parted.train.len(),
        parted.test.len()
    ));
    Ok(parted)
}

/// Whether there is nothing to read.
pub fn is_empty(folder: &Path) -> bool {
    found(folder).is_ok_and(|files| files.is_empty())
}

/// All files below, in the order of their paths; nothing where there is neither file nor folder.
fn found(from: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = vec![];
    let mut waiting = vec![from.to_path_buf()];
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            let entries =
                fs::read_dir(&path).map_err(|error| format!("expected a folder, got {}: {error}", path.display()))?;
            let paths = entries.flatten().filter(|entry| !is_link_to_folder(&entry.path())).map(|entry| entry.path());
            waiting.extend(paths.filter(|path| !is_hidden(&name_below(path, from))));
        } else if path.is_file() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// It could lead round in a circle.
fn is_link_to_folder(path: &Path) -> bool {
    path.is_symlink() && path.is_dir()
}

/// With `/` between its parts, and the chosen folder's own name first.
fn name_below(path: &Path, from: &Path) -> String {
    let below = from.parent().and_then(|parent| path.strip_prefix(parent).ok()).unwrap_or(path);
    let parts: Vec<String> = below.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    parts.join("/")
}
