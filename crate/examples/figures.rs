//! Models of every kind that the settings describe, and what the crate makes of images with each: other readers of the
//! same files are held against it (`tests/python`).
//!
//! `figures make FOLDER` writes `NAME.safetensors` of each and `NAME.figures.safetensors` beside it; `figures of FILE...`
//! writes the latter of models that are there.

use std::path::{Path, PathBuf};

use burn::tensor::activation::{sigmoid, softmax};
use latent_explorer::data::batch::{Batch, BatchMaker};
use latent_explorer::data::dataset::Dataset;
use latent_explorer::device::cpu;
use latent_explorer::model::network::Network;
use latent_explorer::model::pixels::to_vec;
use latent_explorer::model::weights::{self, Precision, Weights};
use latent_explorer::model::{Posterior, Vae};
use latent_explorer::objective::{elbo, log_mean_exp, to_device};
use latent_explorer::settings::form::{self, Form};
use latent_explorer::settings::kinds::kinds;
use latent_explorer::settings::schema::{self, Typed};
use latent_explorer::settings::{DataKind, DataSpec, RunConfig};
use safetensors::Dtype;
use safetensors::tensor::TensorView;

type Failure = Box<dyn std::error::Error>;

/// Images in a batch.
const IMAGES: usize = 5;
/// Fresh weights are made larger, so that no term of a figure is lost beside the others.
const SCALE: f32 = 3.0;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.split_first() {
        Some((command, [folder])) if command == "make" => make(Path::new(folder)),
        Some((command, files)) if command == "of" => files.iter().try_for_each(|file| of(Path::new(file))),
        _ => Err("expected `make FOLDER` or `of FILE...`".into()),
    }
}

fn make(folder: &Path) -> Result<(), Failure> {
    for (name, run) in runs() {
        run.validate()?;
        let (config, mut tensors) = Weights::fresh(&run.model, 1)?.into_parts();
        // No number is 0, as some are at first.
        let stir = (0..).map(|index| 0.05 * (0.7 * index as f32).sin());
        tensors.iter_mut().flatten().zip(stir).for_each(|(value, stir)| *value = *value * SCALE + stir);
        let weights = Weights::new(config, tensors)?;
        let path = folder.join(format!("{name}.safetensors"));
        std::fs::write(&path, weights::write(&weights, Precision::Full)?)?;
        write_figures(&path, &run, weights)?;
    }
    Ok(())
}

fn of(path: &Path) -> Result<(), Failure> {
    let weights = weights::read(&std::fs::read(path)?)?;
    let run = RunConfig { model: weights.config().clone(), ..Default::default() };
    write_figures(path, &run, weights)
}

/// Of every kind, and of several at once, with every likelihood, dense and convolutional, and in colour; topics of items.
fn runs() -> Vec<(String, RunConfig)> {
    let mut all: Vec<(String, Form)> = kinds().into_iter().map(|kind| (kind.name, kind.sets)).collect();
    let mixed = [("posterior", "none"), ("condition", "class"), ("corruption", "mask")];
    all.push(("mixed".into(), set(&mixed)));
    let deep = [("hiddenSizes", "8,6,6,6"), ("shortcuts", "residual"), ("normalisation", "layer")];
    let mixture = [("prior", "mixture"), ("components", "4")];
    all.push(("mixture".into(), set(&mixture)));
    all.push(("mixture-importance".into(), set(&[mixture.as_slice(), &[("samples", "3")]].concat())));
    let lower = [("lowerSize", "3")];
    all.push(("lower".into(), set(&lower)));
    let told = [("samples", "3"), ("condition", "class")];
    all.push(("conditional-lower-importance".into(), set(&[lower.as_slice(), &mixture, &told].concat())));
    let full = [("posterior", "fullCovariance"), ("latentSize", "3")];
    all.push(("full".into(), set(&full)));
    all.push(("full-importance".into(), set(&[full.as_slice(), &mixture, &[("samples", "3")]].concat())));
    let networks = [
        ("dense", DataSpec::default(), set(&[("hiddenSizes", "8,6")])),
        ("deep", DataSpec::default(), set(&deep)),
        ("convolutional", DataSpec::default(), set(&[("hiddenSizes", "6"), ("network", "convolutional")])),
        ("colour", colour(), set(&[("hiddenSizes", ""), ("network", "convolutional")])),
    ];
    let mut runs = vec![];
    for (kind, Form(sets)) in &all {
        for likelihood in likelihoods() {
            for (network, data, Form(layers)) in &networks {
                let mut form = sets.clone();
                form.extend(layers.clone());
                form.insert("likelihood".into(), likelihood.clone());
                let (mut run, _) = form::read(&Form(form));
                run.model.data = data.clone();
                // Small, and of unlike widths.
                run.model.channels.iter_mut().zip([4, 3]).for_each(|(channels, small)| *channels = small);
                runs.push((format!("{kind}-{likelihood}-{network}"), run));
            }
        }
    }
    runs.extend(of_texts());
    let several = [mixture.as_slice(), &[("samples", "3")]].concat();
    for (name, sets) in
        [("topics", &[][..]), ("conditional-topics", &[("condition", "class")]), ("mixture-topics", &several)]
    {
        let said = [&[("decoder", "topics"), ("hiddenSizes", "8,6"), ("latentSize", "3")], sets].concat();
        runs.push((name.into(), form::read_on(&set(&said), items()).0));
    }
    runs
}

