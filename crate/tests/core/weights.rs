//! Weights go out and come back; what does not fit is named.

use std::collections::HashMap;

use burn::module::Module;
use latent_explorer::config::ModelConfig;
use latent_explorer::model::Vae;
use latent_explorer::pixels::{rows, to_vec};
use latent_explorer::weights::{Precision, Weights, read, write};
use safetensors::tensor::{Dtype, SafeTensors, TensorView};

use crate::support::{dense_model, device, wave_images};

fn config() -> ModelConfig {
    dense_model(2, vec![7, 5])
}

fn file(precision: Precision) -> Vec<u8> {
    write(&Weights::fresh(&config(), 3).unwrap(), precision).unwrap()
}

/// A tensor as it stands in a file.
type Stored = (String, Dtype, Vec<usize>, Vec<u8>);

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
        let back = Vae::from_weights(read(&bytes).unwrap(), &device).unwrap();
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
}
