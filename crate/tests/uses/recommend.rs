//! Suggestions: measures by hand and by NumPy, plain methods by their equations, a model that learns groups of tastes.

use latent_explorer::data::dataset::Dataset;
use latent_explorer::data::rows::Rows;
use latent_explorer::data::training_data::TrainingData;
use latent_explorer::device::Backend;
use latent_explorer::model::network::Network;
use latent_explorer::model::weights::Weights;
use latent_explorer::settings::{DataSpec, DecoderKind, ModelConfig, RunConfig, TrainConfig};
use latent_explorer::training::Trainer;
use latent_explorer::uses::Use;
use latent_explorer::uses::recommend::{
    Ease, Fold, Neighbours, Raised, Recommend, Svd, codes, count_pairs, ends, fold, frequent, likeliest, log_shares,
    ndcg, raised, raised_at, raised_towards, recall, suggest, top,
};
use latent_explorer::uses::report::{Method, Quantity};
use latent_explorer::uses::survey::{Options, open};
use serde::Deserialize;

use crate::made::{autoencoder, fresh, surveyed, values};

const ITEMS: usize = 12;

/// Two groups of people: each likes five of the six items of their half, and leaves another one out.
fn halves(people: usize) -> Dataset {
    let mut rows = Rows::default();
    for person in 0..people as u32 {
        let first = person % 2 * 6;
        rows.push((first..first + 6).filter(|item| item % 6 != person / 2 % 6).map(|item| (item, 1)));
    }
    Dataset::of_rows(spec(), rows).unwrap()
}

fn spec() -> DataSpec {
    DataSpec::of_items((0..ITEMS).map(|item| format!("item {item}")).collect())
}

fn trained() -> Weights {
    let model = ModelConfig { latent_size: 2, hidden_sizes: vec![16], ..ModelConfig::on(spec()) };
    let train =
        TrainConfig { batch_size: 12, beta: 0.1, learning_rate: 1e-2, warm_up_steps: 0, ..TrainConfig::default() };
    let data = TrainingData::of(halves(48).into(), 0).unwrap();
    pollster::block_on(async {
        let mut trainer = Trainer::new(RunConfig { model, train }, data, Backend::Cpu).await.unwrap();
        (0..300).for_each(|_| trainer.step().unwrap());
        trainer.weights().await.unwrap()
    })
}

#[derive(Deserialize)]
struct Ranked {
    scores: Vec<f32>,
    given: Vec<u32>,
    held: Vec<u32>,
    recall: f64,
    ndcg: f64,
}

#[derive(Deserialize)]
struct Figures {
    k: usize,
    people: Vec<Ranked>,
    likes: Vec<Vec<u32>>,
    lambda: f64,
    ease: Vec<f32>,
    neighbours: Vec<f32>,
    /// Scores of the first person by two singular vectors.
    svd: Vec<f32>,
}

fn figures() -> Figures {
    serde_json::from_str(include_str!("../fixtures/recommending.json")).unwrap()
}

#[track_caller]
fn close(one: &[f32], other: &[f32]) {
    assert_eq!(one.len(), other.len());
    for (one, other) in one.iter().zip(other) {
        assert!((one - other).abs() < 2e-5, "{one} is not {other}");
    }
}

#[test]
fn measures_are_numpy_s() {
    let Figures { k, people, .. } = figures();
    assert!(people.len() > 5);
    for Ranked { scores, given, held, recall: expected, ndcg: gain } in people {
        let found = top(&scores, &given, k);
        assert!(found.iter().all(|item| !given.contains(item)));
        assert!((recall(&found, &held, k) - expected).abs() < 1e-9);
        assert!((ndcg(&found, &held, k) - gain).abs() < 1e-9);
    }
}

#[test]
fn plain_methods_are_numpy_s() {
    let Figures { likes, lambda, ease, neighbours, svd, .. } = figures();
    let size = ease.len() / likes.len();
    let mut people = Rows::default();
    likes.iter().for_each(|row| people.push(row.iter().map(|&item| (item, 1))));
    let mut pairs = vec![0.0; size * size];
    count_pairs(&mut pairs, size, &people, 0..likes.len());
    let near = Neighbours::of(&pairs, size);
    let mut linear = Ease::of(pairs, size, lambda);
    linear.factorise(0..size);
    linear.learn(0..3);
    linear.learn(3..size);
    for (person, given) in likes.iter().enumerate() {
        let mut scores = vec![0.0; size];
        linear.scores(given, &mut scores);
        close(&scores, &ease[person * size..][..size]);
        near.scores(given, &mut scores);
        close(&scores, &neighbours[person * size..][..size]);
    }
    let mut vectors = Svd::new(size, 2, 1);
    (0..200).for_each(|_| vectors.turn(&people));
    let mut scores = vec![0.0; size];
    vectors.scores(&likes[0], &mut scores);
    close(&scores, &svd);
}

