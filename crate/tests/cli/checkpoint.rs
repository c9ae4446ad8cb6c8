//! A run that is broken off goes on where it was.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use latent_explorer::model::weights;
use latent_explorer::training::checkpoint::{self, Checkpoint};
use latent_explorer::training::engines::OptimizerState;

use crate::support::{Folder, assert_contains, fails, small, succeeds, train, trains};

const HIDDEN: [&str; 2] = ["--hidden-sizes", "8"];

fn at(path: &str) -> Checkpoint {
    checkpoint::read(&fs::read(path).unwrap()).unwrap()
}

/// The figures of each epoch, by its name.
fn epochs(words: &str) -> Vec<&str> {
    words.lines().filter(|line| line.starts_with("epoch")).collect()
}

#[track_caller]
fn assert_same_model(path: &str, other: &str) {
    let [one, other] = [path, other].map(|path| weights::read(&fs::read(path).unwrap()).unwrap());
    assert_close(one.tensors(), other.tensors());
}

#[track_caller]
fn assert_close(tensors: &[Vec<f32>], expected: &[Vec<f32>]) {
    assert_eq!(tensors.len(), expected.len());
    for (tensor, expected) in tensors.iter().zip(expected) {
        for (value, expected) in tensor.iter().zip(expected) {
            assert!((value - expected).abs() < 1e-4, "{value} for {expected}");
        }
    }
}

#[test]
fn a_run_goes_on_to_more_epochs_as_if_it_had_not_ended() {
    let folder = Folder::with_digits(100);
    let [data, out, unbroken, kept] = ["", "out", "unbroken", "kept"].map(|name| folder.path(name));
    let more = [&HIDDEN[..], &["--checkpoint", &kept]].concat();
    let whole = succeeds(&mut trains(&data, &unbroken, "4", &HIDDEN));
    let first = succeeds(&mut trains(&data, &out, "2", &more));
    assert_eq!(at(&kept).position.steps, 20);
    let rest = succeeds(&mut trains(&data, &out, "4", &more));
    assert_contains(&rest, &format!("goes on from step 20 of {kept}"));
    assert_eq!([epochs(&first), epochs(&rest)].concat(), epochs(&whole));
    assert_same_model(&out, &unbroken);
    // There is nothing left to train: its model is written again.
    fs::remove_file(&out).unwrap();
    assert!(epochs(&succeeds(&mut trains(&data, &out, "4", &more))).is_empty());
    assert_same_model(&out, &unbroken);
}

#[test]
fn a_run_that_the_page_saved_goes_on_as_one_of_the_command_line() {
    /// Six steps of 64. Made anew by a test of the page's, `tests/browser/command-line.spec.ts`, with `--update-snapshots`.
    const SAVED: &[u8] = include_bytes!("../fixtures/page-run.safetensors");
    let folder = Folder::with_the_pages_digits();
    let [data, out, unbroken, kept, own] = ["", "out", "unbroken", "kept", "own"].map(|name| folder.path(name));
    fs::write(&kept, SAVED).unwrap();
    let rest = succeeds(&mut trains(&data, &out, "2", &["--checkpoint", &kept]));
    assert_contains(&rest, &format!("goes on from step 6 of {kept}"));
    let settings = ["--hidden-sizes", "2", "--seed", "3", "--checkpoint", &own];
    let whole = succeeds(&mut trains(&data, &unbroken, "2", &settings));
    let losses = |words: &str| -> Vec<f64> {
        let figures = epochs(words).into_iter().map(|line| line.split_once("test ELBO ").unwrap().1);
        figures.map(|line| line.split(' ').next().unwrap().parse().unwrap()).collect()
    };
    let [ours, theirs] = [&rest, &whole].map(|words| losses(words));
    assert_eq!((ours.len(), theirs.len()), (2, 2), "{rest}");
    assert!(ours.iter().zip(&theirs).all(|(our, their)| (our - their).abs() < 0.02), "{ours:?} for {theirs:?}");
    assert_same_model(&out, &unbroken);
    let [ours, theirs] = [&kept, &own].map(|path| at(path));
    assert_eq!((ours.position, ours.config), (theirs.position, theirs.config));
    let (OptimizerState::Moments(ours), OptimizerState::Moments(theirs)) = (ours.optimizer, theirs.optimizer) else {
        panic!("expected both runs to have kept their moments");
    };
    assert_eq!(ours.len(), 2);
    ours.iter().zip(&theirs).for_each(|(ours, theirs)| assert_close(ours, theirs));
}

