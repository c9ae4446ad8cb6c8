//! The training step of the dense VAE as a few kernels on a GPU: sixteen dispatches and two uploads for a model
//! with one hidden layer. Its structure is that of [`crate::dense`]; nothing is read back within a step.

mod adam;
mod batch;
mod elementwise;
mod layer;
mod product;
mod tile;

use cubecl::prelude::*;
use cubecl::server::Handle;

use crate::config::{ModelConfig, PIXELS};
use crate::error::{Error, Result};
use crate::layers::{LayerSpec, layer_specs};
use crate::weights::Weights;
use adam::Parameters;
use batch::Batch;
use layer::Layer;

/// A model in training on a GPU.
pub struct GpuVae {
    client: Client,
    config: ModelConfig,
    specs: Vec<LayerSpec>,
    parameters: Parameters,
    /// Made for the batch size of the last step.
    batch: Option<Batch>,
    /// Running sums of both terms since the last reading.
    sums: [Handle; 2],
}

impl GpuVae {
    pub fn new(client: Client, weights: &Weights) -> Self {
        let Weights { config, tensors } = weights;
        let parameters = Parameters::new(&client, &tensors.concat());
        let sums = zero_sums(&client);
        Self { client, config: config.clone(), specs: layer_specs(config), parameters, batch: None, sums }
    }

    /// One step of Adam on grey bytes `[N, 784]` with noise `[N, Z]`.
    ///
    /// # Errors
    /// [`Error::Argument`] for bytes that are not whole images, or noise of another shape.
    pub fn step(&mut self, images: &[u8], noise: &[f32], beta: f32, learning_rate: f32) -> Result<()> {
        let size = images.len() / PIXELS;
        let batch = match self.batch.take() {
            Some(batch) if batch.size == size => batch,
            _ => self.new_batch(size),
        };
        let noise = self.client.create_from_slice(f32::as_bytes(noise));
        self.forward(&batch, images, &noise);
        self.logits_delta(&batch, &self.sums);
        layer::backward(&self.client, &batch.decoder, &batch.z, Some(&batch.z_delta), size, &self.parameters);
        self.head_delta(&batch, &noise, beta, &self.sums);
        layer::backward(&self.client, &batch.encoder, &batch.x, None, size, &self.parameters);
        self.parameters.update(&self.client, learning_rate);
        self.batch = Some(batch);
        Ok(())
    }

    /// Sums of both terms since the last call, in nats; waits for the device.
    ///
    /// # Errors
    /// [`Error::Device`] when the device fails.
    pub async fn take_sums(&mut self) -> Result<[f64; 2]> {
        let sums = std::mem::replace(&mut self.sums, zero_sums(&self.client));
        read_sums(&self.client, sums).await
    }

    /// Sums of both terms over a batch, in nats; nothing is learnt.
    ///
    /// # Errors
    /// As [`GpuVae::step`], and [`Error::Device`] when the device fails.
    pub async fn evaluate(&self, images: &[u8], noise: &[f32]) -> Result<[f64; 2]> {
        let batch = self.new_batch(images.len() / PIXELS);
        let sums = zero_sums(&self.client);
        let noise = self.client.create_from_slice(f32::as_bytes(noise));
        self.forward(&batch, images, &noise);
        self.logits_delta(&batch, &sums);
        self.head_delta(&batch, &noise, 0.0, &sums);
        read_sums(&self.client, sums).await
    }

    /// The weights as they are now.
    ///
    /// # Errors
    /// [`Error::Device`] when the device fails.
    pub async fn weights(&self) -> Result<Weights> {
        let [values] = read(&self.client, [self.parameters.values.clone()]).await?;
        let mut rest = values.as_slice();
        let sizes = self.specs.iter().flat_map(|spec| [spec.inputs * spec.outputs, spec.outputs]);
        let tensors = sizes.map(|size| rest.split_off(..size).unwrap_or_default().to_vec()).collect();
        Ok(Weights { config: self.config.clone(), tensors })
    }

    fn new_batch(&self, size: usize) -> Batch {
        Batch::new(&self.client, &self.specs, self.config.hidden_sizes.len() + 1, size)
    }

