//! All parameters in one buffer, padded to whole vectors, with Adam's state beside them.

use cubecl::prelude::*;
use cubecl::server::Handle;
use latent_kernels::optimizer::{BETA_1, BETA_2, EPSILON};

use super::memory::zeros;
use super::vector::{Four, WIDTH, vectors};
use crate::settings::layers::LayerSpec;

/// Values with Adam's two moments, layer after layer.
pub struct Parameters {
    /// Vectors in each buffer.
    pub count: usize,
    pub values: Handle,
    pub moments: [Handle; 2],
}

impl Parameters {
    /// From weight and bias of each layer in turn.
    pub fn new(client: &Client, specs: &[LayerSpec], tensors: &[Vec<f32>]) -> Self {
        let padded = all_padded(specs, tensors);
        let count = padded.len() / WIDTH;
        let values = client.create_from_slice(f32::as_bytes(&padded));
        Self { count, values, moments: [(); 2].map(|()| zeros(client, count)) }
    }

    /// Moments that were gathered before, of weight and bias of each layer in turn.
    pub fn restore(&mut self, client: &Client, specs: &[LayerSpec], moments: &[Vec<Vec<f32>>]) {
        let upload = |tensors: &Vec<Vec<f32>>| client.create_from_slice(f32::as_bytes(&all_padded(specs, tensors)));
        self.moments.iter_mut().zip(moments).for_each(|(own, moments)| *own = upload(moments));
    }
}

/// Vectors of a layer: its weight's rows, then a vector of rows of which the first is the bias.
pub fn layer_vectors(spec: &LayerSpec) -> usize {
    WIDTH * (vectors(spec.inputs) + 1) * vectors(spec.outputs)
}

fn all_padded(specs: &[LayerSpec], tensors: &[Vec<f32>]) -> Vec<f32> {
    specs.iter().zip(tensors.chunks(2)).flat_map(|(spec, pair)| padded(spec, pair)).collect()
}

fn padded(spec: &LayerSpec, pair: &[Vec<f32>]) -> Vec<f32> {
    let mut padded = vec![0.0; layer_vectors(spec) * WIDTH];
    for (row, values) in rows(spec).zip(pair[0].chunks(spec.outputs).chain([pair[1].as_slice()])) {
        padded[row..row + spec.outputs].copy_from_slice(values);
    }
    padded
}

/// Weight and bias of each layer in turn, from the padded values of all.
pub fn unpadded(specs: &[LayerSpec], mut padded: &[f32]) -> Vec<Vec<f32>> {
    let mut tensors = Vec::new();
    for spec in specs {
        let layer = padded.split_off(..layer_vectors(spec) * WIDTH).unwrap_or_default();
        let mut rows = rows(spec).map(|row| &layer[row..row + spec.outputs]);
        tensors.push(rows.by_ref().take(spec.inputs).flatten().copied().collect());
        tensors.push(rows.flatten().copied().collect());
    }
    tensors
}

/// Where the weight's rows and the bias begin within a layer's padded values.
fn rows(spec: &LayerSpec) -> impl Iterator<Item = usize> {
    let (bias, width) = (vectors(spec.inputs) * WIDTH, vectors(spec.outputs) * WIDTH);
    (0..spec.inputs).chain([bias]).map(move |row| row * width)
}

/// One step along a gradient (Kingma and Ba 2015, algorithm 1); `rate` and `correction` hold the bias corrections.
#[cube]
pub fn adam(
    values: &mut [Four],
    moments_1: &mut [Four],
    moments_2: &mut [Four],
    at: usize,
    gradient: Four,
    rate: f32,
    correction: f32,
) {
    let first = Four::new(BETA_1) * moments_1[at] + Four::new(1.0 - BETA_1) * gradient;
    let second = Four::new(BETA_2) * moments_2[at] + Four::new(1.0 - BETA_2) * gradient * gradient;
    moments_1[at] = first;
    moments_2[at] = second;
    values[at] -= Four::new(rate) * first / ((second * Four::new(correction)).sqrt() + Four::new(EPSILON));
}
