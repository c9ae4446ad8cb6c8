//! A dense layer, which may be told a class beside its input.

use super::{Change, Input, add_to_rows, sum_rows};
use crate::matmul::{Into, Matrix, Strips, product};
use crate::optimizer::Parameter;

/// Rows of a batch that a gradient is summed over at a time: those of all samples of a large one are not copied at once.
const ROWS: usize = 4096;

/// A dense layer.
pub struct Dense {
    inputs: usize,
    /// Numbers of the one-hot class that stands beside the input, or 0.
    classes: usize,
    outputs: usize,
    /// `[inputs + classes, outputs]`, and `[outputs]`.
    pub parameters: [Parameter; 2],
    /// Where a shortcut leads past it: what the dense layer before it puts out is added to this share of what it does.
    pub share: Option<f32>,
    /// Of the weight, and of its transpose.
    strips: [Strips; 2],
}

impl Dense {
    pub fn new(inputs: usize, classes: usize, outputs: usize, weight: Vec<f32>, bias: Vec<f32>) -> Self {
        let parameters = [weight, bias].map(Parameter::new);
        Self { inputs, classes, outputs, parameters, share: None, strips: Default::default() }
    }

    /// Numbers that it puts out for a row.
    pub fn outputs(&self) -> usize {
        self.outputs
    }

    /// The part of the weight that the input meets, `[inputs, outputs]`.
    fn weight(&self) -> Matrix<'_> {
        let [weight, _] = &self.parameters;
        Matrix::new(&weight.value[..self.inputs * self.outputs], self.inputs, self.outputs)
    }

    pub fn pack(&mut self) {
        let mut strips = std::mem::take(&mut self.strips);
        strips[0].pack(self.weight());
        strips[1].pack(self.weight().transposed());
        self.strips = strips;
    }

    pub fn forward(&self, input: &Input, told: &[u8], output: &mut [f32]) {
        let [weight, bias] = &self.parameters;
        match input {
            Input::Dense(input) => {
                let input = Matrix::new(input, input.len() / self.inputs, self.inputs);
                product(output, input, self.weight(), &self.strips[0], Into::Empty);
            }
            Input::Sparse(images) => images.times(&weight.value[..self.inputs * self.outputs], output),
            // Which a table looks up.
            Input::Characters(_) => output.fill(0.0),
        }
        add_to_rows(output, &bias.value);
        for (row, place) in self.told(told) {
            let output = &mut output[row * self.outputs..][..self.outputs];
            output.iter_mut().zip(&weight.value[place..]).for_each(|(value, weight)| *value += weight);
        }
    }

    /// The rows that are told a class that there is, with where its weights begin.
    fn told(&self, classes: &[u8]) -> impl Iterator<Item = (usize, usize)> {
        let (known, inputs, outputs) = (self.classes, self.inputs, self.outputs);
        let rows = classes.iter().enumerate().filter(move |(_, class)| usize::from(**class) < known);
        rows.map(move |(row, class)| (row, (inputs + usize::from(*class)) * outputs))
    }

    /// Gradients of weight and bias from the gradient by the output.
    pub fn gradients(&self, input: &Input, told: &[u8], delta: &[f32], change: &mut Change) {
        let [weight, bias] = &mut change.gradients;
        let (by_input, by_class) = weight.split_at_mut(self.inputs * self.outputs);
        match input {
            Input::Dense(input) => {
                let deltas = delta.chunks(ROWS * self.outputs);
                for (index, (input, delta)) in input.chunks(ROWS * self.inputs).zip(deltas).enumerate() {
                    let rows = delta.len() / self.outputs;
                    let (input, delta) =
                        (Matrix::new(input, rows, self.inputs), Matrix::new(delta, rows, self.outputs));
                    let into = if index == 0 { Into::Empty } else { Into::Sum };
                    product(by_input, input.transposed(), delta, &Strips::of(delta), into);
                }
            }
            Input::Sparse(images) => images.transposed_times(delta, by_input),
            Input::Characters(_) => by_input.fill(0.0),
        }
        by_class.fill(0.0);
        for (row, place) in self.told(told) {
            let sums = &mut by_class[place - self.inputs * self.outputs..];
            sums.iter_mut().zip(&delta[row * self.outputs..][..self.outputs]).for_each(|(sum, delta)| *sum += delta);
        }
        sum_rows(delta, bias);
    }

    /// The gradient by the input.
    pub fn input_delta(&self, delta: &[f32], into: &mut Vec<f32>) {
        let rows = delta.len() / self.outputs;
        into.resize(rows * self.inputs, 0.0);
        let delta = Matrix::new(delta, rows, self.outputs);
        product(into, delta, self.weight().transposed(), &self.strips[1], Into::Empty);
    }
}
