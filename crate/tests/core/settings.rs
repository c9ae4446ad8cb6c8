//! Settings are checked, and the checks name the field.

use latent_explorer::settings::RunConfig;
use latent_explorer::settings::layers::layer_specs;

use crate::support::dense_model;

tests! {
    async fn the_default_is_valid() {
        assert_eq!(RunConfig::default().check(), vec![]);
    }

    async fn every_wrong_field_is_named_at_once() {
        let mut run = RunConfig::default();
        run.model.latent_size = 65;
        run.model.hidden_sizes = vec![400, 0];
        run.train.beta = -1.0;
        run.train.learning_rate = f64::INFINITY;
        run.train.batch_size = 0;
        let fields: Vec<String> = run.check().into_iter().map(|error| error.field).collect();
        assert_eq!(fields, ["latentSize", "hiddenSizes", "beta", "learningRate", "batchSize"]);
        assert_eq!(run.model.check()[0].message(), "expected a whole number from 1 to 64, got 65");
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
}
