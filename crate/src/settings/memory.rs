//! What a step of training takes of memory, so that what a tab cannot hold is refused before it starts.

use super::layers::{
    CharacterSizes, LayerKind, LayerSpec, STRIDE, character_sizes, decoder, encoder, lower, tensor_specs,
};
use super::refusal::{Expected, Refusal};
use super::{ModelConfig, RunConfig};

/// Numbers of all gradients at once, at most, unless one part of a batch has more: each part that a thread takes has its own.
const MOST_GRADIENTS: u64 = 1 << 25;
/// Bytes that a run may take: the threads' build may have 2 GiB, of which the data set and its copies take a part.
const LIMIT: u64 = 13 << 27;
/// Bytes of a number of the model: its value and that in the two orders in which products read it; what a file is written from, the
/// file, and a tensor on its way into it, which may be nearly all of the model.
const PER_PARAMETER: u64 = 12 + 8 + 8;
/// Bytes of each number that the optimiser gathers beside it: its value, and as above.
const PER_MOMENT: u64 = 4 + 8;
/// Bytes of a number's gradient.
const PER_GRADIENT: u64 = 4;
/// Threads that share a batch in a tab, at most.
const THREADS: usize = 8;
/// Bytes of a layer's output and its gradient.
const PER_VALUE: u64 = 8;
/// Bytes of a buffer that every WebGPU device has: `maxStorageBufferBindingSize`, as the standard promises it.
const GPU_BUFFER: u64 = 1 << 27;
/// Bytes of a number there, and numbers to which a pixel's channels, or a row, are filled up.
const PER_NUMBER: u64 = 4;
const GPU_VECTOR: u64 = 4;

/// Bytes of a number of an image: as it is, damaged, and as what goes into a layer.
const PER_PIXEL: u64 = 10;

/// The batch's size, where it is more than there is memory for. Alone, an image fits every model that is made for MNIST.
pub fn check(run: &RunConfig) -> Option<Refusal> {
    let batch = run.train.batch_size as u64;
    let most = (LIMIT.saturating_sub(of_model(run)) / of_image(run)).max(1);
    let expected = Expected::Memory { most: most as f64 };
    (batch > most).then(|| Refusal::of_number("batchSize", expected, batch as f64))
}

/// Bytes that a run takes on the CPU, at most, its data aside.
pub fn needed(run: &RunConfig) -> u64 {
    of_model(run) + run.train.batch_size as u64 * of_image(run)
}

fn of_model(run: &RunConfig) -> u64 {
    let (gradients, moments) = (most_parts(&run.model).min(THREADS) as u64, run.train.optimizer.moments() as u64);
    let of_texts = character_sizes(&run.model).map_or(0, |sizes| sizes.scratch() as u64 * THREADS as u64);
    (PER_PARAMETER + PER_MOMENT * moments + PER_GRADIENT * gradients) * parameters(&run.model) + of_texts
}

fn of_image(run: &RunConfig) -> u64 {
    let (model, samples) = (&run.model, run.train.samples as u64);
    let encoded = values(&encoder(model), pixels(model), 1).sum::<u64>();
    // z, what a mixture makes of it, and h.
    let (latent, components) = (model.latent_size as u64, model.components() as u64);
    let below = values(&lower(model), 0, 1).sum::<u64>() + 4 * model.lower_size as u64;
    let decoded = values(&decoder(model), shrunk(model), 1).sum::<u64>() + 2 * latent + components + below;
    PER_VALUE * (encoded + samples * decoded) + PER_PIXEL * model.data.size() as u64
}

/// Whether every WebGPU device has buffers as large as a run's largest: of all parameters, or of what a layer puts out for a batch.
pub fn fits_gpu(run: &RunConfig) -> bool {
    let RunConfig { model, train } = run;
    let (batch, samples) = (train.batch_size as u64, train.samples as u64);
    let widest = |layers: &[LayerSpec], pixels| values(layers, pixels, GPU_VECTOR).max().unwrap_or_default();
    let images = pixels(model) * (model.data.channels as u64).next_multiple_of(GPU_VECTOR);
    let encoded = batch * widest(&encoder(model), pixels(model)).max(images);
    let decoded = batch * samples * widest(&decoder(model), shrunk(model)).max(widest(&lower(model), 0));
    let told = batch * samples * character_sizes(model).map_or(0, |sizes| widest_of_texts(&sizes));
    PER_NUMBER * encoded.max(decoded).max(told).max(parameters(model)) <= GPU_BUFFER
}

/// Numbers of a text's widest stage, of all its characters at once.
fn widest_of_texts(sizes: &CharacterSizes) -> u64 {
    let CharacterSizes { characters, embedding, window, hidden, places } = *sizes;
    let width = [characters, window * embedding, hidden].into_iter().max().unwrap_or_default() as u64;
    places as u64 * width.next_multiple_of(GPU_VECTOR)
}

/// Parts that a batch is split into, at most.
pub fn most_parts(model: &ModelConfig) -> usize {
    (MOST_GRADIENTS / parameters(model).max(1)).max(1) as usize
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

/// Numbers that each layer puts out for one row, the first of which sees so many pixels of each channel; channels are filled up to
/// multiples of `whole`.
fn values(layers: &[LayerSpec], mut pixels: u64, whole: u64) -> impl Iterator<Item = u64> {
    let area = (STRIDE * STRIDE) as u64;
    layers.iter().map(move |layer: &LayerSpec| {
        let outputs = (layer.outputs as u64).next_multiple_of(whole);
        match layer.kind {
            // A shortcut keeps what it begins with.
            LayerKind::Dense => outputs * if layer.share.is_some() { 2 } else { 1 },
            LayerKind::Normalisation | LayerKind::Embedding { .. } | LayerKind::Softmax => outputs,
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
    })
}
