//! `latent evaluate`.

use std::path::PathBuf;

use indicatif::ProgressBar;
use latent_explorer::data::dataset::Dataset;
use latent_explorer::evaluation::evaluator::{Evaluation, Evaluator};
use latent_explorer::model::network::Network;
use latent_explorer::model::weights::Weights;
use latent_explorer::uses::Use;
use latent_explorer::uses::anomaly::Stranger;
use latent_explorer::uses::report::Shown;
use latent_explorer::uses::survey::{self, Options};
use latent_explorer::uses::words::{Topic, topics};

use crate::data::{Data, DataArgs};
use crate::say::print;
use crate::{Failure, files, of_texts};

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    data: DataArgs,
    /// Safetensors file of the model.
    #[arg(long)]
    weights: PathBuf,
    /// Evaluate on the first test samples only.
    #[arg(long, default_value_t = 10_000)]
    limit: usize,
    /// Importance samples of z for each of them; papers take 500 or 5000.
    #[arg(long, default_value_t = 500)]
    samples: usize,
    /// What the model is good for: this use's figures and those of plain methods, instead of the model's own.
    #[arg(long = "use", value_enum, value_name = "USE")]
    of: Option<Use>,
    /// Data whose test images `--use anomaly` is shown too; as often as there are such.
    #[arg(long = "stranger", value_name = "DATA", requires = "of")]
    strangers: Vec<PathBuf>,
    /// Model whose suggestions `--use recommend` averages with those of --weights; as often as there are such.
    #[arg(long = "beside", value_name = "WEIGHTS", requires = "of")]
    others: Vec<PathBuf>,
}

/// Digits and samples of the second, quick evaluation: one that a test recomputes in a second.
const QUICK: (usize, usize) = (200, 50);

/// Prints the model and its figures on the test samples as JSON, in nats a sample, with a quick evaluation beside the
/// one asked for.
pub fn run(args: Args) -> Result<(), Failure> {
    let weights = files::read_weights(&args.weights)?;
    if let Some(of) = args.of {
        return measure(of, weights, &args);
    }
    let spec = &weights.config().data;
    let (train, test) = match spec.terms.is_some() || spec.is_text() {
        true => args.data.read().map(|Data { train, test, .. }| (Some(train), test))?,
        false => (None, args.data.test()?),
    };
    let counted = train.as_deref().filter(|train| train.spec().terms.is_some());
    let evaluate = |sizes| evaluate(weights.clone(), counted, &test, sizes);
    let quick = evaluate(QUICK)?;
    let evaluation = evaluate((args.limit, args.samples))?;
    let mut report = serde_json::json!({ "model": weights.config(), "evaluation": evaluation, "quick": quick });
    if let Some(train) = counted {
        let topics = topics(&Network::new(weights.clone()), train.rows()?)?;
        let coherence = topics.iter().map(|Topic { coherence, .. }| coherence).sum::<f64>() / topics.len() as f64;
        report["topics"] = serde_json::json!({ "coherence": coherence, "each": topics });
    }
    if let Some(train) = train.filter(|train| train.spec().is_text()) {
        report["plain"] = of_texts::plain(&train, &test, args.limit)?;
        report["drawn"] = of_texts::drawn(&Network::new(weights), &train)?;
    }
    print(&serde_json::to_string_pretty(&report)?)
}

/// Prints the figures of a use on the test images as JSON.
fn measure(of: Use, weights: Weights, args: &Args) -> Result<(), Failure> {
    let model = weights.config().clone();
    let stranger = |path: &PathBuf| -> Result<Stranger, Failure> {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        Ok(Stranger { shown: Shown::Other { name }, data: args.data.test_elsewhere(path.clone())? })
    };
    let strangers = args.strangers.iter().map(stranger).collect::<Result<_, _>>()?;
    let others = args.others.iter().map(|path| files::read_weights(path)).collect::<Result<_, _>>()?;
    let mut survey = survey::open(of, weights, Options { limit: args.limit, strangers, others })?;
    let parts = args.data.read()?;
    let data = survey::Data { train: &parts.train, test: &parts.test };
    let bar = ProgressBar::new(survey.progress(data).1 as u64);
    while let (done, all) = survey.progress(data)
        && done < all
    {
        survey.advance(data)?;
        bar.set_position(done as u64);
    }
    bar.finish_and_clear();
    let images = args.limit.min(parts.test.len());
    let report = serde_json::json!({ "model": model, "use": of, "images": images, "rows": survey.report()? });
    print(&serde_json::to_string_pretty(&report)?)
}

/// On test images; of texts the words of the training texts are counted too.
fn evaluate(
    weights: Weights,
    train: Option<&Dataset>,
    digits: &Dataset,
    (limit, samples): (usize, usize),
) -> Result<Evaluation, Failure> {
    let mut evaluator = Evaluator::new(weights, samples, limit)?;
    train.iter().try_for_each(|train| evaluator.learn(train))?;
    let bar = ProgressBar::new(evaluator.progress(digits).1 as u64);
    while let (done, all) = evaluator.progress(digits)
        && done < all
    {
        evaluator.advance(digits)?;
        bar.set_position(done as u64);
    }
    bar.finish_and_clear();
    Ok(evaluator.report()?)
}
