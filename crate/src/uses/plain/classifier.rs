//! A softmax classifier of points: without hidden layers a linear probe (multinomial logistic regression), with some a network
//! whose last hidden layer gives features.

use latent_kernels::layer::{Input, Layer, backward, forward};
use rand::seq::SliceRandom;

use super::points::Points;
use crate::seed::{Stream, generator, uniforms};

const BATCH: usize = 256;
/// Steps at least, however few the points.
const STEPS: usize = 400;
/// Points that go through at once.
const ROWS: usize = 1000;
/// Adam's, in PyTorch's words.
const EPSILON: f32 = 1e-8;

/// A classifier in training, and trained.
pub struct Classifier {
    layers: Vec<Layer>,
    classes: usize,
    /// What points are shifted and scaled by before: numbers to mean 0 and deviation 1, images not at all.
    standard: Option<[Vec<f32>; 2]>,
}

impl Classifier {
    /// Trained by Adam, its rate falling to 0, with a penalty of |weights|^2 / 2N (scikit-learn's C = 1).
    pub fn fit(points: Points<'_>, labels: &[u8], classes: usize, hidden: &[usize], epochs: usize, seed: u32) -> Self {
        let mut rng = generator(seed, Stream::Weights);
        let sizes: Vec<usize> = [&[points.size], hidden, &[classes]].concat();
        let layer = |pair: &[usize]| {
            let bound = 1.0 / (pair[0] as f32).sqrt();
            let weight = if hidden.is_empty() {
                vec![0.0; pair[0] * pair[1]]
            } else {
                uniforms(&mut rng, bound, pair[0] * pair[1])
            };
            Layer::new(pair[0], pair[1], weight, vec![0.0; pair[1]])
        };
        let layers = sizes.windows(2).map(layer).collect();
        let standard = (!points.are_images()).then(|| standard(points));
        let mut own = Self { layers, classes, standard };
        let highest: f32 = if hidden.is_empty() && !points.are_images() { 2e-2 } else { 2e-3 };
        let steps = (epochs * points.count()).div_ceil(BATCH).max(STEPS);
        let mut order: Vec<usize> = (0..points.count()).collect();
        let mut rng = generator(seed, Stream::Shuffle);
        let mut at = order.len();
        for step in 0..steps {
            if at == order.len() {
                order.shuffle(&mut rng);
                at = 0;
            }
            let batch = &order[at..(at + BATCH).min(order.len())];
            at += batch.len();
            let rate = highest * (1.0 - step as f32 / steps as f32);
            own.learn(points, labels, batch, rate, step as i32 + 1);
        }
        own
    }

    fn learn(&mut self, points: Points<'_>, labels: &[u8], batch: &[usize], rate: f32, step: i32) {
        let input = self.standardised(points.picked(batch));
        forward(&mut self.layers, &Input::Dense(&input), batch.len());
        let classes = self.classes;
        let last = self.layers.len() - 1;
        let Layer { output, delta, .. } = &mut self.layers[last];
        softmax(output, classes);
        delta.copy_from_slice(output);
        for (delta, &index) in delta.chunks_exact_mut(classes).zip(batch) {
            delta[usize::from(labels[index])] -= 1.0;
            delta.iter_mut().for_each(|delta| *delta /= batch.len() as f32);
        }
        backward(&mut self.layers, &Input::Dense(&input), batch.len(), None);
        let penalty = 1.0 / labels.len() as f32;
        for layer in &mut self.layers {
            let [weight, _] = layer.parameters();
            weight.gradient.iter_mut().zip(&weight.value).for_each(|(gradient, value)| *gradient += penalty * value);
            layer.update(rate, EPSILON, step);
        }
    }

    fn standardised(&self, mut input: Vec<f32>) -> Vec<f32> {
        if let Some([mean, deviation]) = &self.standard {
            for row in input.chunks_exact_mut(mean.len()) {
                for ((value, mean), deviation) in row.iter_mut().zip(mean).zip(deviation) {
                    *value = (*value - mean) / deviation;
                }
            }
        }
        input
    }

    /// How sure it is of each class, from 0 to 1, `[N, classes]`.
    pub fn confidences(&mut self, points: Points<'_>) -> Vec<f32> {
        let mut all = self.through(points, 0);
        softmax(&mut all, self.classes);
        all
    }

    /// The class that it is surest of, `[N]`.
    pub fn classes(&mut self, points: Points<'_>) -> Vec<u8> {
        let likeliest =
            |row: &[f32]| (0..row.len()).max_by(|&a, &b| row[a].total_cmp(&row[b])).unwrap_or_default() as u8;
        self.through(points, 0).chunks_exact(self.classes).map(likeliest).collect()
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
            forward(&mut self.layers, &Input::Dense(&input), end - start);
            let layer = self.layers.len() - 1 - before.min(self.layers.len() - 1);
            all.extend_from_slice(&self.layers[layer].output);
        }
        all
    }
}

/// Mean and deviation of each number of the points.
fn standard(points: Points<'_>) -> [Vec<f32>; 2] {
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

/// Each row of logits to shares of 1.
fn softmax(logits: &mut [f32], classes: usize) {
    for row in logits.chunks_exact_mut(classes) {
        let largest = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        row.iter_mut().for_each(|value| *value = (*value - largest).exp());
        let sum: f32 = row.iter().sum();
        row.iter_mut().for_each(|value| *value /= sum);
    }
}
