//! A run takes no more memory than the check of its settings reckons with, natively and in wasm: it stands alone, for it counts
//! all that is allocated.
#![allow(clippy::unwrap_used)] // how a test fails

use std::alloc::{GlobalAlloc, Layout, System};
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use latent_explorer::data::dataset::Dataset;
use latent_explorer::data::training_data::TrainingData;
use latent_explorer::device::Backend;
use latent_explorer::settings::memory::needed;
use latent_explorer::settings::{DataSpec, Likelihood, ModelConfig, Normalisation, PriorKind, RunConfig, TrainConfig};
use latent_explorer::training::{Trainer, checkpoint};

/// Bytes allocated now, and the most at once since they were last asked for.
static NOW: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

struct Counting;

// SAFETY: the system's, which is asked for the same.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        MOST.fetch_max(NOW.fetch_add(layout.size(), Relaxed) + layout.size(), Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(at, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

/// What takes the most: layers, samples, feature maps, a stack with shortcuts and a mixture as prior.
fn runs() -> Vec<RunConfig> {
    let run = |model, batch_size, samples| RunConfig {
        model,
        train: TrainConfig { batch_size, samples, ..TrainConfig::default() },
    };
    let model = ModelConfig::default();
    vec![
        run(ModelConfig { hidden_sizes: vec![1500, 1000], ..model.clone() }, 64, 1),
        run(model.clone(), 100, 100),
        run(ModelConfig { likelihood: Likelihood::GaussianPixel, ..model.clone() }, 500, 10),
        run(ModelConfig { channels: vec![32, 64], hidden_sizes: vec![64], ..model.clone() }, 256, 1),
        run(
            ModelConfig {
                hidden_sizes: vec![256; 12],
                residual: true,
                normalisation: Normalisation::Layer,
                prior: PriorKind::Mixture { components: 50 },
                ..model
            },
            1000,
            2,
        ),
    ]
}

async fn most(run: &RunConfig) -> u64 {
    let images = run.train.batch_size;
    let bytes = (0..images * 784).map(|at| (at % 3 * 100) as u8).collect();
    let train = Rc::new(Dataset::of(DataSpec::default(), bytes, vec![0; images]).unwrap());
    let data = TrainingData { train, held_out: None };
    let before = NOW.load(Relaxed);
    MOST.store(before, Relaxed);
    let mut trainer = Trainer::new(run.clone(), data, Backend::Cpu).await.unwrap();
    for _ in 0..2 {
        trainer.step().unwrap();
    }
    checkpoint::write(&trainer.checkpoint().await.unwrap()).unwrap();
    (MOST.load(Relaxed) - before) as u64
}

async fn no_run_takes_more_than_is_reckoned_with() {
    for run in runs() {
        let (most, needed) = (most(&run).await, needed(&run));
        assert!((needed / 2..=needed).contains(&most), "{most} bytes of {needed}: {run:?}");
    }
}

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen_test::wasm_bindgen_test]
async fn a_run_takes_no_more_than_is_reckoned_with() {
    no_run_takes_more_than_is_reckoned_with().await;
}

#[cfg(not(target_arch = "wasm32"))]
#[test]
fn a_run_takes_no_more_than_is_reckoned_with() {
    pollster::block_on(no_run_takes_more_than_is_reckoned_with());
}
