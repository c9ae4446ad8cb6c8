//! What one step is made from: images as the model is shown them, what it should give back, and the draws. A row of items is an
//! image here whose bytes are their counts: a batch of all items takes a quarter of what the decoder puts out for it.

use rand::{Rng, RngExt};
use rand_chacha::ChaCha8Rng;

use crate::data::corrupt::corrupt;
use crate::data::dataset::Dataset;
use crate::error::{Error, Result};
use crate::seed::{Stream, generator, normals};
use crate::settings::layers::character_sizes;
use crate::settings::{Corruption, DataSpec, DataView, ModelConfig, RunConfig};

/// Inputs and draws of one step.
#[derive(Debug, Clone, PartialEq)]
pub struct Batch {
    /// Bytes of the target images, `[N, pixels]`.
    pub targets: Vec<u8>,
    /// Bytes of the images that go in, where they differ from the targets, `[N, pixels]`.
    pub corrupted: Option<Vec<u8>>,
    /// Classes, `[N]`.
    pub labels: Vec<u8>,
    /// Draws from N(0, 1), `[N * k, Z]`, the k samples of an image beside each other.
    pub noise: Vec<f32>,
    /// The same of h, `[N * k, H]`; empty where there is no second layer of latents.
    pub lower_noise: Vec<f32>,
    /// Which characters of texts the decoder is not shown, `[N, length]`; empty where it is shown all.
    pub hidden: Vec<bool>,
    /// What the hidden units of the likelihood of texts are multiplied by, 0 or so much that the mean stays, `[N, units]`; empty where
    /// none is left out.
    pub units: Vec<f32>,
}

/// Makes batches by a run's settings, each kind of draw from a stream of its own.
#[derive(Debug, Clone)]
pub struct BatchMaker {
    spec: DataSpec,
    view: DataView,
    corruption: Corruption,
    word_dropout: f64,
    dropout: f64,
    /// Hidden units of the likelihood of texts.
    units: usize,
    /// Draws of noise for each image, and for its second layer of latents.
    draws: usize,
    lower_draws: usize,
    pixels: ChaCha8Rng,
    damage: ChaCha8Rng,
    noise: ChaCha8Rng,
}

impl BatchMaker {
    /// For training, seeded by the run.
    pub fn training(RunConfig { model, train }: &RunConfig) -> Self {
        let maker = Self::new(model, train.corruption, train.samples, train.seed, Stream::Noise);
        Self { word_dropout: train.word_dropout, dropout: train.dropout, ..maker }
    }

    /// For evaluation with `samples` of z: the same draws for every run, so that models are compared alike.
    pub fn evaluation(model: &ModelConfig, corruption: Corruption, samples: usize) -> Self {
        Self::new(model, corruption, samples, 0, Stream::Evaluation)
    }

    fn new(model: &ModelConfig, corruption: Corruption, samples: usize, seed: u32, noise: Stream) -> Self {
        Self {
            spec: model.data.clone(),
            view: model.data_view,
            corruption,
            word_dropout: 0.0,
            dropout: 0.0,
            units: character_sizes(model).map_or(0, |sizes| sizes.hidden),
            draws: samples * model.latent_size,
            lower_draws: samples * model.lower_size,
            pixels: generator(seed, Stream::Pixels),
            damage: generator(seed, Stream::Corruption),
            noise: generator(seed, noise),
        }
    }

    /// Whether images go in, and should come out, just as they are stored, with nothing drawn for them but the noise of z.
    pub fn leaves_images(&self) -> bool {
        self.view == DataView::Greyscale
            && self.corruption == Corruption::None
            && self.word_dropout == 0.0
            && self.dropout == 0.0
            && self.lower_draws == 0
    }

    /// Words drawn so far of the streams of pixels, damage and noise; a stream is never 2^64 words long.
    pub fn drawn(&self) -> [u64; 3] {
        [&self.pixels, &self.damage, &self.noise].map(|rng| u64::try_from(rng.get_word_pos()).unwrap_or(u64::MAX))
    }

    /// As after so many words.
    pub fn skip(&mut self, drawn: [u64; 3]) {
        for (rng, words) in [&mut self.pixels, &mut self.damage, &mut self.noise].into_iter().zip(drawn) {
            rng.set_word_pos(words.into());
        }
    }

    /// The draws for so many images.
    pub fn noise(&mut self, images: usize) -> Vec<f32> {
        normals(&mut self.noise, images * self.draws)
    }

