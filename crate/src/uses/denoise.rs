//! Noise taken out of an image.

use std::cell::RefCell;
use std::rc::Rc;

use rand_chacha::ChaCha8Rng;

use super::blemish::{Blemish, COVERED};
use super::by_model::{Restored, SAMPLING, Seen};
use super::inference::Inference;
use super::plain::components::Components;
use super::plain::median::median;
use super::plain::non_local_means::non_local_means;
use super::plain::pca::{Moments, Pca};
use super::report::{Case, Method};
use super::restoration::{Restoration, Trial};
use super::sampling::Sampling;
use crate::data::dataset::Dataset;
use crate::error::Result;
use crate::model::weights::Weights;
use crate::settings::DataSpec;

/// Measured by a survey.
pub const MEASURED: [Blemish; 5] = [
    Blemish::Noise { sigma: 0.25 },
    Blemish::Noise { sigma: 0.5 },
    Blemish::SaltAndPepper { share: 0.3 },
    Blemish::Blur { sigma: 1.5 },
    Blemish::Strokes { count: 3 },
];

/// The survey of all of them.
///
/// # Errors
/// As [`Restoration::new`].
pub fn survey(weights: Weights, limit: usize) -> Result<Restoration> {
    let model = weights.config().clone();
    let (own, most) = (model.latent_size, model.data.size());
    let wanted = [(Method::PcaAsMany, own), (Method::Pca40, 40), (Method::Pca100, 100)];
    let wanted = wanted.map(|(method, count)| (method, count.min(most)));
    let components = Rc::new(RefCell::new(Components::new(wanted.into())));
    let trial = |(index, &blemish): (usize, &Blemish)| {
        let (data, components) = (model.data.clone(), components.clone());
        Box::new(Denoising { blemish, data, components, learns: index == 0 }) as Box<dyn Trial>
    };
    Restoration::new(weights, limit, MEASURED.iter().enumerate().map(trial).collect())
}

/// One kind of blemish, undone.
struct Denoising {
    blemish: Blemish,
    data: DataSpec,
    /// Which all kinds of blemish share.
    components: Rc<RefCell<Components>>,
    /// For all of them.
    learns: bool,
}

/// The deviation of noise as patches of black or white show it: half of it is cut away there.
fn deviation(blemish: Blemish) -> f64 {
    match blemish {
        Blemish::Noise { sigma } => 0.58 * sigma,
        Blemish::SaltAndPepper { share } => (share / 4.0).sqrt(),
        Blemish::Blur { .. } => 0.1,
        Blemish::Strokes { count } => (COVERED * count as f64).sqrt(),
    }
}

/// What a plain method that has seen no training image makes of images `[N, D]`; nothing for any other method.
pub fn plainly(method: Method, shown: &[f32], data: &DataSpec, blemish: Blemish) -> Option<Vec<f32>> {
    /// How far patches may differ, in deviations: of .3 to 1.4 the best on digits in all kinds of noise together.
    const STRENGTH: f64 = 0.7;
    let sides = [data.width, data.height];
    match method {
        Method::Nothing => Some(shown.to_vec()),
        Method::Median => Some(median(shown, sides, 1)),
        Method::NonLocalMeans => Some(non_local_means(shown, sides, deviation(blemish), STRENGTH)),
        _ => None,
    }
}

/// How samples of the posterior of an image with this blemish are drawn.
pub fn sampling(blemish: Blemish) -> Sampling {
    match blemish {
        // Was it drawn, or is it a stroke? There may be several answers, far apart.
        Blemish::Strokes { .. } => Sampling { first_power: 0.01, warm_up: 80, ..SAMPLING },
        _ => SAMPLING,
    }
}

impl Trial for Denoising {
    fn case(&self) -> Case {
        self.blemish.case()
    }

    fn lessons(&self) -> usize {
        if self.learns { self.components.borrow().parts() } else { 0 }
    }

    fn learn(&mut self, moments: &Moments) -> Result<()> {
        self.components.borrow_mut().learn(moments)
    }

    fn see(&self, clean: &[f32], inference: &Inference, rng: &mut ChaCha8Rng) -> Result<Seen> {
        let shown = self.blemish.apply(clean, &self.data, rng)?;
        let observation = self.blemish.observation(&shown, inference);
        Ok(Seen { came: shown.clone(), shown, observation })
    }

    fn plain(&self, seen: &Seen, _: &Dataset) -> Result<Restored> {
        let cut = |values: Vec<f32>| values.into_iter().map(|value| value.clamp(0.0, 1.0)).collect();
        let plain = |method| Some((method, plainly(method, &seen.shown, &self.data, self.blemish)?));
        let mut all: Restored = [Method::Median, Method::NonLocalMeans].into_iter().filter_map(plain).collect();
        let component = |(method, pca): &(Method, Pca)| (*method, cut(pca.decode(&pca.encode(&seen.shown))));
        all.extend(self.components.borrow().found().iter().map(component));
        Ok(all)
    }

    fn sampling(&self) -> Sampling {
        sampling(self.blemish)
    }
}
