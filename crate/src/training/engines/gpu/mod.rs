//! The training step of every kind of model as some kernels on a GPU: fifteen dispatches for a dense VAE with one hidden
//! layer. Its structure is that of [`crate::training::engines::cpu`], a block a file; nothing is read back within a step.
//!
//! Images are uploaded once and gathered on the device. What else a step needs, its indices and its noise, waits
//! until there are several steps, which then go up together and are submitted as one.

mod batch;
mod feed;
mod images;
mod importance;
mod layers;
mod likelihood;
mod lower;
mod memory;
mod mixture;
mod optimizer;
mod parameters;
mod posterior;
mod reduce;
mod shape;
mod texts;
mod tile;
mod vector;

use cubecl::prelude::*;
use cubecl::server::Handle;

use super::{Answer, Engine, OptimizerState};
use crate::data::batch::Batch as Inputs;
use crate::data::dataset::Dataset;
use crate::error::{Error, Result};
use crate::model::weights::Weights;
use crate::settings::{ModelConfig, TrainConfig};
use crate::training::schedule::Rates;
use batch::Batch;
use feed::{Feed, Places, Resident, SETTINGS, Waiting};
use likelihood::SUMS;
use memory::{read, zeros};
use optimizer::Optimizer;
use parameters::Parameters;
use shape::shapes;
use texts::Texts;
use vector::WIDTH;

/// Steps that wait before they are submitted: with fewer the uploads weigh more, with more the GPU starts later.
const STEPS: usize = 4;

/// A model in training on a GPU.
pub struct GpuVae {
    client: Client,
    config: ModelConfig,
    train: TrainConfig,
    parameters: Parameters,
    optimizer: Optimizer,
    /// One for each size that came: that of training, and that of evaluation.
    batches: Vec<Batch>,
    data: Option<Resident>,
    waiting: Waiting,
    /// Steps taken, those that wait among them.
    steps: i32,
    /// Running sums of both terms since the last reading.
    sums: [Handle; 2],
}

/// What the kernels of a step share.
struct Step<'a> {
    client: &'a Client,
    all: &'a Parameters,
    optimizer: &'a Optimizer,
    feed: &'a Feed,
    places: &'a Places,
    sums: &'a [Handle; 2],
    /// Where the batch is of texts.
    texts: Option<&'a Texts>,
}

impl GpuVae {
    pub fn new(client: Client, weights: Weights, train: &TrainConfig) -> Self {
        let (config, tensors) = weights.into_parts();
        Self {
            parameters: Parameters::new(&client, &config, &tensors),
            optimizer: Optimizer::new(&client, train, &shapes(&config)),
            sums: zero_sums(&client),
            client,
            config,
            train: train.clone(),
            batches: vec![],
            data: None,
            waiting: Waiting::default(),
            steps: 0,
        }
    }

    /// What goes up before the noise of one step more.
    fn next_settings(&mut self, size: usize, rates: Rates) -> [f32; SETTINGS] {
        self.steps += 1;
        self.optimizer.numbers(rates, self.steps, size)
    }

    /// Draws of noise for each image.
    fn draws(&self) -> usize {
        self.train.samples * (self.config.latent_size + self.config.lower_size)
    }

    /// Where the buffers for such batches are.
    fn batch_of(&mut self, size: usize, samples: usize) -> usize {
        let samples = if self.config.deterministic { 1 } else { samples };
        let found = self.batches.iter().position(|batch| batch.size == size && batch.samples == samples);
        found.unwrap_or_else(|| {
            self.batches.push(Batch::new(&self.client, &self.config, &self.train, size, samples));
            self.batches.len() - 1
        })
    }

    /// Uploads what waits and enqueues its steps.
    fn submit(&mut self) {
        let Waiting { sizes, places, numbers } = std::mem::take(&mut self.waiting);
        let Some(first) = sizes.first() else { return };
        let mut feed = Feed::upload(&self.client, &numbers);
        let mut places = Places::upload(&self.client, &places, *first);
        for size in sizes {
            places.classes = places.indices + size;
            let batch = self.batch_of(size, self.train.samples);
            let (step, batch) = (self.shared(&feed, &places, &self.sums), &self.batches[batch]);
            let Some(data) = &self.data else { return };
            let images = batch.gather(&step, data);
            batch.train(&step, &images, &images);
            places.indices += 2 * size;
            feed.at += SETTINGS + size * self.draws();
        }
    }

    fn shared<'a>(&'a self, feed: &'a Feed, places: &'a Places, sums: &'a [Handle; 2]) -> Step<'a> {
        let Self { client, parameters: all, optimizer, .. } = self;
        Step { client, all, optimizer, feed, places, sums, texts: None }
    }

