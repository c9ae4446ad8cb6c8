//! Data sets and models as they lie about.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use latent_explorer::model::weights;

use crate::support::{Folder, NAMES, assert_contains, fails, latent, small, succeeds, train};

fn config_of(path: &str) -> latent_explorer::settings::ModelConfig {
    weights::read(&fs::read(path).unwrap()).unwrap().config().clone()
}

#[test]
fn a_data_set_is_found_under_its_usual_names() {
    let labels: Vec<u8> = (0..20).map(|index| index % 10).collect();
    let names: [fn(&str) -> String; 4] = [
        |name| name.into(),
        |name| name.replace("-idx", ".idx"),
        |name| format!("MNIST/raw/{name}"),
        |name| format!("raw/{name}"),
    ];
    for name in names {
        let folder = Folder::new();
        folder.put_digits(&labels, name);
        let out = folder.path("out.safetensors");
        succeeds(&mut train(&folder.path(""), &out, &["--hidden-sizes", "8"]));
        for plain in NAMES.map(|file| folder.path(&name(file))) {
            let mut packed = GzEncoder::new(File::create(format!("{plain}.gz")).unwrap(), Compression::fast());
            packed.write_all(&fs::read(&plain).unwrap()).unwrap();
            packed.finish().unwrap();
            fs::remove_file(plain).unwrap();
        }
        succeeds(&mut train(&folder.path(""), &out, &["--hidden-sizes", "8"]));
    }
}

#[test]
fn a_data_set_that_is_not_there_is_named() {
    let folder = Folder::new();
    let data = folder.path("nowhere");
    let words = fails(&mut train(&data, &folder.path("out"), &[]));
    assert_contains(&words, &format!("expected train-images-idx3-ubyte, plain or .gz, in {data} or its MNIST/raw"));
}

#[test]
fn letters_train_a_model_that_is_told_no_class_and_one_that_is_told_theirs() {
    let folder = Folder::new();
    folder.put_digits(&(1..=26).collect::<Vec<u8>>(), |name| name.into());
    let (data, out) = (folder.path(""), folder.path("out.safetensors"));
    succeeds(&mut train(&data, &out, &["--hidden-sizes", "8"]));
    succeeds(&mut latent(&["evaluate", "--data", &data, "--weights", &out, "--samples", "5"]));
    succeeds(&mut train(&data, &out, &["--hidden-sizes", "8", "--condition", "class"]));
    assert_eq!(config_of(&out).data.classes.len(), 27);
    let of_digits = latent_explorer::settings::ModelConfig { conditional: true, ..small(2) };
    let digits = folder.put_model("digits.safetensors", of_digits, |_| {});
    for command in ["evaluate", "places"] {
        let words = fails(&mut latent(&[command, "--data", &data, "--weights", &digits]));
        assert_contains(&words, "expected the 10 classes that the model is told, got 27");
    }
}

#[test]
fn a_data_set_of_the_page_says_what_it_is_and_shapes_are_made() {
    let folder = Folder::with_digits(20);
    let (data, out) = (folder.path(""), folder.path("out.safetensors"));
    let classes: Vec<String> = (0..10).map(|class| format!("Class {class}")).collect();
    let spec = latent_explorer::settings::DataSpec { classes, ..Default::default() };
    let manifest = serde_json::json!({ "name": "mine", "data": &spec });
    fs::write(folder.path("manifest.json"), manifest.to_string()).unwrap();
    succeeds(&mut train(&data, &out, &["--hidden-sizes", "8"]));
    assert_eq!(config_of(&out).data, spec);
    fs::write(folder.path("manifest.json"), "{").unwrap();
    assert_contains(&fails(&mut train(&data, &out, &[])), "manifest.json: ");
    succeeds(&mut train("shapes", &out, &["--hidden-sizes", "8"]));
    assert_eq!(config_of(&out).data.classes, ["Square", "Ellipse", "Heart"]);
}

#[test]
fn rows_of_items_are_read_as_the_page_s_set_up_writes_them() {
    let folder = Folder::new();
    let (data, out) = (folder.path(""), folder.path("out.safetensors"));
    let made = latent_explorer::data::music::music(40, 10, 1).unwrap();
    for (name, split) in [("train", &made.train), ("t10k", &made.test)] {
        let [rows, labels] = split.files();
        fs::write(folder.path(&format!("{name}-rows")), rows).unwrap();
        fs::write(folder.path(&format!("{name}-labels-idx1-ubyte")), labels).unwrap();
    }
    let manifest = serde_json::json!({ "name": "music", "data": made.train.spec() });
    fs::write(folder.path("manifest.json"), manifest.to_string()).unwrap();
    succeeds(&mut train(&data, &out, &["--hidden-sizes", "8"]));
    assert_eq!(&config_of(&out).data, made.train.spec());
    fs::remove_file(folder.path("train-rows")).unwrap();
    assert_contains(&fails(&mut train(&data, &out, &[])), "expected train-rows, plain or .gz");
}

