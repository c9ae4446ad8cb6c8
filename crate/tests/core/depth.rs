//! Deep and wide models are trained, or refused with the reason before anything is allocated.

use latent_explorer::device::Backend;
use latent_explorer::model::weights::Weights;
use latent_explorer::settings::{ModelConfig, RunConfig, TrainConfig};
use latent_explorer::training::Trainer;

use crate::support::{dense_model, digits, steady, training_data};

async fn trains_two_steps(model: ModelConfig) {
    let config = RunConfig { model, train: TrainConfig { batch_size: 8, ..steady() } };
    let mut trainer = Trainer::new(config, training_data(digits(16)), Backend::Cpu).await.unwrap();
    let before = trainer.weights().await.unwrap();
    trainer.step().unwrap();
    trainer.step().unwrap();
    assert!(trainer.read_terms().await.unwrap().elbo.is_finite());
    let after = trainer.weights().await.unwrap();
    assert!(after.are_finite() && after != before);
}

fn refused(model: &ModelConfig) -> String {
    let errors = model.check();
    assert_eq!(errors[0].field, "hiddenSizes");
    assert!(Weights::fresh(model, 1).is_err());
    errors[0].message()
}

tests! {
    async fn a_hundred_dense_layers_train() {
        trains_two_steps(dense_model(2, vec![16; 100])).await;
    }

    async fn a_hundred_layers_train_by_burn_s_graph_too() {
        trains_two_steps(ModelConfig { conditional: true, ..dense_model(2, vec![16; 100]) }).await;
    }

    async fn more_layers_than_pass_on_a_gradient_are_refused() {
        assert_eq!(refused(&dense_model(2, vec![16; 129])), "expected at most 128 layers, got 129");
        assert!(dense_model(2, vec![16; 128]).validate().is_ok());
    }

    async fn more_weights_than_fit_into_a_tab_are_refused() {
        assert!(dense_model(64, vec![4096; 2]).validate().is_ok());
        let message = refused(&dense_model(64, vec![4096; 128]));
        assert_eq!(message, "expected layers of at most 56000000 weights and biases in all, got 4269671312");
        let wide = ModelConfig { channels: vec![256], ..dense_model(2, vec![4096]) };
        assert!(refused(&wide).contains("56000000 weights"));
    }
}
