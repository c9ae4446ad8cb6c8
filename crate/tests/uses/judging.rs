//! Measures and plain methods against NumPy's figures (`fixtures/judging.py`) and closed forms.

use latent_explorer::seed::{Stream, generator, normals};
use latent_explorer::uses::measures::auroc::auroc;
use latent_explorer::uses::measures::frechet::frechet;
use latent_explorer::uses::measures::precision_recall::covered;
use latent_explorer::uses::measures::rand_index::adjusted_rand_index;
use latent_explorer::uses::measures::trustworthiness::{Lost, Mapped};
use latent_explorer::uses::plain::classifier::Classifier;
use latent_explorer::uses::plain::groups::Groups;
use latent_explorer::uses::plain::mixture::{Mixture, cholesky, inverse};
use latent_explorer::uses::plain::neighbours::{Nearest, vote};
use latent_explorer::uses::plain::pca::Moments;
use latent_explorer::uses::plain::points::Points;
use serde::Deserialize;
use serde::de::DeserializeOwned;

fn figures<T: DeserializeOwned>(section: &str) -> T {
    let mut all: serde_json::Value = serde_json::from_str(include_str!("../fixtures/judging.json")).unwrap();
    serde_json::from_value(all[section].take()).unwrap()
}

#[track_caller]
fn assert_close(actual: f64, expected: f64, tolerance: f64) {
    assert!((actual - expected).abs() <= tolerance * expected.abs().max(1.0), "expected {expected}, got {actual}");
}

fn moments(points: &[f32], size: usize) -> Moments {
    let mut moments = Moments::new(size);
    // In two parts, as a survey adds them.
    let (first, second) = points.split_at(points.len() / size / 2 * size);
    moments.add(first);
    moments.add(second);
    moments
}

#[test]
fn principal_components_are_numpy_s() {
    #[derive(Deserialize)]
    struct Figures {
        size: usize,
        dimensions: usize,
        points: Vec<f32>,
        variances: Vec<f64>,
        rebuilt: Vec<f64>,
    }
    let Figures { size, dimensions, points, variances, rebuilt } = figures("pca");
    let pca = moments(&points, size).pca(dimensions).unwrap();
    pca.variances.iter().zip(&variances).for_each(|(&got, &expected)| assert_close(got, expected, 1e-4));
    let got = pca.decode(&pca.encode(&points));
    assert_eq!(got.len(), rebuilt.len());
    got.iter().zip(&rebuilt).for_each(|(&got, &expected)| assert_close(got.into(), expected, 2e-3));
    assert!(moments(&points, size).pca(size + 1).unwrap_err().to_string().contains("1 to 12 principal axes"));
    assert!(Moments::new(3).pca(2).is_err());
}

#[test]
fn the_area_under_the_curve_is_the_share_of_pairs_in_order() {
    #[derive(Deserialize)]
    struct Figures {
        usual: Vec<f64>,
        unusual: Vec<f64>,
        area: f64,
    }
    let Figures { usual, unusual, area } = figures("auroc");
    assert_close(auroc(&usual, &unusual), area, 1e-12);
    assert_close(auroc(&unusual, &usual), 1.0 - area, 1e-12);
    assert_close(auroc(&[1.0, 1.0], &[1.0]), 0.5, 0.0);
}

#[test]
fn the_adjusted_rand_index_is_that_of_all_pairs_whatever_groups_are_called() {
    #[derive(Deserialize)]
    struct Figures {
        groups: Vec<u8>,
        classes: Vec<u8>,
        index: f64,
    }
    let Figures { groups, classes, index } = figures("randIndex");
    assert_close(adjusted_rand_index(&groups, &classes), index, 1e-12);
    let renamed: Vec<u8> = classes.iter().map(|class| 9 - class).collect();
    assert_close(adjusted_rand_index(&renamed, &classes), 1.0, 1e-12);
    assert_close(adjusted_rand_index(&vec![0; classes.len()], &classes), 0.0, 1e-12);
}

