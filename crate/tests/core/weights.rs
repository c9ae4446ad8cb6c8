//! Weights go out and come back; what does not fit is named.

use std::collections::HashMap;

use burn::module::Module;
use latent_explorer::model::Vae;
use latent_explorer::model::halve::halve;
use latent_explorer::model::pixels::{rows, to_vec};
use latent_explorer::model::weights::{Precision, Weights, read, write, write_with};
use latent_explorer::settings::{DataSpec, Likelihood, ModelConfig, Normalisation, RunConfig};
use latent_explorer::training::checkpoint;
use safetensors::tensor::{Dtype, SafeTensors, TensorView};

use crate::support::{changed, dense_model, device, wave_images};

fn config() -> ModelConfig {
    dense_model(2, vec![7, 5])
}

fn file(precision: Precision) -> Vec<u8> {
    write(&Weights::fresh(&config(), 3).unwrap(), precision).unwrap()
}

/// A tensor as it stands in a file.
type Stored = (String, Dtype, Vec<usize>, Vec<u8>);

/// A file that states this config and holds the tensors of another.
#[cfg(not(target_arch = "wasm32"))]
fn stating(json: &str) -> Vec<u8> {
    let bytes = file(Precision::Full);
    let parsed = SafeTensors::deserialize(&bytes).unwrap();
    safetensors::serialize(parsed.tensors(), Some(HashMap::from([("model".to_string(), json.to_string())]))).unwrap()
}

/// The file again after a change to its tensors or its config.
fn altered(change: impl Fn(&mut Vec<Stored>, &mut String)) -> String {
    let bytes = file(Precision::Full);
    let parsed = SafeTensors::deserialize(&bytes).unwrap();
    let own = |(name, view): (String, TensorView)| (name, view.dtype(), view.shape().to_vec(), view.data().to_vec());
    let mut tensors: Vec<Stored> = parsed.tensors().into_iter().map(own).collect();
    tensors.sort_by(|a, b| a.0.cmp(&b.0));
    let mut json = serde_json::to_string(&config()).unwrap();
    change(&mut tensors, &mut json);
    let views =
        tensors.iter().map(|(name, dtype, shape, data)| (name, TensorView::new(*dtype, shape.clone(), data).unwrap()));
    let bytes = safetensors::serialize(views, Some(HashMap::from([("model".to_string(), json)]))).unwrap();
    read(&bytes).err().map_or_else(|| "accepted".into(), |error| error.to_string())
}

