//! The training step by Burn's autodiff and optimisers: any device, any model; figures stay on the device. The written-out
//! engines are held against it in the tests.

use burn::grad_clipping::GradientClippingConfig;
use burn::module::{Module, ParamGroup};
use burn::optim::momentum::MomentumConfig;
use burn::optim::{AdamConfig, AdamWConfig, GradientsParams, ModuleOptimizer, RmsPropConfig, SgdConfig};
use burn::tensor::{Device, Tensor};
use latent_kernels::optimizer::EPSILON;

use super::{Answer, Engine, OptimizerState, now};
use crate::data::batch::Batch;
use crate::error::{Error, Result};
use crate::model::Vae;
use crate::model::pixels;
use crate::model::weights::Weights;
use crate::objective::{Objective, cost, elbo, to_device};
use crate::settings::{Estimator, Optimizer, TrainConfig};
use crate::training::schedule::Rates;

/// A model in training on a device.
pub struct Graph {
    model: Vae,
    optimizer: ModuleOptimizer,
    free_bits: f64,
    estimator: Estimator,
    /// With gradients.
    device: Device,
    /// Sums of both terms over the images since the last reading, `[2]`.
    sums: Option<Tensor<1>>,
}

impl Graph {
    /// Goes on with `model`, which lives on `device`.
    pub fn new(model: Vae, train: &TrainConfig, device: &Device) -> Self {
        Self {
            model: model.train(),
            optimizer: optimizer(train),
            free_bits: train.free_bits,
            estimator: train.estimator,
            device: device.clone().autodiff(),
            sums: None,
        }
    }
}

impl Engine for Graph {
    fn step(&mut self, batch: &Batch, Rates { beta, learning_rate }: Rates) -> Result<()> {
        let objective = Objective { beta, free_bits: self.free_bits, estimator: self.estimator };
        let (terms, loss) = cost(&self.model, to_device(&self.model, batch, &self.device)?, objective);
        let gradients = GradientsParams::from_grads(loss.backward(), &self.model);
        self.model = self.optimizer.step(learning_rate, self.model.clone(), gradients);
        let sums = terms.sums().inner();
        self.sums = Some(match self.sums.take() {
            Some(before) => before + sums,
            None => sums,
        });
        Ok(())
    }

    fn take_sums(&mut self) -> Answer<'_, [f64; 2]> {
        Box::pin(async {
            match self.sums.take() {
                Some(sums) => read(sums).await,
                None => Ok([0.0; 2]),
            }
        })
    }

    fn evaluate<'a>(&'a mut self, batch: &'a Batch) -> Answer<'a, [f64; 2]> {
        Box::pin(async {
            let model = self.model.valid();
            let images = to_device(&model, batch, &self.device.clone().inner())?;
            read(elbo(&model, images).sums()).await
        })
    }

    fn weights(&mut self) -> Answer<'_, Weights> {
        Box::pin(async { self.model.valid().weights().await })
    }

    fn optimizer(&mut self) -> Answer<'_, OptimizerState> {
        now(Ok(OptimizerState::Afresh))
    }

    fn restore(&mut self, optimizer: OptimizerState, _: i32) -> Result<()> {
        match optimizer {
            OptimizerState::Afresh => Ok(()),
            OptimizerState::Moments(_) => Err(Error::Weights(
                "expected an optimiser that gathers afresh, as Burn's does here, got moments".into(),
            )),
        }
    }
}

/// Both sums; waits for the device.
async fn read(sums: Tensor<1>) -> Result<[f64; 2]> {
    let sums = pixels::to_vec(sums).await?;
    Ok([sums[0].into(), sums[1].into()])
}

/// Burn's optimisers with the constants of their papers, where Burn's own differ.
fn optimizer(train: &TrainConfig) -> ModuleOptimizer {
    let clip = (train.clip_norm > 0.0).then_some(GradientClippingConfig::Norm(train.clip_norm as f32));
    match train.optimizer {
        Optimizer::Adam => AdamConfig::new().with_epsilon(train.adam_epsilon as f32).with_grad_clipping(clip).init(),
        Optimizer::AdamW { weight_decay } => {
            let config = AdamWConfig::new().with_epsilon(train.adam_epsilon as f32);
            let spared = config.clone().with_weight_decay(0.0).build();
            let frequencies = ParamGroup::from_path("decoder.characters.bias");
            let config = config.with_weight_decay(weight_decay as f32).with_grad_clipping(clip.clone());
            config.init().with_group(frequencies, spared, clip.map(|clip| clip.init()))
        }
        Optimizer::Sgd { momentum } => {
            let momentum = MomentumConfig::new().with_momentum(momentum).with_dampening(0.0);
            SgdConfig::new().with_momentum(Some(momentum)).with_gradient_clipping(clip).init()
        }
        Optimizer::RmsProp => {
            RmsPropConfig::new().with_momentum(0.0).with_epsilon(EPSILON).with_grad_clipping(clip).init()
        }
    }
}
