//! What the tests share: folders of their own, small data sets, and `latent` itself.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use latent_explorer::model::weights::{Precision, Weights, write};
use latent_explorer::settings::ModelConfig;

const PIXELS: usize = 784;
pub const NAMES: [&str; 4] =
    ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"];

/// A folder that goes with the test.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("cli-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    /// With digits of simple shapes, so many of the classes 0 to 9.
    pub fn with_digits(count: usize) -> Self {
        let folder = Self::new();
        let labels: Vec<u8> = (0..count).map(|index| (index % 10) as u8).collect();
        folder.put_digits(&labels, |name| name.into());
        folder
    }

    /// With those that the tests of the page train on (`tests/browser/tiny-data.ts`).
    pub fn with_the_pages_digits() -> Self {
        let folder = Self::new();
        let labels: Vec<u8> = (0..640).map(|index| (index % 10) as u8).collect();
        let bar = |image: &mut [u8], class| {
            image.chunks_mut(28).skip(4 + 2 * class).take(2).for_each(|row| row[5..28 - 5].fill(220));
        };
        let [train, test] = [&labels[..], &labels[..100]].map(|labels| digits(labels, bar));
        for (file, content) in NAMES.iter().zip(train.iter().chain(&test)) {
            fs::write(folder.0.join(file), content).unwrap();
        }
        folder
    }

    /// Training and test digits of these classes, in files of these names.
    pub fn put_digits(&self, labels: &[u8], name: impl Fn(&str) -> String) {
        let shape = |image: &mut [u8], class| image[(2 + 2 * class) * 28 + 5..(4 + 2 * class) * 28 - 5].fill(220);
        for (file, content) in NAMES.iter().zip(digits(labels, shape).iter().cycle()) {
            let path = self.0.join(name(file));
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
        }
    }

    pub fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }

    /// A model's file after a change to its weights.
    pub fn put_model(&self, name: &str, config: ModelConfig, change: impl FnOnce(&mut [Vec<f32>])) -> String {
        let (config, mut tensors) = Weights::fresh(&config, 1).unwrap().into_parts();
        change(&mut tensors);
        let bytes = write(&Weights::new(config, tensors).unwrap(), Precision::Full).unwrap();
        fs::write(self.0.join(name), bytes).unwrap();
        self.path(name)
    }

    /// What lies in it.
    pub fn names(&self) -> Vec<String> {
        let names = fs::read_dir(&self.0).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

pub fn small(latent_size: usize) -> ModelConfig {
    ModelConfig { latent_size, hidden_sizes: vec![8], ..Default::default() }
}

/// Files of images, each painted by its class, and of labels.
fn digits(labels: &[u8], paint: impl Fn(&mut [u8], usize)) -> [Vec<u8>; 2] {
    let mut images = vec![0; labels.len() * PIXELS];
    for (image, label) in images.chunks_mut(PIXELS).zip(labels) {
        paint(image, usize::from(label % 10));
    }
    let count = labels.len() as u32;
    [idx(&[count, 28, 28], &images), idx(&[count], labels)]
}

/// An IDX file of unsigned bytes.
fn idx(sizes: &[u32], bytes: &[u8]) -> Vec<u8> {
    let mut file = vec![0, 0, 8, sizes.len() as u8];
    sizes.iter().for_each(|size| file.extend(size.to_be_bytes()));
    file.extend(bytes);
    file
}

pub fn latent(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_latent"));
    command.args(arguments).env_remove("MNIST_DIR").stdin(Stdio::null());
    command
}

/// One epoch on a folder's digits, with more arguments.
pub fn train<'a>(folder: &'a str, out: &'a str, more: &[&'a str]) -> Command {
    trains(folder, out, "1", more)
}

pub fn trains<'a>(folder: &'a str, out: &'a str, epochs: &'a str, more: &[&'a str]) -> Command {
    latent(&[&["train", "--data", folder, "--out", out, "--batch-size", "10", "--epochs", epochs], more].concat())
}

/// What it said on its way to success.
#[track_caller]
pub fn succeeds(command: &mut Command) -> String {
    let (status, words) = ended(command.output().unwrap());
    assert_eq!(status, Some(0), "{words}");
    words
}

/// What it said of its failure: neither a panic nor an end by a signal.
#[track_caller]
pub fn fails(command: &mut Command) -> String {
    let (status, words) = ended(command.output().unwrap());
    assert_eq!(status, Some(1), "{words}");
    words
}

fn ended(output: Output) -> (Option<i32>, String) {
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[track_caller]
pub fn assert_contains(words: &str, expected: &str) {
    assert!(words.contains(expected), "expected `{expected}` in: {words}");
}
