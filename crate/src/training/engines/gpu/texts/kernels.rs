//! What stands between the products.

use std::f32::consts::TAU;

use cubecl::prelude::*;

use crate::training::engines::gpu::likelihood::sigmoid_and_softplus;
use crate::training::engines::gpu::reduce::{most, total};
use crate::training::engines::gpu::tile::clamp;
use crate::training::engines::gpu::vector::WIDTH;

/// How everything of a batch lies; rows are numbers from one to the next.
#[derive(CubeType, CubeLaunch, Clone, Copy)]
pub struct Layout {
    pub images: usize,
    /// k.
    pub samples: usize,
    pub places: usize,
    pub characters: usize,
    pub embedding: usize,
    /// W.
    pub window: usize,
    pub hidden: usize,
    pub characters_row: usize,
    pub embedding_row: usize,
    pub window_row: usize,
    pub hidden_row: usize,
    pub places_row: usize,
    /// Of what is decoded.
    pub decoded_row: usize,
    /// Where the table begins among all parameters, the characters' biases, and what the places add.
    pub table: usize,
    pub bias: usize,
    pub of_places: usize,
}

/// The embeddings of the characters before each, the nearest first: `[N * places, W * embedding]`; zeros of those that are not shown.
#[cube(launch_unchecked)]
pub fn look_back(parameters: &[f32], shown: &[u32], before: &mut [f32], layout: Layout) {
    let width = layout.window * layout.embedding;
    if ABSOLUTE_POS < layout.images * layout.places * width {
        let (step, at) = (ABSOLUTE_POS / width, ABSOLUTE_POS % width);
        let (image, place) = (step / layout.places, step % layout.places);
        let back = at / layout.embedding + 1;
        let from = select(place >= back, place - back, layout.places);
        let id = shown[image * (layout.places + 1) + from] as usize;
        let is_shown = id < layout.characters;
        let row = layout.table + select(is_shown, id, 0) * layout.embedding_row;
        before[step * layout.window_row + at] = select(is_shown, parameters[row + at % layout.embedding], 0.0);
    }
}

/// The hidden layer of each character of each sample, `[N * k * places, hidden]`.
#[cube(launch_unchecked)]
pub fn hide(
    windowed: &[f32],
    decoded: &[f32],
    parameters: &[f32],
    units: &[f32],
    hidden: &mut [f32],
    layout: Layout,
    #[comptime] has_units: bool,
) {
    if ABSOLUTE_POS < layout.images * layout.samples * layout.places * layout.hidden {
        let (step, unit) = (ABSOLUTE_POS / layout.hidden, ABSOLUTE_POS % layout.hidden);
        let (row, place) = (step / layout.places, step % layout.places);
        let image = row / layout.samples;
        let sum = windowed[(image * layout.places + place) * layout.hidden_row + unit]
            + decoded[row * layout.decoded_row + unit]
            + parameters[layout.of_places + place * layout.hidden_row + unit];
        let mut value = select(sum < 0.0, 0.0, sum);
        if comptime!(has_units) {
            value *= units[image * layout.hidden + unit];
        }
        hidden[step * layout.hidden_row + unit] = value;
    }
}

/// -log p of each character, a cube each, and its gradient by the logits times `scale`; zeros behind a text's end.
#[cube(launch_unchecked)]
pub fn settle(
    logits: &[f32],
    parameters: &[f32],
    targets: &[u32],
    lengths: &[u32],
    by_logits: &mut [f32],
    losses: &mut [f32],
    layout: Layout,
    scale: f32,
) {
    let step = clamp(CUBE_POS, layout.images * layout.samples * layout.places);
    let (image, place) = (step / layout.places / layout.samples, step % layout.places);
    let (start, first, stride) = (step * layout.characters_row, UNIT_POS as usize, CUBE_DIM as usize);
    let mut own = f32::new(f32::MIN);
    for at in range_stepped(first, layout.characters, stride) {
        own = own.max(logits[start + at] + parameters[layout.bias + at]);
    }
    let largest = most(own);
    let mut sum = f32::new(0.0);
    for at in range_stepped(first, layout.characters, stride) {
        sum += (logits[start + at] + parameters[layout.bias + at] - largest).exp();
    }
    let log_sum = largest + total(sum).ln();
    let target = targets[image * layout.places + place] as usize;
    let is_told = place < lengths[image] as usize;
    let weight = select(is_told, scale, 0.0);
    for at in range_stepped(first, layout.characters, stride) {
        let share = (logits[start + at] + parameters[layout.bias + at] - log_sum).exp();
        by_logits[start + at] = weight * (share - select(at == target, 1.0, 0.0));
    }
    if UNIT_POS == 0 {
        let loss = log_sum - logits[start + target] - parameters[layout.bias + target];
        losses[step / layout.places * layout.places_row + place] = select(is_told, loss, 0.0);
    }
}

