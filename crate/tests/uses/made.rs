//! Models and images that a test makes.

use latent_explorer::data::dataset::Dataset;
use latent_explorer::error::Result;
use latent_explorer::model::weights::Weights;
use latent_explorer::settings::{DataSpec, Likelihood, ModelConfig, PriorKind};
use latent_explorer::uses::report::{Method, Quantity, Row};
use latent_explorer::uses::survey::{Data, Survey};

/// Images of a bar, whose height says the class, each a little darker or lighter than others.
pub fn bars(spec: &DataSpec, count: usize) -> Dataset {
    let DataSpec { width, height, channels, ref classes, .. } = *spec;
    let image = |index: usize| {
        let top = 4 + 2 * (index % classes.len());
        let grey = 150 + (index * 37 % 100) as u8;
        let pixel = move |at: usize| {
            let (x, y) = (at % width, at / width % height);
            if (top..top + 2).contains(&y) && (5..width - 5).contains(&x) { grey } else { 0 }
        };
        (0..width * height * channels).map(pixel)
    };
    let labels = (0..count).map(|index| (index % classes.len()) as u8).collect();
    Dataset::of(spec.clone(), (0..count).flat_map(image).collect(), labels).unwrap()
}

pub fn model() -> ModelConfig {
    ModelConfig { latent_size: 3, hidden_sizes: vec![8], ..Default::default() }
}

/// One of every kind that has a posterior, of every shape of data.
pub fn kinds() -> Vec<ModelConfig> {
    let coloured = DataSpec { width: 32, height: 32, channels: 3, ..DataSpec::default() };
    vec![
        model(),
        ModelConfig { likelihood: Likelihood::GaussianFixed { sigma: 0.3 }, ..model() },
        ModelConfig { likelihood: Likelihood::GaussianShared, ..model() },
        ModelConfig { likelihood: Likelihood::GaussianPixel, data: coloured, ..model() },
        ModelConfig { channels: vec![2, 2], ..model() },
        ModelConfig { conditional: true, ..model() },
        ModelConfig { prior: PriorKind::Mixture { components: 3 }, ..model() },
        ModelConfig { full_covariance: true, ..model() },
        ModelConfig { lower_size: 4, conditional: true, ..model() },
    ]
}

pub fn autoencoder() -> Weights {
    fresh(&ModelConfig { deterministic: true, ..model() })
}

pub fn fresh(config: &ModelConfig) -> Weights {
    Weights::fresh(config, 3).unwrap()
}

/// To the end, and what it comes to.
pub fn surveyed(mut survey: impl Survey, train: &Dataset, test: &Dataset) -> Result<Vec<Row>> {
    let data = Data { train, test };
    assert!(survey.report().is_err(), "nothing is said before something is done");
    while let (done, all) = survey.progress(data)
        && done < all
    {
        survey.advance(data)?;
        assert!(survey.progress(data).0 > done, "it goes on");
    }
    let rows = survey.report()?;
    assert!(rows.iter().all(|row| row.value.is_finite()), "{rows:?}");
    Ok(rows)
}

/// All figures of a method and quantity.
pub fn values(rows: &[Row], method: Method, quantity: Quantity) -> Vec<f64> {
    rows.iter().filter(|row| row.method == method && row.quantity == quantity).map(|row| row.value).collect()
}
