//! Texts: as bytes and back, what a model of them is against NumPy's figures, and what it writes.

use latent_explorer::data::batch::{Batch, BatchMaker};
use latent_explorer::data::dataset::Dataset;
use latent_explorer::evaluation::evaluator::Evaluator;
use latent_explorer::evaluation::reconstruct::reconstruct;
use latent_explorer::latent::path::{Interpolation, Path};
use latent_explorer::latent::texts::{Choosing, best, expected, read, samples, write};
use latent_explorer::model::network::Network;
use latent_explorer::model::weights::{self, Precision, Weights};
use latent_explorer::objective::samples as objective;
use latent_explorer::settings::form::{Form, check_on};
use latent_explorer::settings::{DataSpec, Likelihood, ModelConfig, RunConfig, TrainConfig};
use serde::Deserialize;

use crate::support::{assert_close, changed, wave, wave_weights};

#[derive(Deserialize)]
struct Figures {
    model: Sizes,
    noise: Vec<f32>,
    texts: Vec<Told>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Sizes {
    alphabet: Vec<String>,
    length: usize,
    window: usize,
    embedding: usize,
    hidden_sizes: Vec<usize>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Told {
    text: String,
    colour: [u8; 3],
    mu: Vec<f32>,
    log_var: Vec<f32>,
    of_text: f64,
    of_colour: f64,
    elbo: f64,
}

fn letters(count: usize) -> Vec<String> {
    ('a'..='z').take(count).map(String::from).collect()
}

fn model(colour: bool) -> ModelConfig {
    ModelConfig {
        hidden_sizes: vec![8, 6],
        likelihood: Likelihood::Characters { window: 3, embedding: 4, units: 0 },
        ..ModelConfig::on(DataSpec::of_texts(letters(5), 6, colour))
    }
}

/// A model that has an opinion.
fn network(colour: bool) -> Network {
    let stirred = changed(Weights::fresh(&model(colour), 3).unwrap(), |tensors| {
        for tensor in tensors {
            let stir = wave(tensor.len(), 0.6, 1.0);
            tensor.iter_mut().zip(stir).for_each(|(value, stir)| *value += stir);
        }
    });
    Network::new(stirred)
}

/// Every text of the alphabet of at most so many letters.
fn all(alphabet: &[String], length: usize) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut longest = found.clone();
    for _ in 0..length {
        longest =
            longest.iter().flat_map(|text| alphabet.iter().map(move |letter| format!("{text}{letter}"))).collect();
        found.extend(longest.clone());
    }
    found
}

tests! {
    async fn a_text_is_its_sample_s_and_a_sample_its_text_s() {
        let alphabet: Vec<String> = (0..300).filter_map(|at| char::from_u32(0x4e00 + at)).map(String::from).collect();
        let plain = DataSpec::of_texts(alphabet.clone(), 5, false);
        let coloured = DataSpec::of_texts(alphabet.clone(), 5, true);
        for at in 0..280 {
            let text: String = alphabet[at..at + at % 5 + 1].concat();
            let sample = plain.sample_of(&text, None).unwrap();
            assert_eq!((sample.len(), plain.text(&sample)), (10, text.clone()));
            plain.check_text(&sample).unwrap();
            let sample = coloured.sample_of(&text, Some([1, 2, 3])).unwrap();
            assert_eq!((sample.len(), coloured.colour_of(&sample)), (16, Some([1, 2, 3])));
            assert_eq!((coloured.text(&sample), plain.colour_of(&sample)), (text, None));
        }
    }

    async fn what_is_no_text_is_refused_in_words() {
        let spec = DataSpec::of_texts(letters(3), 4, false);
        let refused = |text: &str| spec.sample_of(text, None).unwrap_err().to_string();
        assert!(refused("").contains("1 to 4 characters, got an empty one"), "{}", refused(""));
        assert!(refused("abcab").contains("got 5: shorten it"), "{}", refused("abcab"));
        assert!(refused("abä").contains("got \"ä\""), "{}", refused("abä"));
        assert!(refused(&"a".repeat(10_000_000)).contains("got 10,000,000"));
        assert!(spec.sample_of("ab", Some([0; 3])).unwrap_err().to_string().contains("expected none"));
        let of = |low: [u8; 4], high: [u8; 4]| Dataset::of(spec.clone(), [low, high].concat(), vec![0]);
        assert!(of([1, 2, 3, 0], [0; 4]).is_ok());
        for (bytes, why) in [([4, 0, 0, 0], "got 4"), ([1, 0, 2, 0], "after its end"), ([0; 4], "got none")] {
            assert!(of(bytes, [0; 4]).unwrap_err().to_string().contains(why), "{bytes:?}");
        }
        assert!(of([1, 0, 0, 0], [1, 0, 0, 0]).unwrap_err().to_string().contains("got 257"));
        for spec in [
            DataSpec::of_texts(vec![], 4, false),
            DataSpec::of_texts(letters(3), 0, true),
            DataSpec::of_texts(vec!["ab".into()], 4, false),
            DataSpec::of_texts(letters(3), 100_000, false),
            DataSpec { channels: 1, ..DataSpec::of_texts(letters(3), 4, false) },
        ] {
            assert!(!ModelConfig::on(spec.clone()).check().is_empty(), "{spec:?}");
        }
    }

    async fn other_letters_or_colours_do_not_fit() {
        let spec = |count, length, colour| DataSpec::of_texts(letters(count), length, colour);
        spec(4, 6, false).fits(&spec(4, 6, false)).unwrap();
        for other in [spec(5, 6, false), spec(4, 7, false), spec(4, 3, true), DataSpec::default()] {
            assert!(other.fits(&spec(4, 6, false)).is_err(), "{other:?}");
        }
        let renamed = DataSpec::of_texts(letters(5)[1..].to_vec(), 6, false);
        assert!(renamed.fits(&spec(4, 6, false)).is_err());
    }

    async fn their_settings_are_shown_for_them_alone() {
        let numbers = [("contextLength", "4"), ("contextUnits", "9"), ("embedding", "7"), ("wordDropout", "0.2"), ("dropout", "0.1")];
        let texts = [numbers.as_slice(), &[("likelihood", "bernoulli")]].concat();
        let form = Form(texts.iter().map(|(name, text)| ((*name).into(), (*text).into())).collect());
        let found = check_on(&form, None, model(true).data);
        assert_eq!(found.errors, []);
        assert_eq!(found.run.model.likelihood, Likelihood::Characters { window: 4, embedding: 7, units: 9 });
        assert_eq!((found.run.train.word_dropout, found.run.train.dropout, found.gpu_trains), (0.2, 0.1, true));
        let of_images = check_on(&form, None, DataSpec::default());
        assert!(numbers.iter().all(|(name, _)| of_images.hidden.iter().any(|hidden| hidden == name)));
        assert_eq!(of_images.run.train, TrainConfig::default());
        let wrong = RunConfig { model: ModelConfig { likelihood: Likelihood::Bernoulli, ..model(true) }, ..Default::default() };
        assert!(wrong.check()[0].message().contains("characters"));
        let wrong = ModelConfig { likelihood: Likelihood::TEXTS, ..ModelConfig::default() };
        assert!(!wrong.check().is_empty());
    }

    async fn figures_are_numpy_s() {
        let Figures { model: sizes, noise, texts } = serde_json::from_str(include_str!("../fixtures/characters.json")).unwrap();
        let Sizes { alphabet, length, window, embedding, hidden_sizes } = sizes;
        let data = DataSpec::of_texts(alphabet, length, true);
        let likelihood = Likelihood::Characters { window, embedding, units: 0 };
        let config = ModelConfig { hidden_sizes, likelihood, ..ModelConfig::on(data.clone()) };
        let model = Network::new(changed(wave_weights(config, 0.4), |tensors| {
            for (index, tensor) in tensors.iter_mut().enumerate() {
                *tensor = wave(tensor.len(), (index + 1) as f64, 0.4);
            }
        }));
        for Told { text, colour, mu, log_var, of_text, of_colour, elbo } in texts {
            let targets = data.sample_of(&text, Some(colour)).unwrap();
            let (corrupted, labels) = (None, vec![0]);
            let batch = Batch { targets, corrupted, labels, noise: noise.clone(), lower_noise: vec![], hidden: vec![], units: vec![] };
            let heads = model.encode(&batch.targets, &[0]).unwrap();
            for (ours, numpy_s) in heads.iter().zip(mu.iter().chain(&log_var)) {
                assert_close(f64::from(*ours), f64::from(*numpy_s), 1e-5, "the posterior");
            }
            let made = objective::samples(&model, &heads, &batch).unwrap();
            assert_close(made.log_likelihood[0] - made.colour[0], of_text, 1e-5, &text);
            assert_close(made.colour[0], of_colour, 1e-5, "the colour");
            let kl: f32 = latent_explorer::latent::codes::Codes::of(&heads, 2, 1).kl(&model)[0];
            assert_close(made.log_likelihood[0] - f64::from(kl), elbo, 1e-5, "the ELBO");
        }
    }

    async fn probabilities_of_all_texts_sum_to_1() {
        let config = ModelConfig { data: DataSpec::of_texts(letters(3), 4, false), ..model(false) };
        let model = Network::new(Weights::fresh(&config, 7).unwrap());
        let z = [0.4, -1.3];
        let found = best(&model, &z, 0, 1000).unwrap();
        assert_eq!(found.len(), all(&letters(3), 4).len());
        let sum: f32 = found.iter().map(|text| text.log_likelihood.exp()).sum();
        assert!((sum - 1.0).abs() < 1e-4, "{sum}");
        assert!(found.is_sorted_by(|one, other| one.log_likelihood >= other.log_likelihood));
    }

    async fn a_beam_finds_no_worse_a_text_than_the_greedy_one_and_a_wide_one_the_best() {
        let model = network(true);
        for z in [[0.0, 0.0], [1.5, -0.5], [-2.0, 1.0]] {
            let greedy = &write(&model, &z, 0, Choosing::Likeliest).unwrap()[0];
            let [narrow, wide] = [1, 50].map(|beams| best(&model, &z, 0, beams).unwrap()[0].clone());
            assert_eq!(&narrow, greedy);
            assert!(wide.log_likelihood >= greedy.log_likelihood - 1e-5);
            assert!(greedy.colour.is_some());
        }
    }

    async fn draws_are_as_often_as_their_probability_and_the_same_for_a_seed() {
        let (model, z) = (network(false), [0.3, 0.8]);
        let drawn = samples(&model, &z, 0, 1000, 1.0, 4).unwrap();
        assert_eq!(drawn, samples(&model, &z, 0, 1000, 1.0, 4).unwrap());
        assert_ne!(drawn, samples(&model, &z, 0, 1000, 1.0, 5).unwrap());
        let first = &best(&model, &z, 0, 100).unwrap()[0];
        let share = drawn.iter().filter(|text| text.text == first.text).count() as f32 / 1000.0;
        let expected = first.log_likelihood.exp();
        assert!((share - expected).abs() < 4.0 * (expected * (1.0 - expected) / 1000.0).sqrt(), "{share} and {expected}");
        let cold = write(&model, &z, 0, Choosing::Drawn { temperature: 0.01, seed: 1 }).unwrap();
        assert_eq!(cold, write(&model, &z, 0, Choosing::Likeliest).unwrap());
    }

    async fn many_points_are_written_as_each_alone_also_along_a_path() {
        let model = network(true);
        let path = Path { from: vec![-1.0, 0.5], to: vec![2.0, -0.5], interpolation: Interpolation::Linear, count: 70 };
        let points = path.points().unwrap();
        for choosing in [Choosing::Likeliest, Choosing::Drawn { temperature: 1.5, seed: 2 }] {
            let together = write(&model, &points, 0, choosing).unwrap();
            for (z, text) in points.chunks_exact(2).zip(&together) {
                let alone = &write(&model, z, 0, choosing).unwrap()[0];
                assert_eq!((&alone.text, alone.colour), (&text.text, text.colour));
                assert_close(alone.log_likelihood.into(), text.log_likelihood.into(), 1e-4, "log p(x|z)");
            }
        }
    }

    async fn what_is_expected_of_a_text_multiplies_to_its_likelihood() {
        let model = network(false);
        for text in ["a", "edcba", "abcabc"] {
            let reading = read(&model, text, 0).unwrap();
            let places = expected(&model, text, &reading.codes.mu, 0, 3).unwrap();
            assert_eq!(places.len(), (text.len() + 1).min(6));
            assert_eq!(places.iter().map(|place| place.character.as_str()).collect::<String>(), text);
            let log_p: f64 = places.iter().map(|place| f64::from(place.probability).ln()).sum();
            assert_close(-reading.terms.reconstruction, log_p, 1e-4, text);
            for place in places {
                assert!(place.likeliest.len() == 3 && place.likeliest[0].probability >= place.probability);
                assert!(place.likeliest.is_sorted_by(|one, other| one.probability >= other.probability));
            }
        }
    }

    async fn a_sample_is_reconstructed_as_the_text_that_is_written_at_its_mean() {
        let (model, data) = (network(true), model(true).data);
        let sample = data.sample_of("cab", Some([9, 8, 7])).unwrap();
        let made = reconstruct(&model, &sample, &sample, 0).unwrap();
        let written = &read(&model, "cab", 0).unwrap().written;
        assert_eq!((data.text(&made.pixels), data.colour_of(&made.pixels)), (written.text.clone(), written.colour));
        assert!(reconstruct(&model, &[200; 18], &sample, 0).unwrap_err().to_string().contains("characters from 1 to 5"));
    }

    async fn models_of_other_data_and_what_is_out_of_range_are_refused() {
        let images = Network::new(Weights::fresh(&ModelConfig::default(), 1).unwrap());
        assert!(read(&images, "a", 0).unwrap_err().to_string().contains("expected a model of texts"));
        assert!(write(&images, &[0.0; 2], 0, Choosing::Likeliest).is_err());
        let model = network(false);
        for points in [&[][..], &[0.0; 3], &[f32::NAN, 0.0]] {
            assert!(write(&model, points, 0, Choosing::Likeliest).is_err(), "{points:?}");
        }
        assert!(best(&model, &[0.0; 4], 0, 3).unwrap_err().to_string().contains("one point, got 2"));
        assert!(best(&model, &[0.0; 2], 0, 0).is_err() && best(&model, &[0.0; 2], 0, 1001).is_err());
        for temperature in [0.0, -1.0, f64::NAN, 1e9] {
            assert!(samples(&model, &[0.0; 2], 0, 2, temperature, 1).is_err(), "{temperature}");
        }
    }

    async fn an_evaluation_tells_texts_from_colours() {
        let data = model(true).data;
        let texts = ["abc", "de", "eeeeee"].map(|text| data.sample_of(text, Some([50, 100, 200])).unwrap()).concat();
        let data = Dataset::of(data, texts, vec![0; 3]).unwrap();
        let weights = Weights::fresh(&model(true), 2).unwrap();
        let mut evaluator = Evaluator::new(weights, 20, 3).unwrap();
        evaluator.advance(&data).unwrap();
        let found = evaluator.report().unwrap();
        let text = found.text.unwrap();
        assert_close(text.characters, (4.0 + 3.0 + 6.0) / 3.0, 1e-9, "characters");
        assert_close(text.reconstruction + text.colour, found.terms.reconstruction, 1e-6, "the terms");
        assert!(text.negative_log_likelihood.unwrap() <= text.reconstruction + found.terms.kl);
    }

    async fn what_is_left_out_in_training_is_drawn_by_the_seed_and_weighs_as_much() {
        let train = TrainConfig { word_dropout: 0.3, dropout: 0.25, ..TrainConfig::default() };
        let run = RunConfig { model: model(false), train };
        let sample = run.model.data.sample_of("abcde", None).unwrap();
        let data = Dataset::of(run.model.data.clone(), sample.repeat(500), vec![0; 500]).unwrap();
        let made = || BatchMaker::training(&run).make(&data, 0..500).unwrap();
        let batch = made();
        assert_eq!(batch, made());
        let hidden = batch.hidden.iter().filter(|hidden| **hidden).count() as f64 / batch.hidden.len() as f64;
        assert!((hidden - 0.3).abs() < 0.04 && batch.hidden.len() == 3000, "{hidden}");
        let mean = batch.units.iter().sum::<f32>() / batch.units.len() as f32;
        assert!((mean - 1.0).abs() < 0.04 && batch.units.len() == 4000, "{mean}");
    }

    async fn a_file_keeps_the_alphabet_and_the_likelihood() {
        let weights = Weights::fresh(&model(true), 1).unwrap();
        assert_eq!(weights::read(&weights::write(&weights, Precision::Full).unwrap()).unwrap(), weights);
    }
}
