//! Some characters forward and back.

use super::{Change, Characters, Texts, Weighed};
use crate::exponential::exp;
use crate::likelihood::LANES;
use crate::matmul::{Into, Matrix, Strips, product};

/// A character that is told.
#[derive(Clone, Copy)]
pub struct Step {
    pub row: usize,
    pub text: usize,
    pub place: usize,
}

/// What a block of characters leaves at each stage: `[block, ...]`.
#[derive(Default)]
pub struct Work {
    /// The embeddings of the characters before, the nearest first.
    before: Vec<f32>,
    /// After the ReLU.
    hidden: Vec<f32>,
    projected: Vec<f32>,
    pub logits: Vec<f32>,
    /// Gradients by what is projected, hidden and before.
    by_projected: Vec<f32>,
    by_hidden: Vec<f32>,
    by_before: Vec<f32>,
}

/// Rows whose next character is asked for, all at the same place.
pub struct Next<'a> {
    /// As [`Texts`] have it, one row a text.
    pub decoded: &'a [f32],
    pub stride: usize,
    /// `[N, places]`, of which those before the place count.
    pub ids: &'a [u16],
    pub place: usize,
}

impl Characters {
    /// log p of each character, and of the end, at a place, `[N, characters]`.
    pub fn next(&self, Next { decoded, stride, ids, place }: Next) -> Vec<f32> {
        let texts = Texts { decoded, stride, samples: 1, ids, hidden: &[], units: &[] };
        let steps: Vec<Step> = (0..decoded.len() / stride).map(|row| Step { row, text: row, place }).collect();
        let mut work = Work::default();
        self.forward(&steps, texts, &mut work);
        for logits in work.logits.chunks_exact_mut(self.sizes.characters) {
            let log_sum = log_sum_exp(logits);
            logits.iter_mut().for_each(|logit| *logit -= log_sum);
        }
        work.logits
    }

    /// The character so many places before a step, if the decoder is shown it; before the first one stands the end.
    fn shown(&self, texts: &Texts, step: &Step, back: usize) -> Option<usize> {
        let Some(place) = step.place.checked_sub(back) else { return Some(0) };
        let at = step.text * self.sizes.places + place;
        let is_hidden = texts.hidden.get(at).is_some_and(|hidden| *hidden);
        (!is_hidden).then(|| usize::from(texts.ids[at]))
    }

    /// The logits of steps.
    pub(super) fn forward(&self, steps: &[Step], texts: Texts, work: &mut Work) {
        let (sizes, count) = (self.sizes, steps.len());
        let [table, bias, _, places, _] = self.parameters.each_ref().map(|parameter| parameter.value.as_slice());
        let Work { before, hidden, projected, logits, .. } = work;
        before.clear();
        before.resize(count * sizes.window * sizes.embedding, 0.0);
        for (step, before) in steps.iter().zip(before.chunks_exact_mut(sizes.window * sizes.embedding)) {
            for (back, into) in before.chunks_exact_mut(sizes.embedding).enumerate() {
                if let Some(id) = self.shown(&texts, step, back + 1) {
                    into.copy_from_slice(&table[id * sizes.embedding..][..sizes.embedding]);
                }
            }
        }
        hidden.resize(count * sizes.hidden, 0.0);
        for (step, hidden) in steps.iter().zip(hidden.chunks_exact_mut(sizes.hidden)) {
            let context = &texts.decoded[step.row * texts.stride..][..sizes.hidden];
            let place = &places[step.place * sizes.hidden..][..sizes.hidden];
            hidden.iter_mut().zip(context).zip(place).for_each(|((value, context), place)| *value = context + place);
        }
        let [table_strips, window_strips, projection_strips] = &self.strips;
        let before = Matrix::new(before, count, sizes.window * sizes.embedding);
        product(hidden, before, self.window(), &window_strips[0], Into::Sum);
        hidden.iter_mut().for_each(|value| *value = if *value < 0.0 { 0.0 } else { *value });
        multiply(hidden, steps, &texts, sizes.hidden);
        projected.resize(count * sizes.embedding, 0.0);
        let hidden = Matrix::new(hidden, count, sizes.hidden);
        product(projected, hidden, self.projection(), &projection_strips[0], Into::Empty);
        logits.resize(count * sizes.characters, 0.0);
        logits.chunks_exact_mut(sizes.characters).for_each(|logits| logits.copy_from_slice(bias));
        let projected = Matrix::new(projected, count, sizes.embedding);
        product(logits, projected, self.table().transposed(), &table_strips[1], Into::Sum);
    }