    fn forward(&self, batch: &Batch, images: &[u8], noise: &Handle) {
        let (client, latent) = (&self.client, self.config.latent_size);
        let bytes = client.create_from_slice(images);
        let (count, dim) = elementwise::grid(images.len());
        // SAFETY: here and below, the lengths are those that the buffers were made with, and kernels stay within.
        unsafe {
            let (bytes, x) = (buffer(&bytes, images.len() / 4), buffer(&batch.x, images.len()));
            elementwise::unpack::launch_unchecked(client, count, dim, bytes, x, images.len());
        }
        layer::forward(client, &batch.encoder, &batch.x, batch.size, &self.parameters);
        let draws = batch.size * latent;
        let (count, dim) = elementwise::grid(draws);
        unsafe {
            let (head, noise) = (buffer(batch.head(), 2 * draws), buffer(noise, draws));
            let z = buffer(&batch.z, draws);
            elementwise::sample::launch_unchecked(client, count, dim, head, noise, z, latent, draws);
        }
        layer::forward(client, &batch.decoder, &batch.z, batch.size, &self.parameters);
    }

    /// Sets the loss's gradient by the logits; adds up the batch's reconstruction term.
    fn logits_delta(&self, batch: &Batch, sums: &[Handle; 2]) {
        let (values, scale) = (batch.size * PIXELS, 1.0 / batch.size as f32);
        let Layer { output, delta, .. } = &batch.decoder[batch.decoder.len() - 1];
        let (count, dim) = elementwise::grid(elementwise::SUMS);
        unsafe {
            let (logits, x, delta) = (buffer(output, values), buffer(&batch.x, values), buffer(delta, values));
            let sums = buffer(&sums[0], elementwise::SUMS);
            elementwise::bernoulli::launch_unchecked(&self.client, count, dim, logits, x, delta, sums, scale, values);
        }
    }

    /// Sets the loss's gradient by mu and log_var, through z and through the KL; adds up the batch's KL.
    fn head_delta(&self, batch: &Batch, noise: &Handle, beta: f32, sums: &[Handle; 2]) {
        let (client, latent) = (&self.client, self.config.latent_size);
        let (draws, weight) = (batch.size * latent, beta / batch.size as f32);
        let Layer { output, delta, .. } = &batch.encoder[batch.encoder.len() - 1];
        let (count, dim) = elementwise::grid(elementwise::SUMS);
        unsafe {
            let (head, delta) = (buffer(output, 2 * draws), buffer(delta, 2 * draws));
            let (noise, z_delta) = (buffer(noise, draws), buffer(&batch.z_delta, draws));
            let sums = buffer(&sums[1], elementwise::SUMS);
            elementwise::head_delta::launch_unchecked(
                client, count, dim, head, noise, z_delta, delta, sums, weight, latent, draws,
            );
        }
    }
}

/// A kernel's argument.
///
/// # Safety
/// `handle` holds at least `length` numbers.
unsafe fn buffer(handle: &Handle, length: usize) -> BufferArg {
    unsafe { BufferArg::from_raw_parts(handle.clone(), length) }
}

fn empty(client: &Client, length: usize) -> Handle {
    client.empty(length * size_of::<f32>())
}

fn zero_sums(client: &Client) -> [Handle; 2] {
    [(); 2].map(|()| client.create_from_slice(f32::as_bytes(&[0.0; elementwise::SUMS])))
}

/// Both totals; waits for the device.
async fn read_sums(client: &Client, sums: [Handle; 2]) -> Result<[f64; 2]> {
    Ok(read(client, sums).await?.map(|values| values.into_iter().map(f64::from).sum()))
}

async fn read<const N: usize>(client: &Client, handles: [Handle; N]) -> Result<[Vec<f32>; N]> {
    let read = client.read_async(handles.to_vec()).await;
    let read = read.map_err(|error| Error::Device(format!("the GPU could not be read: {error:?}")))?;
    let mut read = read.iter().map(|bytes| f32::from_bytes(bytes).to_vec());
    Ok(std::array::from_fn(|_| read.next().unwrap_or_default()))
}
