//! All parameters in one buffer, in the layers' order and padded to whole vectors, with what the optimiser gathers beside them.

use cubecl::prelude::*;
use cubecl::server::Handle;

use super::memory::{buffer, zeros};
use super::shape::shapes;
use super::vector::WIDTH;
use crate::model::network::layout::orders;
use crate::settings::ModelConfig;

/// Values with an optimiser's moments, layer after layer.
pub struct Parameters {
    /// Vectors in each buffer.
    pub count: usize,
    pub values: Handle,
    pub moments: [Handle; 2],
}

impl Parameters {
    /// From the tensors of each layer in turn.
    pub fn new(client: &Client, config: &ModelConfig, tensors: &[Vec<f32>]) -> Self {
        let padded = padded(config, tensors);
        let count = padded.len() / WIDTH;
        let values = client.create_from_slice(f32::as_bytes(&padded));
        Self { count, values, moments: [(); 2].map(|()| zeros(client, count)) }
    }

    /// Values and both moments, for kernels.
    pub fn args(&self) -> [BufferArg; 3] {
        let [first, second] = &self.moments;
        // SAFETY: all were made with this length.
        [&self.values, first, second].map(|handle| unsafe { buffer(handle, self.count) })
    }

    /// The values one by one.
    pub fn scalars(&self) -> BufferArg {
        unsafe { buffer(&self.values, self.count * WIDTH) }
    }

    /// Moments that were gathered before, each as the tensors are.
    pub fn restore(&mut self, client: &Client, config: &ModelConfig, moments: &[Vec<Vec<f32>>]) {
        let upload = |tensors: &Vec<Vec<f32>>| client.create_from_slice(f32::as_bytes(&padded(config, tensors)));
        self.moments.iter_mut().zip(moments).for_each(|(own, moments)| *own = upload(moments));
    }
}

/// Where the numbers of each tensor stand among all: runs of them by their start and length; and how many there are with the
/// padding.
fn runs(config: &ModelConfig) -> (Vec<Vec<(usize, usize)>>, usize) {
    let (mut all, mut end) = (vec![], 0);
    for shape in shapes(config).all() {
        let start = shape.offset * WIDTH;
        all.extend(
            shape.runs().into_iter().map(|runs| runs.into_iter().map(|(at, length)| (start + at, length)).collect()),
        );
        end = start + shape.count() * WIDTH;
    }
    (all, end)
}

fn padded(config: &ModelConfig, tensors: &[Vec<f32>]) -> Vec<f32> {
    let (runs, count) = runs(config);
    let mut padded = vec![0.0; count];
    for ((runs, order), tensor) in runs.into_iter().zip(orders(config)).zip(tensors) {
        let ordered = order.apply(tensor);
        let mut rest = ordered.as_slice();
        for (at, length) in runs {
            let run = rest.split_off(..length).unwrap_or_default();
            padded[at..at + run.len()].copy_from_slice(run);
        }
    }
    padded
}

/// The tensors of each layer in turn, from the padded values of all.
pub fn unpadded(config: &ModelConfig, padded: &[f32]) -> Vec<Vec<f32>> {
    let tensor =
        |runs: Vec<(usize, usize)>| runs.into_iter().flat_map(|(at, length)| &padded[at..at + length]).copied();
    runs(config)
        .0
        .into_iter()
        .zip(orders(config))
        .map(|(runs, order)| order.undo(&tensor(runs).collect::<Vec<_>>()))
        .collect()
}
