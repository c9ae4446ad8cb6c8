//! Files on disk, read and written; every error names its file.

use std::fs::{self, File, Metadata};
use std::io::{Error, Write};
use std::path::{Path, PathBuf};

use latent_explorer::model::weights::{self, Weights};

use crate::Failure;

pub fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| format!("expected a file to read, got {}: {error}", path.display()).into())
}

pub fn read_weights(path: &Path) -> Result<Weights, Failure> {
    weights::read(&read(path)?).map_err(|error| format!("{}: {error}", path.display()).into())
}

/// Where a result goes. It is written beside what is there and takes its place when it is whole.
pub struct Output {
    path: PathBuf,
    /// Nothing for a device or a pipe, which is written to as it is.
    beside: Option<PathBuf>,
}

impl Output {
    /// Tries beforehand what [`Output::write`] will do: hours of training may lie between.
    pub fn at(path: &Path) -> Result<Self, Failure> {
        let shown = path.display();
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.into());
        let found = fs::metadata(&path).ok();
        if found.as_ref().is_some_and(Metadata::is_dir) {
            return Err(format!("expected a file to write to, got the folder {shown}").into());
        }
        if found.as_ref().is_some_and(|found| found.permissions().readonly()) {
            return Err(format!("expected a file to write to, got {shown}, which may only be read").into());
        }
        if found.is_some_and(|found| !found.is_file()) {
            return Ok(Self { path, beside: None });
        }
        let Some(name) = path.file_name() else {
            return Err(format!("expected a file to write to, got {shown:?}").into());
        };
        let part = format!(".{}.{}.part", name.display(), std::process::id());
        let output = Self { beside: Some(path.with_file_name(part)), path: path.with_file_name(name) };
        output.begin().map_err(|error| output.refused(&error))?;
        output.clear();
        Ok(output)
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// All of it, or what was there stays.
    pub fn write(&self, bytes: &[u8]) -> Result<(), Failure> {
        let written = self.begin().and_then(|file| self.finish(file, bytes));
        written.inspect_err(|_| self.clear()).map_err(|error| self.refused(&error))
    }

    fn begin(&self) -> Result<File, Error> {
        match &self.beside {
            Some(beside) => File::create(beside),
            None => File::options().write(true).open(&self.path),
        }
    }

    fn finish(&self, mut file: File, bytes: &[u8]) -> Result<(), Error> {
        file.write_all(bytes)?;
        let Some(beside) = &self.beside else { return Ok(()) };
        if let Ok(before) = fs::metadata(&self.path) {
            file.set_permissions(before.permissions())?;
        }
        file.sync_all()?;
        fs::rename(beside, &self.path)
    }

    fn clear(&self) {
        let _ = self.beside.as_ref().map(fs::remove_file);
    }

    fn refused(&self, error: &Error) -> Failure {
        format!("expected a file to write to, got {}: {error}", self.path.display()).into()
    }
}