/// Settings by their names.
type Sets<'a> = &'a [(&'a str, &'a str)];

/// Of texts with colours and without, with hidden layers and none.
fn of_texts() -> impl Iterator<Item = (String, RunConfig)> {
    let small = [("contextLength", "3"), ("embedding", "5")];
    let kinds: [(&str, bool, Sets); 5] = [
        ("plain", false, &[("hiddenSizes", "8,6")]),
        ("colour", true, &[("hiddenSizes", "7")]),
        ("wide", true, &[("hiddenSizes", "8,6"), ("contextUnits", "11")]),
        ("shallow", true, &[("hiddenSizes", ""), ("samples", "3")]),
        (
            "mixture",
            false,
            &[("hiddenSizes", "6,6"), ("prior", "mixture"), ("shortcuts", "residual"), ("normalisation", "layer")],
        ),
    ];
    kinds.into_iter().map(move |(name, is_coloured, sets)| {
        let alphabet = ["a", "\"", " ", "猫", "é"].map(String::from).to_vec();
        let data = DataSpec::of_texts(alphabet, 7, is_coloured);
        let (mut run, _) = form::read_on(&set(&[small.as_slice(), sets].concat()), data);
        // All characters are shown.
        (run.train.word_dropout, run.train.dropout) = (0.0, 0.0);
        (format!("texts-{name}"), run)
    })
}

fn set(said: Sets) -> Form {
    Form(said.iter().map(|&(setting, text)| (setting.into(), text.into())).collect())
}

fn likelihoods() -> Vec<String> {
    let setting = schema::describe().into_iter().find(|setting| setting.name == "likelihood");
    match setting.map(|setting| setting.typed) {
        Some(Typed::Choice { options }) => options,
        _ => vec![],
    }
}

fn colour() -> DataSpec {
    let classes = ["ant", "\"bee\"", "猫"].map(String::from).to_vec();
    DataSpec { width: 12, height: 8, channels: 3, classes, ..Default::default() }
}

fn items() -> DataSpec {
    let classes = ["ant", "\"bee\"", "猫"].map(String::from).to_vec();
    DataSpec { classes, ..DataSpec::of_items((0..7).map(|item| format!("item {item}")).collect()) }
}

/// Images of all greys, rows of items that are there at most twice, or texts of every length, of each class in turn.
fn samples(spec: &DataSpec) -> Result<Dataset, Failure> {
    let values = if spec.is_image() { 251 } else { 3 };
    let bytes: Vec<u8> = match spec.is_text() {
        true => (0..IMAGES).flat_map(|index| text(spec, index)).collect(),
        false => (0..IMAGES * spec.size()).map(|index| (index * index % values) as u8).collect(),
    };
    let labels: Vec<u8> = (0..IMAGES).map(|index| (index % spec.classes.len()) as u8).collect();
    let sizes = [IMAGES, spec.channels * spec.height, spec.width];
    Ok(Dataset::read(&idx(&sizes, &bytes), &idx(&[IMAGES], &labels), spec)?)
}

/// The first is as long as it may be.
fn text(spec: &DataSpec, index: usize) -> Vec<u8> {
    let length = (spec.length() - index).max(1);
    let ids: Vec<u16> = (0..length).map(|place| (1 + (place * place + 3 * index) % spec.items.len()) as u16).collect();
    spec.sample(&ids, [0, 40 * index as u8, 255])
}

fn idx(sizes: &[usize], bytes: &[u8]) -> Vec<u8> {
    let sizes_as_bytes = sizes.iter().flat_map(|&size| (size as u32).to_be_bytes());
    [0, 0, 8, sizes.len() as u8].into_iter().chain(sizes_as_bytes).chain(bytes.iter().copied()).collect()
}

