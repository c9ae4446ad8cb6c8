//! What a model is shown: views of the grey pixels, and damage to them.

use latent_explorer::data::batch::{Batch, BatchMaker};
use latent_explorer::data::dataset::Dataset;
use latent_explorer::settings::{Corruption, DataView, ModelConfig, RunConfig, TrainConfig};

use crate::support::{PIXELS, assert_close, digits_of, wave_bytes};

/// One image over and over.
fn copies(image: &[u8], count: usize) -> Dataset {
    digits_of(&image.repeat(count), &vec![3; count])
}

fn run(data_view: DataView, corruption: Corruption, seed: u32) -> RunConfig {
    RunConfig {
        model: ModelConfig { data_view, ..Default::default() },
        train: TrainConfig { corruption, seed, ..Default::default() },
    }
}

fn batch(config: &RunConfig, digits: &Dataset) -> Batch {
    BatchMaker::training(config).make(digits, 0..digits.len()).unwrap()
}

fn shown(view: DataView, digits: &Dataset) -> Vec<u8> {
    batch(&run(view, Corruption::None, 1), digits).targets
}

fn damaged(corruption: Corruption, grey: u8) -> Vec<f64> {
    let batch = batch(&run(DataView::Greyscale, corruption, 1), &copies(&[grey; PIXELS], 100));
    assert!(batch.targets.iter().all(|&byte| byte == grey), "targets stay clean");
    batch.inputs().iter().map(|&byte| f64::from(byte)).collect()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn standard_deviation(values: &[f64]) -> f64 {
    let centre = mean(values);
    mean(&values.iter().map(|value| (value - centre).powi(2)).collect::<Vec<_>>()).sqrt()
}

tests! {
    async fn a_batch_holds_images_classes_and_k_draws_of_noise_each() {
        let mut config = run(DataView::Greyscale, Corruption::None, 1);
        config.train.samples = 5;
        let batch = batch(&config, &copies(&wave_bytes(1), 3));
        assert_eq!(batch.targets, wave_bytes(1).repeat(3));
        assert_eq!((batch.corrupted.as_ref(), &batch.labels, batch.noise.len()), (None, &vec![3; 3], 3 * 5 * 2));
        assert_eq!(batch.check(&config.model).unwrap(), 3);
        assert!(batch.check(&ModelConfig { latent_size: 7, ..config.model }).unwrap_err().to_string().contains("got 2352 bytes, 3 classes and 30 draws"));
    }

    async fn the_thresholded_view_splits_at_one_half() {
        let mut image = [0; PIXELS];
        image[..6].copy_from_slice(&[0, 1, 127, 128, 254, 255]);
        assert_eq!(shown(DataView::Thresholded, &copies(&image, 1))[..6], [0, 0, 0, 255, 255, 255]);
    }

    async fn the_binarised_view_is_black_or_white_with_the_grey_value_as_the_mean() {
        const COUNT: usize = 2000;
        let mut image = wave_bytes(1);
        image[..4].copy_from_slice(&[0, 255, 1, 254]);
        let shown = shown(DataView::Binarised, &copies(&image, COUNT));
        let mut bias = 0.0;
        for (pixel, &grey) in image.iter().enumerate() {
            let white = shown[pixel..].iter().step_by(PIXELS).filter(|&&byte| byte == 255).count();
            let black = shown[pixel..].iter().step_by(PIXELS).filter(|&&byte| byte == 0).count();
            assert_eq!(black + white, COUNT);
            let (share, expected) = (white as f64 / COUNT as f64, f64::from(grey) / 255.0);
            let error = 5.0 * (expected * (1.0 - expected) / COUNT as f64).sqrt();
            assert!((share - expected).abs() <= error, "pixel {pixel}: expected {expected} +- {error}, got {share}");
            bias += (share - expected) / PIXELS as f64;
        }
        assert!(bias.abs() < 2e-3, "{bias}");
    }

    async fn pixels_are_drawn_anew_at_each_visit_and_alike_for_a_seed() {
        let digits = copies(&wave_bytes(1), 2);
        let make = |seed| {
            let mut maker = BatchMaker::training(&run(DataView::Binarised, Corruption::Mask { share: 0.5 }, seed));
            [0, 1].map(|_| maker.make(&digits, 0..2).unwrap())
        };
        let [first, second] = make(1);
        assert_ne!(first.targets, second.targets);
        assert_ne!(first.targets[..PIXELS], first.targets[PIXELS..]);
        assert_ne!(first.noise, second.noise);
        assert_eq!([first.clone(), second], make(1));
        assert_ne!(first.targets, make(2)[0].targets);
        assert_ne!(first.noise, make(2)[0].noise);
    }

    async fn an_evaluation_shows_the_same_pixels_in_parts_and_at_once_whatever_is_sampled() {
        let (digits, config) = (copies(&wave_bytes(1), 4), run(DataView::Binarised, Corruption::None, 1).model);
        let maker = |samples| BatchMaker::evaluation(&config, Corruption::None, samples);
        let whole = maker(3).make(&digits, 0..4).unwrap();
        let mut parts = maker(3);
        let (first, rest) = (parts.make(&digits, 0..1).unwrap(), parts.make(&digits, 1..4).unwrap());
        assert_eq!(whole.targets, [first.targets, rest.targets].concat());
        assert_eq!(whole.noise, [first.noise, rest.noise].concat());
        assert_eq!(whole.targets, maker(50).make(&digits, 0..4).unwrap().targets);
    }

    async fn noise_has_its_standard_deviation_and_is_cut_to_grey() {
        let grey = damaged(Corruption::Noise { sigma: 0.1 }, 128);
        assert_close(mean(&grey) / 255.0, 128.0 / 255.0, 1e-3, "mean");
        assert_close(standard_deviation(&grey) / 255.0, 0.1, 1e-3, "standard deviation");
        // Half of N(0, sigma^2) is cut off: the rest's mean is sigma / sqrt(2 pi).
        let expected = 0.2 / (2.0 * std::f64::consts::PI).sqrt();
        assert_close(mean(&damaged(Corruption::Noise { sigma: 0.2 }, 0)) / 255.0, expected, 2e-3, "mean above black");
        assert_close(mean(&damaged(Corruption::Noise { sigma: 0.2 }, 255)) / 255.0, 1.0 - expected, 2e-3, "below white");
    }

    async fn a_mask_blackens_its_share_and_nothing_else() {
        for share in [0.0, 0.3, 1.0] {
            let masked = damaged(Corruption::Mask { share }, 200);
            assert!(masked.iter().all(|&byte| byte == 0.0 || byte == 200.0));
            assert_close(1.0 - mean(&masked) / 200.0, share, 1e-2, "share of black pixels");
        }
    }
}
