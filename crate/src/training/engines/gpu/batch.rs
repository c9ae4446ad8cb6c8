//! A batch's way through the model.

use cubecl::prelude::*;
use cubecl::server::Handle;

use super::elementwise::{self, LatentLaunch, SUMS};
use super::feed::{Feed, Indices, Resident};
use super::layer::{self, Input, Layer};
use super::memory::{buffer, zeros};
use super::parameters::Parameters;
use super::vector::{WIDTH, vectors};
use crate::settings::ModelConfig;
use crate::settings::layers::layer_specs;

/// What a step makes on the way, for batches of one size.
pub struct Batch {
    pub size: usize,
    /// Words of an image: four bytes each, with none left over.
    words: usize,
    latent: usize,
    encoder: Vec<Layer>,
    decoder: Vec<Layer>,
    /// Room for images gathered on the device: bytes `[N, pixels]`.
    pub x: Handle,
    /// `[N, Z]`.
    z: Handle,
    /// The loss's gradient by z, `[N, Z]`.
    z_delta: Handle,
}

impl Batch {
    pub fn new(client: &Client, config: &ModelConfig, size: usize) -> Self {
        let mut encoder = Layer::all(client, &layer_specs(config), size);
        let decoder = encoder.split_off(config.hidden_sizes.len() + 1);
        let (latent, words) = (config.latent_size, vectors(config.data.size()));
        let [z, z_delta] = [(); 2].map(|()| zeros(client, size * vectors(latent)));
        Self { size, words, latent, encoder, decoder, x: client.empty(size * words * size_of::<u32>()), z, z_delta }
    }

    /// Fills [`Batch::x`] with a step's images.
    pub fn gather(&self, client: &Client, data: &Resident, indices: &Indices) {
        let (words, count) = (self.words, self.size * self.words);
        let (cubes, dim) = elementwise::grid(count);
        // SAFETY: here and below, the lengths are those that the buffers were made with, and kernels stay within.
        unsafe {
            let (images, x) = (buffer(&data.images, data.count * words), buffer(&self.x, count));
            elementwise::gather::launch_unchecked(
                client,
                cubes,
                dim,
                images,
                indices.arg(),
                x,
                indices.first,
                words,
                count,
            );
        }
    }

    /// Both terms of grey bytes `x` `[N, pixels]`, added to `sums`.
    pub fn evaluate(&self, client: &Client, x: &Handle, feed: &Feed, all: &Parameters, sums: &[Handle; 2]) {
        self.forward(client, x, feed, all);
        self.logits_delta(client, x, &sums[0]);
        self.head_delta(client, feed, &sums[1]);
    }

    /// The same, and a step of Adam on all parameters.
    pub fn train(&self, client: &Client, x: &Handle, feed: &Feed, all: &Parameters, sums: &[Handle; 2]) {
        self.forward(client, x, feed, all);
        self.logits_delta(client, x, &sums[0]);
        layer::backward(client, &self.decoder, self.latent_input(), all, feed);
        self.head_delta(client, feed, &sums[1]);
        layer::backward(client, &self.encoder, Input::Images(x), all, feed);
    }

    fn forward(&self, client: &Client, x: &Handle, feed: &Feed, all: &Parameters) {
        layer::forward(client, &self.encoder, Input::Images(x), all);
        let (count, dim) = elementwise::grid(self.size * self.latent);
        unsafe {
            let (head, z) = (self.head_numbers(&self.head().output), self.latent_numbers(&self.z));
            elementwise::sample::launch_unchecked(client, count, dim, head, z, feed.arg(), feed.at, self.latent_rows());
        }
        layer::forward(client, &self.decoder, self.latent_input(), all);
    }

    /// Sets the loss's gradient by the logits; adds up the reconstruction term.
    fn logits_delta(&self, client: &Client, x: &Handle, sums: &Handle) {
        let (count, scale) = (self.size * self.words, 1.0 / self.size as f32);
        let Layer { output, delta, .. } = &self.decoder[self.decoder.len() - 1];
        let (cubes, dim) = elementwise::grid(SUMS);
        unsafe {
            let (logits, x, delta) = (buffer(output, count), buffer(x, count), buffer(delta, count));
            elementwise::bernoulli::launch_unchecked(
                client,
                cubes,
                dim,
                logits,
                x,
                delta,
                buffer(sums, SUMS),
                scale,
                count,
            );
        }
    }

    /// Sets the loss's gradient by mu and log_var, through z and through the KL; adds up the KL.
    fn head_delta(&self, client: &Client, feed: &Feed, sums: &Handle) {
        let Layer { output, delta, .. } = self.head();
        let (cubes, dim) = elementwise::grid(SUMS);
        unsafe {
            let (head, delta) = (self.head_numbers(output), self.head_numbers(delta));
            let (z_delta, sums) = (self.latent_numbers(&self.z_delta), buffer(sums, SUMS));
            elementwise::head_delta::launch_unchecked(
                client,
                cubes,
                dim,
                head,
                z_delta,
                delta,
                sums,
                feed.arg(),
                feed.at,
                self.latent_rows(),
            );
        }
    }

    /// Of mu and log_var.
    fn head(&self) -> &Layer {
        &self.encoder[self.encoder.len() - 1]
    }

    fn latent_input(&self) -> Input<'_> {
        Input::Values { values: &self.z, delta: &self.z_delta }
    }

    fn latent_rows(&self) -> LatentLaunch {
        let (z_row, head_row) = (padded(self.latent), padded(2 * self.latent));
        LatentLaunch::new(self.latent, z_row, head_row, self.size * self.latent)
    }

    /// # Safety
    /// `handle` is a buffer of the head's.
    unsafe fn head_numbers(&self, handle: &Handle) -> BufferArg {
        unsafe { buffer(handle, self.size * padded(2 * self.latent)) }
    }

    /// # Safety
    /// `handle` is a buffer of z's shape.
    unsafe fn latent_numbers(&self, handle: &Handle) -> BufferArg {
        unsafe { buffer(handle, self.size * padded(self.latent)) }
    }
}

/// Numbers in a row of `width`.
fn padded(width: usize) -> usize {
    vectors(width) * WIDTH
}
