//! How long the steps of every use's survey take on the whole of MNIST, so that they can be watched and stopped; or on the data of another
//! shipped model, `MODEL`, in a folder of as many files.

use std::path::{Path, PathBuf};
use std::{env, fs};

use latent_explorer::data::dataset::Dataset;
use latent_explorer::model::weights::{Weights, read};
use latent_explorer::settings::DataSpec;
use latent_explorer::uses::Use;
use latent_explorer::uses::survey::{Data, Options, open};

/// Each use with as many test images as show all kinds of its steps.
const SURVEYS: [(Use, usize); 8] = [
    (Use::Denoise, 10),
    (Use::Repair, 10),
    (Use::Enlarge, 10),
    (Use::Compress, 100),
    (Use::Anomaly, 100),
    (Use::Sort, 10_000),
    (Use::Generate, 10_000),
    (Use::Reduce, 2000),
];

/// Seconds of a processor; in a page, in wasm, they are two or three times as many.
const MOST: f64 = 0.6;
/// Of the clock that Linux counts a process's time by.
const TICKS: f64 = 100.0;

fn shipped() -> Weights {
    let name = env::var("MODEL").unwrap_or("mnist-20d".into());
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../assets/{name}.safetensors"));
    read(&fs::read(file).unwrap()).unwrap()
}

fn part(folder: &Path, name: &str, spec: &DataSpec) -> Dataset {
    let file = |kind: &str| fs::read(folder.join(format!("{name}-{kind}-ubyte.gz"))).unwrap();
    Dataset::read(&file("images-idx3"), &file("labels-idx1"), spec).unwrap()
}

/// Seconds of a processor that this process has had: the machine may be busy with others.
fn spent() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap();
    let after_name = stat.rsplit(')').next().unwrap().split_whitespace();
    after_name.skip(11).take(2).map(|ticks| ticks.parse::<f64>().unwrap()).sum::<f64>() / TICKS
}

/// The seconds of each step.
fn steps(of: Use, limit: usize, data: Data<'_>) -> Vec<f64> {
    let mut survey = open(of, shipped(), Options { limit, strangers: vec![], others: vec![] }).unwrap();
    let mut seconds = vec![];
    while let (done, all) = survey.progress(data)
        && done < all
    {
        let start = spent();
        survey.advance(data).unwrap();
        seconds.push(spent() - start);
    }
    seconds
}

#[test]
#[ignore = "minutes on Linux, alone: WHOLE_MNIST=FOLDER, with --ignored --nocapture pace"]
fn no_step_of_any_use_keeps_one_waiting() {
    let folder = PathBuf::from(env::var_os("WHOLE_MNIST").unwrap());
    let spec = &shipped().config().data.clone();
    let (train, test) = (part(&folder, "train", spec), part(&folder, "t10k", spec));
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
