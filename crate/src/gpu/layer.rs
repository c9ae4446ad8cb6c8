//! A dense layer's buffers, and stacks of layers with ReLU between.

use cubecl::prelude::*;
use cubecl::server::Handle;

use super::adam::Parameters;
use super::product::{self, Activation, DimensionsLaunch};
use super::{buffer, empty, tile};
use crate::layers::LayerSpec;

/// A layer in training, for batches of one size.
pub struct Layer {
    inputs: usize,
    outputs: usize,
    /// Where its weight `[inputs, outputs]` begins among the parameters; its bias `[outputs]` follows.
    offset: usize,
    /// Of the last batch, after the ReLU where there is one: `[N, outputs]`.
    pub output: Handle,
    /// The loss's gradient by the output before the ReLU: `[N, outputs]`.
    pub delta: Handle,
}

impl Layer {
    pub fn new(client: &Client, spec: &LayerSpec, batch: usize, offset: usize) -> Self {
        let values = || empty(client, batch * spec.outputs);
        Self { inputs: spec.inputs, outputs: spec.outputs, offset, output: values(), delta: values() }
    }

    fn forward(&self, client: &Client, input: &Handle, batch: usize, all: &Parameters, activation: Activation) {
        let (count, dim) = tile::grid(batch, self.outputs);
        let size = DimensionsLaunch::new(batch, self.inputs, self.outputs, self.offset);
        // SAFETY: here and below, the lengths are those that the buffers were made with, and kernels stay within.
        unsafe {
            let (input, parameters) = (buffer(input, batch * self.inputs), buffer(&all.values, all.count));
            let output = buffer(&self.output, batch * self.outputs);
            product::forward::launch_unchecked(client, count, dim, input, parameters, output, size, activation);
        }
    }

    /// Gradients of weight and bias from `delta` and what came in.
    fn gradients(&self, client: &Client, input: &Handle, batch: usize, all: &Parameters) {
        let (count, dim) = tile::grid(self.inputs + 1, self.outputs);
        let size = DimensionsLaunch::new(self.inputs + 1, batch, self.outputs, self.offset);
        unsafe {
            let (input, delta) = (buffer(input, batch * self.inputs), buffer(&self.delta, batch * self.outputs));
            let gradient = buffer(&all.gradient, all.count);
            product::gradient::launch_unchecked(client, count, dim, input, delta, gradient, size);
        }
    }

    /// The loss's gradient by the layer's input, which `activation` made.
    fn input_delta(
        &self,
        client: &Client,
        input: &Handle,
        into: &Handle,
        batch: usize,
        all: &Parameters,
        activation: Activation,
    ) {
        let (count, dim) = tile::grid(batch, self.inputs);
        let size = DimensionsLaunch::new(batch, self.outputs, self.inputs, self.offset);
        let values = batch * self.inputs;
        unsafe {
            let (delta, parameters) = (buffer(&self.delta, batch * self.outputs), buffer(&all.values, all.count));
            let (input, into) = (buffer(input, values), buffer(into, values));
            product::input_delta::launch_unchecked(
                client, count, dim, delta, parameters, input, into, size, activation,
            );
        }
    }
}

/// Through all layers, with a ReLU after each but the last.
pub fn forward(client: &Client, layers: &[Layer], input: &Handle, batch: usize, all: &Parameters) {
    for (index, layer) in layers.iter().enumerate() {
        let input = if index == 0 { input } else { &layers[index - 1].output };
        let activation = if index + 1 < layers.len() { Activation::Relu } else { Activation::Identity };
        layer.forward(client, input, batch, all, activation);
    }
}

/// From the last layer's `delta` to every gradient, and to the loss's gradient by `input` where wanted.
pub fn backward(
    client: &Client,
    layers: &[Layer],
    input: &Handle,
    input_delta: Option<&Handle>,
    batch: usize,
    all: &Parameters,
) {
    for (index, layer) in layers.iter().enumerate().rev() {
        if index > 0 {
            let previous = &layers[index - 1];
            layer.gradients(client, &previous.output, batch, all);
            layer.input_delta(client, &previous.output, &previous.delta, batch, all, Activation::Relu);
        } else {
            layer.gradients(client, input, batch, all);
            if let Some(into) = input_delta {
                layer.input_delta(client, input, into, batch, all, Activation::Identity);
            }
        }
    }
}
