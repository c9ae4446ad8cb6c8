//! What a model is good for, told by the command line.

use serde_json::Value;

use crate::support::{Folder, assert_contains, fails, latent, small};

#[track_caller]
fn report(arguments: &[&str]) -> Value {
    let output = latent(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn a_use_is_measured_beside_plain_methods() {
    let folder = Folder::with_digits(20);
    let data = folder.path("");
    let model = folder.put_model("model.safetensors", small(2), |_| {});
    for (name, plain) in [("denoise", "median"), ("repair", "nearest"), ("enlarge", "bicubic")] {
        let arguments = ["evaluate", "--data", &data, "--weights", &model, "--use", name, "--limit", "2"];
        let report = report(&arguments);
        assert_eq!(report["use"], name);
        assert_eq!(report["images"], 2);
        assert_eq!(report["model"]["latentSize"], 2);
        let rows = report["rows"].as_array().unwrap();
        for method in ["optimised", plain] {
            let of = |row: &&Value| row["method"] == method && row["quantity"] == "psnr";
            assert!(rows.iter().find(of).is_some_and(|row| row["value"].is_f64()), "{name} without {method}");
        }
    }
}

#[test]
fn a_use_of_no_images_is_refused() {
    let folder = Folder::with_digits(20);
    let data = folder.path("");
    let model = folder.put_model("model.safetensors", small(2), |_| {});
    let arguments = ["evaluate", "--data", &data, "--weights", &model, "--use", "denoise", "--limit", "0"];
    assert_contains(&fails(&mut latent(&arguments)), "expected at least one image");
}

#[test]
fn codes_and_images_are_judged_beside_plain_methods() {
    let (folder, strange) = (Folder::with_digits(40), Folder::with_digits(20));
    let (data, stranger) = (folder.path(""), strange.path(""));
    let model = folder.put_model("model.safetensors", small(2), |_| {});
    let of = |name: &'static str, more: &[&str], limit: &str| {
        let arguments = ["evaluate", "--data", &data, "--weights", &model, "--use", name, "--limit", limit];
        let report = report(&[&arguments, more].concat());
        report["rows"].as_array().unwrap().iter().map(|row| row["method"].to_string()).collect::<Vec<_>>().join(" ")
    };
    assert_contains(&of("sort", &[], "5"), "codesNeighbours");
    assert_contains(&of("reduce", &[], "40"), "pcaAsMany");
    // Six scores of what is made here, and of another data set.
    let scored = of("anomaly", &["--stranger", &stranger], "5");
    assert_eq!(scored.matches("likelihoodRegret").count(), 5, "{scored}");
    let arguments = ["evaluate", "--data", &data, "--weights", &model, "--use", "generate"];
    assert_contains(&fails(&mut latent(&arguments)), "at least 100");
}
