//! A small network that tells the data's classes apart, and how like two sets of images are in its features.

use super::plan::EPOCHS;
use crate::uses::measures::frechet::frechet;
use crate::uses::measures::precision_recall::covered;
use crate::uses::plain::classifier::Classifier;
use crate::uses::plain::pca::Moments;
use crate::uses::plain::points::Points;
use crate::uses::report::Quantity;

/// The network's hidden layers; the last gives the features.
const HIDDEN: [usize; 2] = [128, 32];
const WIDTH: usize = HIDDEN[HIDDEN.len() - 1];
/// Images whose precision and recall are compared with each other's, all with all.
const COMPARED: usize = 2000;
/// Features whose moments are added at once.
const BLOCK: usize = 1000;
const SEED: u32 = 1;

/// The network, untrained.
pub fn network(images: Points<'_>, classes: usize) -> Classifier {
    Classifier::new(images, classes, &HIDDEN, EPOCHS, SEED)
}

/// How like features that were made are to true ones.
pub fn likeness(made: &[f32], truth: &[f32]) -> Vec<(Quantity, f64)> {
    let moments = |features: &[f32]| {
        let mut moments = Moments::new(WIDTH);
        features.chunks(BLOCK * WIDTH).for_each(|block| moments.add(block));
        moments
    };
    let few = |features: &[f32]| features[..features.len().min(COMPARED * WIDTH)].to_vec();
    let (real, fake) = (few(truth), few(made));
    vec![
        (Quantity::FrechetDistance, frechet(&moments(truth), &moments(made))),
        (Quantity::Precision, covered(&fake, &real, WIDTH)),
        (Quantity::Recall, covered(&real, &fake, WIDTH)),
    ]
}
