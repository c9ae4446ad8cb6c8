//! How long the steps of every use's survey take on the whole of MNIST, so that they can be watched and stopped.

use std::path::{Path, PathBuf};
use std::time::Instant;
use std::{env, fs};

use latent_explorer::data::dataset::Dataset;
use latent_explorer::model::weights::read;
use latent_explorer::settings::DataSpec;
use latent_explorer::uses::Use;
use latent_explorer::uses::survey::{Data, Options, open};

/// Each use with as many test images as show all kinds of its steps.
const SURVEYS: [(Use, usize); 7] = [
    (Use::Denoise, 10),
    (Use::Repair, 10),
    (Use::Enlarge, 10),
    (Use::Anomaly, 100),
    (Use::Sort, 10_000),
    (Use::Generate, 10_000),
    (Use::Reduce, 2000),
];

/// Seconds of one thread, that in a page, in wasm, are two or three.
const MOST: f64 = 0.7;

fn part(folder: &Path, name: &str) -> Dataset {
    let file = |kind: &str| fs::read(folder.join(format!("{name}-{kind}-ubyte.gz"))).unwrap();
    Dataset::read(&file("images-idx3"), &file("labels-idx1"), &DataSpec::default()).unwrap()
}

/// The seconds of each step.
fn steps(of: Use, limit: usize, data: Data<'_>) -> Vec<f64> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/mnist-20d.safetensors");
    let weights = read(&fs::read(file).unwrap()).unwrap();
    let mut survey = open(of, weights, Options { limit, strangers: vec![] }).unwrap();
    let mut seconds = vec![];
    while let (done, all) = survey.progress(data)
        && done < all
    {
        let start = Instant::now();
        pollster::block_on(survey.advance(data)).unwrap();
        seconds.push(start.elapsed().as_secs_f64());
    }
    seconds
}

#[test]
#[ignore = "minutes, and a quiet thread: RAYON_NUM_THREADS=1 WHOLE_MNIST=FOLDER, with --nocapture --test-threads 1"]
fn no_step_of_any_use_keeps_one_waiting() {
    let folder = PathBuf::from(env::var_os("WHOLE_MNIST").unwrap());
    let (train, test) = (part(&folder, "train"), part(&folder, "t10k"));
    let mut slowest: f64 = 0.0;
    for (of, limit) in SURVEYS {
        let seconds = steps(of, limit, Data { train: &train, test: &test });
        let mut order: Vec<usize> = (0..seconds.len()).collect();
        order.sort_by(|&a, &b| seconds[b].total_cmp(&seconds[a]));
        let longest: Vec<String> = order.iter().take(12).map(|&step| format!("{step}: {:.2}", seconds[step])).collect();
        let (count, total) = (seconds.len(), seconds.iter().sum::<f64>());
        eprintln!("{of:?}: {count} steps of {total:.0} s, the longest {}", longest.join(", "));
        slowest = slowest.max(seconds[order[0]]);
    }
    assert!(slowest < MOST, "{slowest} s");
}
