//! How much of what is known to lie behind the data a code tells: made listeners have tastes that a model never sees.

use super::scores::codes;
use crate::data::music;
use crate::data::rows::Rows;
use crate::error::Result;
use crate::model::network::Network;
use crate::uses::plain::solve::{factorise, solve};
use crate::uses::recommend::plain::Svd;
use crate::uses::report::{Case, Method, Quantity, Row};
use crate::uses::survey::Data;

/// Regularisation of the linear map.
const RIDGE: f64 = 1e-3;
const ROUNDS: usize = 40;
const SEED: u32 = 1;

/// R^2 of the best linear map, learnt on those who are trained on and judged on those held out, from codes to tastes: the share of the
/// tastes' variance that it explains, over all factors.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Recovery {
    /// From the posteriors' means.
    pub codes: f64,
    /// From as many singular vectors of rows of length 1.
    pub singular: f64,
}

/// People, each with a row of items and of known tastes, `[N, factors]`.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    pub people: &'a Rows,
    pub tastes: &'a [f32],
}

/// The figures, of data whose tastes are known; none of other data.
///
/// # Errors
/// As [`codes`].
pub fn recovered(model: &Network, Data { train, test }: Data) -> Result<Vec<Row>> {
    let Some(made) = music::known(train, test)? else { return Ok(vec![]) };
    let learnt = Known { people: train.rows()?, tastes: &made.train_tastes };
    let Recovery { codes, singular } =
        recovery(model, learnt, Known { people: test.rows()?, tastes: &made.test_tastes })?;
    let row = |(method, value)| Row { case: Case::Whole, method, quantity: Quantity::Recovery, value };
    Ok([(Method::Codes, codes), (Method::TruncatedSvd, singular)].map(row).into())
}

/// # Errors
/// As [`codes`].
pub fn recovery(model: &Network, train: Known, test: Known) -> Result<Recovery> {
    let latent = model.config().latent_size;
    let by_model = [codes(model, train.people)?.mu, codes(model, test.people)?.mu];
    let mut svd = Svd::new(model.config().data.size(), latent, SEED);
    (0..ROUNDS).for_each(|_| svd.turn(train.people));
    let unit = |people: &Rows| -> Vec<f32> {
        let code = |row: usize| {
            let items = people.row(row).0;
            let length = (items.len().max(1) as f32).sqrt();
            svd.code(items).into_iter().map(move |value| value / length)
        };
        (0..people.count()).flat_map(code).collect()
    };
    let by_vectors = [unit(train.people), unit(test.people)];
    let judged = |[learnt, shown]: &[Vec<f32>; 2]| explained(latent, [learnt, train.tastes], [shown, test.tastes]);
    Ok(Recovery { codes: judged(&by_model), singular: judged(&by_vectors) })
}

/// R^2 on the second of codes `[N, latent]` and tastes of the map that is learnt on the first.
fn explained(latent: usize, [learnt, tastes]: [&[f32]; 2], [shown, truth]: [&[f32]; 2]) -> f64 {
    let (inputs, people) = (latent + 1, learnt.len() / latent);
    let factors = tastes.len() / people;
    let with_one = |code: &[f32]| code.iter().copied().chain([1.0]).map(f64::from).collect::<Vec<_>>();
    let (mut normal, mut right) = (vec![0.0; inputs * inputs], vec![0.0; inputs * factors]);
    for (code, taste) in learnt.chunks_exact(latent).map(with_one).zip(tastes.chunks_exact(factors)) {
        for (row, value) in code.iter().enumerate() {
            (0..inputs).for_each(|at| normal[row * inputs + at] += value * code[at]);
            (0..factors).for_each(|at| right[row * factors + at] += value * f64::from(taste[at]));
        }
    }
    normal.iter_mut().step_by(inputs + 1).for_each(|value| *value += RIDGE);
    factorise(&mut normal, inputs, 0..inputs);
    let mut map: Vec<f32> = right.into_iter().map(|value| value as f32).collect();
    solve(&normal, inputs, &mut map, 0..factors);
    let mut means = vec![0.0; factors];
    let count = (truth.len() / factors) as f64;
    truth.chunks_exact(factors).for_each(|taste| (0..factors).for_each(|at| means[at] += f64::from(taste[at]) / count));
    let (mut missed, mut all) = (0.0, 0.0);
    for (code, taste) in shown.chunks_exact(latent).map(with_one).zip(truth.chunks_exact(factors)) {
        for at in 0..factors {
            let guess: f64 =
                code.iter().zip(map.iter().skip(at).step_by(factors)).map(|(x, w)| x * f64::from(*w)).sum();
            missed += (guess - f64::from(taste[at])).powi(2);
            all += (f64::from(taste[at]) - means[at]).powi(2);
        }
    }
    1.0 - missed / all
}
