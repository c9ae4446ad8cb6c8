//! `latent bench`.

use std::io::stdin;
use std::num::NonZero;
use std::thread::available_parallelism;
use std::time::Instant;

use latent_explorer::data::training_data::TrainingData;
use latent_explorer::training::Trainer;

use crate::Failure;
use crate::backend::Choice;
use crate::data::{Data, DataArgs};
use crate::say::print;
use crate::settings::Settings;

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    data: DataArgs,
    #[command(flatten)]
    settings: Settings,
    /// Threads to train on, at most one for each processor; 0 is as many.
    #[arg(long, env = "RAYON_NUM_THREADS", default_value_t = 0)]
    threads: usize,
    /// A GPU, by any name but the first, needs a build with `--features cli,webgpu`.
    #[arg(long, value_enum, default_value = "cpu")]
    backend: Choice,
}

/// For each line of standard input, which is a number of steps, trains that many and prints how long they took.
pub async fn run(args: Args) -> Result<(), Failure> {
    let most = available_parallelism().map_or(1, NonZero::get);
    rayon::ThreadPoolBuilder::new().num_threads(args.threads.min(most)).build_global()?;
    let Data { train, is_own, .. } = args.data.read()?;
    let run = args.settings.run(1, None, is_own.then(|| train.spec()))?;
    let mut trainer = Trainer::new(run, TrainingData::of(train, 0)?, args.backend.open().await?).await?;
    for line in stdin().lines() {
        let line = line?;
        let steps: usize =
            line.trim().parse().map_err(|_| format!("expected a number of steps on each line, got \"{line}\""))?;
        let start = Instant::now();
        for _ in 0..steps {
            trainer.step()?;
        }
        let loss = -trainer.read_terms().await?.elbo;
        let milliseconds = start.elapsed().as_secs_f64() * 1e3;
        let report = serde_json::json!({
            "threads": rayon::current_num_threads(),
            "steps": steps,
            "milliseconds": milliseconds,
            "millisecondsPerStep": milliseconds / steps as f64,
            "loss": loss,
        });
        print(&report.to_string())?;
    }
    Ok(())
}
