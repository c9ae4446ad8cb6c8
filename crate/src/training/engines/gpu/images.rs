//! Images, and rows of items, on their way to the first layer.

use cubecl::prelude::*;
use cubecl::server::Handle;

use super::Step;
use super::feed::Resident;
use super::memory::{buffer, zeros};
use super::reduce::{self, total};
use super::tile::{self, clamp};
use super::vector::{Bytes, Four, Stored, WIDTH, vectors};
use crate::settings::{DataKind, DataSpec};

/// Room for a batch's images.
pub struct Images {
    count: usize,
    channels: usize,
    /// Pixels of a channel.
    plane: usize,
    /// Gathered on the device: bytes `[N, words]`.
    pub bytes: Handle,
    /// As numbers: for convolutions the channels of a pixel beside each other, with a pixel of zeros behind; rows of items with length
    /// 1, `[N, words]`.
    pub pixels: Option<Handle>,
    are_items: bool,
}

impl Images {
    pub fn new(client: &Client, data: &DataSpec, count: usize, are_convolved: bool) -> Self {
        let (channels, plane) = (data.channels, data.width * data.height);
        let are_items = data.kind == DataKind::Items;
        let pixels = match are_items {
            true => Some(zeros(client, count * vectors(plane))),
            false => are_convolved.then(|| zeros(client, (count * plane + 1) * vectors(channels))),
        };
        let bytes = client.empty(count * vectors(channels * plane) * size_of::<u32>());
        Self { count, channels, plane, bytes, pixels, are_items }
    }

    /// Words of an image: four bytes each, with none left over.
    pub fn words(&self) -> usize {
        vectors(self.channels * self.plane)
    }

    /// Fills [`Images::bytes`] with a step's images.
    pub fn gather(&self, step: &Step, data: &Resident) {
        let (words, count) = (self.words(), self.count * self.words());
        let (cubes, dim) = tile::grid(count);
        let first = step.places.indices;
        // SAFETY: here and below, the lengths are those that the buffers were made with, and kernels stay within.
        unsafe {
            let (images, bytes) = (buffer(&data.images, data.count * words), buffer(&self.bytes, count));
            gather::launch_unchecked(step.client, cubes, dim, images, step.places.arg(), bytes, first, words, count);
        }
    }

    /// Fills [`Images::pixels`] from bytes.
    pub fn unpack(&self, step: &Step, bytes: &Handle, pixels: &Handle) {
        if self.are_items {
            return self.unit_rows(step, bytes, pixels);
        }
        let (words, count, width) = (self.words(), self.count * self.plane, vectors(self.channels));
        let (cubes, dim) = tile::grid(count);
        unsafe {
            let (bytes, pixels) = (buffer(bytes, self.count * words), buffer(pixels, count * width));
            unpack::launch_unchecked(step.client, cubes, dim, bytes, pixels, words, self.plane, count, self.channels);
        }
    }

    fn unit_rows(&self, step: &Step, bytes: &Handle, rows: &Handle) {
        let (words, count) = (self.words(), self.count * self.words());
        let (cubes, dim) = reduce::grid(self.count);
        unsafe {
            let (bytes, rows) = (buffer(bytes, count), buffer(rows, count));
            unit_rows::launch_unchecked(step.client, cubes, dim, bytes, rows, words, self.count);
        }
    }
}

/// From bytes `[N, words]` to rows of length 1, or of zeros: a cube takes a row.
#[cube(launch_unchecked)]
fn unit_rows(bytes: &[u32], rows: &mut [Four], words: usize, count: usize) {
    let start = clamp(CUBE_POS, count) * words;
    let (first, step) = (UNIT_POS as usize, CUBE_DIM as usize);
    let mut squares = f32::new(0.0);
    for word in range_stepped(first, words, step) {
        let values = four(bytes[start + word]);
        squares += values.dot(values);
    }
    let squares = total(squares);
    let scale = select(squares > 0.0, 1.0 / squares.sqrt(), 0.0);
    for word in range_stepped(first, words, step) {
        rows[start + word] = Four::new(scale) * four(bytes[start + word]);
    }
}

#[cube]
fn four(bytes: u32) -> Four {
    let mut values = Four::zeroed();
    #[unroll]
    for i in 0..WIDTH {
        values.insert(i, Bytes::part(bytes, i));
    }
    values
}

/// Copies the images of `words` words that `places` name from `first` on to `bytes`, `[N, words]`.
#[cube(launch_unchecked)]
fn gather(images: &[u32], places: &[u32], bytes: &mut [u32], first: usize, words: usize, count: usize) {
    let at = ABSOLUTE_POS;
    if at < count {
        bytes[at] = images[places[first + at / words] as usize * words + at % words];
    }
}

/// From bytes `[N, words]`, channel after channel, to `count` pixels.
#[cube(launch_unchecked)]
fn unpack(bytes: &[u32], pixels: &mut [Four], words: usize, plane: usize, count: usize, #[comptime] channels: usize) {
    let at = ABSOLUTE_POS;
    if at < count {
        let (image, pixel) = (at / plane, at % plane);
        let mut values = Four::zeroed();
        #[unroll]
        for channel in 0..channels {
            let byte = channel * plane + pixel;
            let word = bytes[image * words + byte / WIDTH] >> (8 * (byte % WIDTH) as u32);
            values.insert(channel, Bytes::part(word, 0usize));
        }
        pixels[at] = values;
    }
}
