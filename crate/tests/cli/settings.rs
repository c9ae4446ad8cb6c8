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
fn a_run_without_an_epoch_is_refused() {
    let folder = Folder::with_digits(20);
    let arguments = ["train", "--data", &folder.path(""), "--out", &folder.path("out"), "--epochs", "0"];
    let output = latent(&arguments).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_contains(&String::from_utf8(output.stderr).unwrap(), "--epochs");
}
