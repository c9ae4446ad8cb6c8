//! Images that the model restores in all its ways, a part at a time.

use rand_chacha::ChaCha8Rng;

use super::by_model::{Restored, Seen, chains, encoded_samples, mean_of_chains};
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
    /// Of each image, which a conditional model is told.
    pub classes: Vec<u8>,
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
    /// As [`Chains::from`].
    pub fn advance(&mut self, inference: &Inference) -> Result<()> {
        self.stage = match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Encode => Stage::Descend(Box::new(self.encode(inference))),
            Stage::Descend(sought) => self.descend(inference, sought)?,
            Stage::Sample(chains) => self.sample(inference, chains)?,
            Stage::Turn(turns) => self.turn(inference, turns),
            Stage::Done => Stage::Done,
        };
        Ok(())
    }

    fn encode(&mut self, inference: &Inference) -> Likeliest {
        let Task { seen, classes, .. } = &self.task;
        let codes = inference.encode(&seen.shown, classes);
        self.made.push((Method::EncodeDecode, inference.decode(&codes.mu, classes)));
        if inference.check_posterior().is_ok() {
            let images = encoded_samples(inference, &codes, classes, &mut self.rng);
            self.made.push((Method::EncodedSamples, images));
        }
        Likeliest::from(codes.mu, inference)
    }

    fn descend(&mut self, inference: &Inference, mut sought: Box<Likeliest>) -> Result<Stage> {
        let Task { seen, classes, sampling, .. } = &self.task;
        sought.go_on(inference, &seen.observation, classes, DOWN);
        if sought.left() > 0 {
            return Ok(Stage::Descend(sought));
        }
        let z = sought.better(inference, &seen.observation, classes);
        self.made.push((Method::Optimised, inference.decode(&z, classes)));
        if inference.check_posterior().is_err() {
            return Ok(Stage::Done);
        }
        Ok(Stage::Sample(Box::new(chains(inference, &z, &seen.observation, classes, *sampling)?)))
    }

    fn sample(&mut self, inference: &Inference, mut chains: Box<Chains>) -> Result<Stage> {
        chains.go_on(inference, ALONG, &mut self.rng);
        if chains.left() > 0 {
            return Ok(Stage::Sample(chains));
        }
        self.made.push((Method::PosteriorMean, mean_of_chains(inference, *chains)));
        let Task { seen, classes, lost, .. } = &self.task;
        let Some(lost) = lost.clone() else { return Ok(Stage::Done) };
        Ok(Stage::Turn(Box::new(Turns::from(inference, seen, lost, classes)?)))
    }

    fn turn(&mut self, inference: &Inference, mut turns: Box<Turns>) -> Stage {
        turns.go_on(inference, TURNED, &mut self.rng);
        if turns.left() > 0 {
            return Stage::Turn(turns);
        }
        self.made.push((Method::PseudoGibbs, turns.found()));
        Stage::Done
    }
}
