//! A softmax classifier of points: without hidden layers a linear probe (multinomial logistic regression), with some a network
//! whose last hidden layer gives features.

use latent_kernels::layers::{Dense, Input, Layer, Pass, backward, forward};
use latent_kernels::optimizer::{Adam, EPSILON, Rule};
use rand_chacha::ChaCha8Rng;

use super::most_right::MostRight;
use super::points::{Points, Scale};
use super::queue::Queue;
use crate::seed::{Stream, generator, uniforms};

/// Points of a step.
const BATCH: usize = 256;
/// Steps at least, however few the points.
const LEAST_STEPS: usize = 1000;
/// Points that go through at once.
const ROWS: usize = 1000;
/// How often one that seeks to tell most of them right looks how many it does.
const LOOKS: usize = 20;

/// Steps in which so many points are seen so many times, or more often where they are few.
pub fn steps(points: usize, epochs: usize) -> usize {
    (epochs * points).div_ceil(BATCH).max(LEAST_STEPS)
}

/// A classifier in training, and trained.
pub struct Classifier {
    layers: Vec<Layer>,
    passes: Vec<Pass>,
    classes: usize,
    /// What points are shifted and scaled by before: numbers to mean 0 and deviation 1, images not at all.
    standard: Option<[Vec<f32>; 2]>,
    highest_rate: f32,
    /// Steps done, and all of them.
    steps: [usize; 2],
    shuffle: ChaCha8Rng,
    order: Queue,
    most_right: Option<MostRight>,
}

impl Classifier {
    /// One for such points, untrained.
    pub fn new(points: Points<'_>, classes: usize, hidden: &[usize], epochs: usize, seed: u32) -> Self {
        let mut rng = generator(seed, Stream::Weights);
        let sizes: Vec<usize> = [&[points.size], hidden, &[classes]].concat();
        let is_linear = hidden.is_empty();
        let layer = |pair: &[usize]| {
            let bound = if is_linear { 0.0 } else { 1.0 / (pair[0] as f32).sqrt() };
            let weight = uniforms(&mut rng, bound, pair[0] * pair[1]);
            let mut layer = Layer::Dense(Dense::new(pair[0], 0, pair[1], weight, vec![0.0; pair[1]]));
            layer.pack();
            layer
        };
        let layers: Vec<Layer> = sizes.windows(2).map(layer).collect();
        Self {
            passes: layers.iter().map(|_| Pass::default()).collect(),
            layers,
            classes,
            standard: (points.scale() == Scale::Own).then(|| standard(points)),
            highest_rate: highest_rate(points.scale(), is_linear),
            steps: [0, steps(points.count(), epochs)],
            shuffle: generator(seed, Stream::Shuffle),
            order: Queue::of((0..points.count()).collect()),
            most_right: None,
        }
    }

    /// One that ends as it was when it told most of its points right, rather than with the lowest loss: of two numbers the loss goes
    /// on falling while fewer are. How sure it is of a class says less then.
    pub fn seeking_most_right(mut self) -> Self {
        self.most_right = Some(MostRight::default());
        self
    }

    /// One that is trained to the end.
    pub fn fit(points: Points<'_>, labels: &[u8], classes: usize, hidden: &[usize], epochs: usize, seed: u32) -> Self {
        let mut own = Self::new(points, classes, hidden, epochs, seed);
        while own.advance(points, labels, usize::MAX) {}
        own
    }

    /// Goes on for so many steps of Adam, its rate falling to 0, with a penalty of |weights|^2 / 2N (scikit-learn's C = 1); whether
    /// there are more to come.
    pub fn advance(&mut self, points: Points<'_>, labels: &[u8], steps: usize) -> bool {
        let [done, all] = self.steps;
        for step in done..all.min(done.saturating_add(steps)) {
            let batch = self.order.next(BATCH, &mut self.shuffle);
            let rate = self.highest_rate * (1.0 - step as f32 / all as f32);
            self.learn(points, labels, &batch, rate, step as i32 + 1);
            self.steps[0] = step + 1;
            self.look(points, labels);
        }
        self.steps[0] < all
    }

    /// Now and then, and in the end.
    fn look(&mut self, points: Points<'_>, labels: &[u8]) {
        let [done, all] = self.steps;
        if done % (all / LOOKS) != 0 && done < all {
            return;
        }
        let Some(mut most_right) = self.most_right.take() else { return };
        let right = self.classes(points).iter().zip(labels).filter(|(guess, label)| guess == label).count();
        most_right.look(right, &self.layers);
        if done < all {
            self.most_right = Some(most_right);
        } else {
            most_right.restore(&mut self.layers);
        }
    }