    /// Back from the gradients by the logits, which stand in their place.
    pub(super) fn backward(&self, steps: &[Step], texts: Texts, weighed: &mut Weighed, change: &mut Change) {
        let (sizes, count) = (self.sizes, steps.len());
        let Change { gradients: [table, bias, window, places, projection], work } = change;
        let Work { before, hidden, projected, logits, by_projected, by_hidden, by_before } = work;
        let [table_strips, window_strips, projection_strips] = &self.strips;
        by_projected.resize(count * sizes.embedding, 0.0);
        let by_logits = Matrix::new(logits, count, sizes.characters);
        product(by_projected, by_logits, self.table(), &table_strips[0], Into::Empty);
        by_hidden.resize(count * sizes.hidden, 0.0);
        let by_out = Matrix::new(by_projected, count, sizes.embedding);
        product(by_hidden, by_out, self.projection().transposed(), &projection_strips[1], Into::Empty);
        by_hidden.iter_mut().zip(&*hidden).for_each(|(by, value)| *by = if *value > 0.0 { *by } else { 0.0 });
        multiply(by_hidden, steps, &texts, sizes.hidden);
        for (step, by_hidden) in steps.iter().zip(by_hidden.chunks_exact(sizes.hidden)) {
            add(&mut weighed.delta[step.row * texts.stride..][..sizes.hidden], by_hidden);
        }
        if !weighed.by_parameters {
            return;
        }
        let by_hidden_rows = Matrix::new(by_hidden, count, sizes.hidden);
        by_before.resize(before.len(), 0.0);
        product(by_before, by_hidden_rows, self.window().transposed(), &window_strips[1], Into::Empty);
        let sums = [
            (table.as_mut_slice(), by_logits, Matrix::new(projected, count, sizes.embedding)),
            (projection.as_mut_slice(), Matrix::new(hidden, count, sizes.hidden), by_out),
            (window.as_mut_slice(), Matrix::new(before, count, sizes.window * sizes.embedding), by_hidden_rows),
        ];
        for (into, left, right) in sums {
            product(into, left.transposed(), right, &Strips::of(right), Into::Sum);
        }
        logits.chunks_exact(sizes.characters).for_each(|by_logits| add(bias, by_logits));
        for (index, step) in steps.iter().enumerate() {
            add(&mut places[step.place * sizes.hidden..][..sizes.hidden], &by_hidden[index * sizes.hidden..]);
            for back in 0..sizes.window {
                if let Some(id) = self.shown(&texts, step, back + 1) {
                    let by = &by_before[(index * sizes.window + back) * sizes.embedding..];
                    add(&mut table[id * sizes.embedding..][..sizes.embedding], by);
                }
            }
        }
    }
}

/// Each step's hidden units by what its text's are multiplied by.
fn multiply(values: &mut [f32], steps: &[Step], texts: &Texts, size: usize) {
    if texts.units.is_empty() {
        return;
    }
    for (step, values) in steps.iter().zip(values.chunks_exact_mut(size)) {
        values.iter_mut().zip(&texts.units[step.text * size..]).for_each(|(value, unit)| *value *= unit);
    }
}

fn add(sums: &mut [f32], values: &[f32]) {
    sums.iter_mut().zip(values).for_each(|(sum, value)| *sum += value);
}

/// log softmax(logits) of one character; with a scale its negative gradient by the logits takes their place, times that.
pub fn settle(logits: &mut [f32], target: usize, scale: Option<f32>) -> f64 {
    let log_sum = log_sum_exp(logits);
    let log_likelihood = logits[target] - log_sum;
    if let Some(scale) = scale {
        logits.iter_mut().for_each(|logit| *logit = scale * exp(*logit - log_sum));
        logits[target] -= scale;
    }
    log_likelihood.into()
}

/// The largest is taken out first, so that nothing overflows.
fn log_sum_exp(logits: &[f32]) -> f32 {
    let (lanes, last) = logits.as_chunks::<LANES>();
    let mut largest = [f32::NEG_INFINITY; LANES];
    for logits in lanes {
        (0..LANES).for_each(|lane| largest[lane] = largest[lane].max(logits[lane]));
    }
    let largest = largest.iter().chain(last).copied().fold(f32::NEG_INFINITY, f32::max);
    let mut sums = [0.0; LANES];
    for logits in lanes {
        (0..LANES).for_each(|lane| sums[lane] += exp(logits[lane] - largest));
    }
    let rest: f32 = last.iter().map(|logit| exp(logit - largest)).sum();
    largest + (sums.iter().sum::<f32>() + rest).ln()
}
