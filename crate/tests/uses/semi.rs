//! Classes from few labels and many rows without any.

use latent_explorer::seed::{Stream, generator, normals};
use latent_explorer::uses::plain::points::Points;
use latent_explorer::uses::sort::{Learnt, Semi, Task, accuracy, labelled};

const SIZE: usize = 20;
const TRAIN: usize = 1000;
const ROWS: usize = 1500;

/// Two clusters, whose middles are 3 deviations apart in each of the first four of twenty numbers.
fn clusters() -> (Vec<f32>, Vec<u8>) {
    let mut values = normals(&mut generator(5, Stream::Noise), ROWS * SIZE);
    let labels: Vec<u8> = (0..ROWS).map(|row| (row % 2) as u8).collect();
    for (row, &label) in values.chunks_exact_mut(SIZE).zip(&labels) {
        row[..4].iter_mut().for_each(|value| *value += 3.0 * (f32::from(label) - 0.5));
    }
    (values, labels)
}

fn told(log_var: &[f32], learnt: Learnt, seed: u32) -> f64 {
    let (values, labels) = clusters();
    let [train, test] = [&values[..TRAIN * SIZE], &values[TRAIN * SIZE..]].map(|it| Points::numbers(it, SIZE));
    let task = Task { train, labels: &labels[..TRAIN], test, truth: &labels[TRAIN..], classes: 2 };
    let mut semi = Semi::new(task, log_var, &labelled(task.labels, 2, 4, seed), learnt, seed);
    assert!(semi.advance(100), "there is more to learn");
    while semi.advance(100) {}
    accuracy(&semi.classes(test), task.truth)
}

#[test]
fn rows_without_labels_say_where_two_clusters_part_that_four_labels_do_not() {
    // Of posteriors that are known to the point, and of such that are not.
    for log_var in [vec![], vec![-2.0; TRAIN * SIZE]] {
        let mean = |learnt| (0..4).map(|seed| told(&log_var, learnt, seed)).sum::<f64>() / 4.0;
        let [alone, all] = [Learnt::Labelled, Learnt::All].map(mean);
        assert!(all > 0.95 && all > alone + 0.05, "{all} with the rows without labels, {alone} without them");
    }
}