    /// Uploads a batch for itself alone, and hands it on with what the kernels share.
    fn on_batch(
        &mut self,
        batch: &Inputs,
        settings: [f32; SETTINGS],
        sums: &[Handle; 2],
        run: impl FnOnce(&Batch, &Step, &Handle, &Handle),
    ) {
        let (size, pixels) = (batch.labels.len(), self.config.data.size());
        let index = self.batch_of(size, batch.noise.len() / (size * self.config.latent_size));
        let feed = Feed::upload(&self.client, &[&settings, batch.noise.as_slice(), &batch.lower_noise].concat());
        let classes: Vec<u32> = batch.labels.iter().map(|&class| class.into()).collect();
        let places = Places::upload(&self.client, &classes, 0);
        let targets = feed::upload(&self.client, &batch.targets, pixels);
        let corrupted = batch.corrupted.as_ref().map(|images| feed::upload(&self.client, images, pixels));
        let texts = Texts::upload(&self.client, &self.config, batch);
        let step = Step { texts: texts.as_ref(), ..self.shared(&feed, &places, sums) };
        run(&self.batches[index], &step, corrupted.as_ref().unwrap_or(&targets), &targets);
    }
}

impl Engine for GpuVae {
    /// On bytes that go up for it alone.
    fn step(&mut self, batch: &Inputs, rates: Rates) -> Result<()> {
        let size = batch.check(&self.config)?;
        self.submit();
        let (settings, sums) = (self.next_settings(size, rates), self.sums.clone());
        self.on_batch(batch, settings, &sums, Batch::train);
        Ok(())
    }

    /// Images are uploaded at the first call; texts, and rows of items, most of whose counts are zeros, batch by batch.
    fn step_on(&mut self, data: &Dataset, indices: &[usize], noise: Vec<f32>, rates: Rates) -> Result<()> {
        if !data.spec().is_image() {
            return self.step(&Inputs::of(data, indices.iter().copied(), noise)?, rates);
        }
        let needed = self.draws();
        if indices.is_empty() || noise.len() != indices.len() * needed {
            let (images, draws) = (indices.len(), noise.len());
            let expected = format!("expected samples with {needed} draws of noise each");
            return Err(Error::Argument(format!("{expected}, got {images} samples and {draws} draws")));
        }
        let classes: Vec<u8> = indices.iter().map(|&index| Ok(data.sample(index)?.1)).collect::<Result<_>>()?;
        self.data.get_or_insert_with(|| Resident::upload(&self.client, data));
        let settings = self.next_settings(indices.len(), rates);
        self.waiting.push(indices, &classes, settings, &noise);
        if self.waiting.sizes.len() == STEPS {
            self.submit();
        }
        Ok(())
    }

    /// Makes every pipeline and uploads the data, by a step of another model.
    fn prepare<'a>(&'a mut self, data: &'a Dataset) -> Answer<'a, ()> {
        Box::pin(async {
            let mut other = Self::new(self.client.clone(), Weights::fresh(&self.config, 0)?, &self.train);
            let rates = Rates { beta: 0.0, learning_rate: 0.0 };
            other.step_on(data, &[0], vec![0.0; self.draws()], rates)?;
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
            batch.check(&self.config)?;
            self.submit();
            let sums = zero_sums(&self.client);
            self.on_batch(batch, [0.0; SETTINGS], &sums, Batch::evaluate);
            read_sums(&self.client, sums).await
        })
    }

    fn weights(&mut self) -> Answer<'_, Weights> {
        Box::pin(async {
            self.submit();
            let [values] = read(&self.client, [self.parameters.values.clone()]).await?;
            Weights::new(self.config.clone(), parameters::unpadded(&self.config, &values))
        })
    }

    fn optimizer(&mut self) -> Answer<'_, OptimizerState> {
        Box::pin(async {
            self.submit();
            let moments = read(&self.client, self.parameters.moments.clone()).await?;
            let moments = moments.iter().take(self.train.optimizer.moments());
            Ok(OptimizerState::Moments(moments.map(|padded| parameters::unpadded(&self.config, padded)).collect()))
        })
    }

    fn restore(&mut self, optimizer: OptimizerState, steps: i32) -> Result<()> {
        if let Some(moments) = optimizer.into_moments(&self.config, self.train.optimizer)? {
            self.parameters.restore(&self.client, &self.config, &moments);
            self.steps = steps;
        }
        Ok(())
    }
}

fn zero_sums(client: &Client) -> [Handle; 2] {
    [(); 2].map(|()| zeros(client, SUMS / WIDTH))
}

/// Both totals; waits for the device.
async fn read_sums(client: &Client, sums: [Handle; 2]) -> Result<[f64; 2]> {
    Ok(read(client, sums).await?.map(|values| values.into_iter().map(f64::from).sum()))
}
