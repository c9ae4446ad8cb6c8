//! Through the network without a way back: some rows at a time, on all threads.

use std::borrow::Cow;
use std::ops::Range;

use latent_kernels::layers::{Input, Layer, Pass, forward};
use latent_kernels::likelihood::{grey, means, multinomial};
use latent_kernels::parallel;

use super::{Inputs, Network};
use crate::error::{Error, Result, grouped};
use crate::settings::DataKind;

/// Rows at once: what layers put out for them stays in the processor's caches.
const ROWS: usize = 64;

impl Network {
    /// How many images these bytes are.
    ///
    /// # Errors
    /// [`Error::Argument`] for bytes that are no whole images, another number of classes, or characters that the alphabet lacks.
    pub fn count(&self, images: &[u8], classes: &[u8]) -> Result<usize> {
        let size = self.config.data.size();
        if images.is_empty() || images.len() != size * classes.len() {
            let [size, bytes, classes] = [size, images.len(), classes.len()].map(grouped);
            let message =
                format!("expected images of {size} bytes, each with a class, got {bytes} bytes and {classes} classes");
            return Err(Error::Argument(message));
        }
        self.config.data.check_characters(images)?;
        Ok(classes.len())
    }

    /// Posteriors of images of bytes: mu and log_var `[N, 2 Z]`, mu alone `[N, Z]` in an autoencoder. A conditional model is told
    /// the classes.
    ///
    /// # Errors
    /// As [`Network::count`].
    pub fn encode(&self, images: &[u8], classes: &[u8]) -> Result<Vec<f32>> {
        Ok(self.posteriors(self.heads(images, classes)?).into_owned())
    }

    /// All that the encoder puts out for them: behind each posterior what it says of h, `[N, 2 H]`, where there is a second layer.
    ///
    /// # Errors
    /// As [`Network::count`].
    pub fn heads(&self, images: &[u8], classes: &[u8]) -> Result<Vec<f32>> {
        self.count(images, classes)?;
        Ok(self.encoded(images, classes, &|images| Inputs::of(images, &self.config)))
    }

    /// The posteriors of images of values from 0 to 1, `[N, pixels]`, each as a class.
    pub fn encode_values(&self, images: &[f32], classes: &[u8]) -> Vec<f32> {
        self.posteriors(self.encoded(images, classes, &|images| Inputs::Values(images.to_vec()))).into_owned()
    }

