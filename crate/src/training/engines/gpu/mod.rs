//! The training step of the dense VAE as a few kernels on a GPU: fifteen dispatches for a model with one hidden
//! layer. Its structure is that of [`crate::training::engines::cpu`]; nothing is read back within a step.
//!
//! Images are uploaded once and gathered on the device. What else a step needs, its indices and its noise, waits
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
use latent_kernels::optimizer::corrected;

use super::{Answer, Engine, OptimizerState};
use crate::data::batch::Batch as Inputs;
use crate::data::dataset::Dataset;
use crate::error::{Error, Result};
use crate::model::weights::Weights;
use crate::settings::layers::layer_specs;
use crate::settings::{ModelConfig, Optimizer};
use crate::training::schedule::Rates;
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
    data: Option<Resident>,
    waiting: Waiting,
    /// Steps taken, those that wait among them.
    steps: i32,
    /// Running sums of both terms since the last reading.
    sums: [Handle; 2],
}

impl GpuVae {
    pub fn new(client: Client, weights: Weights) -> Self {
        let (config, tensors) = weights.into_parts();
        let parameters = Parameters::new(&client, &layer_specs(&config), &tensors);
        let (sums, waiting) = (zero_sums(&client), Waiting::default());
        Self { client, config, parameters, batches: vec![], data: None, waiting, steps: 0, sums }
    }

    /// Adam's rate and correction and the KL's weight, for one more step.
    fn next_settings(&mut self, size: usize, rates: Rates) -> [f32; SETTINGS] {
        self.steps += 1;
        let (rate, correction) = corrected(rates.learning_rate as f32, self.steps);
        [rate, correction, rates.beta as f32 / size as f32]
    }

    /// Uploads what waits and enqueues its steps.
    fn submit(&mut self) {
        let Waiting { sizes, indices, numbers } = std::mem::take(&mut self.waiting);
        let Some(data) = self.data.as_ref().filter(|_| !sizes.is_empty()) else { return };
        let mut feed = Feed::upload(&self.client, &numbers);
        let mut indices = Indices::upload(&self.client, &indices);
        for size in sizes {
            let batch = batch_of(&mut self.batches, &self.client, &self.config, size);
            batch.gather(&self.client, data, &indices);
            batch.train(&self.client, &batch.x, &feed, &self.parameters, &self.sums);
            indices.first += size;
            feed.at += SETTINGS + size * self.config.latent_size;
        }
    }
}

impl Engine for GpuVae {
    /// By Adam, on bytes that go up for it alone.
    fn step(&mut self, batch: &Inputs, rates: Rates) -> Result<()> {
        let size = batch.check(&self.config)?;
        self.submit();
        let settings = self.next_settings(size, rates);
        let feed = Feed::upload(&self.client, &[&settings, batch.noise.as_slice()].concat());
        let x = self.client.create_from_slice(&batch.targets);
        let buffers = batch_of(&mut self.batches, &self.client, &self.config, size);
        buffers.train(&self.client, &x, &feed, &self.parameters, &self.sums);
        Ok(())
    }

    /// By Adam. The data is uploaded at the first call.
    fn step_on(&mut self, data: &Dataset, indices: &[usize], noise: Vec<f32>, rates: Rates) -> Result<()> {
        let latent = self.config.latent_size;
        if indices.is_empty() || noise.len() != indices.len() * latent {
            let (images, draws) = (indices.len(), noise.len());
            let expected = format!("expected digits with {latent} draws of noise each");
            return Err(Error::Argument(format!("{expected}, got {images} digits and {draws} draws")));
        }
        let held = self.data.get_or_insert_with(|| Resident::upload(&self.client, data)).count;
        if let Some(index) = indices.iter().find(|&&index| index >= held) {
            return Err(Error::Argument(format!("expected indices below {held}, got {index}")));
        }
        let settings = self.next_settings(indices.len(), rates);
        self.waiting.push(indices, settings, &noise);
        if self.waiting.sizes.len() == STEPS {
            self.submit();
        }
        Ok(())
    }

    /// Makes every pipeline and uploads the data, by a step of another model.
    fn prepare<'a>(&'a mut self, data: &'a Dataset) -> Answer<'a, ()> {
        Box::pin(async {
            let mut other = Self::new(self.client.clone(), Weights::fresh(&self.config, 0)?);
            let rates = Rates { beta: 0.0, learning_rate: 0.0 };
            other.step_on(data, &[0], vec![0.0; self.config.latent_size], rates)?;
            other.take_sums().await?;
            self.data = other.data;
            Ok(())
        })
    }

    fn take_sums(&mut self) -> Answer<'_, [f64; 2]> {
        Box::pin(async {
            self.submit();
            let sums = std::mem::replace(&mut self.sums, zero_sums(&self.client));
            read_sums(&self.client, sums).await
        })
    }

    fn evaluate<'a>(&'a mut self, batch: &'a Inputs) -> Answer<'a, [f64; 2]> {
        Box::pin(async {
            let size = batch.check(&self.config)?;
            self.submit();
            let feed = Feed::upload(&self.client, &[&[0.0; SETTINGS], batch.noise.as_slice()].concat());
            let (x, sums) = (self.client.create_from_slice(&batch.targets), zero_sums(&self.client));
            let buffers = batch_of(&mut self.batches, &self.client, &self.config, size);
            buffers.evaluate(&self.client, &x, &feed, &self.parameters, &sums);
            read_sums(&self.client, sums).await
        })
    }

    fn weights(&mut self) -> Answer<'_, Weights> {
        Box::pin(async {
            self.submit();
            let [values] = read(&self.client, [self.parameters.values.clone()]).await?;
            Weights::new(self.config.clone(), parameters::unpadded(&layer_specs(&self.config), &values))
        })
    }

    fn optimizer(&mut self) -> Answer<'_, OptimizerState> {
        Box::pin(async {
            self.submit();
            let moments = read(&self.client, self.parameters.moments.clone()).await?;
            let specs = layer_specs(&self.config);
            let moments = moments.map(|padded| parameters::unpadded(&specs, &padded));
            Ok(OptimizerState::Moments(moments.into()))
        })
    }

    fn restore(&mut self, optimizer: OptimizerState, steps: i32) -> Result<()> {
        if let Some(moments) = optimizer.into_moments(&self.config, Optimizer::Adam)? {
            self.parameters.restore(&self.client, &layer_specs(&self.config), &moments);
            self.steps = steps;
        }
        Ok(())
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
