//! Texts: their class by codes and by words, the words that made it, and the perplexity of a model beside that of none.

use latent_explorer::data::dataset::Dataset;
use latent_explorer::data::formats::File;
use latent_explorer::data::rows::Rows;
use latent_explorer::data::training_data::TrainingData;
use latent_explorer::data::words::{Limits, Parting, read};
use latent_explorer::device::Backend;
use latent_explorer::evaluation::evaluator::Evaluator;
use latent_explorer::model::weights::Weights;
use latent_explorer::settings::{DataSpec, ModelConfig, RunConfig, TrainConfig};
use latent_explorer::training::Trainer;
use latent_explorer::uses::Use;
use latent_explorer::uses::report::{Method, Quantity};
use latent_explorer::uses::sort::Sort;
use latent_explorer::uses::survey::{Options, open};
use latent_explorer::uses::words::{Reader, coherence};

use crate::made::{fresh, surveyed, values};

/// Praise and blame, each of some words of its own, and words of both.
fn reviews() -> [Dataset; 2] {
    let words = [["lovely", "warm", "fresh", "tasty"], ["awful", "stale", "burnt", "broken"]];
    let both = ["coffee", "box", "order", "shop"];
    let line = |at: usize| {
        let (own, class) = (words[at % 2], at % 2);
        format!("{class}\t{} {} {} {}\n", own[at / 2 % 4], own[at / 3 % 4], both[at / 5 % 4], both[at / 7 % 4])
    };
    let table = File { path: "reviews.tsv".into(), bytes: (0..160).map(line).collect::<String>().into() };
    let limits = Limits { least_texts: 1, most_share: 1.0, most_terms: 50 };
    let parted = read(table).unwrap().part(None, Parting { seed: 1, test_share: 0.25 }, limits).unwrap();
    [parted.train.data, parted.test.data]
}

fn trained(data: &Dataset, beta: f64) -> Weights {
    let model = ModelConfig { latent_size: 2, hidden_sizes: vec![16], ..ModelConfig::on(data.spec().clone()) };
    let train = TrainConfig { batch_size: 20, beta, learning_rate: 1e-2, warm_up_steps: 0, ..TrainConfig::default() };
    let data = TrainingData::of(data.clone().into(), 0).unwrap();
    pollster::block_on(async {
        let mut trainer = Trainer::new(RunConfig { model, train }, data, Backend::Cpu).await.unwrap();
        (0..400).for_each(|_| trainer.step().unwrap());
        trainer.weights().await.unwrap()
    })
}

#[test]
fn codes_and_words_tell_praise_from_blame_beside_the_class_of_most() {
    let [train, test] = reviews();
    let rows = surveyed(Sort::new(trained(&train, 0.2), 1000).unwrap(), &train, &test).unwrap();
    let of = |method| values(&rows, method, Quantity::Accuracy);
    assert_eq!(of(Method::Majority).len(), 1);
    assert!(of(Method::Majority)[0] < 0.7, "{rows:?}");
    // 10, 100 and all labels.
    for method in [Method::CodesProbe, Method::PosteriorsProbe, Method::WordsProbe] {
        assert_eq!(of(method).len(), 3, "{rows:?}");
        assert!(of(method)[2] > 0.95, "{method:?}: {rows:?}");
    }
    // 10 and 100 labels.
    for method in [Method::CodesSemi, Method::CodesSemiLabels] {
        assert_eq!(of(method).len(), 2, "{rows:?}");
        assert!(of(method)[1] > 0.9, "{method:?}: {rows:?}");
    }
    assert!(of(Method::PcaProbe).is_empty() && of(Method::PixelsProbe).is_empty());
}

#[test]
fn rows_without_classes_and_uses_of_images_are_refused_in_words() {
    let likes = fresh(&ModelConfig::on(DataSpec::of_items(vec!["tea".into(), "cup".into()])));
    let said = Sort::new(likes.clone(), 10).err().unwrap().to_string();
    assert!(said.contains("two classes or more"), "{said}");
    let said = Reader::new(likes.clone()).err().unwrap().to_string();
    assert!(said.contains("expected a model of texts, got one of rows of 2 items"), "{said}");
    let options = Options { limit: 10, strangers: vec![], others: vec![] };
    let said = open(Use::Denoise, likes, options).err().unwrap().to_string();
    assert!(said.contains("expected a model of images"), "{said}");
}

