//! Scores of what is unlike the data.

use latent_explorer::model::weights::Weights;
use latent_explorer::settings::{DataSpec, Likelihood, ModelConfig};
use latent_explorer::uses::anomaly::strangers::{blank, letters, scribbles, upside_down};
use latent_explorer::uses::anomaly::{Anomaly, METHODS, Reference, Scorer, Stranger, surplus};
use latent_explorer::uses::coder::Coder;
use latent_explorer::uses::report::{Case, Method, Quantity, Shown};

use crate::made::{autoencoder, bars, fresh, kinds, model, surveyed, values};

#[test]
fn strangers_are_drawn_where_digits_are_and_the_same_for_a_seed() {
    for spec in [DataSpec::default(), kinds()[3].data.clone()] {
        for made in [letters, scribbles] {
            let pictures = made(&spec, 40, 1).unwrap();
            assert_eq!(pictures, made(&spec, 40, 1).unwrap());
            assert_ne!(pictures, made(&spec, 40, 2).unwrap());
            for image in pictures.images().chunks(spec.size()) {
                let channels: Vec<&[u8]> = image.chunks(spec.width * spec.height).collect();
                assert!(channels.iter().all(|channel| channel == &channels[0]));
                let ink: f64 = channels[0].iter().map(|&byte| f64::from(byte) / 255.0).sum();
                assert!((10.0..250.0).contains(&ink), "{ink} pixels of ink");
                assert!(channels[0][..spec.width].iter().all(|&byte| byte == 0), "none at the edge");
            }
        }
        assert!(blank(&spec).unwrap().images().iter().all(|&byte| byte == 0));
    }
    let images = bars(&DataSpec::default(), 3);
    let turned = upside_down(&images, 2).unwrap();
    assert_eq!(turned.len(), 2);
    assert_eq!(upside_down(&turned, 2).unwrap().images(), &images.images()[..2 * 784]);
    assert_eq!(turned.images()[0], images.images()[783]);
}

#[test]
fn a_score_has_its_place_and_the_two_sided_one_counts_from_the_middle() {
    let of = |value: f64| [value, value, 0.0, value, value, value];
    let reference = Reference::new(&(0..101).map(|value| of(f64::from(value))).collect::<Vec<_>>());
    let middle = reference.completed(of(50.0));
    assert!(middle[2].abs() < 1e-12);
    assert_eq!(reference.places(middle)[0], 0.5);
    for end in [-7.0, 200.0] {
        let scores = reference.completed(of(end));
        assert_eq!(scores[2], 1.0);
        assert_eq!(reference.places(scores)[2], 1.0);
    }
    assert_eq!(reference.places(reference.completed(of(-7.0)))[0], 0.0);
}

/// Weights whose posterior is N((1, -1/2), I) whatever comes in, and whose decoder takes no notice of z.
fn deaf() -> Weights {
    let config = ModelConfig { latent_size: 2, hidden_sizes: vec![], ..model() };
    let (config, mut tensors) = fresh(&config).into_parts();
    tensors.iter_mut().for_each(|tensor| tensor.fill(0.0));
    tensors[1][..2].copy_from_slice(&[1.0, -0.5]);
    Weights::new(config, tensors).unwrap()
}

#[test]
fn regret_is_the_kl_that_a_posterior_of_no_use_costs() {
    let scorer = Scorer::new(deaf(), 4).unwrap();
    let images = bars(&DataSpec::default(), 6);
    let scores = scorer.scores(&mut scorer.maker(), &images, 0..6).unwrap();
    let regret = METHODS.iter().position(|&method| method == Method::LikelihoodRegret).unwrap();
    // KL(N(mu, I) || N(0, I)) = |mu|^2 / 2; the ELBO is 784 ln 2 below 0, and the KL below that.
    for scores in scores {
        assert!((scores[regret] - 0.625).abs() < 0.02, "{scores:?}");
        assert!((scores[0] - (784.0 * 2.0_f64.ln() + 0.625)).abs() < 1e-2, "{scores:?}");
    }
}

#[test]
fn the_pixels_that_make_it_so_cost_more_than_the_model_expects() {
    let image: Vec<u8> = (0..784).map(|at| if at < 100 { 255 } else { 0 }).collect();
    let coder = Coder::new(deaf());
    let grey = surplus(&coder, &image, 0).unwrap();
    assert!(grey.iter().all(|nats| nats.abs() < 1e-6), "a model that expects nothing is surprised by nothing");

    // One that expects no ink but in the last pixel: ink elsewhere, and none there, stand out.
    let (config, mut tensors) = deaf().into_parts();
    tensors[3].fill(-3.0);
    tensors[3][783] = 3.0;
    let coder = Coder::new(Weights::new(config.clone(), tensors.clone()).unwrap());
    let map = surplus(&coder, &image, 0).unwrap();
    let mean = 1.0 / (1.0 + 3.0_f32.exp());
    assert!((map[0] - 3.0 * (1.0 - mean)).abs() < 1e-4 && (map[783] - 3.0 * (1.0 - mean)).abs() < 1e-4);
    assert!((map[500] + 3.0 * mean).abs() < 1e-4, "what it expects costs less than it feared");

    // A Gaussian: half of the squared error in deviations, less half.
    let config = ModelConfig { likelihood: Likelihood::GaussianFixed { sigma: 0.5 }, ..config };
    tensors[3].fill(0.0);
    let coder = Coder::new(Weights::new(config, tensors).unwrap());
    let map = surplus(&coder, &image, 0).unwrap();
    assert!(map.iter().all(|nats| nats.abs() < 1e-5), "each pixel is off by one deviation");
}

#[test]
fn every_kind_of_model_scores_what_it_is_shown() {
    for config in kinds() {
        let (train, test) = (bars(&config.data, 60), bars(&config.data, 10));
        let shown = Shown::Other { name: "bars".into() };
        let others = vec![Stranger { shown: shown.clone(), data: bars(&config.data, 5) }];
        let rows = surveyed(Anomaly::new(fresh(&config), 10, 2, others).unwrap(), &train, &test).unwrap();
        let of_others = rows.iter().filter(|row| row.case == Case::Shown { what: shown.clone() });
        assert_eq!(of_others.count(), METHODS.len());
        for method in METHODS {
            let areas = values(&rows, method, Quantity::Auroc);
            assert!(areas.len() == 5 && areas.iter().all(|area| (0.0..=1.0).contains(area)), "{method:?}: {areas:?}");
        }
        assert_eq!(values(&rows, Method::LowElbo, Quantity::ShareBelow).len(), 1);
    }
}

#[test]
fn what_cannot_be_scored_is_told_in_words() {
    let refused = Anomaly::new(autoencoder(), 10, 2, vec![]).err().unwrap().to_string();
    assert!(refused.contains("autoencoder, which has no posterior"), "{refused}");
    assert!(Anomaly::new(fresh(&model()), 0, 2, vec![]).is_err());
    assert!(Anomaly::new(fresh(&model()), 10, 0, vec![]).is_err());
    let coloured = Stranger { shown: Shown::Letters, data: bars(&kinds()[3].data, 5) };
    assert!(Anomaly::new(fresh(&model()), 10, 2, vec![coloured]).is_err());
}
