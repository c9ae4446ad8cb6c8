//! log p(x|z) of texts, and its gradients by what is decoded and by the parameters, some characters of all texts at a time.

use super::work::{Step, settle};
use super::{BLOCK, Change, Characters};

/// What the likelihood is asked of: rows of what is decoded, so many beside each other of each text.
#[derive(Clone, Copy)]
pub struct Texts<'a> {
    /// What is decoded, `[N * k, stride]`, of which the first numbers of each row are c(z).
    pub decoded: &'a [f32],
    pub stride: usize,
    /// k.
    pub samples: usize,
    /// `[N, places]`, 0 from where a text has ended.
    pub ids: &'a [u16],
    /// Which of them the decoder is not shown, `[N, places]`; empty where it is shown all.
    pub hidden: &'a [bool],
    /// What the hidden units of each text are multiplied by, `[N, hidden]`; empty where nothing is.
    pub units: &'a [f32],
}

/// What the negative log likelihood of each row weighs, `[N * k]`, and its gradient by what is decoded, `[N * k, stride]`, which is
/// added to.
pub struct Weighed<'a> {
    pub scales: &'a [f32],
    pub delta: &'a mut [f32],
    /// Whether the gradients by the parameters are wanted too.
    pub by_parameters: bool,
}

impl Characters {
    /// log p(x|z) of each row in nats, `[N * k]`; with `weighed` the gradients, of which those by the parameters are added to `change`'s.
    pub fn log_likelihoods(
        &self,
        texts: Texts,
        mut weighed: Option<Weighed>,
        change: &mut Change,
        mut say: impl FnMut(usize, f64),
    ) {
        let places = self.sizes.places;
        let rows = texts.decoded.len() / texts.stride;
        let steps = (0..rows).flat_map(|row| {
            let text = &texts.ids[row / texts.samples * places..][..places];
            let ended = text.iter().position(|&id| id == 0).map_or(places, |end| end + 1);
            (0..ended).map(move |place| Step { row, text: row / texts.samples, place })
        });
        let mut steps = steps.peekable();
        let mut block = Vec::with_capacity(BLOCK);
        while steps.peek().is_some() {
            block.clear();
            block.extend(steps.by_ref().take(BLOCK));
            self.forward(&block, texts, &mut change.work);
            let logits = change.work.logits.chunks_exact_mut(self.sizes.characters);
            for (step, logits) in block.iter().zip(logits) {
                let target = texts.ids[step.text * places + step.place];
                let scale = weighed.as_ref().map(|weighed| weighed.scales[step.row]);
                say(step.row, settle(logits, target.into(), scale));
            }
            if let Some(weighed) = &mut weighed {
                self.backward(&block, texts, weighed, change);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Sizes;
    use super::*;
    use crate::optimizer::{Adam, EPSILON, Rule};

    const SIZES: Sizes = Sizes { characters: 11, embedding: 3, window: 2, hidden: 5, places: 4 };
    const IDS: [u16; 12] = [3, 10, 0, 0, 1, 2, 7, 4, 5, 0, 0, 0];
    const SCALES: [f32; 6] = [0.5, 1.0, 0.2, 0.7, 1.5, 0.9];

    fn wave(count: usize, phase: f32) -> Vec<f32> {
        (0..count).map(|index| 0.8 * (1.3 * index as f32 + phase).sin()).collect()
    }

    /// What the gradients are of: the weighed sum of the negative log likelihoods of two rows a text.
    fn cost(parameters: &[Vec<f32>; 5], decoded: &[f32], gradients: Option<(&mut [f32], &mut Change)>) -> f64 {
        let model = Characters::new(SIZES, parameters.clone());
        let hidden: Vec<bool> = (0..12).map(|at| at % 5 == 1).collect();
        let units: Vec<f32> = (0..15).map(|at| if at % 4 == 2 { 0.0 } else { 1.4 }).collect();
        let texts = Texts { decoded, stride: 7, samples: 2, ids: &IDS, hidden: &hidden, units: &units };
        let mut cost = 0.0;
        let say = |row: usize, value: f64| cost -= f64::from(SCALES[row]) * value;
        match gradients {
            Some((delta, change)) => {
                change.clear(&model);
                model.log_likelihoods(
                    texts,
                    Some(Weighed { scales: &SCALES, delta, by_parameters: true }),
                    change,
                    say,
                );
            }
            None => model.log_likelihoods(texts, None, &mut Change::default(), say),
        }
        cost
    }

    const COUNTS: [usize; 5] = [33, 11, 30, 20, 15];

    fn parameters() -> [Vec<f32>; 5] {
        std::array::from_fn(|at| wave(COUNTS[at], at as f32))
    }

    #[test]
    fn all_decays_but_how_often_each_character_comes() {
        let mut model = Characters::new(SIZES, parameters());
        let mut change = Change::default();
        change.clear(&model);
        model.update(&[&change], Rule::Adam(Adam::new(0.1, EPSILON, 0.5, 1)), 0.0);
        for (place, (after, before)) in model.parameters.iter().zip(parameters()).enumerate() {
            let left = if place == 1 { 1.0 } else { 0.95 };
            for (after, before) in after.value.iter().zip(before) {
                assert!((after - left * before).abs() < 1e-6, "{place}: {after} of {before}");
            }
        }
    }

    #[test]
    fn the_gradients_are_the_slopes() {
        let parameters = parameters();
        let decoded = wave(42, 9.0);
        let (mut delta, mut change) = (vec![0.0; 42], Change::default());
        cost(&parameters, &decoded, Some((&mut delta, &mut change)));
        let step = 2e-3;
        let is_slope = |found: f32, at: &dyn Fn(f32) -> f64, what: &str| {
            let slope = (at(step) - at(-step)) / f64::from(2.0 * step);
            assert!((f64::from(found) - slope).abs() < 4e-3 * (1.0 + slope.abs()), "{what}: {found} and {slope}");
        };
        for index in 0..decoded.len() {
            let at = |by: f32| {
                let mut moved = decoded.clone();
                moved[index] += by;
                cost(&parameters, &moved, None)
            };
            is_slope(delta[index], &at, &format!("decoded {index}"));
        }
        for (place, count) in COUNTS.into_iter().enumerate() {
            for index in 0..count {
                let at = |by: f32| {
                    let mut moved = parameters.clone();
                    moved[place][index] += by;
                    cost(&moved, &decoded, None)
                };
                is_slope(change.gradients[place][index], &at, &format!("{place}, {index}"));
            }
        }
    }
}
