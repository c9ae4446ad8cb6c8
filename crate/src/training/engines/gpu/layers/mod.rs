//! Layers with their backward passes beside their forward ones, and stacks of them with ReLU between.

mod convolution;
mod dense;
mod gradients;
mod patches;
mod planes;
mod product;

use cubecl::prelude::*;
use cubecl::server::Handle;

use super::Step;
use super::memory::zeros;
use super::shape::Shape;
use crate::settings::layers::LayerKind;

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
}

/// What comes into a layer.
#[derive(Clone, Copy)]
pub enum Input<'a> {
    /// Grey bytes `[N, pixels]`, to a dense layer.
    Bytes(&'a Handle),
    /// The same as numbers pixel by pixel, to a convolution.
    Pixels(&'a Handle),
    /// `[N, inputs]`, and where the loss's gradient by them goes.
    Values { values: &'a Handle, delta: &'a Handle },
}

impl Input<'_> {
    fn handle(&self) -> &Handle {
        match self {
            Self::Bytes(images) | Self::Pixels(images) => images,
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
        let layer = |shape: Shape| {
            let [output, delta] =
                [(); 2].map(|()| zeros(client, rows * shape.outputs() + shape.columns().max(shape.bias())));
            Self { shape, rows, samples, output, delta }
        };
        shapes.into_iter().map(layer).collect()
    }

    fn forward(&self, step: &Step, input: Input, relu: bool) {
        match self.shape.kind {
            LayerKind::Dense => self.dense_forward(step, input, relu),
            _ => self.convolution_forward(step, input.handle(), relu),
        }
    }

    fn input_delta(&self, step: &Step, input: &Handle, into: &Handle, relu: bool) {
        match self.shape.kind {
            LayerKind::Dense => self.dense_input_delta(step, input, into, relu),
            _ => self.convolution_input_delta(step, input, into, relu),
        }
    }

    fn update(&self, step: &Step, input: Input) {
        match self.shape.kind {
            LayerKind::Dense => self.dense_update(step, input),
            _ => self.convolution_update(step, input.handle()),
        }
    }
}

/// Through all layers, with a ReLU after each but the last.
pub fn forward(step: &Step, layers: &[Layer], input: Input) {
    for (index, layer) in layers.iter().enumerate() {
        layer.forward(step, incoming(layers, index, input), index + 1 < layers.len());
    }
}

/// From the last layer's `delta` to a step of the optimiser on every layer, and to the loss's gradient by `input` where that
/// is values. Each weight is used before it changes.
pub fn backward(step: &Step, layers: &[Layer], input: Input) {
    for (index, layer) in layers.iter().enumerate().rev() {
        let input = incoming(layers, index, input);
        if let Input::Values { values, delta } = input {
            layer.input_delta(step, values, delta, index > 0);
        }
        layer.update(step, input);
    }
}

/// What comes into one of the layers when `input` comes into the first.
fn incoming<'a>(layers: &'a [Layer], index: usize, input: Input<'a>) -> Input<'a> {
    match index.checked_sub(1).map(|before| &layers[before]) {
        Some(Layer { output, delta, .. }) => Input::Values { values: output, delta },
        None => input,
    }
}
