//! Settings are checked, and the checks name the field.

use latent_explorer::settings::layers::layer_specs;
use latent_explorer::settings::{Expected, Refusal, RunConfig, form};

use crate::support::dense_model;

tests! {
    async fn the_default_is_valid() {
        assert_eq!(RunConfig::default().check(), vec![]);
    }

    async fn every_wrong_field_is_named_at_once() {
        let mut run = RunConfig::default();
        run.model.latent_size = 513;
        run.model.hidden_sizes = vec![400, 0];
        run.train.beta = -1.0;
        run.train.learning_rate = f64::INFINITY;
        run.train.batch_size = 0;
        let fields: Vec<String> = run.check().into_iter().map(|error| error.field).collect();
        assert_eq!(fields, ["latentSize", "hiddenSizes", "beta", "learningRate", "batchSize"]);
        assert_eq!(run.model.check()[0].message(), "expected a whole number from 1 to 512, got 513");
    }

    async fn layers_mirror_and_carry_pytorch_s_names() {
        let config = dense_model(2, vec![256, 128]);
        let layers: Vec<_> = layer_specs(&config).into_iter().map(|l| (l.name, l.inputs, l.outputs)).collect();
        let expected = [
            ("encoder.hidden.0", 784, 256),
            ("encoder.hidden.1", 256, 128),
            ("encoder.posterior", 128, 4),
            ("decoder.hidden.0", 2, 128),
            ("decoder.hidden.1", 128, 256),
            ("decoder.logits", 256, 784),
        ];
        assert_eq!(layers, expected.map(|(name, inputs, outputs)| (name.to_string(), inputs, outputs)));
    }

    async fn what_a_tab_cannot_hold_is_refused_and_how_much_it_can_is_said() {
        let check = |texts: &[(&str, &str)], batch: f64| {
            let batch = ("batchSize", batch.to_string());
            let texts = texts.iter().map(|&(name, text)| (name, text.to_string())).chain([batch]);
            let (run, unread) = form::read(&form::Form(texts.map(|(name, text)| (name.into(), text)).collect()));
            assert_eq!(unread, vec![]);
            run.check()
        };
        // With a size that has to stay possible.
        let wide = [("network", "convolutional"), ("channels", "256, 256")];
        let cases: [(&[_], f64); 4] = [
            (&[("samples", "100")], 1700.0),
            (&[("samples", "60")], 2800.0),
            (&wide, 512.0),
            (&[("likelihood", "gaussianPixel"), ("samples", "60")], 1024.0),
        ];
        for (texts, trained) in cases {
            let [Refusal { field, expected: Expected::Memory { most }, .. }] = &check(texts, 4096.0)[..] else {
                panic!("expected {texts:?} to need too much memory");
            };
            assert_eq!(field, "batchSize");
            assert!((trained..4096.0).contains(most), "{texts:?}: {most}");
            assert_eq!(check(texts, *most), vec![]);
            assert_eq!(check(texts, most + 1.0).len(), 1);
        }
        let message = check(&wide, 4096.0)[0].message();
        assert!(message.ends_with("for which there is memory with these layers and samples, got 4096"), "{message}");
        assert_eq!(check(&[("likelihood", "gaussianPixel")], 4096.0), vec![]);
        assert_eq!(check(&[("hiddenSizes", "4096, 2048"), ("samples", "100")], 64.0), vec![]);
    }
}
