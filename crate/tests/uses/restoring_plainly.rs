//! Measures of restored images, and plain methods, against NumPy's figures (`fixtures/restoring.py`).

use latent_explorer::uses::measures::bernoulli::log_likelihood;
use latent_explorer::uses::measures::psnr::{psnr, squared_error};
use latent_explorer::uses::measures::ssim::ssim;
use latent_explorer::uses::plain::bicubic::bicubic;
use latent_explorer::uses::plain::gaussian::LinearGuess;
use latent_explorer::uses::plain::median::median;
use latent_explorer::uses::plain::non_local_means::non_local_means;
use latent_explorer::uses::plain::pca::Moments;
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