#[test]
fn an_interrupted_run_goes_on_from_the_step_at_which_it_was() {
    let folder = Folder::with_digits(200);
    let [data, out, unbroken, kept] = ["", "out", "unbroken", "kept"].map(|name| folder.path(name));
    let more = [&HIDDEN[..], &["--checkpoint", &kept]].concat();
    let mut run = trains(&data, &out, "4000000000", &more).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(run.stderr.take().unwrap()).lines().map(Result::unwrap);
    assert_contains(&lines.next().unwrap(), "epoch 1: train ELBO");
    assert!(Command::new("kill").args(["-INT", &run.id().to_string()]).status().unwrap().success());
    let words = lines.collect::<Vec<_>>().join("\n");
    assert_eq!(run.wait().unwrap().code(), Some(130), "{words}");
    let steps = at(&kept).position.steps;
    assert_contains(&words, &format!("wrote {kept} at step {steps}: the same command goes on"));
    let epochs = (steps / 20 + 2).to_string();
    succeeds(&mut trains(&data, &out, &epochs, &more));
    succeeds(&mut trains(&data, &unbroken, &epochs, &HIDDEN));
    assert_same_model(&out, &unbroken);
}

#[test]
fn what_applies_at_once_may_change_in_a_run_that_goes_on_and_the_rest_is_refused() {
    let folder = Folder::with_digits(20);
    let [data, out, kept] = ["", "out", "kept"].map(|name| folder.path(name));
    succeeds(&mut train(&data, &out, &[&HIDDEN[..], &["--checkpoint", &kept]].concat()));
    let go_on = |more: &[&str]| trains(&data, &out, "2", &[&["--checkpoint", &kept], more].concat());
    let words = fails(&mut go_on(&["--hidden-sizes", "9"]));
    assert_contains(&words, "--hidden-sizes: expected 8, as in the run to go on with, got 9");
    succeeds(&mut go_on(&["--beta", "2"]));
    // The model's own file says how it was trained, too.
    let bytes = fs::read(&out).unwrap();
    let settings = checkpoint::settings_of(&bytes, &weights::read(&bytes).unwrap()).unwrap();
    assert_eq!(settings, at(&kept).config);
    let Checkpoint { config, position, .. } = at(&kept);
    assert_eq!((config.train.beta, config.model, position.steps), (2.0, small(2), 4));
}

#[test]
fn a_file_that_is_no_run_stays_as_it_is() {
    let folder = Folder::with_digits(20);
    let (data, out) = (folder.path(""), folder.path("out"));
    let model = folder.put_model("model.safetensors", small(2), |_| {});
    let before = fs::read(&model).unwrap();
    let words = fails(&mut train(&data, &out, &["--checkpoint", &model]));
    assert_contains(&words, &format!("{model}: weights: expected a run's `run` in the metadata, got none"));
    assert_eq!(fs::read(&model).unwrap(), before);
    let words = fails(&mut train(&data, &out, &["--checkpoint", &out]));
    assert_contains(&words, "expected another file for --checkpoint than for --out");
}

#[test]
fn a_run_whose_optimiser_was_not_kept_goes_on_and_says_so() {
    let folder = Folder::with_digits(20);
    let [data, out, kept] = ["", "out", "kept"].map(|name| folder.path(name));
    succeeds(&mut train(&data, &out, &["--hidden-sizes", "8", "--optimizer", "rmsProp", "--checkpoint", &kept]));
    // As a browser writes it.
    let bare = Checkpoint { optimizer: OptimizerState::Afresh, ..at(&kept) };
    fs::write(&kept, checkpoint::write(&bare).unwrap()).unwrap();
    let words = succeeds(&mut trains(&data, &out, "2", &["--checkpoint", &kept]));
    assert_contains(&words, "without the optimiser's moments: they start afresh");
    assert_eq!(at(&kept).position.steps, 4);
}