/// -log p(x|z) of each sample, with its colour's, whose gradient by what is decoded is left times `scale`.
#[cube(launch_unchecked)]
pub fn tell(
    steps: &[f32],
    decoded: &[f32],
    colours: &[u32],
    losses: &mut [f32],
    delta: &mut [f32],
    layout: Layout,
    scale: f32,
    log_var: f32,
    #[comptime] has_colours: bool,
) {
    let row = ABSOLUTE_POS;
    if row < layout.images * layout.samples {
        let mut loss = f32::new(0.0);
        for place in 0..layout.places {
            loss += steps[row * layout.places_row + place];
        }
        if comptime!(has_colours) {
            let precision = (-log_var).exp();
            for channel in 0..3 {
                let at = row * layout.decoded_row + layout.hidden + channel;
                let x = f32::cast_from(colours[row / layout.samples * 3 + channel]) / 255.0;
                let (mean, _) = sigmoid_and_softplus(decoded[at]);
                let error = mean - x;
                loss += 0.5 * (error * error * precision + log_var + f32::new(TAU.ln()));
                delta[at] = scale * precision * error * mean * (1.0 - mean);
            }
        }
        losses[row] = loss;
    }
}

/// The gradient by what is decoded, from that by the hidden layer, which is brought to before its units were multiplied.
#[cube(launch_unchecked)]
pub fn by_decoded(
    by_hidden: &mut [f32],
    units: &[f32],
    delta: &mut [f32],
    layout: Layout,
    #[comptime] has_units: bool,
) {
    if ABSOLUTE_POS < layout.images * layout.samples * layout.hidden {
        let (row, unit) = (ABSOLUTE_POS / layout.hidden, ABSOLUTE_POS % layout.hidden);
        let mut sum = f32::new(0.0);
        for place in 0..layout.places {
            let at = (row * layout.places + place) * layout.hidden_row + unit;
            if comptime!(has_units) {
                by_hidden[at] *= units[row / layout.samples * layout.hidden + unit];
            }
            sum += by_hidden[at];
        }
        delta[row * layout.decoded_row + unit] = sum;
    }
}

/// Over a text's samples: `[N * places, hidden]`.
#[cube(launch_unchecked)]
pub fn over_samples(by_hidden: &[f32], by_window: &mut [f32], layout: Layout) {
    let each = layout.places * layout.hidden_row;
    if ABSOLUTE_POS < layout.images * each {
        let (image, at) = (ABSOLUTE_POS / each, ABSOLUTE_POS % each);
        let mut sum = f32::new(0.0);
        for row in image * layout.samples..(image + 1) * layout.samples {
            sum += by_hidden[row * each + at];
        }
        by_window[ABSOLUTE_POS] = sum;
    }
}

/// The gradient by what the places add; zero in the padding.
#[cube(launch_unchecked)]
pub fn by_places(by_window: &[f32], gradients: &mut [f32], layout: Layout) {
    let each = layout.places * layout.hidden_row;
    if ABSOLUTE_POS < layout.places.div_ceil(WIDTH) * WIDTH * layout.hidden_row {
        let mut sum = f32::new(0.0);
        if ABSOLUTE_POS < each {
            for image in 0..layout.images {
                sum += by_window[image * each + ABSOLUTE_POS];
            }
        }
        gradients[ABSOLUTE_POS] = sum;
    }
}

/// The gradient by each embedding that was looked back at, `[N * (places + 1), embedding]`.
#[cube(launch_unchecked)]
pub fn by_shown(by_before: &[f32], by_shown: &mut [f32], layout: Layout) {
    if ABSOLUTE_POS < layout.images * (layout.places + 1) * layout.embedding {
        let (at, number) = (ABSOLUTE_POS / layout.embedding, ABSOLUTE_POS % layout.embedding);
        let (image, place) = (at / (layout.places + 1), at % (layout.places + 1));
        let first = image * layout.places;
        let mut sum = f32::new(0.0);
        if place < layout.places {
            for back in 1..layout.window + 1 {
                if place + back < layout.places {
                    let from = (first + place + back) * layout.window_row;
                    sum += by_before[from + (back - 1) * layout.embedding + number];
                }
            }
        } else {
            // Before the first character, from wherever one looks back past it.
            for back in 1..layout.window + 1 {
                for step in 0..back {
                    if step < layout.places {
                        let from = (first + step) * layout.window_row;
                        sum += by_before[from + (back - 1) * layout.embedding + number];
                    }
                }
            }
        }
        by_shown[at * layout.embedding_row + number] = sum;
    }
}
