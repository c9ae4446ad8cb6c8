//! Texts: files of lines are trained on, measured and written from.

use std::fs;
use std::process::Command;

use latent_explorer::model::weights::{Precision, Weights, read, write};

use crate::support::{Folder, assert_contains, fails, latent, succeeds};

fn printed(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn lines_are_trained_on_measured_beside_n_grams_and_written_from() {
    let folder = Folder::new();
    let (lines, weights) = (folder.path("names.txt"), folder.path("names.safetensors"));
    let names: String =
        (0..300).map(|at| format!("{} {}\t#{:06x}\n", ["red", "blue", "dark"][at % 3], at, at * 99)).collect();
    fs::write(&lines, format!("{names}{}\t#000000\n", "long ".repeat(20))).unwrap();
    let said = succeeds(latent(&[]).args([
        "train",
        "--data",
        &lines,
        "--out",
        &weights,
        "--epochs",
        "1",
        "--hidden-sizes",
        "8",
    ]));
    assert_contains(&said, "left out line 301: expected at most 64 characters, got 99");
    assert_contains(&said, "250 texts to train on and 50 held out: texts of at most 8 characters out of");

    let report = printed(latent(&["evaluate", "--data", &lines, "--weights", &weights]).args(["--samples", "5"]));
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    let (text, plain) = (&report["evaluation"]["text"], &report["plain"]);
    let total = text["reconstruction"].as_f64().unwrap() + text["colour"].as_f64().unwrap();
    assert!((total - report["evaluation"]["terms"]["reconstruction"].as_f64().unwrap()).abs() < 1e-6, "{text}");
    assert!(plain[2]["order"] == 3 && plain[2]["natsPerText"].as_f64() < plain[0]["natsPerText"].as_f64(), "{plain}");
    assert!(report["drawn"]["texts"] == 1000 && report["drawn"]["shareNotInTraining"].as_f64() <= Some(1.0));

    let write = |more: &[&str]| printed(latent(&[]).args(["write", "--weights", &weights]).args(more));
    assert_eq!(write(&["--count", "4"]), write(&["--count", "4", "--seed", "1"]));
    assert_eq!(write(&["--of", "red 3", "--count", "3"]).lines().count(), 3);
    assert_eq!(
        write(&["--of", "red 3", "--to", "blue 7", "--count", "5"]).lines().filter(|line| line.contains('#')).count(),
        5
    );
    assert_contains(&fails(latent(&[]).args(["write", "--weights", &weights, "--of", "grün"])), "got \"g\"");
    let strange = with_alphabet_of_controls(&folder, &weights);
    let written = printed(latent(&[]).args(["write", "--weights", &strange, "--count", "20"]));
    assert_contains(&written, r"\u008");
    assert!(written.chars().all(|letter| !letter.is_control() || "\n\t".contains(letter)), "{written:?}");
}

/// The model with other names for all its characters but one.
fn with_alphabet_of_controls(folder: &Folder, weights: &str) -> String {
    let (mut config, tensors) = read(&fs::read(weights).unwrap()).unwrap().into_parts();
    for (item, letter) in config.data.items.iter_mut().skip(1).zip('\u{80}'..) {
        *item = letter.to_string();
    }
    let path = folder.path("strange.safetensors");
    fs::write(&path, write(&Weights::new(config, tensors).unwrap(), Precision::Full).unwrap()).unwrap();
    path
}
