//! Listeners whose tastes are known, since no listening data is free to pass on. A documented model makes them:
//!
//! - a listener's taste is [`FACTORS`] numbers from N(0, 1); each genre has as many numbers, its loadings, from N(0, 1) too;
//! - a piece's weight for a listener is exp(taste . loadings of its genre) times one over the root of its place in the genre's charts;
//! - a listener likes 10 to 60 pieces, one as likely as another, drawn one after another by these weights, none twice.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;

use super::dataset::Dataset;
use super::rows::Rows;
use crate::error::Result;
use crate::seed::{Stream, generator, normals};
use crate::settings::DataSpec;

const GENRES: [&str; 12] =
    ["Blues", "Choral", "Disco", "Electronic", "Folk", "Hip-hop", "Jazz", "Metal", "Opera", "Pop", "Reggae", "Rock"];
/// Pieces of a genre.
const PIECES: usize = 40;
/// Numbers of a taste.
pub const FACTORS: usize = 4;
const LIKED: std::ops::RangeInclusive<usize> = 10..=60;
/// How many listeners the command line makes.
pub const TRAIN: usize = 5_000;
pub const TEST: usize = 1_000;
pub const SEED: u32 = 1;

/// Listeners and what they like, and their tastes, `[N, FACTORS]`.
#[derive(Debug, Clone, PartialEq)]
pub struct Music {
    pub train: Dataset,
    pub test: Dataset,
    pub train_tastes: Vec<f32>,
    pub test_tastes: Vec<f32>,
}

/// So many listeners for training and so many for tests.
///
/// # Errors
/// [`crate::error::Error::Dataset`] for none of either.
pub fn music(train: usize, test: usize, seed: u32) -> Result<Music> {
    let mut rng = generator(seed, Stream::Music);
    let loadings = normals(&mut rng, GENRES.len() * FACTORS);
    let spec = pieces();
    let mut listeners = |count: usize| -> Result<(Dataset, Vec<f32>)> {
        let (mut rows, mut tastes) = (Rows::default(), vec![]);
        for _ in 0..count {
            let taste = normals(&mut rng, FACTORS);
            rows.push(liked(&taste, &loadings, &mut rng).into_iter().map(|piece| (piece, 1)));
            tastes.extend(taste);
        }
        Ok((Dataset::of_rows(spec.clone(), rows)?, tastes))
    };
    let ((train, train_tastes), (test, test_tastes)) = (listeners(train)?, listeners(test)?);
    Ok(Music { train, test, train_tastes, test_tastes })
}

/// What the listeners of [`SEED`] like, or nothing where the data is another.
///
/// # Errors
/// As [`music()`].
pub fn known(train: &Dataset, test: &Dataset) -> Result<Option<Music>> {
    if *train.spec() != pieces() {
        return Ok(None);
    }
    let made = music(train.len(), test.len(), SEED)?;
    Ok((made.train == *train && made.test == *test).then_some(made))
}

/// What may be liked.
fn pieces() -> DataSpec {
    let of_genre = |genre: &&str| (1..=PIECES).map(|place| format!("{genre} {place}")).collect::<Vec<_>>();
    DataSpec::of_items(GENRES.iter().flat_map(of_genre).collect())
}

/// Draws without putting back are the largest of the weights' logarithms, each with Gumbel noise (Kool et al. 2019, section 2).
fn liked(taste: &[f32], loadings: &[f32], rng: &mut ChaCha8Rng) -> Vec<u32> {
    let count = rng.random_range(LIKED);
    let mut keys: Vec<(f64, u32)> = vec![];
    for loadings in loadings.chunks_exact(FACTORS) {
        let of_genre: f64 = taste.iter().zip(loadings).map(|(taste, loading)| f64::from(taste * loading)).sum();
        for place in 1..=PIECES {
            let noise = -libm::log(-libm::log(rng.random_range(1e-12..1.0)));
            keys.push((of_genre - 0.5 * libm::log(place as f64) + noise, keys.len() as u32));
        }
    }
    keys.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let mut pieces: Vec<u32> = keys.into_iter().take(count).map(|(_, piece)| piece).collect();
    pieces.sort_unstable();
    pieces
}
