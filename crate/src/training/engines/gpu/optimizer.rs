//! The rules that move parameters along their gradients, those of [`latent_kernels::optimizer`].

use cubecl::prelude::*;
use cubecl::server::Handle;
use latent_kernels::optimizer::{BETA_1, BETA_2, EPSILON, SMOOTHING, corrected};

use super::Step;
use super::memory::{buffer, zeros};
use super::reduce::{self, total};
use super::shape::{Shape, Shapes};
use super::tile;
use super::vector::{Four, WIDTH};
use crate::settings::{self, TrainConfig};
use crate::training::schedule::Rates;

/// What a step does to each number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    /// And AdamW.
    Adam,
    Sgd,
    RmsProp,
}

/// A step's constants, as they are uploaded.
#[derive(CubeType, Clone, Copy)]
pub struct Numbers {
    /// The learning rate, with Adam's bias correction.
    rate: f32,
    /// Adam's second moment's bias correction.
    correction: f32,
    /// What a step takes of a weight: AdamW's learning rate times its decay.
    decay: f32,
    /// The momentum, or what is added to the denominator.
    constant: f32,
}

/// How parameters are moved.
pub struct Optimizer {
    settings: settings::Optimizer,
    epsilon: f64,
    /// The norm that each tensor's gradient is cut down to, 0 for none.
    most: f32,
    /// Room for a layer's gradient, in parts that are to be added up.
    gradients: Handle,
    /// Vectors in it.
    room: usize,
    /// What gradients of weight and bias are cut down by.
    scales: Handle,
}

/// A layer's gradient in parts, each as its parameters lie.
#[derive(CubeType, CubeLaunch, Clone, Copy)]
pub struct Span {
    /// Where its parameters begin among all.
    offset: usize,
    /// Where the bias begins among them, its length, and that of all.
    weight: usize,
    bias: usize,
    count: usize,
    parts: usize,
    /// How often what a step takes of a weight is taken: once, or never.
    decay: f32,
}

impl Optimizer {
    /// With room for the gradients of layers of these shapes.
    pub fn new(client: &Client, train: &TrainConfig, shapes: &Shapes) -> Self {
        let most = train.clip_norm as f32;
        let room = shapes.all().map(|shape| shape.parts() * shape.count()).max().unwrap_or_default().max(1);
        let gradients = client.empty(room * WIDTH * size_of::<f32>());
        let scales = zeros(client, 1);
        Self { settings: train.optimizer, epsilon: train.adam_epsilon, most, gradients, room, scales }
    }

    pub fn rule(&self) -> Rule {
        match self.settings {
            settings::Optimizer::Adam | settings::Optimizer::AdamW { .. } => Rule::Adam,
            settings::Optimizer::Sgd { .. } => Rule::Sgd,
            settings::Optimizer::RmsProp => Rule::RmsProp,
        }
    }

    /// The constants of a step, which counts from 1, and the KL's weight in the loss of one of `images`.
    pub fn numbers(&self, rates: Rates, step: i32, images: usize) -> [f32; super::feed::SETTINGS] {
        let learning_rate = rates.learning_rate as f32;
        let (rate, correction) = match self.rule() {
            Rule::Adam => corrected(learning_rate, step),
            Rule::Sgd | Rule::RmsProp => (learning_rate, 1.0),
        };
        let (decay, constant) = match self.settings {
            settings::Optimizer::Adam => (0.0, self.epsilon as f32),
            settings::Optimizer::AdamW { weight_decay } => (learning_rate * weight_decay as f32, self.epsilon as f32),
            settings::Optimizer::Sgd { momentum } => (0.0, momentum as f32),
            settings::Optimizer::RmsProp => (0.0, EPSILON),
        };
        [rate, correction, decay, constant, rates.beta as f32 / images as f32]
    }

    /// Whether a tensor's whole gradient has to be there before any of its numbers moves.
    pub fn clips(&self) -> bool {
        self.most > 0.0
    }

    pub fn gradients(&self) -> BufferArg {
        // SAFETY: here and below, the lengths are those that the buffers were made with, and kernels stay within.
        unsafe { buffer(&self.gradients, self.room) }
    }

    /// The same, number by number.
    pub fn gradient_numbers(&self) -> BufferArg {
        unsafe { buffer(&self.gradients, self.room * WIDTH) }
    }

