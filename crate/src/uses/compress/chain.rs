//! Images without loss: bits back with asymmetric numeral systems (Townsend et al. 2019).
//!
//! The message is a stack. For an image z is *popped* by q(z|x), so that the bits already there choose it; the pixels are pushed by
//! p(x|z), and z by the prior. The reader pops z and the pixels, and gets the bits back that chose z by pushing it with q(z|x). An
//! image adds log q(z|x) - log p(x, z) in the mean, which is -ELBO. z is a bucket of the prior's, all of which are as likely.

use std::convert::Infallible;
use std::fmt::Display;

use constriction::stream::stack::DefaultAnsCoder;
use constriction::stream::{Decode, Encode};
use rand::Rng;

use super::buckets::Buckets;
use super::network::{Network, Pixels};
use super::symbols::{PRECISION, Symbols};
use super::tones::Tones;
use crate::error::{Error, Result};
use crate::seed::{Stream, generator};
use crate::settings::Likelihood;

/// Grey levels of a byte.
const GREYS: u32 = 256;

/// A model, its buckets of z, and its grey levels where it knows black and white only.
#[derive(Debug, Clone, Copy)]
pub struct Model<'a> {
    pub network: &'a Network,
    pub buckets: &'a Buckets,
    pub tones: Option<&'a Tones>,
}

impl<'a> Model<'a> {
    /// Whether a pixel is black or white.
    fn is_split(&self) -> bool {
        self.tones.is_none() && self.network.config().likelihood == Likelihood::Bernoulli
    }

    fn pixel(&self, pixels: &Pixels, index: usize) -> Symbols<'a> {
        let (mean, white) = (pixels.means[index], f64::from(GREYS - 1));
        match (self.tones, pixels.sigma.get(index)) {
            (Some(tones), _) => tones.symbols(mean),
            (None, None) => Symbols::coin(mean),
            (None, Some(sigma)) => Symbols::whole(mean * white, sigma * white, 0.0, GREYS),
        }
    }
}

/// Images on a stack: what was pushed last is popped first.
#[derive(Debug, Clone)]
pub struct Chain {
    coder: DefaultAnsCoder,
}

impl Chain {
    /// Without images; it begins with the bits that choose the first one's z of so many dimensions.
    pub fn new(latent: usize) -> Self {
        let Ok(coder) = DefaultAnsCoder::from_binary(first_bits(latent)).map_err(|never: Infallible| never);
        Self { coder }
    }

    /// From [`Self::into_words`].
    ///
    /// # Errors
    /// [`Error::Argument`] for words that no chain ends with.
    pub fn from_words(words: Vec<u32>) -> Result<Self> {
        let coder = DefaultAnsCoder::from_compressed(words).map_err(|_| corrupt("a last word of 0"))?;
        Ok(Self { coder })
    }

    pub fn into_words(self) -> Vec<u32> {
        let Ok(words) = self.coder.into_compressed().map_err(|never: Infallible| never);
        words
    }

    /// Bits so far.
    pub fn bits(&self) -> usize {
        self.coder.num_valid_bits()
    }

    /// Adds an image; the class is for a conditional model.
    ///
    /// # Errors
    /// [`Error::Argument`] for an image that the model does not take, or grey where it knows black and white only.
    pub fn push(&mut self, model: Model, image: &[u8], class: u8) -> Result<()> {
        let Model { network, buckets, .. } = model;
        let is_split = model.is_split();
        if let Some(grey) = image.iter().find(|byte| is_split && !matches!(byte, 0 | 255)) {
            let message =
                format!("expected black and white, bytes of 0 or 255, for this model's likelihood, got {grey}");
            return Err(Error::Argument(format!("{message}: split the image at one half first")));
        }
        let posterior = network.encode(image, class)?;
        let of_z = posterior.mean.iter().zip(&posterior.sigma);
        let of_z = of_z.map(|(&mean, &sigma)| Symbols::between(mean.into(), sigma, &buckets.edges));
        let z = of_z.map(|symbols| self.pop_symbol(symbols)).collect::<Result<Vec<_>>>()?;
        let pixels = network.decode(&buckets.points(&z), class)?;
        for (index, &byte) in image.iter().enumerate().rev() {
            let symbol = if is_split { u32::from(byte) / 255 } else { byte.into() };
            self.push_symbol(symbol, model.pixel(&pixels, index))?;
        }
        for &bucket in z.iter().rev() {
            self.push_symbol(bucket, Symbols::even(buckets.count()))?;
        }
        match classes(network) {
            Some(count) => self.push_symbol(class.into(), Symbols::even(count)),
            None => Ok(()),
        }
    }

    /// Takes the last image off, with its class, which is 0 where the model is told none.
    ///
    /// # Errors
    /// [`Error::Argument`] where no image was pushed.
    pub fn pop(&mut self, model: Model) -> Result<(Vec<u8>, u8)> {
        let Model { network, buckets, .. } = model;
        let class = classes(network).map_or(Ok(0), |count| self.pop_symbol(Symbols::even(count)))? as u8;
        let latent = 0..network.config().latent_size;
        let z = latent.map(|_| self.pop_symbol(Symbols::even(buckets.count()))).collect::<Result<Vec<_>>>()?;
        let pixels = network.decode(&buckets.points(&z), class)?;
        let scale = if model.is_split() { 255 } else { 1 };
        let byte = |index| Ok((self.pop_symbol(model.pixel(&pixels, index))? * scale) as u8);
        let image = (0..pixels.means.len()).map(byte).collect::<Result<Vec<_>>>()?;
        let posterior = network.encode(&image, class)?;
        for ((&mean, &sigma), &bucket) in posterior.mean.iter().zip(&posterior.sigma).zip(&z).rev() {
            self.push_symbol(bucket, Symbols::between(mean.into(), sigma, &buckets.edges))?;
        }
        Ok((image, class))
    }

    /// Whether all images were taken off, and nothing else: what is left is what it began with.
    pub fn is_as_it_began(self, latent: usize) -> bool {
        self.coder.into_binary().is_ok_and(|words| words == first_bits(latent))
    }

    fn push_symbol(&mut self, symbol: u32, symbols: Symbols) -> Result<()> {
        self.coder.encode_symbol(symbol, symbols).map_err(corrupt)
    }

    fn pop_symbol(&mut self, symbols: Symbols) -> Result<u32> {
        if self.coder.is_empty() {
            return Err(corrupt("fewer"));
        }
        let Ok(symbol) = self.coder.decode_symbol(symbols).map_err(|error| match error {
            constriction::CoderError::Frontend(never) | constriction::CoderError::Backend(never) => never,
        });
        Ok(symbol)
    }
}

/// How many classes are told apart, where the model is told one.
pub fn classes(network: &Network) -> Option<u32> {
    let config = network.config();
    (config.conditional && config.data.classes.len() > 1).then_some(config.data.classes.len() as u32)
}

/// As many as the dearest z takes.
fn first_bits(latent: usize) -> Vec<u32> {
    let mut rng = generator(0, Stream::FirstBits);
    (0..(latent * PRECISION).div_ceil(32) + 1).map(|_| rng.next_u32()).collect()
}

fn corrupt(got: impl Display) -> Error {
    Error::Argument(format!("expected bits of images that this model has coded, got {got}"))
}
