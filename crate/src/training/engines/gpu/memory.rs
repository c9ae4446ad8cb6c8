//! Buffers on the device: made, handed to kernels, read.

use cubecl::prelude::*;
use cubecl::server::Handle;

use super::vector::WIDTH;
use crate::error::{Error, Result};

/// A kernel's argument.
///
/// # Safety
/// `handle` holds at least `length` items of the kernel's type.
pub unsafe fn buffer(handle: &Handle, length: usize) -> BufferArg {
    unsafe { BufferArg::from_raw_parts(handle.clone(), length) }
}

/// A buffer of vectors; rows keep zeros in their padding from then on.
pub fn zeros(client: &Client, vectors: usize) -> Handle {
    client.create_from_slice(f32::as_bytes(&vec![0.0; vectors * WIDTH]))
}

/// The numbers in some buffers; waits for the device.
///
/// # Errors
/// [`Error::Device`] when the device fails.
pub async fn read<const N: usize>(client: &Client, handles: [Handle; N]) -> Result<[Vec<f32>; N]> {
    let read = client.read_async(handles.to_vec()).await;
    let read = read.map_err(|error| Error::Device(format!("the GPU could not be read: {error:?}")))?;
    let mut read = read.iter().map(|bytes| f32::from_bytes(bytes).to_vec());
    Ok(std::array::from_fn(|_| read.next().unwrap_or_default()))
}

/// Rows of so many vectors on the device.
pub struct Room {
    handle: Handle,
    pub rows: usize,
    pub width: usize,
}

impl Room {
    pub fn new(client: &Client, rows: usize, width: usize) -> Self {
        Self { handle: zeros(client, rows * width), rows, width }
    }

    /// What a buffer begins with.
    pub fn of(handle: &Handle, rows: usize, width: usize) -> Self {
        Self { handle: handle.clone(), rows, width }
    }

    pub fn numbers(&self) -> usize {
        self.rows * self.width * WIDTH
    }

    pub fn vectors(&self) -> BufferArg {
        // SAFETY: here and below, the buffer was made with this length, or a greater one.
        unsafe { buffer(&self.handle, self.rows * self.width) }
    }

    /// The same, number by number.
    pub fn scalars(&self) -> BufferArg {
        unsafe { buffer(&self.handle, self.numbers()) }
    }
}
