//! The shipped models' stored figures are those of their weights: `assets/<name>.json`, made by `latent evaluate`,
//! holds the whole evaluation, and a quick one that is made again here.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use latent_explorer::data::dataset::Dataset;
use latent_explorer::device::cpu;
use latent_explorer::evaluation::evaluator::{Evaluation, Evaluator};
use latent_explorer::evaluation::places::{Place, doubt};
use latent_explorer::model::weights::{Weights, read};
use latent_explorer::model::{Vae, pixels};
use latent_explorer::settings::{DataKind, DataSpec, ModelConfig};
use serde::Deserialize;

use crate::support::{assert_close, pairs};

/// What the list of models says of one.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Listed {
    file: String,
    /// None of MNIST's.
    data_set: Option<String>,
    images: usize,
    nll: f64,
    elbo: f64,
}

#[derive(Deserialize)]
struct Stored {
    model: ModelConfig,
    evaluation: Evaluation,
    quick: Evaluation,
}

fn in_project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// Name, weights and stored figures of every model in `assets/`.
fn shipped() -> Vec<(String, Weights, Stored)> {
    let files = fs::read_dir(in_project("assets")).unwrap().map(|entry| entry.unwrap().path());
    let models = files.filter(|path| path.extension().is_some_and(|extension| extension == "safetensors"));
    let models = models.map(|path| {
        let json = path.with_extension("json");
        let stored = fs::read(&json).unwrap_or_else(|error| {
            panic!("expected {}, which `latent evaluate --weights {}` prints: {error}", json.display(), path.display())
        });
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        (name, read(&fs::read(&path).unwrap()).unwrap(), serde_json::from_slice(&stored).unwrap())
    });
    let models: Vec<_> = models.collect();
    assert!(!models.is_empty(), "expected models in assets/");
    models
}

/// Of a model's data set the test images, from MNIST's folder that `npm test` names where it has one, or as set-up made it.
fn test_images(data_set: Option<&str>, data: &DataSpec) -> Option<Dataset> {
    let folder = match data_set {
        None => PathBuf::from(env::var_os("WHOLE_MNIST")?),
        Some(set) => Some(in_project("www/public/data").join(set)).filter(|folder| folder.exists())?,
    };
    let file = |name: &str| {
        let path = folder.join(format!("{name}.gz"));
        fs::read(&path).unwrap_or_else(|error| panic!("expected {}: {error}", path.display()))
    };
    let samples = if data.kind == DataKind::Items { "t10k-rows" } else { "t10k-images-idx3-ubyte" };
    Some(Dataset::read(&file(samples), &file("t10k-labels-idx1-ubyte"), data).unwrap())
}

/// What the page lists of each model, by its name.
fn listed() -> BTreeMap<String, Listed> {
    let listed: Vec<Listed> = serde_json::from_slice(&fs::read(in_project("assets/models.json")).unwrap()).unwrap();
    listed.into_iter().map(|model| (model.file.trim_end_matches(".safetensors").to_string(), model)).collect()
}

/// The data set of each model that is not of MNIST, by its name.
fn data_sets() -> BTreeMap<String, String> {
    listed().into_iter().filter_map(|(name, model)| Some((name, model.data_set?))).collect()
}

fn assert_same(actual: &Evaluation, stored: &Evaluation, name: &str) {
    let terms = |evaluation: &Evaluation| {
        let Evaluation { terms, negative_log_likelihood, .. } = evaluation;
        [terms.reconstruction, terms.kl, terms.elbo, negative_log_likelihood.unwrap_or(0.0)]
    };
    for (actual, stored) in terms(actual).into_iter().zip(terms(stored)) {
        assert_close(actual, stored, 1e-4, name);
    }
    let what = |evaluation: &Evaluation| (evaluation.images, evaluation.samples, evaluation.active_units);
    assert_eq!(what(actual), what(stored), "{name}");
    for (actual, stored) in pairs(&actual.dimensions, &stored.dimensions) {
        assert_eq!(actual.kl.is_some(), stored.kl.is_some(), "{name}");
        assert_close(actual.kl.unwrap_or(0.0), stored.kl.unwrap_or(0.0), 1e-4, name);
        assert_close(actual.standard_deviation, stored.standard_deviation, 1e-4, name);
    }
}

