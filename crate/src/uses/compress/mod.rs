//! Images to few bytes and back, with loss and without.
//!
//! *With loss*: an image's code, the posterior's mean, is rounded to multiples of a step and coded under a Gaussian of each
//! dimension; what is decoded from there comes back. *Without loss*: bits back, see [`chain`].
//!
//! Both are coded by asymmetric numeral systems (Duda 2009) of the library `constriction`, with chances that are the same bits natively and in
//! wasm (see [`network`]), so that one reads what the other wrote.

pub mod buckets;
pub mod chain;
pub mod codes;
pub mod file;
mod layer;
pub mod network;
pub mod normal;
pub mod survey;
pub mod symbols;
pub mod tones;

use buckets::Buckets;
use chain::{Chain, Model, classes};
use codes::Rows;
use file::{Kind, Label, of_words, open, seal};
use network::Network;
use tones::Tones;

use crate::error::{Error, Result, grouped};
use crate::model::weights::Weights;
use crate::settings::{Likelihood, ModelConfig};

/// Compresses images by a model.
#[derive(Debug, Clone)]
pub struct Compressor {
    network: Network,
    buckets: Buckets,
    tones: Option<Tones>,
    /// Tells this model, with its tones, from others.
    model: u32,
}

/// Images as they came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Images {
    /// Bytes of all.
    pub bytes: Vec<u8>,
    /// 0 where the model is told no classes.
    pub classes: Vec<u8>,
}

impl Compressor {
    pub fn new(weights: Weights) -> Self {
        let model = file::of_model(&weights);
        Self { network: Network::new(weights), buckets: Buckets::new(), tones: None, model }
    }

    /// One of black and white that learns grey levels from training images and their classes, and then codes grey bytes without loss
    /// too; one of grey levels stays as it is.
    ///
    /// # Errors
    /// As [`Self::codes`], and for an autoencoder.
    pub fn with_tones(mut self, images: &[u8], classes: &[u8]) -> Result<Self> {
        self.chain()?;
        let pairs = self.pairs(images, classes)?;
        if self.config().likelihood == Likelihood::Bernoulli {
            let tones = Tones::learn(&self.network, pairs)?;
            self.model = file::with(self.model, tones.bytes());
            self.tones = Some(tones);
        }
        Ok(self)
    }

    pub fn config(&self) -> &ModelConfig {
        self.network.config()
    }

    /// With loss: N images and their classes, which are for a conditional model, coded in steps of this size in z's own units.
    ///
    /// # Errors
    /// As [`Self::codes`] and [`Rows::write`].
    pub fn compress(&self, images: &[u8], classes: &[u8], step: f32) -> Result<Vec<u8>> {
        self.write(&self.codes(images, classes)?, step)
    }

    /// What [`Self::compress`] wrote, as the means that are decoded.
    ///
    /// # Errors
    /// [`Error::Argument`] for other bytes, or such that another model wrote.
    pub fn decompress(&self, bytes: &[u8]) -> Result<Images> {
        self.decode(self.read(bytes)?)
    }

    /// The codes of N images: posteriors' means.
    ///
    /// # Errors
    /// [`Error::Argument`] unless there is a class to each image, for no image and for unknown classes, [`Error::Weights`] for
    /// codes that are not finite.
    pub fn codes(&self, images: &[u8], classes: &[u8]) -> Result<Rows> {
        let mut codes = vec![];
        for (image, class) in self.pairs(images, classes)? {
            codes.extend(self.network.encode(image, class)?.mean);
        }
        Ok(Rows { codes, dimensions: self.config().latent_size, classes: classes.to_vec(), kinds: self.kinds() })
    }

    /// Codes as a file.
    ///
    /// # Errors
    /// As [`Rows::write`].
    pub fn write(&self, rows: &Rows, step: f32) -> Result<Vec<u8>> {
        let label = Label { kind: Kind::Lossy, model: self.model, count: rows.classes.len() };
        seal(label, self.config().data.size(), &rows.write(step)?)
    }

    /// The quantised codes of a file.
    ///
    /// # Errors
    /// As [`Self::decompress`].
    pub fn read(&self, bytes: &[u8]) -> Result<Rows> {
        let (count, body) = open(bytes, Kind::Lossy, self.model, self.config().data.size())?;
        Rows::read(body, count, self.config().latent_size, self.kinds())
    }

