//! The two terms on images that a run was not trained on, while it trains.

use crate::data::batch::BatchMaker;
use crate::data::dataset::Dataset;
use crate::error::{Error, Result};
use crate::objective::terms::Terms;
use crate::settings::RunConfig;
use crate::training::engines::Engine;

/// Images in one pass; more gain no speed.
const CHUNK: usize = 500;

/// Mean terms over the first `limit` images, in nats per image, z sampled once an image; seeded, so that
/// two models are compared under the same draws. Pixels and their corruption are as in training.
///
/// # Errors
/// [`Error::Argument`] for a limit of 0, [`Error::Device`] when the device fails, [`Error::Diverged`] for figures that are
/// not finite.
pub async fn test_terms(engine: &mut dyn Engine, config: &RunConfig, data: &Dataset, limit: usize) -> Result<Terms> {
    let count = limit.min(data.len());
    if count == 0 {
        return Err(Error::Argument("expected at least one sample to evaluate on, got 0".into()));
    }
    config.model.takes(data.spec())?;
    let mut maker = BatchMaker::evaluation(&config.model, config.train.corruption, 1);
    let mut sums = [0.0; 2];
    for start in (0..count).step_by(CHUNK) {
        let batch = maker.make(data, start..count.min(start + CHUNK))?;
        let [reconstruction, kl] = engine.evaluate(&batch).await?;
        sums = [sums[0] + reconstruction, sums[1] + kl];
    }
    Terms::new(sums[0] / count as f64, sums[1] / count as f64).finite().map_err(|_| Error::Diverged)
}
