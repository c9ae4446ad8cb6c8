//! Images that the model restores in all its ways, a part at a time.

use burn::tensor::Tensor;
use rand_chacha::ChaCha8Rng;

use super::by_model::{Restored, Seen, chains, decoded, encoded_samples, mean_of_chains};
use super::descent::{DESCENT, Likeliest};
use super::inference::Inference;
use super::pseudo_gibbs::{TURNS, Turns};
use super::report::Method;
use super::sampling::{Chains, Sampling};
use crate::error::Result;

/// Steps of a part, some hundredths of a second each with ten images: down from both starts, of all chains, of turns.
const DOWN: usize = 25;
const ALONG: usize = 10;
const TURNED: usize = 10;

/// What to restore, and how.
#[derive(Debug, Clone)]
pub struct Task {
    pub seen: Seen,
    /// Classes that a conditional model is told.
    pub condition: Option<Tensor<2>>,
    pub sampling: Sampling,
    /// Of each pixel of an image whether it was lost, `[D]`, where not all were: those are drawn in turns too.
    pub lost: Option<Vec<bool>>,
}

/// A task on its way.
pub struct Attempt {
    task: Task,
    rng: ChaCha8Rng,
    stage: Stage,
    made: Restored,
}

enum Stage {
    Encode,
    Descend(Box<Likeliest>),
    Sample(Box<Chains>),
    Turn(Box<Turns>),
    Done,
}

impl Attempt {
    pub fn new(task: Task, rng: ChaCha8Rng) -> Self {
        Self { task, rng, stage: Stage::Encode, made: vec![] }
    }

    /// How many parts there are of such a task. Nothing can be drawn from an autoencoder.
    pub fn parts(inference: &Inference, sampling: Sampling, are_some_lost: bool) -> usize {
        let always = 1 + DESCENT.steps.div_ceil(DOWN);
        if inference.check_posterior().is_err() {
            return always;
        }
        let turns = if are_some_lost { TURNS.div_ceil(TURNED) } else { 0 };
        always + (sampling.warm_up + sampling.steps).div_ceil(ALONG) + turns
    }

    /// What was seen, and what the model makes of it.
    pub fn made(self) -> (Seen, Restored) {
        (self.task.seen, self.made)
    }

    /// The next part.
    ///
    /// # Errors
    /// [`crate::error::Error::Device`] when the device fails.
    pub async fn advance(&mut self, inference: &Inference) -> Result<()> {
        self.stage = match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Encode => Stage::Descend(Box::new(self.encode(inference).await?)),
            Stage::Descend(sought) => self.descend(inference, sought).await?,
            Stage::Sample(chains) => self.sample(inference, chains).await?,
            Stage::Turn(turns) => self.turn(inference, turns).await?,
            Stage::Done => Stage::Done,
        };
        Ok(())
    }

    async fn encode(&mut self, inference: &Inference) -> Result<Likeliest> {
        let Task { seen, condition, .. } = &self.task;
        let shown = inference.tensor(seen.shown.clone(), inference.model().config().data.size());
        let posterior = inference.encode(shown, condition.clone());
        let warm = posterior.mu.clone();
        self.made.push((Method::EncodeDecode, decoded(inference, warm.clone(), condition.as_ref()).await?));
        if inference.check_posterior().is_ok() {
            let images = encoded_samples(inference, posterior, condition.as_ref(), &mut self.rng).await?;
            self.made.push((Method::EncodedSamples, images));
        }
        Ok(Likeliest::from(warm, inference))
    }

    async fn descend(&mut self, inference: &Inference, mut sought: Box<Likeliest>) -> Result<Stage> {
        let Task { seen, condition, sampling, .. } = &self.task;
        let (seen, condition) = (&seen.observation, condition.as_ref());
        sought.go_on(inference, seen, condition, DOWN)?;
        if sought.left() > 0 {
            return Ok(Stage::Descend(sought));
        }
        let z = sought.better(inference, seen, condition).await?;
        self.made.push((Method::Optimised, decoded(inference, z.clone(), condition).await?));
        if inference.check_posterior().is_err() {
            return Ok(Stage::Done);
        }
        Ok(Stage::Sample(Box::new(chains(inference, z, seen, condition, *sampling).await?)))
    }

    async fn sample(&mut self, inference: &Inference, mut chains: Box<Chains>) -> Result<Stage> {
        chains.go_on(inference, ALONG, &mut self.rng).await?;
        if chains.left() > 0 {
            return Ok(Stage::Sample(chains));
        }
        self.made.push((Method::PosteriorMean, mean_of_chains(inference, *chains).await?));
        let Task { seen, condition, lost, .. } = &self.task;
        let Some(lost) = lost.clone() else { return Ok(Stage::Done) };
        Ok(Stage::Turn(Box::new(Turns::from(inference, seen, lost, condition.as_ref())?)))
    }

    async fn turn(&mut self, inference: &Inference, mut turns: Box<Turns>) -> Result<Stage> {
        turns.go_on(inference, TURNED, &mut self.rng).await?;
        if turns.left() > 0 {
            return Ok(Stage::Turn(turns));
        }
        self.made.push((Method::PseudoGibbs, turns.found()));
        Ok(Stage::Done)
    }
}
