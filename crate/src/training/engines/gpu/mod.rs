//! The training step of the dense VAE as a few kernels on a GPU: fifteen dispatches for a model with one hidden
//! layer. Its structure is that of [`crate::training::engines::dense`]; nothing is read back within a step.
//!
//! Digits are uploaded once and gathered on the device. What else a step needs, its indices and its noise, waits
//! until there are several steps, which then go up together and are submitted as one.

mod batch;
mod elementwise;
mod feed;
mod layer;
mod memory;
mod parameters;
mod product;
mod tile;
mod vector;

use cubecl::prelude::*;
use cubecl::server::Handle;

use crate::data::dataset::Digits;
use crate::error::{Error, Result};
use crate::model::weights::Weights;
use crate::settings::layers::layer_specs;
use crate::settings::{ModelConfig, PIXELS};
use crate::training::engines::adam::corrected;
use batch::Batch;
use elementwise::SUMS;
use feed::{Feed, Indices, Resident, SETTINGS, Waiting};
use memory::{read, zeros};
use parameters::Parameters;
use vector::WIDTH;

/// Steps that wait before they are submitted: with fewer the uploads weigh more, with more the GPU starts later.
const STEPS: usize = 4;

/// A model in training on a GPU.
pub struct GpuVae {
    client: Client,
    config: ModelConfig,
    parameters: Parameters,
    /// One for each size that came: that of training, and that of evaluation.
    batches: Vec<Batch>,
    digits: Option<Resident>,
    waiting: Waiting,
    /// Steps taken, those that wait among them.
    steps: i32,
    /// Running sums of both terms since the last reading.
    sums: [Handle; 2],
}

impl GpuVae {
    pub fn new(client: Client, weights: &Weights) -> Self {
        let Weights { config, tensors } = weights;
        let parameters = Parameters::new(&client, &layer_specs(config), tensors);
        let (sums, config, waiting) = (zero_sums(&client), config.clone(), Waiting::default());
        Self { client, config, parameters, batches: vec![], digits: None, waiting, steps: 0, sums }
    }

    /// Z.
    pub fn latent_size(&self) -> usize {
        self.config.latent_size
    }

    /// One step of Adam on bytes `[N, 784]` with noise `[N, Z]`.
    pub fn step(&mut self, images: &[u8], noise: &[f32], beta: f32, learning_rate: f32) {
        let size = images.len() / PIXELS;
        self.submit();
        let settings = self.next_settings(size, beta, learning_rate);
        let feed = Feed::upload(&self.client, &[&settings, noise].concat());
        let x = self.client.create_from_slice(images);
        let batch = batch_of(&mut self.batches, &self.client, &self.config, size);
        batch.train(&self.client, &x, &feed, &self.parameters, &self.sums);
    }

    /// One step of Adam on the digits that `indices` name, with noise `[N, Z]`. The digits are uploaded at the
    /// first call; later ones must bring the same.
    ///
    /// # Errors
    /// [`Error::Argument`] for an index past the end, or noise of another shape.
    pub fn step_on(
        &mut self,
        digits: &Digits,
        indices: &[usize],
        noise: &[f32],
        beta: f32,
        learning_rate: f32,
    ) -> Result<()> {
        let latent = self.config.latent_size;
        if indices.is_empty() || noise.len() != indices.len() * latent {
            let (images, draws) = (indices.len(), noise.len());
            let expected = format!("expected digits with {latent} draws of noise each");
            return Err(Error::Argument(format!("{expected}, got {images} digits and {draws} draws")));
        }
        let held = self.digits.get_or_insert_with(|| Resident::upload(&self.client, digits)).count;
        if let Some(index) = indices.iter().find(|&&index| index >= held) {
            return Err(Error::Argument(format!("expected indices below {held}, got {index}")));
        }
        let settings = self.next_settings(indices.len(), beta, learning_rate);
        self.waiting.push(indices, settings, noise);
        if self.waiting.sizes.len() == STEPS {
            self.submit();
        }
        Ok(())
    }

