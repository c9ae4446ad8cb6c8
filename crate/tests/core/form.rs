//! A run as a form, checked.

use latent_explorer::settings::form::{Form, check, check_on, read, write};
use latent_explorer::settings::schema::IdleReason;
use latent_explorer::settings::{Came, DataSpec, Expected, Refusal, RunConfig};

fn form(texts: &[(&str, &str)]) -> Form {
    let mut form = write(&RunConfig::default());
    form.0.extend(texts.iter().map(|(name, text)| ((*name).into(), (*text).into())));
    form
}

fn refusal(field: &str, expected: Expected, came: Came) -> Refusal {
    Refusal { field: field.into(), expected, came }
}

tests! {
    async fn fields_that_cannot_be_read_are_named_with_what_came() {
        let (_, refusals) = read(&form(&[
            ("latentSize", "2.5"),
            ("hiddenSizes", "256, x"),
            ("beta", ""),
            ("seed", "-1"),
            ("network", "wide"),
        ]));
        let text = |came: &str| Came::Text(came.into());
        let options = ["dense", "convolutional"].map(Into::into).to_vec();
        assert_eq!(
            refusals,
            [
                refusal("latentSize", Expected::AnyWhole, text("2.5")),
                refusal("network", Expected::OneOf { options }, text("wide")),
                refusal("hiddenSizes", Expected::AnyWhole, text("x")),
                refusal("beta", Expected::AnyNumber, text("")),
                refusal("seed", Expected::Whole { low: 0.0, high: f64::from(u32::MAX) }, text("-1")),
            ]
        );
        let one_to = |high| Expected::Whole { low: 1.0, high };
        for (name, came, expected) in [
            ("latentSize", "-2", one_to(512.0)),
            ("latentSize", "99999999999", one_to(512.0)),
            ("hiddenSizes", "+64", one_to(4096.0)),
        ] {
            assert_eq!(read(&form(&[(name, came)])).1, [refusal(name, expected, text(came))]);
        }
        for endless in ["inf", "NaN", "1e999"] {
            assert_eq!(read(&form(&[("beta", endless)])).1.len(), 1, "{endless}");
        }
    }

    async fn lists_are_read_with_spaces_and_may_be_empty_where_layers_may() {
        assert_eq!(read(&form(&[("hiddenSizes", " 256,128 ")])).0.model.hidden_sizes, [256, 128]);
        assert_eq!(read(&form(&[("hiddenSizes", "")])).0.model.hidden_sizes, [0; 0]);
        assert_eq!(read(&form(&[("network", "convolutional"), ("channels", "")])).1.len(), 1);
    }

    async fn what_has_no_meaning_is_not_read() {
        let checked = check(&form(&[("posterior", "none"), ("beta", "x"), ("samples", "5"), ("noise", "x")]), None);
        assert_eq!(checked.errors, []);
        assert_eq!((checked.run.train.beta, checked.run.train.samples), (1.0, 1));
        assert_eq!(checked.kind, "autoencoder");
        let idle: Vec<_> = checked.idle.into_iter().collect();
        let expected = [
            ("beta", IdleReason::NoKl),
            ("estimator", IdleReason::NoSamples),
            ("freeBits", IdleReason::NoKl),
            ("klWarmUpEpochs", IdleReason::NoKl),
            ("prior", IdleReason::NoPrior),
            ("samples", IdleReason::NoSamples),
        ];
        assert_eq!(idle, expected.map(|(name, reason)| (name.to_string(), reason)));
        let of_texts = ["contextLength", "contextUnits", "embedding", "wordDropout", "dropout"];
        let hidden = [&["channels", "decoder", "sigma"][..], &of_texts, &["lowerSize", "components", "weightDecay", "momentum", "noise", "share", "epochs"]].concat();
        assert_eq!(checked.hidden, hidden);
        // A parameter of a choice that counts for nothing counts for nothing itself.
        let of_no_prior = check(&form(&[("posterior", "none"), ("prior", "mixture"), ("components", "x")]), None);
        assert_eq!((of_no_prior.errors, of_no_prior.run.model.components()), (vec![], 0));
    }

    async fn a_run_is_on_the_data_that_is_said() {
        let data = DataSpec { width: 32, height: 32, channels: 3, classes: vec!["cat".into()], ..DataSpec::default() };
        let texts = form(&[("network", "convolutional"), ("channels", "8,16,32,64")]);
        let checked = check_on(&texts, None, data.clone());
        assert_eq!((checked.errors, checked.run.model.data), (vec![], data));
        // MNIST's sides can be halved twice.
        assert_eq!(check(&texts, None).errors.len(), 1);
    }

    async fn ranges_are_named_at_a_parameter_s_own_field() {
        let checked = check(&form(&[("likelihood", "gaussianFixed"), ("sigma", "90"), ("latentSize", "0")]), None);
        let expected = [
            refusal("latentSize", Expected::Whole { low: 1.0, high: 512.0 }, Came::Number(0.0)),
            refusal("sigma", Expected::Number { low: 0.01, high: 10.0 }, Came::Number(90.0)),
        ];
        assert_eq!(checked.errors, expected);
    }

    async fn a_gpu_trains_what_its_buffers_hold() {
        let trains = |texts: &[(&str, &str)]| check(&form(texts), None).gpu_trains;
        assert!(trains(&[]));
        let convolutional = [("network", "convolutional"), ("likelihood", "gaussianPixel"), ("optimizer", "sgd"), ("clipNorm", "1")];
        assert!(trains(&convolutional));
        let deep = [("shortcuts", "residual"), ("normalisation", "layer"), ("posterior", "fullCovariance")];
        assert!(trains(&deep));
        let weighed = [("prior", "mixture"), ("samples", "5"), ("estimator", "doublyReparameterised")];
        assert!(trains(&weighed));
        // 784 numbers of 4 bytes: 128 MiB hold those of 42,799 images.
        assert!(trains(&[("samples", "100"), ("batchSize", "427")]));
        assert!(!trains(&[("samples", "100"), ("batchSize", "428")]));
        // Two numbers for each of 512 below a sample: 128 MiB hold those of 32,768.
        let lower = |batch| [("lowerSize", "512"), ("samples", "100"), ("batchSize", batch), ("hiddenSizes", "16")];
        assert!(trains(&lower("327")) && !trains(&lower("328")));
        // 40 million weights of 4 bytes.
        assert!(!trains(&[("hiddenSizes", "4096,4096,4096")]));
    }

    async fn what_differs_and_is_not_live_waits() {
        let running = RunConfig::default();
        let waiting = |texts: &[(&str, &str)]| check(&form(texts), Some(&running)).waiting;
        assert_eq!(waiting(&[("hiddenSizes", "256,128,64"), ("latentSize", "5"), ("beta", "4"), ("seed", "2")]), ["latentSize", "seed"]);
        assert_eq!(waiting(&[("momentum", "0.1")]), [""; 0]);
        assert_eq!(waiting(&[("seed", "x")]), ["seed"]);
        assert_eq!(check(&form(&[("seed", "2")]), None).waiting, [""; 0]);
    }

    async fn a_run_takes_what_is_live_and_tells_of_the_rest() {
        let running = RunConfig::default();
        let wanted = read(&form(&[("beta", "4"), ("learningRate", "0.5"), ("latentSize", "5")])).0;
        let tuned = running.tuned(&wanted).unwrap();
        assert_eq!((tuned.run.train.beta, tuned.run.train.learning_rate, tuned.run.model.latent_size), (4.0, 0.5, 2));
        assert_eq!(tuned.waiting, ["latentSize"]);
        // The form of an autoencoder has no beta to say.
        let running = tuned.run;
        let tuned = running.tuned(&read(&form(&[("posterior", "none"), ("learningRate", "0.25")])).0).unwrap();
        assert_eq!((tuned.run.train.beta, tuned.run.train.learning_rate), (4.0, 0.25));
        let mut wild = running.clone();
        wild.train.learning_rate = 2.0;
        assert!(running.tuned(&wild).is_err());
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod properties {
    use super::*;
    use latent_explorer::settings::schema::{SETTINGS, Typed, describe};
    use proptest::prelude::*;

    /// A text for one of the settings: an option of a choice, a number, a list, or anything.
    fn texts() -> impl Strategy<Value = (String, String)> {
        let options: Vec<Vec<String>> = describe()
            .into_iter()
            .map(|setting| match setting.typed {
                Typed::Choice { options } => options,
                _ => vec![setting.default],
            })
            .collect();
        (0..SETTINGS.len(), any::<prop::sample::Index>(), 0u32..300, -2.0f64..10.0, any::<String>(), 0..5).prop_map(
            move |(setting, option, whole, number, any, kind)| {
                let text = match kind {
                    0 => any,
                    1 => whole.to_string(),
                    2 => number.to_string(),
                    3 => format!("{whole}, {}", whole + 1),
                    _ => options[setting][option.index(options[setting].len())].clone(),
                };
                (SETTINGS[setting].name.to_string(), text)
            },
        )
    }

    proptest! {
        #[test]
        fn a_run_is_that_of_the_form_that_it_is_written_as(texts in proptest::collection::vec(texts(), 0..12)) {
            let (run, _) = read(&Form(texts.into_iter().collect()));
            prop_assume!(run.check().is_empty());
            prop_assert_eq!(read(&write(&run)), (run, vec![]));
        }
    }
}
