//! What the host sends: the images once, then for some steps at a time one upload of numbers and one of indices.

use std::borrow::Cow;

use cubecl::prelude::*;
use cubecl::server::Handle;

use super::memory::buffer;
use super::vector::{WIDTH, vectors};
use crate::data::dataset::Dataset;

/// Numbers before a step's noise: those of the optimiser's rule ([`super::optimizer::Numbers`]), the KL's weight.
pub const SETTINGS: usize = 5;
/// Where the KL's weight stands among them.
pub const WEIGHT: usize = 4;

/// A step's numbers within an upload.
pub struct Feed {
    numbers: Handle,
    length: usize,
    /// Where the step's settings begin; its noise follows, `[N * k, Z]` and `[N * k, H]`.
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
    /// Grey bytes `[count, words]`.
    pub images: Handle,
}

impl Resident {
    pub fn upload(client: &Client, data: &Dataset) -> Self {
        Self { count: data.len(), images: upload(client, data.images(), data.spec().size()) }
    }
}

/// Images of so many bytes, each padded to whole words.
pub fn upload(client: &Client, images: &[u8], pixels: usize) -> Handle {
    let padded = if pixels.is_multiple_of(WIDTH) {
        Cow::Borrowed(images)
    } else {
        let rest = vectors(pixels) * WIDTH - pixels;
        let image = |image: &[u8]| [image, &[0; WIDTH][..rest]].concat();
        Cow::Owned(images.chunks_exact(pixels).flat_map(image).collect())
    };
    client.create_from_slice(&padded)
}

/// Which images steps train on, and their classes.
pub struct Places {
    words: Handle,
    length: usize,
    /// Where the step's indices begin, and its classes.
    pub indices: usize,
    pub classes: usize,
}

impl Places {
    /// Uploads those of one step or more; the first step's classes come after so many indices.
    pub fn upload(client: &Client, words: &[u32], indices: usize) -> Self {
        let words = if words.is_empty() { &[0] } else { words };
        let handle = client.create_from_slice(u32::as_bytes(words));
        Self { words: handle, length: words.len(), indices: 0, classes: indices }
    }

    pub fn arg(&self) -> BufferArg {
        // SAFETY: the buffer was made with this length.
        unsafe { buffer(&self.words, self.length) }
    }
}

/// Steps whose numbers and indices were not uploaded yet.
#[derive(Default)]
pub struct Waiting {
    /// Images of each step.
    pub sizes: Vec<usize>,
    /// Of each step its indices, then its classes.
    pub places: Vec<u32>,
    pub numbers: Vec<f32>,
}

impl Waiting {
    pub fn push(&mut self, indices: &[usize], classes: &[u8], settings: [f32; SETTINGS], noise: &[f32]) {
        self.sizes.push(indices.len());
        self.places.extend(indices.iter().map(|&index| index as u32));
        self.places.extend(classes.iter().map(|&class| u32::from(class)));
        self.numbers.extend(settings.iter().chain(noise));
    }
}