    /// Makes every pipeline and uploads the digits, by a step of another model; waits for the device.
    ///
    /// # Errors
    /// [`Error::Device`] when the device fails.
    pub async fn prepare(&mut self, digits: &Digits) -> Result<()> {
        let mut other = Self::new(self.client.clone(), &Weights::fresh(&self.config, 0)?);
        other.step_on(digits, &[0], &vec![0.0; self.config.latent_size], 0.0, 0.0)?;
        other.take_sums().await?;
        self.digits = other.digits;
        Ok(())
    }

    /// Sums of both terms since the last call, in nats; waits for the device.
    ///
    /// # Errors
    /// [`Error::Device`] when the device fails.
    pub async fn take_sums(&mut self) -> Result<[f64; 2]> {
        self.submit();
        let sums = std::mem::replace(&mut self.sums, zero_sums(&self.client));
        read_sums(&self.client, sums).await
    }

    /// Sums of both terms over a batch, in nats; nothing is learnt.
    ///
    /// # Errors
    /// [`Error::Device`] when the device fails.
    pub async fn evaluate(&mut self, images: &[u8], noise: &[f32]) -> Result<[f64; 2]> {
        let size = images.len() / PIXELS;
        self.submit();
        let feed = Feed::upload(&self.client, &[&[0.0; SETTINGS], noise].concat());
        let (x, sums) = (self.client.create_from_slice(images), zero_sums(&self.client));
        let batch = batch_of(&mut self.batches, &self.client, &self.config, size);
        batch.evaluate(&self.client, &x, &feed, &self.parameters, &sums);
        read_sums(&self.client, sums).await
    }

    /// The weights as they are now.
    ///
    /// # Errors
    /// [`Error::Device`] when the device fails.
    pub async fn weights(&mut self) -> Result<Weights> {
        self.submit();
        let [values] = read(&self.client, [self.parameters.values.clone()]).await?;
        Ok(Weights { config: self.config.clone(), tensors: parameters::unpadded(&layer_specs(&self.config), &values) })
    }

    /// Adam's rate and correction and the KL's weight, for one more step.
    fn next_settings(&mut self, size: usize, beta: f32, learning_rate: f32) -> [f32; SETTINGS] {
        self.steps += 1;
        let (rate, correction) = corrected(learning_rate, self.steps);
        [rate, correction, beta / size as f32]
    }

    /// Uploads what waits and enqueues its steps.
    fn submit(&mut self) {
        let Waiting { sizes, indices, numbers } = std::mem::take(&mut self.waiting);
        let Some(digits) = self.digits.as_ref().filter(|_| !sizes.is_empty()) else { return };
        let mut feed = Feed::upload(&self.client, &numbers);
        let mut indices = Indices::upload(&self.client, &indices);
        for size in sizes {
            let batch = batch_of(&mut self.batches, &self.client, &self.config, size);
            batch.gather(&self.client, digits, &indices);
            batch.train(&self.client, &batch.x, &feed, &self.parameters, &self.sums);
            indices.first += size;
            feed.at += SETTINGS + size * self.config.latent_size;
        }
    }
}

/// The buffers for batches of a size.
fn batch_of<'a>(batches: &'a mut Vec<Batch>, client: &Client, config: &ModelConfig, size: usize) -> &'a Batch {
    let index = batches.iter().position(|batch| batch.size == size).unwrap_or_else(|| {
        batches.push(Batch::new(client, config, size));
        batches.len() - 1
    });
    &batches[index]
}

fn zero_sums(client: &Client) -> [Handle; 2] {
    [(); 2].map(|()| zeros(client, SUMS / WIDTH))
}

/// Both totals; waits for the device.
async fn read_sums(client: &Client, sums: [Handle; 2]) -> Result<[f64; 2]> {
    Ok(read(client, sums).await?.map(|values| values.into_iter().map(f64::from).sum()))
}
