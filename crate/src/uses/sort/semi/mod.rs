//! A class told from few labels and many rows without any: a VAE over a model's codes that has the class as a second latent, M2 over
//! M1 of Kingma et al. 2014 (Semi-supervised learning with deep generative models).

mod bound;
mod rows;

use latent_kernels::layers::{Dense, Input, Layer, Pass, backward, forward};
use latent_kernels::optimizer::{Adam, EPSILON, Rule};
use rand_chacha::ChaCha8Rng;

use bound::Bound;
use rows::Rows;

use crate::seed::{Stream, generator, normals};
use crate::uses::plain::classifier::{improve, likeliest, softmax, standard, standardised};
use crate::uses::plain::points::Points;
use crate::uses::plain::queue::Queue;
use crate::uses::sort::few::Task;

/// Steps, the first one's rate, which falls to 0, and rows of each kind in a step; those without labels are gone through once a class,
/// so that of more than two classes there are fewer.
pub const STEPS: usize = 600;
const RATE: f32 = 3e-3;
const BATCH: usize = 200;
/// What a nat of the labels' cross-entropy counts beside a nat of the bound (alpha of Kingma et al. 2014 over N).
const ALPHA: f32 = 1.0;

/// Rows that are learnt from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Learnt {
    /// Those with labels alone: the same classifier without M2.
    Labelled,
    /// All.
    All,
}

/// Such a model in training, and trained.
pub struct Semi {
    /// All rows' codes, standardised.
    points: Vec<f32>,
    /// Deviations of their posteriors on that scale; none of an autoencoder's.
    spread: Vec<f32>,
    standard: [Vec<f32>; 2],
    labels: Vec<u8>,
    classes: usize,
    classifier: [Layer; 1],
    pass: [Pass; 1],
    bound: Option<Bound>,
    labelled: Queue,
    others: Queue,
    rng: ChaCha8Rng,
    step: usize,
}

impl Semi {
    /// Of posteriors' means `[N, Z]` and log variances, as many or none, of which some, `chosen`, have labels that may be known; an
    /// untrained one.
    pub fn new(task: Task<'_>, log_var: &[f32], chosen: &[usize], learnt: Learnt, seed: u32) -> Self {
        let Task { train: points, labels, classes, .. } = task;
        let mut rng = generator(seed, Stream::Weights);
        let standard = standard(points);
        let mut is_known = vec![false; points.count()];
        chosen.iter().for_each(|&index| is_known[index] = true);
        let others: Vec<usize> = (0..points.count()).filter(|&index| !is_known[index]).collect();
        let size = points.size;
        let is_semi = learnt == Learnt::All && !others.is_empty();
        let mut classifier = Layer::Dense(Dense::new(size, 0, classes, vec![0.0; size * classes], vec![0.0; classes]));
        classifier.pack();
        let scales = standard[1].iter().cycle();
        Self {
            spread: log_var.iter().zip(scales).map(|(log_var, scale)| (0.5 * log_var).exp() / scale).collect(),
            points: standardised(points.rows(0..points.count()).into_owned(), &standard),
            standard,
            labels: labels.to_vec(),
            classes,
            classifier: [classifier],
            pass: Default::default(),
            bound: is_semi.then(|| Bound::new(size, classes, &mut rng)),
            labelled: Queue::of(chosen.to_vec()),
            others: Queue::of(others),
            rng,
            step: 0,
        }
    }

    /// Goes on for so many steps of Adam; whether there are more to come.
    pub fn advance(&mut self, steps: usize) -> bool {
        for _ in self.step..STEPS.min(self.step + steps) {
            let rate = RATE * (1.0 - self.step as f32 / STEPS as f32);
            self.step += 1;
            self.learn(Rule::Adam(Adam::new(rate, EPSILON, 0.0, self.step as i32)));
        }
        self.step < STEPS
    }

    /// A step down the loss of Kingma et al. 2014 (eq. 9) over N.
    fn learn(&mut self, rule: Rule) {
        let labelled = self.labelled.next(BATCH, &mut self.rng);
        let few = (2 * BATCH / self.classes).clamp(1, BATCH);
        let others = if self.bound.is_some() { self.others.next(few, &mut self.rng) } else { vec![] };
        let x = self.drawn(&[labelled.as_slice(), &others].concat());
        let known: Vec<u8> = labelled.iter().map(|&index| self.labels[index]).collect();
        forward(&self.classifier, &mut self.pass, &Input::Dense(&x), &[], labelled.len() + others.len());
        let Pass { output, delta, .. } = &mut self.pass[0];
        softmax(output, self.classes);
        delta.clone_from(output);
        let (of_labelled, of_others) = delta.split_at_mut(known.len() * self.classes);
        for (delta, &class) in of_labelled.chunks_exact_mut(self.classes).zip(&known) {
            delta[usize::from(class)] -= 1.0;
            delta.iter_mut().for_each(|delta| *delta *= ALPHA / known.len() as f32);
        }
        let count = self.labelled.all.len() as f32;
        if let Some(bound) = &mut self.bound {
            let weight = count / (self.labels.len() * known.len()) as f32;
            Rows::new(&x, &known, self.standard[0].len(), self.classes, &mut self.rng)
                .improve(bound, weight, of_others, rule);
        }
        backward(&self.classifier, &mut self.pass, &Input::Dense(&x), &[], None);
        improve(&mut self.classifier, &mut self.pass, ALPHA / count, rule);
    }

    /// z of M1, drawn from these rows' posteriors.
    fn drawn(&mut self, indices: &[usize]) -> Vec<f32> {
        let size = self.standard[0].len();
        let mut x = Points::numbers(&self.points, size).picked(indices);
        if !self.spread.is_empty() {
            let spread = Points::numbers(&self.spread, size).picked(indices);
            let noise = normals(&mut self.rng, x.len());
            x.iter_mut().zip(spread).zip(noise).for_each(|((x, spread), noise)| *x += spread * noise);
        }
        x
    }

    /// The class that q(y|x) holds for likeliest, `[N]`.
    pub fn classes(&mut self, points: Points<'_>) -> Vec<u8> {
        let input = standardised(points.rows(0..points.count()).into_owned(), &self.standard);
        forward(&self.classifier, &mut self.pass, &Input::Dense(&input), &[], points.count());
        likeliest(&self.pass[0].output, self.classes)
    }
}