#[test]
fn trustworthiness_is_scikit_learn_s() {
    #[derive(Deserialize)]
    struct Figures {
        k: usize,
        size: usize,
        points: Vec<f32>,
        map: Vec<f32>,
        trustworthiness: f64,
        share: f64,
    }
    let Figures { k, size, points, map, trustworthiness, share } = figures("trustworthiness");
    let mapped = Mapped { points: &points, size, map: &map, dimensions: 2, k };
    assert_close(mapped.kept().trustworthiness, trustworthiness, 1e-12);
    assert_close(mapped.kept().share, share, 1e-12);
    // A few points at a time it is the same.
    let mut lost = Lost::default();
    [0..7, 7..8, 8..40].into_iter().for_each(|rows| lost += mapped.lost_by(rows));
    assert_eq!(mapped.kept_of(&lost), mapped.kept());
    let itself = Mapped { map: &points, dimensions: size, ..mapped }.kept();
    assert_eq!((itself.trustworthiness, itself.share), (1.0, 1.0));
}

#[test]
fn the_frechet_distance_is_numpy_s_and_that_of_a_shift_its_square() {
    #[derive(Deserialize)]
    struct Figures {
        size: usize,
        first: Vec<f32>,
        second: Vec<f32>,
        distance: f64,
    }
    let Figures { size, first, second, distance } = figures("frechet");
    let of = |first: &[f32], second: &[f32]| frechet(&moments(first, size), &moments(second, size));
    assert_close(of(&first, &second), distance, 1e-4);
    assert_close(of(&second, &first), distance, 1e-4);
    let shifted: Vec<f32> = first.iter().map(|value| value + 1.5).collect();
    assert_close(of(&first, &shifted), 4.0 * 2.25, 1e-3);
    assert_close(of(&first, &first), 0.0, 1e-4);
}

#[test]
fn precision_and_recall_are_those_of_the_definition() {
    #[derive(Deserialize)]
    struct Figures {
        size: usize,
        real: Vec<f32>,
        made: Vec<f32>,
        precision: f64,
        recall: f64,
    }
    let Figures { size, real, made, precision, recall } = figures("precisionRecall");
    assert_close(covered(&made, &real, size), precision, 1e-12);
    assert_close(covered(&real, &made, size), recall, 1e-12);
    assert!(precision < 1.0 && recall > 0.0, "a case that tells them apart");
}

#[test]
fn a_linear_probe_is_logistic_regression() {
    #[derive(Deserialize)]
    struct Figures {
        size: usize,
        classes: usize,
        points: Vec<f32>,
        labels: Vec<u8>,
        shares: Vec<f64>,
    }
    let Figures { size, classes, points, labels, shares } = figures("logistic");
    let points = Points::numbers(&points, size);
    let mut probe = Classifier::fit(points, &labels, classes, &[], 30, 1);
    let got = probe.confidences(points);
    assert_eq!(got.len(), shares.len());
    got.iter().zip(&shares).for_each(|(&got, &expected)| assert_close(got.into(), expected, 0.02));
}

/// Of three in a row the one in the middle is told by no loss as sure as the other two, but most are told right.
#[test]
fn a_classifier_can_seek_to_tell_most_points_right() {
    let centres = [-1.0_f32, 0.0, 0.2];
    let noise = normals(&mut generator(3, Stream::Noise), 3000);
    let (points, labels): (Vec<f32>, Vec<u8>) =
        noise.iter().enumerate().map(|(index, noise)| (centres[index % 3] + 0.4 * noise, (index % 3) as u8)).unzip();
    let points = Points::numbers(&points, 1);
    let right = |mut probe: Classifier| {
        while probe.advance(points, &labels, 7) {}
        probe.classes(points).iter().zip(&labels).filter(|(guess, label)| guess == label).count()
    };
    let new = || Classifier::new(points, 3, &[], 3, 1);
    let [lowest, most] = [right(new()), right(new().seeking_most_right())];
    assert!(most > lowest, "expected more than {lowest}, got {most}");
}

