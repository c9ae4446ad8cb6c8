//! A layer's sums, term after term.

use crate::settings::layers::{EPSILON, KERNEL, LayerKind, LayerSpec, PADDING, STRIDE};

/// Weights between two channels.
const TAPS: usize = KERNEL * KERNEL;

/// Channels, height and width.
pub type Shape = [usize; 3];

#[derive(Debug, Clone)]
pub struct Layer {
    spec: LayerSpec,
    /// Dense: `[inputs, outputs]`; normalisation: `[outputs]`; convolution: `[outputs, inputs, 4, 4]`; transposed: `[inputs, outputs, 4, 4]`.
    weight: Vec<f32>,
    bias: Vec<f32>,
}

impl Layer {
    /// Takes its weight and bias.
    pub fn new(spec: LayerSpec, tensors: &mut impl Iterator<Item = Vec<f32>>) -> Self {
        let (weight, bias) = (tensors.next().unwrap_or_default(), tensors.next().unwrap_or_default());
        Self { spec, weight, bias }
    }

    pub fn spec(&self) -> &LayerSpec {
        &self.spec
    }

    /// What comes out; of images the shape becomes that of what comes out.
    pub fn forward(&self, x: &[f32], shape: &mut Shape) -> Vec<f32> {
        match self.spec.kind {
            LayerKind::Convolution => {
                let [_, height, width] = *shape;
                *shape = [self.spec.outputs, height / STRIDE, width / STRIDE];
                self.convolution(x, [height, width])
            }
            LayerKind::TransposedConvolution => {
                let [_, height, width] = *shape;
                *shape = [self.spec.outputs, height * STRIDE, width * STRIDE];
                self.transposed(x, [height, width])
            }
            LayerKind::Normalisation => self.normalisation(x),
            LayerKind::Dense | LayerKind::Constant | LayerKind::Embedding { .. } | LayerKind::Softmax => self.dense(x),
        }
    }

    fn normalisation(&self, x: &[f32]) -> Vec<f32> {
        let mean_of = |terms: &mut dyn Iterator<Item = f32>| terms.fold(0.0, |sum, term| sum + term) / x.len() as f32;
        let mean = mean_of(&mut x.iter().copied());
        let variance = mean_of(&mut x.iter().map(|value| (value - mean) * (value - mean)));
        let deviation = (variance + EPSILON).sqrt();
        let numbers = x.iter().zip(self.weight.iter().zip(&self.bias));
        numbers.map(|(value, (gain, offset))| (value - mean) / deviation * gain + offset).collect()
    }

    fn dense(&self, x: &[f32]) -> Vec<f32> {
        let mut sums = self.bias.clone();
        // To add nothing changes nothing: most of an image is black, and half of what a ReLU gives is 0.
        let rows = x.iter().zip(self.weight.chunks_exact(self.spec.outputs)).filter(|(value, _)| **value != 0.0);
        for (value, row) in rows {
            sums.iter_mut().zip(row).for_each(|(sum, weight)| *sum += value * weight);
        }
        sums
    }

    fn convolution(&self, x: &[f32], [height, width]: [usize; 2]) -> Vec<f32> {
        let (rows, columns) = (height / STRIDE, width / STRIDE);
        let mut sums = spread(&self.bias, rows * columns);
        for (at, sum) in sums.iter_mut().enumerate() {
            let (output, row, column) = (at / (rows * columns), at / columns % rows, at % columns);
            let kernels = self.weight[output * self.spec.inputs * TAPS..].chunks_exact(TAPS);
            for (kernel, image) in kernels.zip(x.chunks_exact(height * width)) {
                for (tap, weight) in kernel.iter().enumerate() {
                    let place = (STRIDE * row + tap / KERNEL, STRIDE * column + tap % KERNEL);
                    if let Some(index) = within(place, height, width) {
                        *sum += image[index] * weight;
                    }
                }
            }
        }
        sums
    }

    fn transposed(&self, x: &[f32], [height, width]: [usize; 2]) -> Vec<f32> {
        let (rows, columns) = (height * STRIDE, width * STRIDE);
        let mut sums = spread(&self.bias, rows * columns);
        for (at, value) in x.iter().enumerate().filter(|(_, value)| **value != 0.0) {
            let (input, row, column) = (at / (height * width), at / width % height, at % width);
            let kernels = self.weight[input * self.spec.outputs * TAPS..].chunks_exact(TAPS);
            for (kernel, image) in kernels.zip(sums.chunks_exact_mut(rows * columns)) {
                for (tap, weight) in kernel.iter().enumerate() {
                    let place = (STRIDE * row + tap / KERNEL, STRIDE * column + tap % KERNEL);
                    if let Some(index) = within(place, rows, columns) {
                        image[index] += value * weight;
                    }
                }
            }
        }
        sums
    }
}

/// Each value `count` times, beside each other.
fn spread(values: &[f32], count: usize) -> Vec<f32> {
    values.iter().flat_map(|&value| std::iter::repeat_n(value, count)).collect()
}

/// The index of a place that is counted from the padding's corner, unless it lies in the padding.
fn within((row, column): (usize, usize), height: usize, width: usize) -> Option<usize> {
    let (row, column) = (row.checked_sub(PADDING)?, column.checked_sub(PADDING)?);
    (row < height && column < width).then_some(row * width + column)
}