    /// What stands in heads of z alone.
    pub fn posteriors<'a>(&self, heads: impl Into<Cow<'a, [f32]>>) -> Cow<'a, [f32]> {
        let heads = heads.into();
        if self.lower.is_empty() {
            return heads;
        }
        let of_z = self.config.posterior_size();
        heads.chunks_exact(self.config.head_size()).flat_map(|head| &head[..of_z]).copied().collect()
    }

    fn encoded<T: Sync>(&self, images: &[T], classes: &[u8], inputs: &(impl Fn(&[T]) -> Inputs + Sync)) -> Vec<f32> {
        let size = self.config.data.size();
        put_out(&self.encoder, classes, &|rows| inputs(&images[rows.start * size..rows.end * size]))
    }

    /// Decodes points `[N, Z]`, each as a class, where there is a second layer through the mean of p(h|z). `say` makes of what is put
    /// out for each, by its place among them, its part of `said`, which are all as long.
    pub fn decode<T: Send>(
        &self,
        z: &[f32],
        classes: &[u8],
        said: &mut [T],
        say: &(impl Fn(usize, &[f32], &mut [T]) + Sync),
    ) {
        self.decode_lowest(&self.lowest(z, classes), classes, said, say);
    }

    /// The lowest latents at points `[N, Z]`: the mean of p(h|z), `[N, H]`, or z where there is one layer.
    fn lowest<'a>(&self, z: &'a [f32], classes: &[u8]) -> Cow<'a, [f32]> {
        if self.lower.is_empty() {
            return z.into();
        }
        means_of(&self.lower_priors(z, classes), self.config.lower_size).into()
    }

    /// p(h|z) at points `[N, Z]`: means and logarithms of variances, `[N, 2 H]`.
    pub fn lower_priors(&self, z: &[f32], classes: &[u8]) -> Vec<f32> {
        let latent = self.config.latent_size;
        put_out(&self.lower, classes, &|rows| Inputs::Values(z[rows.start * latent..rows.end * latent].to_vec()))
    }

    /// As [`Network::decode`], of the lowest latents as they are: h `[N, H]` where there is a second layer, else z.
    pub fn decode_lowest<T: Send>(
        &self,
        lowest: &[f32],
        classes: &[u8],
        said: &mut [T],
        say: &(impl Fn(usize, &[f32], &mut [T]) + Sync),
    ) {
        let (width, each) = (outputs(&self.decoder), said.len() / classes.len());
        let latent = lowest.len() / classes.len();
        in_blocks(said, each, &|rows, said| {
            let points = Input::Dense(&lowest[rows.start * latent..rows.end * latent]);
            through(&self.decoder, &points, &classes[rows.clone()], |output| {
                let outputs = output.chunks_exact(width).zip(said.chunks_exact_mut(each));
                rows.zip(outputs).for_each(|(row, (output, said))| say(row, output, said));
            });
        });
    }

    /// The means of the pixels that points `[N, Z]` decode to, or the probabilities of the items, `[N, pixels]`. Of texts, which have
    /// no mean, nothing.
    pub fn means(&self, z: &[f32], classes: &[u8]) -> Vec<f32> {
        let mut pictures = vec![0.0; classes.len() * self.config.data.size()];
        match self.config.data.kind {
            DataKind::Image => self.decode(z, classes, &mut pictures, &|_, output, picture| {
                means(&output[..picture.len()], picture);
            }),
            DataKind::Items => self.decode(z, classes, &mut pictures, &|_, output, picture| {
                multinomial::probabilities(output, picture);
            }),
            DataKind::Text => {}
        }
        pictures
    }

    /// Grey bytes of what points `[N, Z]` decode to, `[N, pixels]`: the pixels' means in 0 to 255. Of items these are the
    /// probabilities over the likeliest one's, and of texts the samples of those that always take the likeliest character.
    pub fn pictures(&self, z: &[f32], classes: &[u8]) -> Vec<u8> {
        self.pictures_of_lowest(&self.lowest(z, classes), classes)
    }

    /// As [`Network::pictures`], of the lowest latents as they are; images alone may have a second layer of them.
    pub fn pictures_of_lowest(&self, lowest: &[f32], classes: &[u8]) -> Vec<u8> {
        match self.config.data.kind {
            DataKind::Image => {
                let mut pictures = vec![0; classes.len() * self.config.data.size()];
                self.decode_lowest(lowest, classes, &mut pictures, &|_, output, picture| {
                    grey(&output[..picture.len()], picture);
                });
                pictures
            }
            DataKind::Items => {
                self.means(lowest, classes).chunks_exact(self.config.data.size()).flat_map(over_largest).collect()
            }
            DataKind::Text => self.greedy(lowest, classes),
        }
    }
}

fn over_largest(values: &[f32]) -> impl Iterator<Item = u8> {
    let largest = values.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
    values.iter().map(move |value| (255.0 * value / largest + 0.5) as u8)
}

/// The means of Gaussians whose logarithms of variances stand behind them, `[N, 2 size]`.
pub(super) fn means_of(gaussians: &[f32], size: usize) -> Vec<f32> {
    gaussians.chunks_exact(2 * size).flat_map(|own| &own[..size]).copied().collect()
}

fn outputs(layers: &[Layer]) -> usize {
    layers.last().map_or(0, Layer::outputs)
}

/// All that layers put out for rows, whose inputs are made a block at a time.
fn put_out(layers: &[Layer], classes: &[u8], inputs: &(impl Fn(Range<usize>) -> Inputs + Sync)) -> Vec<f32> {
    let width = outputs(layers);
    let mut all = vec![0.0; classes.len() * width];
    in_blocks(&mut all, width, &|rows, all| {
        through(layers, &inputs(rows.clone()).get(), &classes[rows], |output| all.copy_from_slice(output));
    });
    all
}

fn through(layers: &[Layer], input: &Input, classes: &[u8], say: impl FnOnce(&[f32])) {
    let mut passes: Vec<Pass> = layers.iter().map(|_| Pass::default()).collect();
    forward(layers, &mut passes, input, classes, classes.len());
    say(passes.last().map_or(&[], |pass| &pass.output));
}

/// Values of rows, `each` of one, by some rows at a time.
fn in_blocks<T: Send>(values: &mut [T], each: usize, work: &(impl Fn(Range<usize>, &mut [T]) + Sync)) {
    let blocks = values.chunks_mut(ROWS * each).enumerate();
    let mut blocks: Vec<(usize, &mut [T])> = blocks.map(|(index, block)| (index * ROWS, block)).collect();
    let work = |(start, block): &mut (usize, &mut [T])| work(*start..*start + block.len() / each, block);
    parallel::on_pool(|| parallel::each(&mut blocks, &work));
}