#[test]
fn an_opinion_says_which_words_made_it() {
    let [train, _] = reviews();
    let mut reader = Reader::new(trained(&train, 0.2)).unwrap();
    let item = |word: &str| train.spec().items.iter().position(|it| it == word).unwrap() as u32;
    assert!(reader.opinion(&[item("awful")], &[1], 5).is_err(), "nothing is learnt yet");
    while reader.learn(&train).unwrap() < train.len() {}
    reader.learn(&train).unwrap();
    let mut words = [item("awful"), item("coffee"), item("stale")];
    words.sort_unstable();
    let found = reader.opinion(&words, &[1, 1, 1], 2).unwrap();
    assert!(found.confidences[1] > 0.8 && (found.confidences.iter().sum::<f32>() - 1.0).abs() < 1e-5, "{found:?}");
    assert_eq!(found.because.len(), 2);
    assert!([item("awful"), item("stale")].contains(&found.because[0].item), "{found:?}");
    // Without the word the probe is as sure as it is of the rest of the text.
    let rest: Vec<u32> = words.into_iter().filter(|&it| it != found.because[0].item).collect();
    let without = reader.opinion(&rest, &[1, 1], 0).unwrap();
    let change = found.confidences[1] - without.confidences[1];
    assert!((found.because[0].change - change).abs() < 1e-5, "{found:?} {without:?}");
    assert!(found.nearest.iter().filter(|&&text| train.labels()[text] == 1).count() >= 4, "{found:?}");
    for (items, counts) in [(vec![], vec![]), (vec![1, 0], vec![1, 1]), (vec![999], vec![1]), (vec![0], vec![])] {
        let said = reader.opinion(&items, &counts, 2).unwrap_err().to_string();
        assert!(said.contains("expected words of the model"), "{said}");
    }
}

#[test]
fn perplexity_is_of_the_nats_a_word_and_of_a_model_of_nothing_the_number_of_words() {
    let [train, test] = reviews();
    let model = ModelConfig { latent_size: 1, hidden_sizes: vec![], ..ModelConfig::on(train.spec().clone()) };
    let evaluated = |weights: &Weights, learns: bool| {
        let mut evaluator = Evaluator::new(weights.clone(), 4, usize::MAX).unwrap();
        if learns {
            evaluator.learn(&train).unwrap();
        }
        while evaluator.progress(&test).0 < test.len() {
            evaluator.advance(&test).unwrap();
        }
        evaluator.report().unwrap()
    };
    let (config, mut nothing) = fresh(&model).into_parts();
    nothing.iter_mut().for_each(|tensor| tensor.fill(0.0));
    let blank = evaluated(&Weights::new(config, nothing).unwrap(), true);
    let found = blank.perplexity.unwrap();
    assert!((found.bound - train.spec().items.len() as f64).abs() < 1e-3 && found.words == 4.0, "{found:?}");
    assert!((found.importance.unwrap() - found.bound).abs() < 1e-6);
    // By hand: each word of the test texts by its share of the training texts' words, one added to each.
    let rows = [&train, &test].map(|data| data.rows().unwrap());
    let mut counts = vec![1.0_f64; train.spec().items.len()];
    (0..train.len())
        .flat_map(|row| rows[0].pairs(row))
        .for_each(|(item, count)| counts[item as usize] += f64::from(count));
    let all: f64 = counts.iter().sum();
    let words: Vec<(u32, u8)> = (0..test.len()).flat_map(|row| rows[1].pairs(row)).collect();
    let nats: f64 = words.iter().map(|(item, count)| f64::from(*count) * (counts[*item as usize] / all).ln()).sum();
    let expected = (-nats / words.iter().map(|(_, count)| f64::from(*count)).sum::<f64>()).exp();
    assert!((found.unigram.unwrap() - expected).abs() < 1e-9, "{found:?} {expected}");
    let report = evaluated(&trained(&train, 1.0), false);
    let found = report.perplexity.unwrap();
    assert!((found.bound - (-report.terms.elbo / 4.0).exp()).abs() < 1e-6 && found.unigram.is_none(), "{found:?}");
    assert!((found.importance.unwrap() - (report.negative_log_likelihood.unwrap() / 4.0).exp()).abs() < 1e-6);
    assert!(found.bound < expected, "a model that has learnt is better than none: {found:?}");
}

#[test]
fn words_that_are_together_are_coherent() {
    let mut texts = Rows::default();
    [&[0, 1, 2][..], &[0, 1], &[2], &[3]].into_iter().for_each(|row| texts.push(row.iter().map(|&item| (item, 1))));
    let close = |words: &[u32], expected: f64| {
        let found = coherence(&texts, words);
        assert!((found - expected).abs() < 1e-12, "{words:?}: {found}");
    };
    close(&[0, 1], 1.0);
    close(&[0, 3], -1.0);
    // Of four texts two have each and one has both: as if they did not know of each other.
    close(&[0, 2], 0.0);
    close(&[1, 0, 3], (1.0 - 1.0 - 1.0) / 3.0);
    close(&[3], 0.0);
}
