//! What the host sends: the images once, then for some steps at a time one upload of numbers and one of indices.

use cubecl::prelude::*;
use cubecl::server::Handle;

use super::memory::buffer;
use crate::data::dataset::Dataset;

/// Numbers before a step's noise: Adam's rate and correction ([`latent_kernels::optimizer::corrected`]), the KL's weight.
pub const SETTINGS: usize = 3;

/// A step's numbers within an upload.
pub struct Feed {
    numbers: Handle,
    length: usize,
    /// Where the step's settings begin; its noise `[N, Z]` follows.
    pub at: usize,
}

impl Feed {
    /// Uploads the numbers of one step or more.
    pub fn upload(client: &Client, numbers: &[f32]) -> Self {
        Self { numbers: client.create_from_slice(f32::as_bytes(numbers)), length: numbers.len(), at: 0 }
    }

    pub fn arg(&self) -> BufferArg {
        // SAFETY: the buffer was made with this length.
        unsafe { buffer(&self.numbers, self.length) }
    }
}

/// Images on the device.
pub struct Resident {
    pub count: usize,
    /// Grey bytes `[count, pixels]`.
    pub images: Handle,
}

impl Resident {
    pub fn upload(client: &Client, data: &Dataset) -> Self {
        Self { count: data.len(), images: client.create_from_slice(data.images()) }
    }
}

/// Which images steps train on.
pub struct Indices {
    indices: Handle,
    length: usize,
    /// Where the step's begin.
    pub first: usize,
}

impl Indices {
    /// Uploads the indices of one step or more.
    pub fn upload(client: &Client, indices: &[u32]) -> Self {
        Self { indices: client.create_from_slice(u32::as_bytes(indices)), length: indices.len(), first: 0 }
    }

    pub fn arg(&self) -> BufferArg {
        // SAFETY: the buffer was made with this length.
        unsafe { buffer(&self.indices, self.length) }
    }
}

/// Steps whose numbers and indices were not uploaded yet.
#[derive(Default)]
pub struct Waiting {
    /// Images of each step.
    pub sizes: Vec<usize>,
    pub indices: Vec<u32>,
    pub numbers: Vec<f32>,
}

impl Waiting {
    pub fn push(&mut self, indices: &[usize], settings: [f32; SETTINGS], noise: &[f32]) {
        self.sizes.push(indices.len());
        self.indices.extend(indices.iter().map(|&index| index as u32));
        self.numbers.extend(settings.iter().chain(noise));
    }
}