    /// The images of codes.
    ///
    /// # Errors
    /// [`Error::Argument`] for codes of another size, [`Error::Weights`] for images that are not finite.
    pub fn decode(&self, rows: Rows) -> Result<Images> {
        let mut bytes = vec![];
        for (z, &class) in rows.codes.chunks(self.config().latent_size).zip(&rows.classes) {
            let means = self.network.decode(z, class)?.means;
            bytes.extend(means.into_iter().map(|mean| (255.0 * mean).round() as u8));
        }
        Ok(Images { bytes, classes: rows.classes })
    }

    /// Without loss: N images and their classes, which are for a conditional model. A Bernoulli likelihood is of black and white, unless
    /// the compressor has tones; a Gaussian one codes grey bytes, each with the chance of all that is rounded to it.
    ///
    /// # Errors
    /// [`Error::Argument`] for an autoencoder, which has no posterior, for images that the likelihood is not of, and as
    /// [`Self::codes`].
    pub fn bits_back(&self, images: &[u8], classes: &[u8]) -> Result<Vec<u8>> {
        let mut chain = self.chain()?;
        for (image, class) in self.pairs(images, classes)?.rev() {
            chain.push(self.model(), image, class)?;
        }
        self.seal(chain, classes.len())
    }

    /// What [`Self::bits_back`] wrote, as it was.
    ///
    /// # Errors
    /// [`Error::Argument`] for other bytes, or such that another model wrote.
    pub fn unbits(&self, bytes: &[u8]) -> Result<Images> {
        let (mut chain, count) = self.open(bytes)?;
        let mut images = Images { bytes: vec![], classes: vec![] };
        for _ in 0..count {
            let (image, class) = chain.pop(self.model())?;
            images.bytes.extend(image);
            images.classes.push(class);
        }
        if !chain.is_as_it_began(self.config().latent_size) {
            return Err(Error::Argument(format!("expected the bits of {count} images, got more or others")));
        }
        Ok(images)
    }

    /// A chain without images.
    ///
    /// # Errors
    /// [`Error::Argument`] for an autoencoder, for a mixture as prior, which has no buckets of equal chance in each dimension, and for
    /// a posterior with a full covariance, by which a dimension depends on the others.
    pub fn chain(&self) -> Result<Chain> {
        if self.config().deterministic {
            let message = "expected a variational model for bits back, got an autoencoder, which has no posterior";
            return Err(Error::Argument(format!("{message}: choose another model, or compress with loss")));
        }
        if self.config().components() > 0 {
            let message =
                "expected a model whose prior is N(0, I), by whose dimensions bits back codes z, got a mixture";
            return Err(Error::Argument(format!("{message}: choose another model, or compress with loss")));
        }
        if self.config().full_covariance {
            let message = "expected a model whose posterior's dimensions are independent, for bits back codes them one by one, got a \
                           full covariance";
            return Err(Error::Argument(format!("{message}: choose another model, or compress with loss")));
        }
        Ok(Chain::new(self.config().latent_size))
    }

    /// What a chain's images are coded by.
    pub fn model(&self) -> Model<'_> {
        Model { network: &self.network, buckets: &self.buckets, tones: self.tones.as_ref() }
    }

    /// A chain of `count` images as a file.
    ///
    /// # Errors
    /// [`Error::Argument`] for none, or more than are unpacked again.
    pub fn seal(&self, chain: Chain, count: usize) -> Result<Vec<u8>> {
        let body: Vec<u8> = of_words(chain.into_words()).collect();
        seal(Label { kind: Kind::Lossless, model: self.model, count }, self.config().data.size(), &body)
    }

    /// The chain of a file, and how many images are on it.
    ///
    /// # Errors
    /// As [`Self::unbits`].
    pub fn open(&self, bytes: &[u8]) -> Result<(Chain, usize)> {
        self.chain()?;
        let (count, body) = open(bytes, Kind::Lossless, self.model, self.config().data.size())?;
        Ok((Chain::from_words(body.words()?)?, count))
    }

    /// Each image with its class.
    fn pairs<'a>(
        &self,
        images: &'a [u8],
        classes: &'a [u8],
    ) -> Result<impl DoubleEndedIterator<Item = (&'a [u8], u8)> + use<'a>> {
        let size = self.config().data.size();
        if classes.is_empty() || images.len() != classes.len() * size {
            let [size, bytes, count] = [size, images.len(), classes.len()].map(grouped);
            return Err(Error::Argument(format!(
                "expected images of {size} bytes with a class each, got {bytes} bytes and {count} classes"
            )));
        }
        Ok(images.chunks_exact(size).zip(classes.iter().copied()))
    }

    /// How many classes are told apart; one where none is told.
    fn kinds(&self) -> u32 {
        classes(&self.network).unwrap_or(1)
    }
}
