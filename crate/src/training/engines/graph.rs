//! The training step by Burn's autodiff and optimisers: any device, any model; figures stay on the device.

use burn::grad_clipping::GradientClippingConfig;
use burn::module::{Module, ModuleMapper, Param, ParamId};
use burn::optim::momentum::MomentumConfig;
use burn::optim::{AdamConfig, AdamWConfig, GradientsParams, ModuleOptimizer, RmsPropConfig, SgdConfig};
#[cfg(not(target_arch = "wasm32"))]
use burn::tensor::Bytes;
use burn::tensor::{Device, Tensor};
use latent_kernels::adam::EPSILON;

use super::{Answer, Engine, OptimizerState, now};
use crate::data::batch::Batch;
use crate::error::{Error, Result};
use crate::model::Vae;
use crate::model::pixels;
use crate::model::weights::Weights;
use crate::objective::{elbo, to_device};
use crate::settings::{Optimizer, TrainConfig};
use crate::training::schedule::Rates;

/// A model in training on a device.
pub struct Graph {
    model: Vae,
    optimizer: ModuleOptimizer,
    free_bits: f64,
    /// With gradients.
    device: Device,
    /// Sums of both terms over the images since the last reading, `[2]`.
    sums: Option<Tensor<1>>,
}

impl Graph {
    /// Goes on with `model`, which lives on `device`.
    pub fn new(model: Vae, train: &TrainConfig, device: &Device) -> Self {
        Self {
            model: model.map(&mut Numbered(0)).train(),
            optimizer: optimizer(train),
            free_bits: train.free_bits,
            device: device.clone().autodiff(),
            sums: None,
        }
    }
}

impl Graph {
    #[cfg(not(target_arch = "wasm32"))]
    fn load_record(&mut self, bytes: Vec<u8>) -> Result<()> {
        let refuse = |error| Error::Weights(format!("expected the optimiser's record, got {error}"));
        self.optimizer = self.optimizer.clone().from_bytes(Bytes::from_bytes_vec(bytes)).map_err(refuse)?;
        Ok(())
    }

    /// What the command line has kept goes on with fresh moments here.
    #[cfg(target_arch = "wasm32")]
    fn load_record(&mut self, _: Vec<u8>) -> Result<()> {
        Ok(())
    }
}

impl Engine for Graph {
    fn step(&mut self, batch: &Batch, Rates { beta, learning_rate }: Rates) -> Result<()> {
        let terms = elbo(&self.model, to_device(&self.model, batch, &self.device)?);
        let gradients = GradientsParams::from_grads(terms.loss(beta, self.free_bits).backward(), &self.model);
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

    #[cfg(not(target_arch = "wasm32"))]
    fn optimizer(&mut self) -> Answer<'_, OptimizerState> {
        let bytes = self.optimizer.into_bytes().map_err(|error| Error::Weights(error.to_string()));
        now(bytes.map(|bytes| OptimizerState::Record(bytes.to_vec())))
    }

    #[cfg(target_arch = "wasm32")]
    fn optimizer(&mut self) -> Answer<'_, OptimizerState> {
        now(Ok(OptimizerState::Afresh))
    }

    fn restore(&mut self, optimizer: OptimizerState, _: i32) -> Result<()> {
        match optimizer {
            OptimizerState::Afresh => Ok(()),
            OptimizerState::Record(bytes) => self.load_record(bytes),
            OptimizerState::Adam(_) => {
                Err(Error::Weights("expected the record of Burn's optimiser, got the moments of Adam".into()))
            }
        }
    }
}

/// Gives each parameter its place as its name, so that an optimiser's record fits the same model at another time.
struct Numbered(u64);

impl ModuleMapper for Numbered {
    fn map_float<const D: usize>(&mut self, parameter: Param<Tensor<D>>) -> Param<Tensor<D>> {
        self.0 += 1;
        let (_, value, mapper) = parameter.consume();
        Param::from_mapped_value(ParamId::from(self.0), value, mapper)
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
            let config =
                AdamWConfig::new().with_epsilon(train.adam_epsilon as f32).with_weight_decay(weight_decay as f32);
            config.with_grad_clipping(clip).init()
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
