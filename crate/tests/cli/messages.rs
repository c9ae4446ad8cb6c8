//! What goes wrong is one readable sentence, and never a success.

use std::collections::HashMap;
use std::fs;

use latent_explorer::error::{harmless, readable};
use safetensors::tensor::{Dtype, TensorView};

use crate::support::{Folder, assert_contains, fails, latent, small, train};

#[test]
fn figures_that_are_not_finite_are_a_failure() {
    let folder = Folder::with_digits(20);
    // The log-variances of the posterior are 200.
    let wide = folder.put_model("wide.safetensors", small(2), |tensors| tensors[3][2..].fill(200.0));
    for command in ["evaluate", "places"] {
        let output = latent(&[command, "--data", &folder.path(""), "--weights", &wide]).output().unwrap();
        assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
        assert_contains(&String::from_utf8(output.stderr).unwrap(), "expected a model whose figures are finite, got");
    }
    let words = fails(&mut train(&folder.path(""), &folder.path("out"), &["--resume", &wide]));
    assert_contains(&words, "training diverged");
}

#[test]
fn a_header_that_is_too_long_is_refused_with_what_it_may_be() {
    let folder = Folder::with_digits(20);
    let config = serde_json::to_string(&small(2)).unwrap();
    let refused = |bytes: usize| {
        let view = TensorView::new(Dtype::F32, vec![1], &[0; 4]).unwrap();
        let metadata = HashMap::from([("model".to_string(), format!("{config}{}", " ".repeat(bytes)))]);
        let path = folder.path("long.safetensors");
        fs::write(&path, safetensors::serialize([("tensor", view)], Some(metadata)).unwrap()).unwrap();
        fails(&mut latent(&["evaluate", "--data", &folder.path(""), "--weights", &path]))
    };
    let words = refused((1 << 20) + 10_000);
    assert_contains(&words, "expected a safetensors file with a header of at most 1,05");
    assert_contains(&words, " bytes (1,048,576 beside the names of its tensors and items), got 1,05");
    assert_contains(&refused(9 << 20), "a header of at most 8,388,608 bytes, got 9,437,");
}

#[test]
fn a_strange_file_does_not_write_to_the_terminal() {
    let folder = Folder::with_digits(20);
    let strange = "\u{1b}]0;title\u{7}\u{1b}[2J\u{9b}31m\u{202e}";
    let file = |tensor: &str, config: &str| {
        let view = TensorView::new(Dtype::F32, vec![1], &[0; 4]).unwrap();
        let metadata = HashMap::from([("model".to_string(), config.to_string())]);
        let path = folder.path("strange.safetensors");
        fs::write(&path, safetensors::serialize([(tensor, view)], Some(metadata)).unwrap()).unwrap();
        path
    };
    let config = serde_json::to_string(&small(2)).unwrap();
    let long = format!("{strange}{}", "x".repeat(20 << 20));
    for (tensor, config) in [(strange, config.as_str()), ("tensor", strange), ("tensor", &long)] {
        let path = file(tensor, config);
        let words = fails(&mut latent(&["evaluate", "--data", &folder.path(""), "--weights", &path]));
        assert!(words.trim_end().chars().all(|letter| !letter.is_control() && letter != '\u{202e}'), "{words:?}");
        assert!(words.len() < 1000, "{} bytes", words.len());
    }
}

#[test]
fn a_message_is_short_and_shows_what_a_terminal_would_act_on() {
    assert_eq!(readable("a \"b\" 'c' d\\e é 字"), "a \"b\" 'c' d\\e é 字");
    assert_eq!(readable("\u{1b}[31m\n\u{200f}\0"), r"\u{1b}[31m\n\u{200f}\0");
    assert_eq!(harmless("{\n\t\"é 字\"}"), "{\n\t\"é 字\"}");
    assert_eq!(harmless("\u{1b}[2J\u{9b}\u{202e}\r"), r"\u001b[2J\u009b\u202e\u000d");
    let long = readable(&"字".repeat(10_000));
    assert!(long.ends_with('…') && long.chars().count() <= 601);
}
