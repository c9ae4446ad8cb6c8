//! Parameters, and the rules that move them along their gradients. A rule is a file: its step and what it gathers.

mod adam;
mod rms_prop;
mod sgd;

pub use adam::{Adam, BETA_1, BETA_2, EPSILON, corrected};
pub use rms_prop::{RmsProp, SMOOTHING};
pub use sgd::Sgd;

use crate::parallel::{grain, join};

/// Fewer numbers than this are not worth another thread.
const MIN_GRAIN: usize = 8192;
/// Numbers whose gradient is put together at once, on the stack.
const CHUNK: usize = 1024;

/// What a step does to each number; the same for all numbers of a step.
#[derive(Debug, Clone, Copy)]
pub enum Rule {
    Adam(Adam),
    Sgd(Sgd),
    RmsProp(RmsProp),
}

/// Values with what the optimiser gathers of each.
pub struct Parameter {
    pub value: Vec<f32>,
    /// A rule needs none, one or both; as long as the values where a step has needed them, or empty.
    moments: [Vec<f32>; 2],
}

impl Parameter {
    pub fn new(value: Vec<f32>) -> Self {
        Self { value, moments: Default::default() }
    }

    /// So many of what the optimiser gathers: zeros before the first step.
    pub fn moments(&mut self, count: usize) -> &[Vec<f32>] {
        let length = self.value.len();
        self.moments.iter_mut().take(count).for_each(|moments| moments.resize(length, 0.0));
        &self.moments[..count]
    }

    /// Goes on with what was gathered before.
    pub fn restore(&mut self, place: usize, moments: Vec<f32>) {
        self.moments[place] = moments;
    }

    /// One step along the sum of the gradients that the parts of a batch, one or more, gave, its norm cut down to `most` where that is above 0.
    pub fn update(&mut self, gradients: &[&[f32]], rule: Rule, most: f32) {
        self.moments(rule.moments());
        let scale = if most > 0.0 { shrink(norm(gradients), most) } else { 1.0 };
        let grain = grain(self.value.len()).max(MIN_GRAIN);
        let [first, second] = &mut self.moments;
        let numbers = Numbers { value: &mut self.value, first, second, at: 0 };
        numbers.update(&Step { gradients, scale, rule }, grain);
    }
}

impl Rule {
    /// How many numbers it gathers of each value.
    pub fn moments(self) -> usize {
        if matches!(self, Self::Adam(_)) { 2 } else { 1 }
    }

    /// The same, but that nothing decays.
    pub fn without_decay(self) -> Self {
        match self {
            Self::Adam(rule) => Self::Adam(rule.without_decay()),
            Self::Sgd(_) | Self::RmsProp(_) => self,
        }
    }
}

struct Step<'a> {
    gradients: &'a [&'a [f32]],
    scale: f32,
    rule: Rule,
}

/// Some of a parameter's numbers, from the place `at`.
struct Numbers<'a> {
    value: &'a mut [f32],
    first: &'a mut [f32],
    second: &'a mut [f32],
    at: usize,
}

impl Numbers<'_> {
    /// At most `grain` numbers on one thread.
    fn update(self, step: &Step, grain: usize) {
        if self.value.len() > grain {
            let half = self.value.len() / 2;
            let (value, first) = (self.value.split_at_mut(half), self.first.split_at_mut(half));
            let second = self.second.split_at_mut(half.min(self.second.len()));
            let before = Numbers { value: value.0, first: first.0, second: second.0, at: self.at };
            let after = Numbers { value: value.1, first: first.1, second: second.1, at: self.at + half };
            join(|| before.update(step, grain), || after.update(step, grain));
            return;
        }
        let mut sum = [0.0; CHUNK];
        let mut second = self.second.chunks_mut(CHUNK);
        for (index, (value, first)) in self.value.chunks_mut(CHUNK).zip(self.first.chunks_mut(CHUNK)).enumerate() {
            let gradient = &mut sum[..value.len()];
            add_up(step.gradients, self.at + index * CHUNK, step.scale, gradient);
            match step.rule {
                Rule::Adam(rule) => rule.apply(value, gradient, first, second.next().unwrap_or_default()),
                Rule::Sgd(rule) => rule.apply(value, gradient, first),
                Rule::RmsProp(rule) => rule.apply(value, gradient, first),
            }
        }
    }
}

/// The gradients' sum from the place `at`, times `scale`.
fn add_up(gradients: &[&[f32]], at: usize, scale: f32, sum: &mut [f32]) {
    sum.copy_from_slice(&gradients[0][at..at + sum.len()]);
    for part in &gradients[1..] {
        sum.iter_mut().zip(&part[at..]).for_each(|(sum, part)| *sum += part);
    }
    if scale != 1.0 {
        sum.iter_mut().for_each(|sum| *sum *= scale);
    }
}

/// Of the sum of the gradients that the parts of a batch gave.
pub fn norm(gradients: &[&[f32]]) -> f32 {
    let length = gradients[0].len();
    let (mut sum, mut squares) = ([0.0; CHUNK], 0.0);
    for at in (0..length).step_by(CHUNK) {
        let sum = &mut sum[..CHUNK.min(length - at)];
        add_up(gradients, at, 1.0, sum);
        squares += sum.iter().map(|&value| f64::from(value).powi(2)).sum::<f64>();
    }
    squares.sqrt() as f32
}

fn shrink(norm: f32, most: f32) -> f32 {
    if norm > most { most / norm } else { 1.0 }
}