#[test]
fn nearest_neighbours_are_those_by_all_distances() {
    let (size, most) = (6, 4);
    let [points, queries] = [300, 260].map(|count| normals(&mut generator(1, Stream::Noise), count * size));
    let mut nearest = Nearest::new(queries.clone(), size, most);
    points.chunks(90 * size).for_each(|block| nearest.add(block));
    for (query, found) in queries.chunks(size).zip(nearest.found()) {
        let distance = |point: &[f32]| query.iter().zip(point).map(|(a, b)| (a - b) * (a - b)).sum::<f32>();
        let mut all: Vec<(f32, usize)> = points.chunks(size).map(distance).zip(0..).collect();
        all.sort_by(|a, b| a.0.total_cmp(&b.0));
        let indices = |of: &[(f32, usize)]| of.iter().map(|&(_, index)| index).collect::<Vec<_>>();
        assert_eq!(indices(found), indices(&all[..most]));
        assert!((found[most - 1].0 - all[most - 1].0).abs() < 1e-4);
    }
}

#[test]
fn neighbours_vote_and_the_nearer_ones_break_a_tie() {
    let labels = [2, 1, 1, 2, 0];
    let (shares, class) = vote(&[(0.1, 0), (0.2, 1), (0.3, 2), (0.9, 3), (1.0, 4)], &labels, 3);
    assert_eq!(class, 1, "two of each, and those of 1 are nearer on the whole");
    assert!((shares[1] - 0.4).abs() < 1e-12 && (shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    assert_eq!(vote(&[(0.1, 0), (0.2, 1), (0.3, 2)], &labels, 3).1, 1);
    assert_eq!(vote(&[(0.1, 4), (0.2, 1)], &labels, 3).1, 0);
}

#[test]
fn groups_and_a_mixture_find_gaussians_that_are_apart() {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Figures {
        points: Vec<f32>,
        parts: Vec<u8>,
        log_density: f64,
    }
    let Figures { points, parts, log_density } = figures("mixture");
    let groups = Groups::fit(&points, 2, 3, &mut generator(1, Stream::Groups));
    let found: Vec<u8> = groups.nearest(&points).into_iter().map(|(group, _)| group).collect();
    assert!(adjusted_rand_index(&found, &parts) > 0.85);
    let mixture = Mixture::fit(&points, &groups);
    assert_close(mixture.shares(&points).1, log_density, 1e-3);
    assert!(adjusted_rand_index(&mixture.groups(&points), &parts) > 0.9);
    // Its draws are as likely as what it was fitted to; at temperature 0 they are the middles.
    let mut rng = generator(1, Stream::Noise);
    let draws: Vec<f32> = (0..2000).flat_map(|_| mixture.draw(1.0, &mut rng)).collect();
    assert_close(mixture.shares(&draws).1, log_density, 0.05);
    let still: Vec<Vec<f32>> = (0..50).map(|_| mixture.draw(0.0, &mut rng)).collect();
    assert!(still.iter().all(|draw| still[..10].contains(draw)));
}

#[test]
fn a_factor_times_itself_is_the_matrix_and_times_its_inverse_one() {
    let matrix = [4.0, 2.0, 0.6, 2.0, 5.0, -1.0, 0.6, -1.0, 3.0];
    let factor = cholesky(&matrix, 3);
    let times = |a: &[f64], b: &[f64], at: usize| (0..3).map(|k| a[at / 3 * 3 + k] * b[k * 3 + at % 3]).sum::<f64>();
    let transposed: Vec<f64> = (0..9).map(|at| factor[at % 3 * 3 + at / 3]).collect();
    (0..9).for_each(|at| assert_close(times(&factor, &transposed, at), matrix[at], 1e-12));
    let inverse = inverse(&factor, 3);
    (0..9).for_each(|at| assert_close(times(&factor, &inverse, at), f64::from(u8::from(at % 4 == 0)), 1e-12));
}