    /// One step along a layer's gradient, which has been left in so many parts.
    pub fn apply(&self, step: &Step, shape: &Shape, parts: usize) {
        let decay = f32::from(u8::from(shape.decays));
        let span = || SpanLaunch::new(shape.offset, shape.weight(), shape.bias(), shape.count(), parts, decay);
        let scales = || unsafe { buffer(&self.scales, WIDTH) };
        if self.clips() {
            let (count, dim) = reduce::grid(2);
            unsafe { clip::launch_unchecked(step.client, count, dim, self.gradients(), scales(), self.most, span()) };
        }
        let (count, dim) = tile::grid(shape.count());
        let [values, first, second] = step.all.args();
        unsafe {
            apply::launch_unchecked(
                step.client,
                count,
                dim,
                self.gradients(),
                scales(),
                values,
                first,
                second,
                step.feed.arg(),
                step.feed.at,
                span(),
                self.rule(),
                self.clips(),
            );
        }
    }
}

#[cube]
pub fn numbers(feed: &[f32], step: usize) -> Numbers {
    Numbers { rate: feed[step], correction: feed[step + 1], decay: feed[step + 2], constant: feed[step + 3] }
}

/// One step of the four numbers `at` along their gradient: Adam (Kingma and Ba 2015, algorithm 1) with AdamW's decay (Loshchilov
/// and Hutter 2019, algorithm 2), descent with momentum (Polyak 1964), RMSProp (Tieleman and Hinton 2012).
#[cube]
pub fn advance(
    values: &mut [Four],
    first: &mut [Four],
    second: &mut [Four],
    at: usize,
    gradient: Four,
    numbers: &Numbers,
    #[comptime] rule: Rule,
) {
    let value = values[at];
    if comptime!(rule == Rule::Adam) {
        let mean = Four::new(BETA_1) * first[at] + Four::new(1.0 - BETA_1) * gradient;
        let square = Four::new(BETA_2) * second[at] + Four::new(1.0 - BETA_2) * gradient * gradient;
        first[at] = mean;
        second[at] = square;
        let denominator = (square * Four::new(numbers.correction)).sqrt() + Four::new(numbers.constant);
        values[at] = value - (Four::new(numbers.decay) * value + Four::new(numbers.rate) * mean / denominator);
    } else if comptime!(rule == Rule::Sgd) {
        let velocity = Four::new(numbers.constant) * first[at] + gradient;
        first[at] = velocity;
        values[at] = value - Four::new(numbers.rate) * velocity;
    } else {
        let square = Four::new(SMOOTHING) * first[at] + Four::new(1.0 - SMOOTHING) * gradient * gradient;
        first[at] = square;
        values[at] = value - Four::new(numbers.rate) * gradient / (square.sqrt() + Four::new(numbers.constant));
    }
}

/// The sum of the parts `at` a place.
#[cube]
fn sum_of(gradients: &[Four], at: usize, span: &Span) -> Four {
    let mut sum = gradients[at];
    for part in 1..span.parts {
        sum += gradients[part * span.count + at];
    }
    sum
}

#[cube]
fn is_bias(at: usize, span: &Span) -> bool {
    at >= span.weight && at < span.weight + span.bias
}

/// What cuts the norm of the weight's gradient down to `most`, and that of the bias's: a cube each.
#[cube(launch_unchecked)]
fn clip(gradients: &[Four], scales: &mut [f32], most: f32, span: Span) {
    let wanted = CUBE_POS == 1;
    let mut squares = f32::new(0.0);
    for at in range_stepped(UNIT_POS as usize, span.count, CUBE_DIM as usize) {
        let gradient = sum_of(gradients, at, &span);
        squares += select(is_bias(at, &span) == wanted, gradient.dot(gradient), 0.0);
    }
    let norm = total(squares).sqrt();
    if UNIT_POS == 0 {
        scales[CUBE_POS] = select(norm > most, most / norm, 1.0);
    }
}

/// A step of every parameter of a layer.
#[cube(launch_unchecked)]
fn apply(
    gradients: &[Four],
    scales: &[f32],
    values: &mut [Four],
    first: &mut [Four],
    second: &mut [Four],
    feed: &[f32],
    step: usize,
    span: Span,
    #[comptime] rule: Rule,
    #[comptime] clips: bool,
) {
    if ABSOLUTE_POS < span.count {
        let mut gradient = sum_of(gradients, ABSOLUTE_POS, &span);
        if comptime!(clips) {
            gradient *= Four::new(select(is_bias(ABSOLUTE_POS, &span), scales[1], scales[0]));
        }
        let mut numbers = numbers(feed, step);
        numbers.decay *= span.decay;
        advance(values, first, second, span.offset + ABSOLUTE_POS, gradient, &numbers, rule);
    }
}