    fn learn(&mut self, points: Points<'_>, labels: &[u8], batch: &[usize], rate: f32, step: i32) {
        let input = self.standardised(points.picked(batch));
        let input = Input::Dense(&input);
        forward(&self.layers, &mut self.passes, &input, &[], batch.len());
        let classes = self.classes;
        let last = self.passes.len() - 1;
        let Pass { output, delta, .. } = &mut self.passes[last];
        softmax(output, classes);
        delta.clone_from(output);
        for (delta, &index) in delta.chunks_exact_mut(classes).zip(batch) {
            delta[usize::from(labels[index])] -= 1.0;
            delta.iter_mut().for_each(|delta| *delta /= batch.len() as f32);
        }
        backward(&self.layers, &mut self.passes, &input, &[], None);
        let penalty = 1.0 / labels.len() as f32;
        let rule = Rule::Adam(Adam::new(rate, EPSILON, 0.0, step));
        improve(&mut self.layers, &mut self.passes, penalty, rule);
    }

    fn standardised(&self, input: Vec<f32>) -> Vec<f32> {
        match &self.standard {
            Some(standard) => standardised(input, standard),
            None => input,
        }
    }

    /// How sure it is of each class, from 0 to 1, `[N, classes]`.
    pub fn confidences(&mut self, points: Points<'_>) -> Vec<f32> {
        let mut all = self.through(points, 0);
        softmax(&mut all, self.classes);
        all
    }

    /// The class that it is surest of, `[N]`.
    pub fn classes(&mut self, points: Points<'_>) -> Vec<u8> {
        likeliest(&self.through(points, 0), self.classes)
    }

    /// What its last hidden layer says, `[N, width]`.
    pub fn features(&mut self, points: Points<'_>) -> Vec<f32> {
        self.through(points, 1)
    }

    /// The outputs of the layer that is so many before the last.
    fn through(&mut self, points: Points<'_>, before: usize) -> Vec<f32> {
        let mut all = vec![];
        for start in (0..points.count()).step_by(ROWS) {
            let end = points.count().min(start + ROWS);
            let input = self.standardised(points.rows(start..end).into_owned());
            forward(&self.layers, &mut self.passes, &Input::Dense(&input), &[], end - start);
            let layer = self.layers.len() - 1 - before.min(self.layers.len() - 1);
            all.extend_from_slice(&self.passes[layer].output);
        }
        all
    }
}

/// Numbers of rows of length 1 are small, and their weights large.
fn highest_rate(scale: Scale, is_linear: bool) -> f32 {
    match (scale, is_linear) {
        (Scale::UnitRows, true) => 5e-2,
        (Scale::Own, true) => 2e-2,
        _ => 2e-3,
    }
}

/// Mean and deviation of each number of the points.
pub fn standard(points: Points<'_>) -> [Vec<f32>; 2] {
    let size = points.size;
    let rows = points.rows(0..points.count());
    let mut moments = vec![[0.0_f64; 2]; size];
    for row in rows.chunks_exact(size) {
        for (sums, &value) in moments.iter_mut().zip(row) {
            *sums = [sums[0] + f64::from(value), sums[1] + f64::from(value).powi(2)];
        }
    }
    let count = points.count() as f64;
    let mean = moments.iter().map(|sums| (sums[0] / count) as f32).collect();
    // One that never changes is left so.
    let deviation = |sums: &[f64; 2]| (sums[1] / count - (sums[0] / count).powi(2)).max(0.0).sqrt() as f32;
    let deviation = moments.iter().map(deviation).map(|deviation| if deviation > 1e-6 { deviation } else { 1.0 });
    [mean, deviation.collect()]
}

/// Rows of numbers, each by its mean and deviation to mean 0 and deviation 1.
pub fn standardised(mut rows: Vec<f32>, [mean, deviation]: &[Vec<f32>; 2]) -> Vec<f32> {
    for row in rows.chunks_exact_mut(mean.len()) {
        for ((value, mean), deviation) in row.iter_mut().zip(mean).zip(deviation) {
            *value = (*value - mean) / deviation;
        }
    }
    rows
}

/// A step by what the passes have left, with a penalty of so much times |weights|^2 / 2.
pub fn improve(layers: &mut [Layer], passes: &mut [Pass], penalty: f32, rule: Rule) {
    for (layer, pass) in layers.iter_mut().zip(passes) {
        let ([gradient, _], weight) = (&mut pass.change.gradients, layer.parameters().first());
        let values = weight.into_iter().flat_map(|weight| &weight.value);
        gradient.iter_mut().zip(values).for_each(|(gradient, value)| *gradient += penalty * value);
        layer.update(&[pass], rule, 0.0);
    }
}

/// The class of which each row has most, `[N]`, of rows `[N, classes]`.
pub fn likeliest(rows: &[f32], classes: usize) -> Vec<u8> {
    let of_row = |row: &[f32]| (0..row.len()).max_by(|&a, &b| row[a].total_cmp(&row[b])).unwrap_or_default() as u8;
    rows.chunks_exact(classes).map(of_row).collect()
}

/// Each row of logits to shares of 1.
pub fn softmax(logits: &mut [f32], classes: usize) {
    for row in logits.chunks_exact_mut(classes) {
        let largest = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        row.iter_mut().for_each(|value| *value = (*value - largest).exp());
        let sum: f32 = row.iter().sum();
        row.iter_mut().for_each(|value| *value /= sum);
    }
}
