//! The order in which the layers hold a model's numbers: between convolutions the channels of a pixel lie beside each other,
//! where files and Burn have one channel after another.

use crate::settings::ModelConfig;
use crate::settings::layers::{
    KERNEL, LayerKind, LayerSpec, character_tensors, decoder, encoder, features, lower, prior_tensors,
};

/// Pixels of a kernel.
const AREA: usize = KERNEL * KERNEL;

/// A tensor seen as a box of numbers, and which of its axes comes first, second and third in the layers' order. Done twice each
/// of these is undone.
#[derive(Debug, Clone, Copy)]
pub struct Order {
    sizes: [usize; 3],
    axes: [usize; 3],
}

impl Order {
    const SAME: Self = Self { sizes: [0; 3], axes: [0, 1, 2] };

    /// To the layers' order; what the box does not hold follows as it is.
    pub fn apply(self, values: &[f32]) -> Vec<f32> {
        if self.axes == Self::SAME.axes {
            return values.to_vec();
        }
        let Self { sizes, axes } = self;
        let strides = [sizes[1] * sizes[2], sizes[2], 1];
        let [outer, middle, inner] = axes.map(|axis| (0..sizes[axis]).map(move |at| at * strides[axis]));
        let mut ordered = Vec::with_capacity(values.len());
        for first in outer {
            for second in middle.clone() {
                ordered.extend(inner.clone().map(|third| values[first + second + third]));
            }
        }
        ordered.extend_from_slice(&values[ordered.len()..]);
        ordered
    }

    /// Back from the layers' order.
    pub fn undo(self, values: &[f32]) -> Vec<f32> {
        Self { sizes: self.axes.map(|axis| self.sizes[axis]), ..self }.apply(values)
    }
}

/// That of each tensor of a model.
pub fn orders(config: &ModelConfig) -> Vec<Order> {
    let is_convolutional = !config.channels.is_empty();
    let [channels, height, width] = features(config);
    let pixels = height * width;
    // Of the dense layer that sees what comes out of convolutions, and of the one that gives what goes into them.
    let rows = |spec: &LayerSpec| Order { sizes: [channels, pixels, spec.outputs], axes: [1, 0, 2] };
    let columns = |rows| Order { sizes: [rows, channels, pixels], axes: [0, 2, 1] };
    let (encoder, lower, decoder) = (encoder(config), lower(config), decoder(config));
    let above = encoder.len() + lower.len();
    let after = encoder.iter().position(|spec| spec.kind == LayerKind::Dense);
    let before = decoder.iter().rposition(|spec| spec.kind == LayerKind::Dense).map(|at| above + at);
    let layers = encoder.iter().chain(&lower).chain(&decoder).enumerate();
    let of_layer = |(index, spec): (usize, &LayerSpec)| match spec.kind {
        LayerKind::Convolution => vec![kernels(spec.outputs, spec.inputs), Order::SAME],
        LayerKind::TransposedConvolution => vec![kernels(spec.inputs, spec.outputs), Order::SAME],
        LayerKind::Dense if is_convolutional && Some(index) == after => vec![rows(spec), Order::SAME],
        LayerKind::Dense if is_convolutional && Some(index) == before => vec![columns(spec.inputs), columns(1)],
        LayerKind::Dense | LayerKind::Normalisation | LayerKind::Embedding { .. } => vec![Order::SAME; 2],
        LayerKind::Constant => vec![Order::SAME],
        LayerKind::Softmax => vec![],
    };
    let beside = character_tensors(config).len() + prior_tensors(config).len();
    layers.flat_map(of_layer).chain(std::iter::repeat_n(Order::SAME, beside)).collect()
}

/// `[maps, channels, 4 * 4]` to its reverse.
fn kernels(maps: usize, channels: usize) -> Order {
    Order { sizes: [maps, channels, AREA], axes: [2, 1, 0] }
}
