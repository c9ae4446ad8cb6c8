//! Settings as a shell passes them.

use latent_explorer::model::weights;

use crate::support::{Folder, assert_contains, latent, succeeds, train};

#[test]
fn no_hidden_layers_are_an_empty_text_and_options_may_be_shortened() {
    for flag in ["--hidden", "--hidden-sizes"] {
        let folder = Folder::with_digits(20);
        let out = folder.path("out.safetensors");
        succeeds(&mut train(&folder.path(""), &out, &[flag, ""]));
        let config = weights::read(&std::fs::read(&out).unwrap()).unwrap().config().clone();
        assert_eq!(config.hidden_sizes, Vec::<usize>::new());
    }
}

#[test]
fn a_deep_plain_stack_is_trained_with_advice_and_one_with_shortcuts_without() {
    let folder = Folder::with_digits(20);
    let (data, out, layers) = (folder.path(""), folder.path("out.safetensors"), ["4"; 20].join(","));
    let plain = ["--hidden-sizes", layers.as_str()];
    let said = succeeds(&mut train(&data, &out, &plain));
    assert_contains(&said, "advice on --hidden-sizes: 20 plain layers one after another");
    let deep = [&plain[..], &["--shortcuts", "residual", "--normalisation", "layer"]].concat();
    let said = succeeds(&mut train(&data, &out, &deep));
    assert!(!said.contains("advice"), "{said}");
}

#[test]
fn a_run_without_an_epoch_is_refused() {
    let folder = Folder::with_digits(20);
    let arguments = ["train", "--data", &folder.path(""), "--out", &folder.path("out"), "--epochs", "0"];
    let output = latent(&arguments).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_contains(&String::from_utf8(output.stderr).unwrap(), "--epochs");
}