fn write_figures(path: &Path, run: &RunConfig, weights: Weights) -> Result<(), Failure> {
    let batch = BatchMaker::training(run).make(&samples(&run.model.data)?, 0..IMAGES)?;
    let figures = pollster::block_on(figures(weights, &batch))?;
    let classes: Vec<f32> = batch.labels.iter().map(|&label| f32::from(label)).collect();
    let all = [figures, vec![("classes", classes)]].concat();
    let stored: Vec<(&str, Vec<usize>, Vec<u8>)> = all
        .iter()
        .map(|(name, values)| {
            (*name, shape(values.len()), values.iter().flat_map(|value| value.to_le_bytes()).collect())
        })
        .collect();
    let mut views = vec![];
    for (name, shape, bytes) in &stored {
        views.push((*name, TensorView::new(Dtype::F32, shape.clone(), bytes)?));
    }
    std::fs::write(beside(path), safetensors::serialize(views, None)?)?;
    Ok(())
}

/// Rows of an image each; what is the same for all is alone.
fn shape(values: usize) -> Vec<usize> {
    if values.is_multiple_of(IMAGES) { vec![IMAGES, values / IMAGES] } else { vec![values] }
}

fn beside(path: &Path) -> PathBuf {
    path.with_extension("figures.safetensors")
}

/// What goes in and what comes out, by name. The bound is the ELBO, or the importance-weighted one where there are several
/// samples.
async fn figures(weights: Weights, batch: &Batch) -> Result<Vec<(&'static str, Vec<f32>)>, Failure> {
    let device = cpu()?;
    let network = Network::new(weights.clone());
    let model = Vae::from_weights(weights, &device);
    let images = to_device(&model, batch, &device)?;
    let Posterior { mu, log_var, below, lower } =
        model.encoder.forward(images.inputs.clone(), images.condition.clone());
    let decoded = model.decode(mu.clone(), images.condition.clone());
    let means = match model.config().data.kind {
        DataKind::Image => sigmoid(decoded.logits),
        DataKind::Items => softmax(decoded.logits, 1),
        // What tells the characters.
        DataKind::Text => decoded.logits,
    };
    let terms = elbo(&model, images.clone());
    let bound = if terms.log_ratio.dims()[1] > 1 {
        log_mean_exp(terms.log_likelihood + terms.log_ratio)
    } else {
        (terms.log_likelihood - terms.kl.sum_dim(1)).squeeze_dim(1)
    };
    let mut figures = match model.config().data.is_text() {
        true => of_written(&network, &batch.targets, &to_vec(mu.clone()).await?),
        false => vec![("inputs", to_vec(images.inputs).await?), ("targets", to_vec(images.targets).await?)],
    };
    figures.extend([
        ("noise", to_vec(images.noise).await?),
        ("mean", to_vec(mu).await?),
        ("decoded", to_vec(means).await?),
        ("bound", to_vec::<1>(bound).await?),
    ]);
    if let Some(log_var) = log_var {
        figures.push(("log_var", to_vec(log_var).await?));
    }
    if let Some(below) = below {
        figures.push(("below", to_vec(below).await?));
    }
    if let Some((noise, said)) = images.lower_noise.zip(lower) {
        figures.push(("lower_noise", to_vec(noise).await?));
        figures.push(("lower_mean", to_vec(said.mean).await?));
        figures.push(("lower_log_var", to_vec(said.log_var).await?));
    }
    if let Some(log_var) = decoded.log_var {
        figures.push(("decoded_log_var", to_vec(log_var).await?));
    }
    Ok(figures)
}

/// The numbers of texts' characters with their colours behind them; log p of all characters at each place of them, and what the model
/// writes, at points of its latent space.
fn of_written(model: &Network, texts: &[u8], points: &[f32]) -> Vec<(&'static str, Vec<f32>)> {
    let data = &model.config().data;
    let row = |text: &[u8]| {
        let colour = data.colour_of(text).into_iter().flatten().map(|byte| f32::from(byte) / 255.0);
        data.ids(text).into_iter().map(f32::from).chain(colour).collect::<Vec<_>>()
    };
    let rows: Vec<f32> = texts.chunks_exact(data.size()).flat_map(row).collect();
    let written = data.ids(&model.greedy(points, &[0; IMAGES])).into_iter().map(f32::from).collect();
    let mut figures = vec![("inputs", rows.clone()), ("targets", rows), ("written", written)];
    if let Some(contexts) = model.contexts(points, &[0; IMAGES]) {
        let (ids, characters) = (data.ids(texts), data.items.len() + 1);
        let places: Vec<Vec<f32>> = (0..data.length()).map(|place| contexts.next(&ids, place)).collect();
        let of_text = |text: usize| places.iter().flat_map(move |all| &all[text * characters..][..characters]);
        figures.push(("log_p", (0..IMAGES).flat_map(of_text).copied().collect()));
    }
    figures
}
