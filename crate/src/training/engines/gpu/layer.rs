//! A dense layer's buffers, and stacks of layers with ReLU between.

use cubecl::prelude::*;
use cubecl::server::Handle;

use super::feed::Feed;
use super::memory::{buffer, zeros};
use super::parameters::{Parameters, layer_vectors};
use super::product::{self, SizeLaunch};
use super::tile;
use super::vector::{Bytes, Floats, WIDTH, vectors};
use crate::settings::layers::LayerSpec;

/// A layer in training, for batches of one size. Widths and offsets are in vectors.
pub struct Layer {
    batch: usize,
    inputs: usize,
    outputs: usize,
    /// Where its parameters begin among all.
    offset: usize,
    /// Of the last batch, after the ReLU where there is one: `[N, outputs]`.
    pub output: Handle,
    /// The loss's gradient by the output before the ReLU: `[N, outputs]`.
    pub delta: Handle,
}

/// What comes into a layer.
#[derive(Clone, Copy)]
pub enum Input<'a> {
    /// Grey bytes `[N, pixels]`.
    Images(&'a Handle),
    /// `[N, inputs]`, and where the loss's gradient by them goes.
    Values { values: &'a Handle, delta: &'a Handle },
}

impl Input<'_> {
    fn handle(&self) -> &Handle {
        match self {
            Self::Images(bytes) => bytes,
            Self::Values { values, .. } => values,
        }
    }

    fn is_images(&self) -> bool {
        matches!(self, Self::Images(_))
    }
}

impl Layer {
    /// Layers one after another, with the first one's parameters at the start.
    pub fn all(client: &Client, specs: &[LayerSpec], batch: usize) -> Vec<Self> {
        let mut next = 0;
        let layer = |spec: &LayerSpec| {
            let (inputs, outputs, offset) = (vectors(spec.inputs), vectors(spec.outputs), next);
            next += layer_vectors(spec);
            let [output, delta] = [(); 2].map(|()| zeros(client, batch * outputs));
            Self { batch, inputs, outputs, offset, output, delta }
        };
        specs.iter().map(layer).collect()
    }

    fn size(&self) -> SizeLaunch {
        SizeLaunch::new(self.batch, self.inputs, self.outputs, self.offset)
    }

    fn forward(&self, client: &Client, input: Input, all: &Parameters, relu: bool) {
        let (count, dim) = tile::grid(self.batch, self.outputs);
        // SAFETY: here and below, the lengths are those that the buffers were made with, and kernels stay within.
        unsafe {
            let (came, values) = (buffer(input.handle(), self.batch * self.inputs), buffer(&all.values, all.count));
            let output = buffer(&self.output, self.batch * self.outputs);
            let launch = if input.is_images() {
                product::forward::launch_unchecked::<Bytes>
            } else {
                product::forward::launch_unchecked::<Floats>
            };
            launch(client, count, dim, came, values, output, self.size(), u32::from(relu));
        }
    }

    /// The loss's gradient by the layer's input, which a ReLU made if `relu`.
    fn input_delta(&self, client: &Client, input: &Handle, into: &Handle, all: &Parameters, relu: bool) {
        let (count, dim) = tile::grid(self.batch, self.inputs);
        let incoming = self.batch * self.inputs;
        unsafe {
            let (delta, parameters) = (buffer(&self.delta, self.batch * self.outputs), buffer(&all.values, all.count));
            let (input, into) = (buffer(input, incoming), buffer(into, incoming));
            product::input_delta::launch_unchecked(
                client,
                count,
                dim,
                delta,
                parameters,
                input,
                into,
                self.size(),
                u32::from(relu),
            );
        }
    }

    /// A step of Adam from `delta` and what came in.
    fn update(&self, client: &Client, input: Input, all: &Parameters, feed: &Feed) {
        let (count, dim) = tile::grid(WIDTH * (self.inputs + 1), self.outputs);
        unsafe {
            let (came, delta) =
                (buffer(input.handle(), self.batch * self.inputs), buffer(&self.delta, self.batch * self.outputs));
            let values = buffer(&all.values, all.count);
            let [first, second] = [0, 1].map(|moment: usize| buffer(&all.moments[moment], all.count));
            let launch = if input.is_images() {
                product::update::launch_unchecked::<Bytes>
            } else {
                product::update::launch_unchecked::<Floats>
            };
            launch(client, count, dim, came, delta, values, first, second, feed.arg(), feed.at, self.size());
        }
    }
}

/// Through all layers, with a ReLU after each but the last.
pub fn forward(client: &Client, layers: &[Layer], input: Input, all: &Parameters) {
    for (index, layer) in layers.iter().enumerate() {
        layer.forward(client, incoming(layers, index, input), all, index + 1 < layers.len());
    }
}

/// From the last layer's `delta` to a step of Adam on every layer, and to the loss's gradient by `input` where that
/// is values. Each weight is used before it changes.
pub fn backward(client: &Client, layers: &[Layer], input: Input, all: &Parameters, feed: &Feed) {
    for (index, layer) in layers.iter().enumerate().rev() {
        let input = incoming(layers, index, input);
        if let Input::Values { values, delta } = input {
            layer.input_delta(client, values, delta, all, index > 0);
        }
        layer.update(client, input, all, feed);
    }
}

/// What comes into one of the layers when `input` comes into the first.
fn incoming<'a>(layers: &'a [Layer], index: usize, input: Input<'a>) -> Input<'a> {
    match index.checked_sub(1).map(|before| &layers[before]) {
        Some(Layer { output, delta, .. }) => Input::Values { values: output, delta },
        None => input,
    }
}
