//! Seeded random numbers, the same on every machine and backend.

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rand_distr::StandardNormal;

/// Independent streams of one seed, so that drawing more of one does not shift another.
#[derive(Debug, Clone, Copy)]
pub enum Stream {
    /// Initial weights.
    Weights = 1,
    /// The order of the digits.
    Shuffle = 2,
    /// Reparameterisation noise in training.
    Noise = 3,
    /// Reparameterisation noise in evaluation, and importance samples.
    Evaluation = 4,
    /// Pixels drawn black or white.
    Pixels = 5,
    /// Damage to the input of a denoising model.
    Corruption = 6,
    /// Draws from one image's posterior.
    Posterior = 7,
    /// Which pictures of one's own data are held for tests.
    Split = 8,
    /// Shapes with known factors.
    Shapes = 9,
    /// How a drawing's variants differ from it.
    Augmentation = 10,
    /// Where groups begin, and which images have labels.
    Groups = 12,
    /// Pictures that are none of the data.
    Strangers = 13,
    /// Sheets of new images.
    Sheets = 14,
    /// What a message of images begins with.
    FirstBits = 15,
    /// Listeners and their tastes.
    Music = 16,
    /// Which of a person's items are to be found.
    Fold = 17,
    /// Characters of texts.
    Texts = 18,
}

/// The generator of a stream.
pub fn generator(seed: u32, stream: Stream) -> ChaCha8Rng {
    let mut rng = ChaCha8Rng::seed_from_u64(u64::from(seed));
    rng.set_stream(stream as u64);
    rng
}

/// `count` draws from N(0, 1).
pub fn normals(rng: &mut ChaCha8Rng, count: usize) -> Vec<f32> {
    rng.sample_iter(StandardNormal).take(count).collect()
}

/// `count` draws from U(-bound, bound).
pub fn uniforms(rng: &mut ChaCha8Rng, bound: f32, count: usize) -> Vec<f32> {
    (0..count).map(|_| rng.random_range(-bound..=bound)).collect()
}