#[test]
fn stored_figures_are_of_the_model_and_agree_with_each_other() {
    let shipped = shipped();
    let listed = listed();
    assert!(!shipped.is_empty());
    for (name, weights, Stored { model, evaluation, quick }) in shipped {
        assert_eq!(model, *weights.config(), "{name}");
        assert!(
            evaluation.images == 10_000 || listed[&name].data_set.is_some(),
            "{name}: figures are over all test digits"
        );
        let Listed { images, nll, elbo, .. } = listed[&name];
        assert_eq!(images, evaluation.images, "{name}");
        let stored = [evaluation.negative_log_likelihood.unwrap(), evaluation.terms.elbo];
        // Listed to a hundredth of a nat.
        assert!([nll, elbo].iter().zip(stored).all(|(listed, stored)| (listed - stored).abs() < 0.0051), "{name}");
        for figures in [evaluation, quick] {
            assert_eq!((figures.data_view, figures.likelihood), (model.data_view, model.likelihood), "{name}");
            assert_eq!(figures.dimensions.len(), model.latent_size, "{name}");
            let active = figures.dimensions.iter().filter(|dimension| dimension.is_active()).count();
            assert_eq!(active, figures.active_units, "{name}");
            assert_close(figures.terms.elbo, -(figures.terms.reconstruction + figures.terms.kl), 1e-9, &name);
            assert!(figures.negative_log_likelihood.is_none_or(|nats| nats < -figures.terms.elbo), "{name}");
        }
    }
}

#[test]
fn stored_figures_are_computed_again_and_agree() {
    let data_sets = data_sets();
    for (name, weights, Stored { model, evaluation, quick }) in shipped() {
        let data_set = data_sets.get(&name).map(String::as_str);
        let Some(images) = test_images(data_set, &model.data) else {
            // Figures over other digits say nothing about the stored ones.
            eprintln!("{name}: not recomputed, for WHOLE_MNIST or set-up has no folder with its test images");
            continue;
        };
        assert_eq!(evaluation.images, images.len(), "{name}: figures are over all test images");
        let mut evaluator = Evaluator::new(weights, quick.samples, quick.images).unwrap();
        while evaluator.progress(&images).0 < quick.images {
            evaluator.advance(&images).unwrap();
        }
        assert_same(&evaluator.report().unwrap(), &quick, &name);
    }
}

#[test]
fn stored_places_are_as_crisp_as_stated_and_crisper_than_the_origin() {
    let stored: BTreeMap<String, Vec<Place>> =
        serde_json::from_slice(&fs::read(in_project("assets/places.json")).unwrap()).unwrap();
    let device = cpu().unwrap();
    let data_sets = data_sets();
    let of_mnist = shipped().into_iter().filter(|(name, ..)| !data_sets.contains_key(name));
    for (name, weights, Stored { model: config, .. }) in of_mnist {
        let model = Vae::from_weights(weights, &device);
        let doubt_at = |z: &[f32]| {
            let classes = if config.conditional { 0..10 } else { 0..1 };
            let of_class = |class: u8| {
                let z = pixels::rows(z.to_vec(), z.len(), &device);
                let decoded = model.decode(z, model.condition(&[class], &device));
                doubt(&pollster::block_on(pixels::from_logits(decoded.logits)).unwrap())
            };
            classes.map(of_class).fold(0.0, f64::max)
        };
        let origin = doubt_at(&vec![0.0; config.latent_size]);
        let places = &stored[&format!("{name}.safetensors")];
        // Over a second layer of latents the map has none of some classes, which that layer tells apart.
        let least = if config.lower_size > 0 { 4 } else { 10 };
        assert!((least..=10).contains(&places.len()), "{name}: one for each class");
        for Place { label, z, doubt } in places {
            // z is rounded to hundredths.
            assert_close(doubt_at(z), *doubt, 0.03, &format!("{name}, class {label}"));
        }
        let least = places.iter().map(|place| place.doubt).fold(f64::INFINITY, f64::min);
        eprintln!("{name}: {least} at its best place, {origin} at the origin");
        assert!(least < origin, "{name}");
    }
}