    /// A batch of these images.
    ///
    /// # Errors
    /// [`Error::Argument`] for an index past the end of `data`, [`Error::Dataset`] for images of another shape than the
    /// model's.
    pub fn make(&mut self, data: &Dataset, indices: impl IntoIterator<Item = usize>) -> Result<Batch> {
        data.spec().fits(&self.spec)?;
        let mut batch = Batch::of(data, indices, vec![])?;
        batch.noise = self.noise(batch.labels.len());
        batch.lower_noise = normals(&mut self.noise, batch.labels.len() * self.lower_draws);
        show(&mut batch.targets, self.view, &mut self.pixels);
        if self.corruption != Corruption::None {
            let mut images = batch.targets.clone();
            corrupt(&mut images, &self.spec, self.corruption.into(), &mut self.damage)?;
            batch.corrupted = Some(images);
        }
        if self.word_dropout > 0.0 {
            let characters = batch.labels.len() * self.spec.length();
            batch.hidden = (0..characters).map(|_| self.damage.random_bool(self.word_dropout)).collect();
        }
        if self.dropout > 0.0 {
            let kept = 1.0 / (1.0 - self.dropout) as f32;
            let unit = |_| if self.damage.random_bool(self.dropout) { 0.0 } else { kept };
            batch.units = (0..batch.labels.len() * self.units).map(unit).collect();
        }
        Ok(batch)
    }
}

impl Batch {
    /// The images that `indices` name, as they are stored.
    ///
    /// # Errors
    /// [`Error::Argument`] for an index past the end of `data`.
    pub fn of(data: &Dataset, indices: impl IntoIterator<Item = usize>, noise: Vec<f32>) -> Result<Self> {
        let indices = indices.into_iter();
        let count = indices.size_hint().0;
        let (mut targets, mut labels) = (Vec::with_capacity(count * data.spec().size()), Vec::with_capacity(count));
        for index in indices {
            let (image, label) = data.sample(index)?;
            targets.extend_from_slice(&image);
            labels.push(label);
        }
        Ok(Self { targets, corrupted: None, labels, noise, lower_noise: vec![], hidden: vec![], units: vec![] })
    }

    /// The images that go in.
    pub fn inputs(&self) -> &[u8] {
        self.corrupted.as_ref().unwrap_or(&self.targets)
    }

    /// N, for a model that is shown each image once.
    ///
    /// # Errors
    /// [`Error::Argument`] unless all parts are of N images.
    pub fn check(&self, model: &ModelConfig) -> Result<usize> {
        let (pixels, latent) = (model.data.size(), model.latent_size);
        let size = self.labels.len();
        let (bytes, draws) = (self.targets.len(), self.noise.len());
        let whole = bytes == size * pixels && self.inputs().len() == bytes;
        let units = character_sizes(model).map_or(0, |sizes| sizes.hidden);
        let all_told = [(self.hidden.len(), model.data.length()), (self.units.len(), units)];
        let all_told = all_told.into_iter().all(|(came, each)| came == 0 || came == size * each);
        let all_drawn = draws > 0 && draws.is_multiple_of(size * latent);
        let all_drawn = all_drawn && self.lower_noise.len() == draws / latent * model.lower_size;
        if size == 0 || !whole || !all_drawn || !all_told {
            return Err(Error::Argument(format!(
                "expected images of {pixels} bytes with a class and {latent} draws of noise each, \
                 got {bytes} bytes, {size} classes and {draws} draws"
            )));
        }
        Ok(size)
    }
}

/// Black or white, split at one half.
pub fn threshold(images: &mut [u8]) {
    images.iter_mut().for_each(|byte| *byte = if *byte > 127 { 255 } else { 0 });
}

/// Grey bytes to what the model is shown.
fn show(images: &mut [u8], view: DataView, rng: &mut ChaCha8Rng) {
    match view {
        DataView::Greyscale => {}
        DataView::Thresholded => threshold(images),
        DataView::Binarised => {
            // A byte b is inked where a draw from 0 to 254 is below b; most bytes are 0 or 255 and need none.
            for byte in images.iter_mut().filter(|byte| !matches!(byte, 0 | 255)) {
                let draw = (u64::from(rng.next_u32()) * 255) >> 32;
                *byte = if draw < u64::from(*byte) { 255 } else { 0 };
            }
        }
    }
}
