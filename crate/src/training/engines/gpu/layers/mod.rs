//! Layers with their backward passes beside their forward ones, and stacks of them with ReLU and shortcuts between.

mod convolution;
mod dense;
pub mod gradients;
mod matrix;
mod normalisation;
mod patches;
mod planes;
mod product;
mod shortcut;
mod softmax;
pub mod table;

use cubecl::prelude::*;
use cubecl::server::Handle;

use super::Step;
use super::memory::{Room, zeros};
use super::shape::Shape;
use super::texts::Occurrences;
use super::vector::vectors;
use crate::settings::layers::LayerKind;
pub use matrix::Matrix;

/// A layer in training, for batches of one size.
pub struct Layer {
    pub shape: Shape,
    /// Of the batch, where an image has one for each sample behind it.
    rows: usize,
    samples: usize,
    /// Of the last batch, after the ReLU where there is one: `[N, outputs]`, and zeros for one pixel more.
    pub output: Handle,
    /// The loss's gradient by the output before the ReLU, as the output lies.
    pub delta: Handle,
    /// Of a layer that a shortcut meets, its output before the ReLU; of a normalisation, each row's mean and the inverse of its
    /// deviation.
    kept: Handle,
}

/// What comes into a layer.
#[derive(Clone, Copy)]
pub enum Input<'a> {
    /// Grey bytes `[N, pixels]`, to a dense layer.
    Bytes(&'a Handle),
    /// As numbers, pixel by pixel to a convolution, or rows of items to a dense layer.
    Pixels(&'a Handle),
    /// Of texts, to a table.
    Characters(&'a Occurrences),
    /// `[N, inputs]`, and where the loss's gradient by them goes.
    Values { values: &'a Handle, delta: &'a Handle },
}

impl Input<'_> {
    fn handle(&self) -> &Handle {
        match self {
            Self::Bytes(images) | Self::Pixels(images) => images,
            Self::Characters(characters) => &characters.ids,
            Self::Values { values, .. } => values,
        }
    }

    fn is_images(&self) -> bool {
        matches!(self, Self::Bytes(_))
    }
}

impl Layer {
    /// Layers one after another, for so many images with so many samples each.
    pub fn all(client: &Client, shapes: Vec<Shape>, images: usize, samples: usize) -> Vec<Self> {
        let rows = images * samples;
        let layer = |index: usize| {
            let shape = shapes[index];
            let [output, delta] =
                [(); 2].map(|()| zeros(client, rows * shape.outputs() + shape.columns().max(shape.bias())));
            let kept = match shape.kind {
                LayerKind::Normalisation => vectors(2 * rows),
                _ if shortcut::meets(&shapes, index) => rows * shape.outputs(),
                _ => 1,
            };
            Self { shape, rows, samples, output, delta, kept: zeros(client, kept) }
        };
        (0..shapes.len()).map(layer).collect()
    }

    /// One of its buffers.
    pub fn room(&self, handle: &Handle) -> Room {
        Room::of(handle, self.rows, self.shape.outputs())
    }

    fn forward(&self, step: &Step, input: Input, relu: bool) {
        if let Input::Characters(characters) = input {
            return self.look_up(step, characters, relu);
        }
        match self.shape.kind {
            LayerKind::Dense => self.dense_forward(step, input, relu),
            LayerKind::Normalisation => self.normalise(step, input.handle(), relu),
            LayerKind::Softmax => self.softmax(step, input.handle()),
            _ => self.convolution_forward(step, input.handle(), relu),
        }
    }

    fn input_delta(&self, step: &Step, input: &Handle, into: &Handle, relu: bool) {
        match self.shape.kind {
            LayerKind::Dense => self.dense_input_delta(step, input, into, relu),
            // No ReLU stands before it.
            LayerKind::Normalisation => self.normalisation_input_delta(step, input, into),
            LayerKind::Softmax => self.softmax_input_delta(step, into),
            _ => self.convolution_input_delta(step, input, into, relu),
        }
    }

    fn update(&self, step: &Step, input: Input) {
        if let Input::Characters(characters) = input {
            return self.table_update(step, characters);
        }
        match self.shape.kind {
            LayerKind::Dense => self.dense_update(step, input),
            LayerKind::Normalisation => self.normalisation_update(step, input.handle()),
            LayerKind::Softmax => {}
            _ => self.convolution_update(step, input.handle()),
        }
    }
}

/// Through all layers, with a ReLU after each but the last, a softmax and those that are normalised.
pub fn forward(step: &Step, layers: &[Layer], input: Input) {
    let shapes = shapes(layers);
    for (index, layer) in layers.iter().enumerate() {
        let (is_rectified, is_met) = (is_rectified(&shapes, index), shortcut::meets(&shapes, index));
        layer.forward(step, incoming(layers, index, input), is_rectified && !is_met);
        if let Some((begin, share)) = shortcut::begin(&shapes, index) {
            layer.add_shortcut(step, &layers[begin], self::is_rectified(&shapes, begin), share);
        }
        if is_rectified && is_met {
            layer.rectify(step);
        }
    }
}

/// From the last layer's `delta` to a step of the optimiser on every layer, and to the loss's gradient by `input` where that
/// is values. Each weight is used before it changes.
pub fn backward(step: &Step, layers: &[Layer], input: Input) {
    let shapes = shapes(layers);
    for (index, layer) in layers.iter().enumerate().rev() {
        let input = incoming(layers, index, input);
        if let Some(share) = layer.shape.share {
            layer.scale_delta(step, share);
        }
        if let Input::Values { values, delta } = input {
            let before = index.checked_sub(1);
            layer.input_delta(step, values, delta, before.is_some_and(|before| is_rectified(&shapes, before)));
            if let Some((before, end)) = before.and_then(|before| Some((before, shortcut::end(&shapes, before)?))) {
                layers[before].add_delta_past(step, &layers[end]);
            }
        }
        layer.update(step, input);
    }
}

fn shapes(layers: &[Layer]) -> Vec<Shape> {
    layers.iter().map(|layer| layer.shape).collect()
}

fn is_rectified(shapes: &[Shape], index: usize) -> bool {
    let is_last = |next: &Shape| next.kind != LayerKind::Normalisation;
    shapes[index].kind != LayerKind::Softmax && shapes.get(index + 1).is_some_and(is_last)
}

/// What comes into one of the layers when `input` comes into the first.
fn incoming<'a>(layers: &'a [Layer], index: usize, input: Input<'a>) -> Input<'a> {
    match index.checked_sub(1).map(|before| &layers[before]) {
        Some(Layer { output, delta, .. }) => Input::Values { values: output, delta },
        None => input,
    }
}
