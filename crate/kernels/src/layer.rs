//! A dense layer with its gradients and moments, and stacks of them with ReLU between.

use crate::adam::Parameter;
use crate::elementwise::{add_bias, mask};
use crate::matmul::{Matrix, matmul};
use crate::sparse::Sparse;

/// A layer in training. Buffers are kept from step to step.
pub struct Layer {
    inputs: usize,
    outputs: usize,
    /// `[inputs, outputs]`.
    weight: Parameter,
    /// `[outputs]`.
    bias: Parameter,
    /// Of the last batch, after the ReLU where there is one: `[N, outputs]`.
    pub output: Vec<f32>,
    /// The loss's gradient by the output before the ReLU: `[N, outputs]`.
    pub delta: Vec<f32>,
}

/// What goes into a stack.
pub enum Input<'a> {
    /// `[N, inputs]`.
    Dense(&'a [f32]),
    Sparse(&'a Sparse),
}

impl Layer {
    pub fn new(inputs: usize, outputs: usize, weight: Vec<f32>, bias: Vec<f32>) -> Self {
        let (weight, bias) = (Parameter::new(weight), Parameter::new(bias));
        Self { inputs, outputs, weight, bias, output: vec![], delta: vec![] }
    }

    /// Weight and bias.
    pub fn tensors(&self) -> [Vec<f32>; 2] {
        [self.weight.value.clone(), self.bias.value.clone()]
    }

    /// Weight and bias.
    pub fn parameters(&mut self) -> [&mut Parameter; 2] {
        [&mut self.weight, &mut self.bias]
    }

    fn weight(&self) -> Matrix<'_> {
        Matrix::new(&self.weight.value, self.inputs, self.outputs)
    }

    fn forward(&mut self, input: &Input, batch: usize, relu: bool) {
        let mut output = std::mem::take(&mut self.output);
        output.resize(batch * self.outputs, 0.0);
        self.delta.resize(batch * self.outputs, 0.0);
        match input {
            Input::Dense(input) => matmul(&mut output, Matrix::new(input, batch, self.inputs), self.weight()),
            Input::Sparse(images) => images.times(&self.weight.value, &mut output),
        }
        add_bias(&mut output, &self.bias.value, relu);
        self.output = output;
    }

    /// Gradients of weight and bias from `delta` and what came in.
    fn gradients(&mut self, input: &Input, batch: usize) {
        let delta = Matrix::new(&self.delta, batch, self.outputs);
        match input {
            Input::Dense(input) => {
                matmul(&mut self.weight.gradient, Matrix::new(input, batch, self.inputs).transposed(), delta);
            }
            Input::Sparse(images) => images.transposed_times(&self.delta, &mut self.weight.gradient),
        }
        self.bias.gradient.fill(0.0);
        for row in self.delta.chunks_exact(self.outputs) {
            self.bias.gradient.iter_mut().zip(row).for_each(|(sum, delta)| *sum += delta);
        }
    }

    /// The loss's gradient by the input.
    fn input_delta(&self, batch: usize, into: &mut Vec<f32>) {
        into.resize(batch * self.inputs, 0.0);
        matmul(into, Matrix::new(&self.delta, batch, self.outputs), self.weight().transposed());
    }

    pub fn update(&mut self, learning_rate: f32, epsilon: f32, step: i32) {
        self.weight.update(learning_rate, epsilon, step);
        self.bias.update(learning_rate, epsilon, step);
    }
}

/// Through all layers, ReLU after each but the last.
pub fn forward(layers: &mut [Layer], input: &Input, batch: usize) {
    let last = layers.len() - 1;
    for index in 0..=last {
        let (before, rest) = layers.split_at_mut(index);
        match before.last() {
            Some(previous) => rest[0].forward(&Input::Dense(&previous.output), batch, index < last),
            None => rest[0].forward(input, batch, index < last),
        }
    }
}

/// Back through all layers from the last one's `delta`; the gradient by the input goes to `input_delta`.
pub fn backward(layers: &mut [Layer], input: &Input, batch: usize, input_delta: Option<&mut Vec<f32>>) {
    for index in (1..layers.len()).rev() {
        let (before, rest) = layers.split_at_mut(index);
        let (previous, layer) = (&mut before[index - 1], &mut rest[0]);
        layer.gradients(&Input::Dense(&previous.output), batch);
        layer.input_delta(batch, &mut previous.delta);
        mask(&mut previous.delta, &previous.output);
    }
    layers[0].gradients(input, batch);
    if let Some(into) = input_delta {
        layers[0].input_delta(batch, into);
    }
}
