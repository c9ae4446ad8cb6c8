//! Rows of items beside images: what a model of them is, and what is refused.

use latent_explorer::data::batch::BatchMaker;
use latent_explorer::data::dataset::Dataset;
use latent_explorer::data::rows::Rows;
use latent_explorer::model::network::Network;
use latent_explorer::model::weights::{Precision, Weights, read, write};
use latent_explorer::settings::form::{Form, check_on};
use latent_explorer::settings::layers::decoder;
use latent_explorer::settings::{
    Corruption, DataSpec, DataView, DecoderKind, Likelihood, MAX_ITEMS, ModelConfig, RunConfig, TrainConfig,
};

use crate::support::assert_close;

fn spec(count: usize) -> DataSpec {
    DataSpec::of_items((0..count).map(|item| format!("item {item}")).collect())
}

fn model() -> ModelConfig {
    ModelConfig { hidden_sizes: vec![6], ..ModelConfig::on(spec(5)) }
}

fn data() -> Dataset {
    Dataset::of(spec(5), vec![0, 2, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0], vec![0; 3]).unwrap()
}

tests! {
    async fn their_names_are_kept_in_the_model_s_file() {
        let weights = Weights::fresh(&model(), 1).unwrap();
        let found = read(&write(&weights, Precision::Full).unwrap()).unwrap();
        assert_eq!(found.config().data.items, spec(5).items);
        assert_eq!(found, weights);
        // The most that there can be, as a run's file has them.
        let data = DataSpec::of_items((0..MAX_ITEMS).map(|item| format!("{item:0>100}")).collect());
        let most = ModelConfig { hidden_sizes: vec![1], latent_size: 1, ..ModelConfig::on(data) };
        let bytes = write(&Weights::fresh(&most, 1).unwrap(), Precision::Half).unwrap();
        assert_eq!(read(&bytes).unwrap().config(), &most);
    }

    async fn images_settings_are_hidden_and_refused() {
        let texts = [("likelihood", "gaussianShared"), ("network", "convolutional"), ("dataView", "binarised")];
        let form = Form(texts.iter().map(|(name, text)| ((*name).into(), (*text).into())).collect());
        let found = check_on(&form, None, spec(5));
        assert_eq!(found.errors, []);
        assert_eq!(found.run.model, ModelConfig::on(spec(5)));
        assert!(texts.iter().all(|(name, _)| found.hidden.contains(&(*name).into())), "{:?}", found.hidden);
        assert!(found.gpu_trains);
        let refused = |model: ModelConfig, corruption| {
            let run = RunConfig { model, train: TrainConfig { corruption, ..TrainConfig::default() } };
            run.check().iter().map(|refusal| format!("{}: {}", refusal.field, refusal.message())).collect::<Vec<_>>()
        };
        assert_eq!(refused(model(), Corruption::Mask { share: 0.5 }), [""; 0]);
        let said = refused(ModelConfig { likelihood: Likelihood::Bernoulli, ..model() }, Corruption::None);
        assert_eq!(said, ["likelihood: expected one of multinomial, got \"bernoulli\""]);
        let said = refused(ModelConfig { data_view: DataView::Binarised, ..model() }, Corruption::Noise { sigma: 0.2 });
        assert!(said[0].starts_with("dataView") && said[1].starts_with("corruption: expected one of none, mask"));
        let said = refused(ModelConfig { likelihood: Likelihood::Multinomial, ..ModelConfig::default() }, Corruption::None);
        assert!(said[0].contains("bernoulli") && said[0].contains("got \"multinomial\""), "{said:?}");
        assert_eq!(refused(ModelConfig { channels: vec![4], ..model() }, Corruption::None).len(), 1);
        let unnamed = DataSpec { items: vec![], ..spec(5) };
        assert!(!ModelConfig::on(unnamed).check().is_empty() && !ModelConfig::on(spec(1)).check().is_empty());
        assert!(!ModelConfig::on(DataSpec { items: spec(5).items, ..DataSpec::default() }).check().is_empty());
    }

    async fn topics_are_for_items_alone() {
        let form = Form([("decoder".into(), "topics".into())].into());
        let found = check_on(&form, None, spec(5));
        assert_eq!((found.errors, found.run.model.decoder), (vec![], DecoderKind::Topics));
        assert!(!found.hidden.contains(&"decoder".into()) && found.gpu_trains);
        for other in [DataSpec::default(), DataSpec::of_texts(vec!["a".into()], 4, false)] {
            let found = check_on(&form, None, other.clone());
            assert_eq!((found.errors, found.run.model.decoder), (vec![], DecoderKind::Layers));
            assert!(found.hidden.contains(&"decoder".into()));
            let said = ModelConfig { decoder: DecoderKind::Topics, ..ModelConfig::on(other) }.check();
            assert_eq!(said.len(), 1);
            assert_eq!((&*said[0].field, &*said[0].message()), ("decoder", "expected one of layers, got \"topics\""));
        }
    }

    async fn a_decoder_of_topics_is_softmax_of_b_softmax_of_z() {
        let config = ModelConfig { decoder: DecoderKind::Topics, latent_size: 2, ..model() };
        let layers: Vec<_> = decoder(&config).into_iter().map(|layer| (layer.name, layer.inputs, layer.outputs)).collect();
        assert_eq!(layers, [("decoder.topics".into(), 2, 2), ("decoder.logits".into(), 2, 5)]);
        let weights = Weights::fresh(&config, 4).unwrap();
        assert_eq!(read(&write(&weights, Precision::Full).unwrap()).unwrap(), weights);
        let [topics, bias] = weights.tensors().last_chunk().unwrap();
        let z = [0.7_f64, -0.4];
        let share = 1.0 / (1.0 + (z[1] - z[0]).exp());
        // The file has B / Z.
        let logit = |item: usize| 2.0 * (share * f64::from(topics[item]) + (1.0 - share) * f64::from(topics[5 + item])) + f64::from(bias[item]);
        let sum: f64 = (0..5).map(|item| logit(item).exp()).sum();
        let found = Network::new(weights.clone()).means(&[0.7, -0.4], &[0]);
        for (item, found) in found.into_iter().enumerate() {
            assert_close(found.into(), logit(item).exp() / sum, 1e-6, &format!("the probability of item {item}"));
        }
        let mut said = serde_json::to_value(&config).unwrap();
        assert_eq!(said["decoder"], "topics");
        said.as_object_mut().unwrap().remove("decoder");
        assert_eq!(serde_json::from_value::<ModelConfig>(said).unwrap().decoder, DecoderKind::Layers);
    }

    async fn other_items_are_none_of_the_model_s() {
        let mut other = spec(5);
        other.items[3] = "another".into();
        let message = model().takes(&other).unwrap_err().to_string();
        assert!(message.contains("\"item 3\", got \"another\""), "{message}");
        assert!(model().takes(&DataSpec::default()).unwrap_err().to_string().contains("rows of 5 items"));
        assert!(BatchMaker::evaluation(&model(), Corruption::None, 1).make(&data(), 0..3).is_ok());
    }

    async fn rows_are_sparse_and_whole_again() {
        let data = data();
        let rows = data.rows().unwrap();
        assert_eq!((rows.count(), rows.entries()), (3, 3));
        assert_eq!(rows.row(0), (&[1, 3][..], &[2, 1][..]));
        assert_eq!(data.sample(0).unwrap().0[..], [0, 2, 0, 1, 0]);
        assert_eq!(data.sample(2).unwrap().0[..], [0; 5]);
        let (first, last) = data.hold_out(1).unwrap();
        assert_eq!((first.len(), last.rows().unwrap().entries()), (2, 0));
        assert_eq!(rows.some([1, 0]).row(1), rows.row(0));
        let mut past = Rows::default();
        past.push([(5, 1)]);
        assert!(Dataset::of_rows(spec(5), past).is_err());
        assert!(Dataset::of_rows(spec(5), Rows::default()).is_err());
        assert!(data.images().is_empty());
    }

    async fn what_goes_in_has_length_1_and_what_comes_out_sums_to_1() {
        let network = Network::new(Weights::fresh(&model(), 4).unwrap());
        let heads = |row: [u8; 5]| network.encode(&row, &[0]).unwrap();
        assert_eq!(heads([0, 2, 0, 4, 0]), heads([0, 1, 0, 2, 0]), "only how one is to another counts");
        assert!(heads([0; 5]).iter().all(|value| value.is_finite()), "nothing is liked yet");
        let found = network.means(&[0.3, -0.2], &[0]);
        assert_close(found.iter().copied().map(f64::from).sum(), 1.0, 1e-6, "the sum of probabilities");
        assert_eq!(network.pictures(&[0.3, -0.2], &[0]).into_iter().max(), Some(255));
    }
}
