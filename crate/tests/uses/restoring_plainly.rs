//! Measures of restored images, and plain methods, against NumPy's figures (`fixtures/restoring.py`).

use latent_explorer::uses::measures::bernoulli::log_likelihood;
use latent_explorer::uses::measures::psnr::{psnr, squared_error};
use latent_explorer::uses::measures::ssim::ssim;
use latent_explorer::uses::plain::bicubic::bicubic;
use latent_explorer::uses::plain::gaussian::{Guessing, LinearGuess};
use latent_explorer::uses::plain::median::median;
use latent_explorer::uses::plain::non_local_means::non_local_means;
use latent_explorer::uses::plain::pca::Moments;
use latent_explorer::uses::plain::solve::{factorise, solve};
use serde::Deserialize;
use serde::de::DeserializeOwned;

pub fn figures<T: DeserializeOwned>(section: &str) -> T {
    let mut all: serde_json::Value = serde_json::from_str(include_str!("../fixtures/restoring.json")).unwrap();
    serde_json::from_value(all[section].take()).unwrap()
}

#[track_caller]
pub fn assert_close(actual: f64, expected: f64, tolerance: f64) {
    let off = (actual - expected).abs();
    assert!(off <= tolerance * expected.abs().max(1.0), "expected {expected}, got {actual}");
}

#[track_caller]
pub fn assert_all_close(actual: &[f32], expected: &[f32], tolerance: f64) {
    assert_eq!(actual.len(), expected.len());
    actual.iter().zip(expected).for_each(|(&actual, &expected)| {
        assert_close(actual.into(), expected.into(), tolerance);
    });
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Measures {
    width: usize,
    height: usize,
    clean: Vec<f32>,
    image: Vec<f32>,
    squared_error: f64,
    psnr: f64,
    ssim: f64,
}

#[test]
fn psnr_and_ssim_are_numpys() {
    let it: Measures = figures("measures");
    assert_close(squared_error(&it.image, &it.clean), it.squared_error, 1e-6);
    assert_close(psnr(&it.image, &it.clean), it.psnr, 1e-6);
    assert_close(ssim(&it.image, &it.clean, [it.width, it.height]), it.ssim, 1e-6);
}

#[test]
fn an_image_is_most_like_itself() {
    let it: Measures = figures("measures");
    assert_close(psnr(&it.clean, &it.clean), 100.0, 1e-9);
    assert_close(ssim(&it.clean, &it.clean, [it.width, it.height]), 1.0, 1e-9);
    assert!(log_likelihood(&it.clean, &it.clean) > log_likelihood(&it.image, &it.clean));
}

#[test]
fn a_wrong_pixel_costs_no_more_than_a_byte_s_doubt() {
    assert_close(log_likelihood(&[0.0, 1.0], &[1.0, 1.0]), (1.0_f64 / 255.0).ln() + (254.0_f64 / 255.0).ln(), 1e-9);
}

#[derive(Deserialize)]
struct Filtered {
    width: usize,
    height: usize,
    #[serde(default)]
    sigma: f64,
    #[serde(default)]
    strength: f64,
    image: Vec<f32>,
    filtered: Vec<f32>,
}

#[test]
fn the_median_filter_is_numpys() {
    let it: Filtered = figures("median");
    assert_all_close(&median(&it.image, [it.width, it.height], 1), &it.filtered, 1e-6);
}

#[test]
fn non_local_means_are_numpys() {
    let it: Filtered = figures("nonLocalMeans");
    let found = non_local_means(&it.image, [it.width, it.height], it.sigma, it.strength);
    assert_all_close(&found, &it.filtered, 1e-4);
}

#[derive(Deserialize)]
struct Enlarged {
    width: usize,
    height: usize,
    factor: usize,
    image: Vec<f32>,
    large: Vec<f32>,
}

#[test]
fn bicubic_interpolation_is_keys() {
    let it: Enlarged = figures("bicubic");
    assert_all_close(&bicubic(&it.image, [it.width, it.height], it.factor), &it.large, 1e-5);
    assert_all_close(&bicubic(&[0.25; 12], [4, 3], 4), &[0.25; 192], 1e-6);
}

#[test]
fn components_beyond_what_points_span_are_numbers() {
    const SIZE: usize = 200;
    // Ten different points, of which no more than nine axes come; most numbers of theirs never differ.
    let point = |index: usize| (0..SIZE).map(move |at| if at / 8 == index % 10 { 0.9 } else { 0.0 });
    let points: Vec<f32> = (0..20).flat_map(point).collect();
    let mut moments = Moments::new(SIZE);
    moments.add(&points);
    let pca = moments.pca(60).unwrap();
    assert!(pca.axes.iter().all(|value| value.is_finite()));
    assert_all_close(&pca.decode(&pca.encode(&points)), &points, 1e-3);
}

#[derive(Deserialize)]
struct Linear {
    size: usize,
    variance: f64,
    images: Vec<f32>,
    operator: Vec<f32>,
    values: Vec<f32>,
    guess: Vec<f32>,
}

#[test]
fn the_linear_guess_is_numpys() {
    let it: Linear = figures("linear");
    let mut moments = Moments::new(it.size);
    moments.add(&it.images);
    let guess = LinearGuess::new(&moments, &it.operator, it.variance).guess(&it.values);
    assert_all_close(&guess, &it.guess, 1e-4);
}

#[test]
fn equations_are_solved_by_some_rows_and_columns_at_a_time() {
    const N: usize = 5;
    // Diagonally dominant, and symmetric.
    let matrix = |at: usize| if at / N == at % N { 8.0 } else { ((at / N + at % N) as f64).sin() };
    let right: Vec<f32> = (0..N * 4).map(|at| (at as f32 * 0.7).cos()).collect();
    let (mut factor, mut found) = ((0..N * N).map(matrix).collect::<Vec<_>>(), right.clone());
    [0..2, 2..3, 3..N].into_iter().for_each(|rows| factorise(&mut factor, N, rows));
    [0..1, 1..4].into_iter().for_each(|columns| solve(&factor, N, &mut found, columns));
    let product = |at: usize| (0..N).map(|k| matrix(at / 4 * N + k) * f64::from(found[k * 4 + at % 4])).sum::<f64>();
    assert_all_close(&(0..N * 4).map(|at| product(at) as f32).collect::<Vec<_>>(), &right, 1e-5);
}

#[test]
fn a_linear_guess_of_large_images_is_learnt_in_short_parts() {
    // Half of an image in colour, of which all at once would take minutes.
    let (columns, size) = (200, 400);
    assert!(Guessing::new(1536, 3072, 0.1).parts() > 50);
    let mut moments = Moments::new(size);
    let images: Vec<f32> = (0..60 * size).map(|at| (at as f32 * 0.37).sin().abs()).collect();
    moments.add(&images);
    let operator: Vec<f32> =
        (0..size * columns).map(|at| if at / columns == at % columns { 1.0 } else { 0.0 }).collect();
    let mut guessing = Guessing::new(columns, size, 0.1);
    for _ in 0..guessing.parts() {
        assert!(guessing.guess().is_none());
        guessing.learn(&moments, || operator.clone());
    }
    assert_eq!(guessing.guess(), Some(&LinearGuess::new(&moments, &operator, 0.1)));
}