#[test]
fn a_fold_keeps_every_item_once() {
    let data = halves(20);
    let Fold { given, held } = fold(data.rows().unwrap(), 7, 3).unwrap();
    assert_eq!((given.count(), held.len()), (7, 7));
    for (person, held) in held.iter().enumerate() {
        assert_eq!(held.len(), 1, "a fifth of five");
        let mut all = [given.row(person).0, held].concat();
        all.sort_unstable();
        assert_eq!(all, data.rows().unwrap().row(person).0);
    }
    assert!(fold(&Rows::of_dense(&[1, 0, 0, 1], 2), 9, 1).is_err(), "nobody has two items");
}

#[test]
fn a_model_learns_groups_as_plain_methods_do() {
    let survey = Recommend::new(trained(), 100).unwrap().beside(vec![trained()]).unwrap();
    let rows = surveyed(survey, &halves(48), &halves(24)).unwrap();
    // The held item is one of two of its half that are not given: popularity has twelve to guess among.
    let of = |method| values(&rows, method, Quantity::NdcgAt100)[0];
    // As many singular vectors as there are items but one tell nothing of what is not given.
    for method in [Method::EncodeDecode, Method::ItemNeighbours, Method::Ease] {
        assert!(of(method) > of(Method::Popularity) + 0.05, "{method:?}: {}", of(method));
    }
    assert_eq!(of(Method::Ensemble), of(Method::EncodeDecode), "of twice the same model");
    assert_eq!(values(&rows, Method::EncodeDecode, Quantity::RecallAt20), [1.0]);
    assert_eq!(values(&rows, Method::EncodeDecode, Quantity::RecallAt20Error), [0.0]);
}

#[test]
fn what_is_suggested_is_of_the_same_half_and_so_is_what_speaks_for_it() {
    let model = Network::new(trained());
    let found = suggest(&model, &[7, 8, 9, 6], 2, 3).unwrap();
    assert_eq!(found.len(), 2);
    for suggestion in &found {
        assert!([10, 11].contains(&suggestion.item), "{suggestion:?}");
        assert!((0.0..1.0).contains(&suggestion.probability));
        assert!(suggestion.because.len() <= 3 && suggestion.because.iter().all(|reason| reason.nats > 0.0));
        assert!(suggestion.because.windows(2).all(|pair| pair[0].nats >= pair[1].nats));
    }
    assert_eq!(suggest(&model, &[], 3, 3).unwrap().len(), 3, "nothing liked yet");
    // z of what is liked stands for the same, without a reason; what is not a place of the model is refused.
    let mut rows = Rows::default();
    rows.push([6, 7, 8, 9].map(|item| (item, 1)));
    let z = codes(&model, &rows).unwrap().mu;
    let there: Vec<u32> = likeliest(&model, &z, &[7, 8, 9, 6], 2).unwrap().iter().map(|found| found.item).collect();
    assert_eq!(there, found.iter().map(|found| found.item).collect::<Vec<_>>());
    assert!(likeliest(&model, &[f32::NAN, 0.0], &[], 2).is_err());
    assert!(likeliest(&model, &z[1..], &[], 2).is_err());
    assert!(suggest(&model, &[12], 3, 3).unwrap_err().to_string().contains("below 12"));
}

#[test]
fn a_region_is_named_by_what_is_more_frequent_there() {
    let data = halves(24);
    let there: Vec<usize> = (0..24).step_by(2).collect();
    let found = frequent(data.rows().unwrap(), ITEMS, &there, 2, 4);
    assert_eq!(found.len(), 4);
    for it in found {
        assert!(it.item < 6);
        assert!((it.log_ratio - 2.0_f64.ln()).abs() < 1e-12, "all who like it are there, who are half: {it:?}");
    }
    assert!(frequent(data.rows().unwrap(), ITEMS, &there, 13, 4).is_empty(), "below the floor");
}

#[test]
fn a_model_of_images_suggests_nothing() {
    assert!(Recommend::new(autoencoder(), 5).err().unwrap().to_string().contains("a model of items"));
    assert!(suggest(&Network::new(autoencoder()), &[1], 3, 3).is_err());
}

#[test]
fn a_model_of_items_has_no_use_of_images() {
    let options = Options { limit: 5, strangers: vec![], others: vec![] };
    let message = open(Use::Denoise, fresh(&ModelConfig::on(spec())), options).err().unwrap().to_string();
    assert!(message.contains("a model of images"), "{message}");
}

#[cfg(feature = "import")]
#[test]
fn made_listeners_tastes_are_recovered() {
    use latent_explorer::data::music::{FACTORS, music};
    use latent_explorer::uses::recommend::{Known, recovery};

    let made = music(600, 100, 3).unwrap();
    assert_eq!(made, music(600, 100, 3).unwrap(), "the same seed makes the same");
    assert_eq!(made.test_tastes.len(), 100 * FACTORS);
    let model = ModelConfig { latent_size: 8, hidden_sizes: vec![64], ..ModelConfig::on(made.train.spec().clone()) };
    let known = |data, tastes| Known { people: Dataset::rows(data).unwrap(), tastes };
    let judge = |weights| {
        let model = Network::new(weights);
        recovery(&model, known(&made.train, &made.train_tastes), known(&made.test, &made.test_tastes)).unwrap()
    };
    let fresh = judge(Weights::fresh(&model, 1).unwrap());
    let train = TrainConfig { batch_size: 50, beta: 0.2, ..TrainConfig::default() };
    let data = TrainingData::of(made.train.clone().into(), 0).unwrap();
    let weights = pollster::block_on(async {
        let mut trainer = Trainer::new(RunConfig { model, train }, data, Backend::Cpu).await.unwrap();
        (0..600).for_each(|_| trainer.step().unwrap());
        trainer.weights().await.unwrap()
    });
    let learnt = judge(weights);
    assert!(learnt.codes > 0.6 && learnt.codes > fresh.codes, "{fresh:?} {learnt:?}");
    assert!(learnt.singular > 0.5 && learnt.singular < 1.0);
}

