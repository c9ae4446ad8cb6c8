//! Layers with their backward passes beside their forward ones, and stacks of them with ReLU and shortcuts between. A kind of
//! layer is a file.

mod convolution;
mod dense;
mod embedding;
mod normalisation;
pub mod patches;
mod softmax;

pub use convolution::{Convolution, Way};
pub use dense::Dense;
pub use embedding::Embedding;
pub use normalisation::{EPSILON, Normalisation};
pub use softmax::Softmax;

use crate::optimizer::{Parameter, Rule};
use crate::sparse::Sparse;

/// A layer's weights, which the passes over the parts of a batch share.
pub enum Layer {
    Dense(Dense),
    Convolution(Convolution),
    Normalisation(Normalisation),
    Embedding(Embedding),
    Softmax(Softmax),
}

/// What goes into a layer.
pub enum Input<'a> {
    /// `[N, inputs]`.
    Dense(&'a [f32]),
    /// Images, to a dense layer.
    Sparse(&'a Sparse),
    /// Of texts, to a table: `[N, places]`.
    Characters(&'a [u16]),
}

/// What a pass over some rows leaves at a layer. Buffers are kept from step to step.
#[derive(Default)]
pub struct Pass {
    /// After the ReLU where there is one: `[N, outputs]`.
    pub output: Vec<f32>,
    /// Before the ReLU, where a shortcut begins.
    before: Vec<f32>,
    /// The loss's gradient by the output before the ReLU: `[N, outputs]`.
    pub delta: Vec<f32>,
    pub change: Change,
}

/// The loss's gradients by a layer's weight and bias, and room to work in.
#[derive(Default)]
pub struct Change {
    pub gradients: [Vec<f32>; 2],
    scratch: Vec<f32>,
}

impl Layer {
    /// Weight and bias; nothing of a layer that learns nothing.
    pub fn parameters(&self) -> &[Parameter] {
        match self {
            Self::Dense(layer) => &layer.parameters,
            Self::Convolution(layer) => &layer.parameters,
            Self::Normalisation(layer) => &layer.parameters,
            Self::Embedding(layer) => &layer.parameters,
            Self::Softmax(_) => &[],
        }
    }

    /// Weight and bias; after a change the layer has to be packed again.
    pub fn parameters_mut(&mut self) -> &mut [Parameter] {
        match self {
            Self::Dense(layer) => &mut layer.parameters,
            Self::Convolution(layer) => &mut layer.parameters,
            Self::Normalisation(layer) => &mut layer.parameters,
            Self::Embedding(layer) => &mut layer.parameters,
            Self::Softmax(_) => &mut [],
        }
    }

    /// Numbers that it puts out for a row.
    pub fn outputs(&self) -> usize {
        match self {
            Self::Dense(layer) => layer.outputs(),
            Self::Convolution(layer) => layer.outputs(),
            Self::Normalisation(layer) => layer.outputs(),
            Self::Embedding(layer) => layer.outputs(),
            Self::Softmax(layer) => layer.size,
        }
    }

    /// Brings the weights into the order in which products read them.
    pub fn pack(&mut self) {
        match self {
            Self::Dense(layer) => layer.pack(),
            Self::Convolution(layer) => layer.pack(),
            Self::Normalisation(_) | Self::Embedding(_) | Self::Softmax(_) => {}
        }
    }

    /// One step along the sum of what the passes found, the norm of each gradient cut down to `most` where that is above 0.
    pub fn update(&mut self, passes: &[&Pass], rule: Rule, most: f32) {
        for (place, parameter) in self.parameters_mut().iter_mut().enumerate() {
            let gradients: Vec<&[f32]> = passes.iter().map(|pass| pass.change.gradients[place].as_slice()).collect();
            parameter.update(&gradients, rule, most);
        }
        self.pack();
    }

    fn forward(&self, input: &Input, told: &[u8], rows: usize, pass: &mut Pass) {
        pass.output.resize(rows * self.outputs(), 0.0);
        match self {
            Self::Dense(layer) => layer.forward(input, told, &mut pass.output),
            Self::Convolution(layer) => layer.forward(input, &mut pass.output, &mut pass.change.scratch),
            Self::Normalisation(layer) => layer.forward(input, &mut pass.output, &mut pass.change.scratch),
            Self::Embedding(layer) => layer.forward(input, &mut pass.output),
            Self::Softmax(layer) => layer.forward(input, &mut pass.output),
        }
    }

    fn gradients(&self, input: &Input, told: &[u8], Pass { delta, change, .. }: &mut Pass) {
        for (gradient, parameter) in change.gradients.iter_mut().zip(self.parameters()) {
            gradient.resize(parameter.value.len(), 0.0);
        }
        match self {
            Self::Dense(layer) => layer.gradients(input, told, delta, change),
            Self::Convolution(layer) => layer.gradients(input, delta, change),
            Self::Normalisation(layer) => layer.gradients(input, delta, change),
            Self::Embedding(layer) => layer.gradients(input, delta, change),
            Self::Softmax(_) => {}
        }
    }

    fn input_delta(&self, input: &Input, Pass { output, delta, change, .. }: &mut Pass, into: &mut Vec<f32>) {
        match self {
            Self::Dense(layer) => layer.input_delta(delta, into),
            Self::Convolution(layer) => layer.input_delta(delta, into, &mut change.scratch),
            Self::Normalisation(layer) => layer.input_delta(input, delta, into, &change.scratch),
            // Nothing stands before it.
            Self::Embedding(_) => into.clear(),
            Self::Softmax(layer) => layer.input_delta(output, delta, into),
        }
    }
}

/// Rows through all layers, ReLU after each but the last, a softmax and those that are normalised; each row's class is told to the layers
/// that know classes.
pub fn forward(layers: &[Layer], passes: &mut [Pass], input: &Input, told: &[u8], rows: usize) {
    for (index, layer) in layers.iter().enumerate() {
        let (before, rest) = passes.split_at_mut(index);
        let pass = &mut rest[0];
        match before.last() {
            Some(previous) => layer.forward(&Input::Dense(&previous.output), told, rows, pass),
            None => layer.forward(input, told, rows, pass),
        }
        if let Some((begin, share)) = begin(layers, index) {
            let Pass { output, before, .. } = &before[begin];
            let before = if is_rectified(layers, begin) { before } else { output };
            pass.output.iter_mut().zip(before).for_each(|(value, before)| *value = before + share * *value);
        }
        if is_rectified(layers, index) {
            if end(layers, index).is_some() {
                pass.before.clone_from(&pass.output);
            }
            pass.output.iter_mut().for_each(|value| *value = if *value < 0.0 { 0.0 } else { *value });
        }
    }
}

/// Back through all layers from the last one's `delta`; the gradient by the input goes to `input_delta`.
pub fn backward(layers: &[Layer], passes: &mut [Pass], input: &Input, told: &[u8], input_delta: Option<&mut Vec<f32>>) {
    for (index, layer) in layers.iter().enumerate().skip(1).rev() {
        let (before, rest) = passes.split_at_mut(index);
        layer.gradients(&Input::Dense(&before[index - 1].output), told, &mut rest[0]);
        if let Some((_, share)) = begin(layers, index) {
            rest[0].change.gradients.iter_mut().flatten().for_each(|gradient| *gradient *= share);
        }
        back(layers, passes, index);
    }
    layers[0].gradients(input, told, &mut passes[0]);
    if let Some(into) = input_delta {
        layers[0].input_delta(input, &mut passes[0], into);
    }
}

/// The same where the weights stand still: the gradient by the input alone.
pub fn backward_to_input(layers: &[Layer], passes: &mut [Pass], input: &Input, into: &mut Vec<f32>) {
    (1..layers.len()).rev().for_each(|index| back(layers, passes, index));
    layers[0].input_delta(input, &mut passes[0], into);
}

/// The gradient by what the layer before put out, before its ReLU, through this layer and past it by a shortcut.
fn back(layers: &[Layer], passes: &mut [Pass], index: usize) {
    let (before, rest) = passes.split_at_mut(index);
    let Pass { output, delta, .. } = &mut before[index - 1];
    layers[index].input_delta(&Input::Dense(output), &mut rest[0], delta);
    if let Some((_, share)) = begin(layers, index) {
        delta.iter_mut().for_each(|value| *value *= share);
    }
    if is_rectified(layers, index - 1) {
        for (delta, output) in delta.iter_mut().zip(output) {
            *delta = if *output > 0.0 { *delta } else { 0.0 };
        }
    }
    if let Some(end) = end(layers, index - 1) {
        delta.iter_mut().zip(&rest[end - index].delta).for_each(|(sum, delta)| *sum += delta);
    }
}

fn is_rectified(layers: &[Layer], index: usize) -> bool {
    let is_last = |next: &Layer| !matches!(next, Layer::Normalisation(_));
    !matches!(layers[index], Layer::Softmax(_)) && layers.get(index + 1).is_some_and(is_last)
}

/// Where the shortcut begins that ends at a layer, at the dense one before it, and that layer's share.
fn begin(layers: &[Layer], end: usize) -> Option<(usize, f32)> {
    let Layer::Dense(Dense { share: Some(share), .. }) = layers[end] else { return None };
    let begin = (0..end).rev().find(|&index| matches!(layers[index], Layer::Dense(_)))?;
    Some((begin, share))
}

/// Where the shortcut ends that begins at a layer.
fn end(layers: &[Layer], index: usize) -> Option<usize> {
    let near = index + 1..layers.len().min(index + 3);
    near.into_iter().find(|&end| begin(layers, end).is_some_and(|(begin, _)| begin == index))
}

/// Adds the bias to each row.
fn add_to_rows(rows: &mut [f32], bias: &[f32]) {
    for row in rows.chunks_exact_mut(bias.len()) {
        row.iter_mut().zip(bias).for_each(|(value, bias)| *value += bias);
    }
}

/// The sum of all rows: the gradient of what was added to each.
fn sum_rows(rows: &[f32], into: &mut [f32]) {
    into.fill(0.0);
    for row in rows.chunks_exact(into.len()) {
        into.iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
    }
}
