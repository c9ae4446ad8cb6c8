//! What is written is whole, and nothing good is lost for it.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, pipe};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::{Child, Command, Stdio};

use latent_explorer::model::weights;

use crate::support::{Folder, assert_contains, fails, latent, small, succeeds, train, trains};

#[test]
fn where_nothing_can_be_written_is_said_before_the_first_step() {
    let folder = Folder::with_digits(20);
    let data = folder.path("");
    let missing = folder.path("missing/out.safetensors");
    let refused = |out: &str| {
        let words = fails(&mut train(&data, out, &["--hidden-sizes", "8"]));
        assert!(!words.contains("epoch"), "{words}");
        words
    };
    assert_contains(&refused(&missing), &format!("expected a file to write to, got {missing}: No such file"));
    assert_contains(&refused(&data), "expected a file to write to, got the folder");
    assert_contains(&refused(&folder.path("t10k-labels-idx1-ubyte/out")), "Not a directory");
    fs::write(folder.path("kept"), "kept").unwrap();
    fs::set_permissions(folder.path("kept"), fs::Permissions::from_mode(0o444)).unwrap();
    assert_contains(&refused(&folder.path("kept")), "which may only be read");
}

#[test]
fn a_run_that_diverges_at_once_leaves_the_file_that_is_there() {
    let folder = Folder::with_digits(20);
    let (data, out) = (folder.path(""), folder.path("out.safetensors"));
    fs::write(&out, "yesterday's").unwrap();
    let huge = folder.put_model("huge.safetensors", small(2), |tensors| tensors[0].fill(1e30));
    let words = fails(&mut train(&data, &out, &["--resume", &huge]));
    assert_contains(&words, "training diverged");
    assert_contains(&words, "wrote nothing");
    assert_eq!(fs::read_to_string(&out).unwrap(), "yesterday's");
}

#[test]
fn a_result_takes_the_place_of_the_file_and_nothing_else() {
    let folder = Folder::with_digits(20);
    let (data, real, link) = (folder.path(""), folder.path("real.safetensors"), folder.path("link"));
    fs::write(&real, "yesterday's").unwrap();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&real, &link).unwrap();
    let before = folder.names();
    succeeds(&mut train(&data, &link, &["--hidden-sizes", "8"]));
    assert!(weights::read(&fs::read(&real).unwrap()).is_ok());
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(folder.names(), before);
}

#[test]
fn what_float16_cannot_hold_is_not_lost() {
    let folder = Folder::with_digits(20);
    let out = folder.path("out.safetensors");
    // The weight of a pixel that no digit inks: it is as it was after training.
    let large = folder.put_model("large.safetensors", small(2), |tensors| tensors[0][0] = 70_000.0);
    let words = fails(&mut train(&folder.path(""), &out, &["--resume", &large, "--half"]));
    assert_contains(&words, "within 65,504 in size, got 70,000; wrote float32 instead of float16");
    assert_eq!(weights::read(&fs::read(&out).unwrap()).unwrap().tensors()[0][0], 70_000.0);
}

#[test]
fn a_full_device_is_an_error_and_stays_a_device() {
    let folder = Folder::with_digits(20);
    let words = fails(&mut train(&folder.path(""), "/dev/full", &["--hidden-sizes", "8"]));
    assert_contains(&words, "got /dev/full: No space left on device");
    assert!(fs::metadata("/dev/full").is_ok_and(|found| !found.is_file()));
    let model = folder.put_model("model.safetensors", small(2), |_| {});
    let full = || File::options().write(true).open("/dev/full").unwrap();
    let words = fails(evaluate(&folder, &model).stdout(full()));
    assert_contains(&words, "expected an output that can be written to: No space left on device");
    // What is told on the way is no reason to stop.
    let status = train(&folder.path(""), &model, &["--hidden-sizes", "8"]).stderr(full()).status().unwrap();
    assert_eq!(status.code(), Some(0));
}

#[test]
fn an_output_that_nobody_reads_ends_the_command_in_silence() {
    let folder = Folder::with_digits(20);
    let model = folder.put_model("model.safetensors", small(2), |_| {});
    let data = folder.path("");
    let places = ["places", "--data", &data, "--weights", &model];
    for command in [&mut evaluate(&folder, &model), &mut latent(&places)] {
        let (reader, writer) = pipe().unwrap();
        drop(reader);
        let output = command.stdout(writer).stderr(Stdio::piped()).spawn().unwrap().wait_with_output().unwrap();
        assert_eq!((output.status.code(), output.stderr), (Some(141), vec![]));
    }
}

#[test]
fn an_interrupted_run_writes_its_last_whole_epoch() {
    for signal in ["INT", "TERM"] {
        let folder = Folder::with_digits(200);
        let (data, out) = (folder.path(""), folder.path("out.safetensors"));
        let before = folder.names().len();
        let mut run = begun(&mut trains(&data, &out, "4000000000", &["--hidden-sizes", "8"]));
        let mut lines = BufReader::new(run.stderr.take().unwrap()).lines().map(Result::unwrap);
        assert_contains(&lines.next().unwrap(), "epoch 1: train ELBO");
        let asked = Command::new("kill").args([&format!("-{signal}"), &run.id().to_string()]).status().unwrap();
        assert!(asked.success());
        let rest: Vec<String> = lines.collect();
        assert_eq!(run.wait().unwrap().code(), Some(130), "{rest:?}");
        assert_contains(&rest.join("\n"), "wrote");
        assert_eq!(rest.last().unwrap(), "latent: interrupted");
        assert!(weights::read(&fs::read(&out).unwrap()).is_ok());
        assert_eq!(folder.names().len(), before + 1);
    }
}

fn begun(command: &mut Command) -> Child {
    command.stderr(Stdio::piped()).spawn().unwrap()
}

fn evaluate(folder: &Folder, model: &str) -> Command {
    latent(&["evaluate", "--data", &folder.path(""), "--weights", model, "--samples", "5"])
}