#[test]
fn few_digits_can_be_watched_with_patience() {
    for count in [300, 24] {
        let folder = Folder::with_digits(count);
        succeeds(&mut train(&folder.path(""), &folder.path("out"), &["--hidden-sizes", "8", "--patience", "1"]));
    }
    let folder = Folder::with_digits(1);
    let words = fails(&mut train(&folder.path(""), &folder.path("out"), &["--patience", "1"]));
    assert_contains(&words, "expected two samples or more");
}

#[test]
fn a_model_that_is_not_there_is_named() {
    let folder = Folder::with_digits(20);
    let data = folder.path("");
    for command in ["evaluate", "places"] {
        let words = fails(&mut latent(&[command, "--data", &data, "--weights", "nowhere"]));
        assert_contains(&words, "expected a file to read, got nowhere: No such file");
    }
    let words = fails(&mut train(&data, &folder.path("out"), &["--resume", "nowhere"]));
    assert_contains(&words, "expected a file to read, got nowhere: No such file");
    let file = folder.path(NAMES[0]);
    let words = fails(&mut latent(&["evaluate", "--data", &data, "--weights", &file]));
    assert_contains(&words, &format!("{file}: weights: expected a safetensors file"));
}

#[test]
fn training_goes_on_with_a_file_s_own_settings() {
    let folder = Folder::with_digits(40);
    let (data, out) = (folder.path(""), folder.path("out.safetensors"));
    let config = latent_explorer::settings::ModelConfig { conditional: true, ..small(3) };
    let before = folder.put_model("before.safetensors", config.clone(), |_| {});
    succeeds(&mut train(&data, &out, &["--resume", &before]));
    assert_eq!(config_of(&out), config);
    succeeds(&mut train(&data, &out, &["--resume", &out, "--latent-size", "3", "--beta", "2"]));
    let words = fails(&mut train(&data, &out, &["--resume", &out, "--latent-size", "5"]));
    assert_contains(&words, "--latent-size: expected 3, as in the weights to go on with, got 5");
    let words = fails(&mut train(&data, &out, &["--resume", &out, "--likelihood", "gaussianShared"]));
    assert_contains(&words, "--likelihood: expected bernoulli, as in the weights to go on with, got gaussianShared");
    assert!(Path::new(&out).is_file());
}

#[test]
fn a_folder_of_one_s_own_pictures_trains_a_model_of_their_classes() {
    let folder = Folder::new();
    for (class, level) in [("dark", 40u8), ("light", 220)] {
        fs::create_dir_all(folder.0.join("mine").join(class)).unwrap();
        for index in 0..12u8 {
            let pixels = (0..32 * 32).map(|at| if at % 32 < usize::from(index) + 8 { level } else { 0 }).collect();
            let image = image::GrayImage::from_raw(32, 32, pixels).unwrap();
            image.save(folder.0.join(format!("mine/{class}/{index}.png"))).unwrap();
        }
    }
    fs::write(folder.0.join("mine/dark/notes.txt"), "no picture").unwrap();
    let (data, out) = (folder.path("mine"), folder.path("out.safetensors"));
    let words = succeeds(&mut train(
        &data,
        &out,
        &["--hidden-sizes", "8", "--side", "32", "--network", "convolutional", "--channels", "2,2,2"],
    ));
    assert_contains(&words, "left out mine/dark/notes.txt: expected IDX, PNG");
    assert_contains(&words, "read 20 training and 4 test pictures of 2 classes");
    let spec = config_of(&out).data;
    assert_eq!((spec.width, spec.channels, spec.classes), (32, 1, vec!["dark".to_string(), "light".into()]));
    let same = ["evaluate", "--data", &data, "--weights", &out, "--samples", "5", "--side", "32"];
    succeeds(&mut latent(&same));
    succeeds(&mut train(&data, &out, &["--hidden-sizes", "8", "--colour"]));
    assert_eq!(config_of(&out).data.channels, 3);
    succeeds(&mut train(&folder.path("mine/dark"), &out, &["--hidden-sizes", "8"]));
}

#[test]
fn one_s_own_file_that_holds_nothing_to_train_on_says_why() {
    let folder = Folder::new();
    fs::write(folder.0.join("notes.md"), "no picture").unwrap();
    let data = folder.path("notes.md");
    let words = fails(&mut train(&data, &folder.path("out"), &[]));
    assert_contains(&words, &format!("{data}: data set: expected two pictures or more"));
    assert_contains(&words, "notes.md: expected IDX, PNG");
}
