//! A layer that looks characters up: what it puts out for a text is the row of its table for the character at each place, plus the
//! place's bias.

use super::{Change, Input, add_to_rows, sum_rows};
use crate::optimizer::Parameter;

/// A table of characters.
pub struct Embedding {
    /// Characters of a text.
    places: usize,
    /// `[characters, size]`, and `[places * size]`.
    pub parameters: [Parameter; 2],
}

impl Embedding {
    pub fn new(places: usize, weight: Vec<f32>, bias: Vec<f32>) -> Self {
        Self { places, parameters: [weight, bias].map(Parameter::new) }
    }

    /// Numbers that it puts out for a text.
    pub fn outputs(&self) -> usize {
        self.parameters[1].value.len()
    }

    fn size(&self) -> usize {
        self.outputs() / self.places
    }

    /// Of characters alone.
    pub fn forward(&self, input: &Input, output: &mut [f32]) {
        let Input::Characters(ids) = input else { return output.fill(0.0) };
        let [weight, bias] = &self.parameters;
        for (id, output) in ids.iter().zip(output.chunks_exact_mut(self.size())) {
            output.copy_from_slice(&weight.value[usize::from(*id) * output.len()..][..output.len()]);
        }
        add_to_rows(output, &bias.value);
    }

    /// Gradients of table and biases from the gradient by the output.
    pub fn gradients(&self, input: &Input, delta: &[f32], change: &mut Change) {
        let [weight, bias] = &mut change.gradients;
        weight.fill(0.0);
        if let Input::Characters(ids) = input {
            for (id, delta) in ids.iter().zip(delta.chunks_exact(self.size())) {
                let sums = &mut weight[usize::from(*id) * delta.len()..][..delta.len()];
                sums.iter_mut().zip(delta).for_each(|(sum, delta)| *sum += delta);
            }
        }
        sum_rows(delta, bias);
    }
}