#[test]
fn where_tastes_are_known_their_recovery_is_told_beside_suggestions() {
    use latent_explorer::data::music::{SEED, known, music};

    let told = |made: &latent_explorer::data::music::Music| {
        let weights =
            Weights::fresh(&ModelConfig { latent_size: 3, ..ModelConfig::on(made.train.spec().clone()) }, 1).unwrap();
        let rows = surveyed(Recommend::new(weights, 20).unwrap(), &made.train, &made.test).unwrap();
        rows.into_iter().filter(|row| row.quantity == Quantity::Recovery).collect::<Vec<_>>()
    };
    let made = music(120, 20, SEED).unwrap();
    assert_eq!(known(&made.train, &made.test).unwrap().as_ref(), Some(&made));
    let rows = told(&made);
    assert_eq!(rows.iter().map(|row| row.method).collect::<Vec<_>>(), [Method::Codes, Method::TruncatedSvd]);
    assert!(rows.iter().all(|row| row.value < 1.0), "{rows:?}");
    // Others' listeners have tastes that nobody knows.
    let others = music(120, 20, SEED + 1).unwrap();
    assert_eq!(known(&others.train, &others.test).unwrap(), None);
    assert_eq!(told(&others), []);
}

#[test]
fn what_is_raised_adds_most_to_the_divergence() {
    let log = |shares: [f32; 4]| shares.map(f32::ln);
    // By hand: 0.5 ln 2 = 0.347, 0.3 ln 1.5 = 0.122, 0.01 ln 10 = 0.023; what is rarer here is left out.
    let [here, all] = [log([0.5, 0.3, 0.19, 0.01]), log([0.25, 0.2, 0.549, 0.001])];
    let found = raised(&here, &all, 9);
    assert_eq!(found.iter().map(|raised| raised.item).collect::<Vec<_>>(), [0, 1, 3]);
    let [Raised { probability, times, .. }, ..] = &found[..] else { panic!("nothing is raised") };
    assert!((probability - 0.5).abs() < 1e-6 && (times - 2.0).abs() < 1e-5);
    assert_eq!(raised(&here, &all, 1).len(), 1);
    assert!(raised(&here, &here, 9).is_empty());
}

#[test]
fn a_region_stands_out_by_the_tastes_of_those_who_are_there() {
    let model = Network::new(trained());
    let shares = log_shares(&model);
    let all: f32 = shares.iter().map(|share| share.exp()).sum();
    assert!((all - 1.0).abs() < 1e-4, "shares have the sum {all}");
    let mut rows = Rows::default();
    [0, 6].into_iter().for_each(|first| rows.push((first..first + 6).map(|item| (item, 1))));
    let ends = codes(&model, &rows).unwrap().mu;
    let is_of = |half: usize, found: &[Raised]| {
        assert!(!found.is_empty() && found.iter().all(|raised| raised.item as usize / 6 == half && raised.times > 1.0));
    };
    raised_at(&model, &ends, &shares, 3).iter().enumerate().for_each(|(half, found)| is_of(half, found));
    raised_towards(&model, &ends, 3).iter().enumerate().for_each(|(half, found)| is_of(half, found));
}

#[test]
fn a_topic_s_end_is_its_column_alone_wherever_z_is() {
    let model = ModelConfig { decoder: DecoderKind::Topics, latent_size: 3, ..ModelConfig::on(spec()) };
    let (config, mut tensors) = Weights::fresh(&model, 1).unwrap().into_parts();
    let [.., topics, bias] = &mut tensors[..] else { panic!("B and b") };
    bias.fill(0.0);
    // Each topic has an item of its own that stands out most, and one that the others have more.
    for (topic, column) in topics.chunks_exact_mut(ITEMS).enumerate() {
        column.fill(0.0);
        (column[topic], column[ITEMS - 1 - topic]) = (2.0, -2.0);
    }
    let model = Network::new(Weights::new(config, tensors).unwrap());
    for z in [[0.0; 3], [3.0, -1.0, -2.0], [-9.0, 9.0, 0.5]] {
        for topic in 0..3 {
            let [without, with] = raised_towards(&model, &ends(&model, &z, topic, 2.0).unwrap(), 20);
            assert_eq!(with[0].item, topic as u32, "{z:?}");
            assert!(without.iter().any(|raised| raised.item == ITEMS as u32 - 1 - topic as u32), "{z:?}: {without:?}");
        }
    }
    assert!(ends(&model, &[0.0; 3], 3, 2.0).is_err());
}
