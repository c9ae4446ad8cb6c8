//! Every setting once, and whatever derives from it.

use std::collections::BTreeSet;

use latent_explorer::settings::form::{Form, FormCheck, check, check_on, read, read_on, write};
use latent_explorer::settings::kinds::{kind_of, kinds};
use latent_explorer::settings::schema::{SETTINGS, Typed, describe};
use latent_explorer::settings::{Came, Corruption, DataSpec, Expected, Likelihood, Optimizer, RunConfig, Schedule};

/// Texts of every option of every choice, beside the defaults.
fn forms() -> Vec<Form> {
    let default = write(&RunConfig::default());
    let mut forms = vec![default.clone()];
    for setting in describe() {
        let Typed::Choice { options } = setting.typed else { continue };
        for option in options {
            let mut form = default.clone();
            form.0.insert(setting.name.clone(), option);
            forms.push(form);
        }
    }
    forms
}

fn changed(name: &str, text: &str) -> Form {
    let mut form = write(&RunConfig::default());
    form.0.insert(name.into(), text.into());
    form
}

tests! {
    async fn names_and_flags_are_each_one_s_own() {
        let schema = describe();
        assert_eq!(schema.len(), SETTINGS.len());
        assert_eq!(schema.iter().map(|setting| &setting.name).collect::<BTreeSet<_>>().len(), schema.len());
        assert_eq!(schema.iter().map(|setting| &setting.flag).collect::<BTreeSet<_>>().len(), schema.len());
        let flag = |name: &str| schema.iter().find(|setting| setting.name == name).unwrap().flag.clone();
        assert_eq!([flag("latentSize"), flag("epochs")], ["latent-size", "schedule-epochs"]);
    }

    async fn parameters_stand_after_their_choice() {
        for (index, setting) in SETTINGS.iter().enumerate() {
            if let Some(choice) = setting.part_of {
                assert!(SETTINGS[..index].iter().any(|before| before.name == choice), "{}", setting.name);
            }
        }
    }

    async fn what_is_written_reads_back() {
        let forms = forms();
        assert!(forms.len() > 20);
        for form in forms {
            let (run, refusals) = read(&form);
            assert_eq!(refusals, []);
            assert_eq!(run.check(), [], "{form:?}");
            assert_eq!(read(&write(&run)), (run, vec![]));
        }
    }

    async fn every_option_is_the_one_that_is_written_again() {
        for setting in describe() {
            let Typed::Choice { options } = setting.typed else { continue };
            assert!(options.len() > 1, "{}", setting.name);
            for option in options {
                let mut form = changed(&setting.name, &option);
                // What has meaning with several samples alone.
                form.0.extend((setting.name == "estimator").then(|| ("samples".into(), "2".into())));
                let is_of_items = check(&form, None).hidden.contains(&setting.name);
                let data = if is_of_items { DataSpec::of_items(vec!["a".into(), "b".into()]) } else { DataSpec::default() };
                assert_eq!(write(&read_on(&form, data).0).0[&setting.name], option);
            }
        }
    }

    async fn parameters_have_one_default() {
        let texts = write(&RunConfig::default()).0;
        let expected = [
            ("channels", "16, 32"),
            ("sigma", "0.3"),
            ("noise", "0.4"),
            ("share", "0.25"),
            ("weightDecay", "0.01"),
            ("momentum", "0.9"),
            ("epochs", "20"),
        ];
        expected.iter().for_each(|(name, text)| assert_eq!(texts[*name], *text, "{name}"));
        assert_eq!(read(&changed("network", "convolutional")).0.model.channels, [16, 32]);
        let run = read(&changed("likelihood", "gaussianFixed")).0;
        assert_eq!(run.model.likelihood, Likelihood::GaussianFixed { sigma: 0.3 });
        assert_eq!(read(&changed("corruption", "mask")).0.train.corruption, Corruption::Mask { share: 0.25 });
        assert_eq!(read(&changed("optimizer", "sgd")).0.train.optimizer, Optimizer::Sgd { momentum: 0.9 });
        assert_eq!(read(&changed("schedule", "cosine")).0.train.schedule, Schedule::Cosine { epochs: 20 });
    }

    async fn numbers_are_checked_by_the_schema_s_ranges() {
        for setting in describe() {
            let (low, high) = match setting.typed {
                Typed::Whole { low, high } | Typed::Number { low, high } => (low, high),
                Typed::Positive { high } => (0.0, high),
                Typed::Choice { .. } | Typed::Wholes { .. } => continue,
            };
            let mut form = write(&RunConfig::default());
            if let Some(choice) = setting.part_of {
                let owner = describe().into_iter().find(|it| it.name == choice).unwrap();
                let Typed::Choice { options } = owner.typed else { panic!("{choice} is a choice") };
                let shows = |option: &String| {
                    !check(&changed(&choice, option), None).hidden.contains(&setting.name)
                };
                form.0.insert(choice.clone(), options.into_iter().find(shows).unwrap());
            }
            // A seed as large as can be is the largest that can be typed.
            let past = if high < f64::from(u32::MAX) { high + 1.0 } else { continue };
            form.0.insert(setting.name.clone(), past.to_string());
            // Some settings mean something for texts alone.
            let FormCheck { errors, hidden, .. } = check(&form, None);
            let texts = || DataSpec::of_texts(vec!["a".into()], 4, false);
            let errors =
                if hidden.contains(&setting.name) { check_on(&form, None, texts()).errors } else { errors };
            let first = errors.first().unwrap_or_else(|| panic!("{} takes {past}", setting.name));
            assert_eq!((&first.field, &first.came), (&setting.name, &Came::Number(past)));
            assert!(!matches!(first.expected, Expected::AnyNumber | Expected::AnyWhole), "{low} to {high}");
        }
    }

    async fn each_kind_sets_what_makes_it_one_whatever_was_before() {
        assert_eq!(kinds().len(), 6);
        for kind in kinds() {
            for before in kinds() {
                let mut form = write(&RunConfig::default());
                form.0.extend(before.sets.0);
                form.0.extend(kind.sets.0.clone());
                let checked = check(&form, None);
                assert_eq!((checked.kind, checked.errors), (kind.name.clone(), vec![]));
            }
        }
    }

    async fn the_kind_follows_the_settings() {
        assert_eq!(kind_of(&read(&changed("beta", "2")).0), "betaVae");
        assert_eq!(kind_of(&read(&changed("samples", "50")).0), "importance");
        assert_eq!(kind_of(&read(&changed("posterior", "none")).0), "autoencoder");
        assert_eq!(kind_of(&read(&changed("posterior", "fullCovariance")).0), "vae");
        let mut form = changed("condition", "class");
        form.0.insert("beta".into(), "2".into());
        assert_eq!(check(&form, None).kind, "mixed");
    }
}
