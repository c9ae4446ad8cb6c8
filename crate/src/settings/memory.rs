//! What a step of training takes of memory, so that what a tab cannot hold is refused before it starts.

use super::layers::{LayerKind, LayerSpec, STRIDE, decoder, encoder, tensor_specs};
use super::refusal::{Expected, Refusal};
use super::{ModelConfig, RunConfig};

/// Bytes that a run may take: the threads' build may have 2 GiB, of which the data set and its copies take a part.
const LIMIT: u64 = 7 << 28;
/// Bytes of a number, its gradient, Adam's two moments, and what a snapshot of it is written through.
const PER_PARAMETER: u64 = 28;
/// Bytes of a layer's output and its gradient by the written-out engine.
const PER_VALUE: u64 = 8;
/// What Burn's graph holds of a layer's output at once: 3.2 to 4.5 float32 by measurements of all kinds of models.
const PER_VALUE_OF_GRAPH: u64 = 20;

/// The batch's size, where it is more than there is memory for. Alone, an image fits every model that is made for MNIST.
pub fn check(run: &RunConfig) -> Option<Refusal> {
    let (batch, samples) = (run.train.batch_size as u64, run.train.samples as u64);
    let left = LIMIT.saturating_sub(PER_PARAMETER * parameters(&run.model));
    let per_value = if run.is_plain() { PER_VALUE } else { PER_VALUE_OF_GRAPH };
    let encoded = values(&encoder(&run.model), pixels(&run.model));
    let decoded = values(&decoder(&run.model), shrunk(&run.model)) + 2 * run.model.latent_size as u64;
    let most = (left / (per_value * (encoded + samples * decoded))).max(1);
    let expected = Expected::Memory { most: most as f64 };
    (batch > most).then(|| Refusal::of_number("batchSize", expected, batch as f64))
}

/// Weights and biases of a model.
pub fn parameters(model: &ModelConfig) -> u64 {
    let count = |shape: &[usize]| shape.iter().map(|&size| size as u64).product::<u64>();
    tensor_specs(model).iter().map(|spec| count(&spec.shape)).sum()
}

fn pixels(model: &ModelConfig) -> u64 {
    (model.data.width * model.data.height) as u64
}

/// Pixels of what comes out of the last convolution.
fn shrunk(model: &ModelConfig) -> u64 {
    pixels(model) / (STRIDE as u64).pow(2 * model.channels.len() as u32)
}

/// Numbers that layers put out for one row, the first of which sees so many pixels of each channel.
fn values(layers: &[LayerSpec], mut pixels: u64) -> u64 {
    let area = (STRIDE * STRIDE) as u64;
    let of_layer = |layer: &LayerSpec| {
        let outputs = layer.outputs as u64;
        match layer.kind {
            LayerKind::Dense => outputs,
            LayerKind::Constant => 0,
            LayerKind::Convolution => {
                pixels /= area;
                outputs * pixels
            }
            LayerKind::TransposedConvolution => {
                pixels *= area;
                outputs * pixels
            }
        }
    };
    layers.iter().map(of_layer).sum()
}
