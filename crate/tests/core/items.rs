//! Rows of items beside images: what a model of them is, and what is refused.

use latent_explorer::data::batch::BatchMaker;
use latent_explorer::data::dataset::Dataset;
use latent_explorer::data::rows::Rows;
use latent_explorer::model::network::Network;
use latent_explorer::model::weights::{Precision, Weights, read, write};
use latent_explorer::settings::form::{Form, check_on};
use latent_explorer::settings::schema::IdleReason;
use latent_explorer::settings::{
    Corruption, DataSpec, DataView, Likelihood, MAX_ITEMS, ModelConfig, RunConfig, TrainConfig,
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

    async fn images_settings_are_idle_and_refused() {
        let texts = [("likelihood", "gaussianShared"), ("network", "convolutional"), ("dataView", "binarised")];
        let form = Form(texts.iter().map(|(name, text)| ((*name).into(), (*text).into())).collect());
        let found = check_on(&form, None, spec(5));
        assert_eq!(found.errors, []);
        assert_eq!(found.run.model, ModelConfig::on(spec(5)));
        assert!(texts.iter().all(|(name, _)| found.idle[*name] == IdleReason::NoImages), "{:?}", found.idle);
        assert!(!found.gpu_trains);
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