tests! {
    async fn what_was_written_reads_back_exactly() {
        let device = device().await;
        let model = Vae::new(&config(), 3, &device).unwrap();
        let bytes = write(&model.weights().await.unwrap(), Precision::Full).unwrap();
        let back = Vae::from_weights(read(&bytes).unwrap(), &device);
        assert_eq!(back.config(), &config());
        assert_eq!(back.num_params(), model.num_params());
        let x = wave_images(2, &device);
        let mu = |model: &Vae| to_vec(model.encoder.forward(x.clone(), None).mu);
        assert_eq!(mu(&model).await.unwrap(), mu(&back).await.unwrap());
        let z = rows(vec![0.3, -1.0], 2, &device);
        let logits = |model: &Vae| to_vec(model.decoder.forward(z.clone(), None).logits);
        assert_eq!(logits(&model).await.unwrap(), logits(&back).await.unwrap());
    }

    async fn names_and_shapes_are_pytorch_s() {
        let bytes = file(Precision::Half);
        let parsed = SafeTensors::deserialize(&bytes).unwrap();
        let weight = parsed.tensor("encoder.hidden.0.weight").unwrap();
        assert_eq!((weight.shape(), weight.dtype()), (&[7, 784][..], Dtype::F16));
        assert_eq!(parsed.tensor("decoder.logits.bias").unwrap().shape(), [784]);
        assert_eq!(parsed.len(), 12);
        assert!(read(&bytes).is_ok());
    }

    async fn a_file_is_halved_as_it_would_be_written_at_half_the_precision() {
        let (full, half) = (file(Precision::Full), file(Precision::Half));
        assert_eq!(read(&halve(&full).unwrap()).unwrap(), read(&half).unwrap());
        assert_eq!(read(&halve(&half).unwrap()).unwrap(), read(&half).unwrap());
        assert!(halve(&full).unwrap().len() < full.len() * 11 / 20);
        assert!(halve(b"no weights").is_err());
        let weights = changed(Weights::fresh(&config(), 3).unwrap(), |tensors| tensors[0][0] = 70_000.0);
        let message = halve(&write(&weights, Precision::Full).unwrap()).unwrap_err().to_string();
        assert!(message.contains("`encoder.hidden.0.weight` within float16, got inf"), "{message}");
    }

    async fn what_the_precision_cannot_hold_is_not_written() {
        let weights = changed(Weights::fresh(&config(), 3).unwrap(), |tensors| tensors[0][0] = 70_000.0);
        assert!(write(&weights, Precision::Full).is_ok());
        let message = write(&weights, Precision::Half).unwrap_err().to_string();
        assert!(message.contains("`encoder.hidden.0.weight` within 65,504 in size, got 70,000"), "{message}");
        let weights = changed(weights, |tensors| tensors[0][0] = f32::NAN);
        assert!(write(&weights, Precision::Full).is_err());
    }

    async fn weights_are_whole_or_none() {
        let refused = |change: fn(&mut Vec<Vec<f32>>)| {
            let (config, mut tensors) = Weights::fresh(&config(), 3).unwrap().into_parts();
            change(&mut tensors);
            Weights::new(config, tensors).unwrap_err().to_string()
        };
        assert!(refused(|tensors| tensors.truncate(11)).contains("expected the model's 12 tensors, got 11"));
        assert!(refused(Vec::clear).contains("12 tensors, got 0"));
        let message = refused(|tensors| tensors[3].truncate(4));
        assert!(message.contains("`encoder.hidden.1.bias` of shape [5], got 4 values"), "{message}");
        assert!(Weights::new(dense_model(0, vec![]), vec![]).is_err());
    }

    async fn no_safetensors_at_all_is_refused() {
        for bytes in [&b""[..], b"no weights", &[255; 64]] {
            let message = read(bytes).unwrap_err().to_string();
            assert!(message.contains("expected a safetensors file"), "{message}");
        }
        let whole = file(Precision::Full);
        let message = read(&whole[..whole.len() - 5]).unwrap_err().to_string();
        assert!(message.contains("expected a safetensors file"), "{message}");
    }

    async fn a_missing_tensor_is_named() {
        let message = altered(|tensors, _| tensors.retain(|tensor| tensor.0 != "decoder.logits.bias"));
        assert!(message.contains("`decoder.logits.bias` of shape [784], but it is missing"), "{message}");
    }

    async fn a_wrong_shape_is_named_with_both() {
        let message = altered(|tensors, _| {
            let weight = tensors.iter_mut().find(|tensor| tensor.0 == "encoder.hidden.0.weight").unwrap();
            weight.2 = vec![784, 7];
        });
        assert!(message.contains("`encoder.hidden.0.weight` of shape [7, 784], got [784, 7]"), "{message}");
    }

    async fn a_value_that_is_not_finite_is_named() {
        let message = altered(|tensors, _| {
            let bias = tensors.iter_mut().find(|tensor| tensor.0 == "encoder.hidden.1.bias").unwrap();
            bias.3[..4].copy_from_slice(&f32::NAN.to_le_bytes());
        });
        assert!(message.contains("`encoder.hidden.1.bias` of shape [5], all finite, got NaN"), "{message}");
    }

    async fn other_numbers_and_strangers_are_refused() {
        let message = altered(|tensors, _| tensors[0].1 = Dtype::I32);
        assert!(message.contains("F32 or F16, got I32"), "{message}");
        let message = altered(|tensors, _| tensors[0].0 = "classifier.weight".into());
        assert!(message.contains("got `classifier.weight`"), "{message}");
    }

    async fn a_config_that_does_not_fit_is_refused() {
        assert_eq!(altered(|_, _| {}), "accepted");
        let message = altered(|_, json| *json = "{}".into());
        assert!(message.contains("expected a model's config, got `{}`"), "{message}");
        let message = altered(|_, json| *json = json.replace("\"latentSize\":2", "\"latentSize\":0"));
        assert!(message.contains("latentSize"), "{message}");
        let message = altered(|_, json| *json = json.replace("\"latentSize\":2", "\"latentSize\":3"));
        assert!(message.contains("of shape [6, 5], got [4, 5]"), "{message}");
    }

    async fn a_file_of_before_a_choice_existed_is_read_with_its_default() {
        assert_eq!(altered(|_, json| *json = r#"{"latentSize":2,"hiddenSizes":[7,5]}"#.into()), "accepted");
        let message = altered(|_, json| *json = r#"{"latentSize":2}"#.into());
        assert!(message.contains("missing field `hiddenSizes`"), "{message}");
    }

    async fn a_tensor_or_setting_named_twice_is_refused() {
        let bytes = file(Precision::Full);
        let length = u64::from_le_bytes(bytes[..8].try_into().unwrap()) as usize;
        let (header, data) = bytes[8..].split_at(length);
        let header = std::str::from_utf8(header).unwrap().trim_end();
        let twice = |entry: String| {
            let header = header.replacen('{', &entry, 1);
            let bytes = [&(header.len() as u64).to_le_bytes()[..], header.as_bytes(), data].concat();
            read(&bytes).unwrap_err().to_string()
        };
        let bias = r#""decoder.logits.bias":"#;
        let (_, rest) = header.split_once(bias).unwrap();
        let message = twice(format!("{{{bias}{}}},", rest.split_once('}').unwrap().0));
        assert!(message.contains("`decoder.logits.bias` stands there twice"), "{message}");
        let message = twice(r#"{"__metadata__":{"a":"","a":""},"#.into());
        assert!(message.contains("`a` stands there twice"), "{message}");
        let message = altered(|_, json| *json = json.replacen('{', r#"{"latentSize":3,"#, 1));
        assert!(message.contains("`latentSize` stands there twice"), "{message}");
    }

    async fn what_a_file_says_is_quoted_without_its_escapes_and_in_few_words() {
        let strange = "\u{1b}]0;title\u{7}\u{1b}[2J\u{9b}31m\u{202e}\r\n";
        let shown = |message: &str| {
            assert!(message.chars().all(|letter| !letter.is_control() && letter != '\u{202e}'), "{message:?}");
            assert!(message.chars().count() < 800, "{} letters", message.len());
        };
        let message = altered(|tensors, _| tensors[0].0 = format!("{strange}{}", "long".repeat(100_000)));
        assert!(message.contains(r"`\u{1b}]0;title\u{7}\u{1b}[2J\u{9b}31m"), "{message}");
        shown(&message);
        let long = format!("{strange}{}", "long".repeat(10_000));
        shown(&altered(|_, json| *json = long.clone()));
        let quoted = serde_json::to_string(&long).unwrap();
        shown(&altered(|_, json| *json = json.replacen('{', &format!("{{{quoted}:1,"), 1)));
        shown(&altered(|_, json| *json = json.replace("\"greyscale\"", &quoted)));
    }

    async fn a_header_is_a_megabyte_beside_the_names_that_a_model_brings() {
        let padded = |bytes: usize| altered(|_, json| json.push_str(&" ".repeat(bytes)));
        assert_eq!(padded(900_000), "accepted");
        let message = padded((1 << 20) + 10_000);
        assert!(message.contains("a header of at most 1,0"), "{message}");
        let message = padded(9 << 20);
        assert!(message.contains("a header of at most 8,388,608 bytes, got 9,4"), "{message}");
    }

    async fn the_names_of_the_most_items_come_back_with_their_run() {
        // All that may be named: escapes within JSON within JSON are as long as they get.
        let items = (0..20_000).map(|item| format!("{item:05}{}", "\"\\ä影".repeat(7))).collect();
        let data = DataSpec::of_items(items);
        let model = ModelConfig { data, likelihood: Likelihood::Multinomial, ..dense_model(1, vec![]) };
        let weights = Weights::fresh(&model, 1).unwrap();
        let about = checkpoint::said(&RunConfig { model, ..Default::default() }).unwrap();
        let bytes = write_with(&weights, Precision::Half, about).unwrap();
        let length = u64::from_le_bytes(bytes[..8].try_into().unwrap());
        assert!(length > 3 << 20, "{length} bytes");
        assert_eq!(read(&bytes).unwrap().config(), weights.config());
        let quoted = (0..20_000).map(|item| format!("{item:05}{}", "\"".repeat(26))).collect();
        let model = ModelConfig { data: DataSpec::of_items(quoted), ..weights.config().clone() };
        assert!(model.validate().unwrap_err().to_string().contains("from 20,000 to 2,097,152, got 2,180,000"));
    }

    async fn a_huge_model_is_refused_before_anything_is_allocated() {
        let widths = vec!["4096"; 128].join(",");
        let message = altered(|_, json| *json = format!(r#"{{"latentSize":64,"hiddenSizes":[{widths}]}}"#));
        assert!(message.contains("hiddenSizes: expected layers of at most 31,000,000 weights"), "{message}");
        let message = altered(|_, json| *json = r#"{"latentSize":64,"hiddenSizes":[4096,2048]}"#.into());
        assert!(message.contains("expected tensor `encoder.hidden.0.weight` of shape [4096, 784], got"), "{message}");
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod properties {
    use super::*;
    use proptest::prelude::*;

    /// A config's JSON with one of its settings changed to something else.
    fn settings() -> impl Strategy<Value = String> {
        let names =
            ["latentSize", "hiddenSizes", "channels", "likelihood", "deterministic", "conditional", "dataView", "kind"];
        let values = prop_oneof![
            any::<u64>().prop_map(|value| value.to_string()),
            any::<f64>().prop_map(|value| format!("{value:e}")),
            proptest::collection::vec(0u32..5000, 0..140).prop_map(|sizes| format!("{sizes:?}")),
            (0usize..4, any::<f32>()).prop_map(|(kind, sigma)| {
                let kind = ["bernoulli", "gaussianFixed", "gaussianPixel", "other"][kind];
                format!(r#"{{"kind":"{kind}","sigma":{sigma:e}}}"#)
            }),
            prop_oneof![Just("true"), Just("null"), Just("{}"), Just("\"binarised\"")].prop_map(String::from),
            (1usize..200).prop_map(|depth| "[".repeat(depth)),
        ];
        (proptest::sample::select(names.to_vec()), values)
            .prop_map(|(name, value)| format!(r#"{{"latentSize":2,"hiddenSizes":[7,5],"{name}":{value}}}"#))
    }

    /// Models of a few weights, of which some are none: their settings contradict each other.
    fn models() -> impl Strategy<Value = ModelConfig> {
        let sizes = (1usize..5, proptest::collection::vec(1usize..9, 0..4));
        let likelihood = prop_oneof![
            Just(Likelihood::Bernoulli),
            (1u32..200).prop_map(|hundredths| Likelihood::GaussianFixed { sigma: f64::from(hundredths) / 100.0 }),
            Just(Likelihood::GaussianShared),
            Just(Likelihood::GaussianPixel),
        ];
        let switches = proptest::array::uniform5(any::<bool>());
        (sizes, likelihood, switches, 0usize..3).prop_map(
            |((latent_size, hidden_sizes), likelihood, switches, depth)| {
                let [deterministic, conditional, full_covariance, residual, normalised] = switches;
                ModelConfig {
                    channels: vec![2; depth],
                    normalisation: if normalised { Normalisation::Layer } else { Normalisation::None },
                    ..ModelConfig {
                        likelihood,
                        deterministic,
                        conditional,
                        full_covariance,
                        residual,
                        ..dense_model(latent_size, hidden_sizes)
                    }
                }
            },
        )
    }

    proptest! {
        #[test]
        fn any_model_comes_back_from_its_file(model in models(), seed in any::<u32>()) {
            prop_assume!(model.validate().is_ok());
            let weights = Weights::fresh(&model, seed).unwrap();
            prop_assert_eq!(&read(&write(&weights, Precision::Full).unwrap()).unwrap(), &weights);
            let rounded = changed(weights, |tensors| {
                tensors.iter_mut().flatten().for_each(|value| *value = half::f16::from_f32(*value).to_f32());
            });
            prop_assert_eq!(read(&write(&rounded, Precision::Half).unwrap()).unwrap(), rounded);
        }

        #[test]
        fn any_stated_config_is_read_or_refused(json in settings()) {
            if let Ok(weights) = read(&stating(&json)) {
                prop_assert!(weights.config().validate().is_ok());
            }
        }

        #[test]
        fn any_metadata_is_read_or_refused(json in any::<String>()) {
            prop_assert!(read(&stating(&json)).is_err());
        }

        #[test]
        fn any_bytes_are_no_model(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(read(&bytes).is_err());
        }

        #[test]
        fn any_damage_to_a_file_is_read_or_refused(position in 0usize..2000, byte in any::<u8>()) {
            let mut damaged = file(Precision::Half);
            damaged[position] = byte;
            if let Ok(weights) = read(&damaged) {
                prop_assert!(weights.are_finite());
            }
        }
    }
}
