//! How well what somebody likes is found, by the model and by plain methods: people held out, a fifth of each one's items to be found.

use std::ops::Range;

use super::fold::{Fold, fold};
use super::plain::{Ease, LAMBDA, Neighbours, Svd, count_pairs};
use super::ranking::{ndcg, recall, top};
use super::recovery::recovered;
use super::scores::model_scores;
use crate::data::rows::Rows;
use crate::error::{Error, Result};
use crate::model::weights::Weights;
use crate::settings::DataKind;
use crate::uses::coder::{Coder, blocks};
use crate::uses::report::{Case, Method, Quantity, Row};
use crate::uses::survey::{Data, Survey};

/// Items of which every two can be compared: beyond them there is neither memory nor time, and EASE and neighbours are left out.
pub const MOST_COMPARED: usize = 4_000;
/// Singular vectors, at most, and rounds in which they are found.
const VECTORS: usize = 50;
const ROUNDS: usize = 40;
/// People, and lines of all pairs of items, of one part.
const PEOPLE: usize = 50;
const LINES: usize = 32;
const SEED: u32 = 1;
/// The places that count.
const PLACES: usize = 100;
const MEASURES: [(Quantity, Quantity); 3] = [
    (Quantity::RecallAt20, Quantity::RecallAt20Error),
    (Quantity::RecallAt50, Quantity::RecallAt50Error),
    (Quantity::NdcgAt100, Quantity::NdcgAt100Error),
];

enum Part {
    Pairs(Range<usize>),
    Factor(Range<usize>),
    Ease(Range<usize>),
    Turn,
    Rank(Method, Range<usize>),
    /// Of the tastes, where they are known.
    Recover,
}

pub struct Recommend {
    coder: Coder,
    /// Whose scores are averaged with the model's.
    others: Vec<Coder>,
    fold: Option<Fold>,
    limit: usize,
    done: usize,
    popularity: Vec<f32>,
    pairs: Vec<f64>,
    neighbours: Option<Neighbours>,
    ease: Option<Ease>,
    svd: Option<Svd>,
    /// Each method's figures of the people so far, a list for each measure.
    figures: Vec<(Method, [Vec<f64>; 3])>,
    /// How much of the tastes is told, where they are known.
    recovered: Vec<Row>,
}

impl Recommend {
    /// Of the first `limit` people held out.
    ///
    /// # Errors
    /// [`Error::Argument`] for a model of other data.
    pub fn new(weights: Weights, limit: usize) -> Result<Self> {
        if weights.config().data.kind != DataKind::Items {
            return Err(Error::Argument(
                "expected a model of items for suggestions, got one of other data: choose another model".into(),
            ));
        }
        Ok(Self {
            coder: Coder::new(weights),
            others: vec![],
            fold: None,
            limit,
            done: 0,
            popularity: vec![],
            pairs: vec![],
            neighbours: None,
            ease: None,
            svd: None,
            figures: vec![],
            recovered: vec![],
        })
    }

    /// With other models, whose scores are averaged with this one's.
    ///
    /// # Errors
    /// [`Error::Dataset`] for one of other items.
    pub fn beside(mut self, others: Vec<Weights>) -> Result<Self> {
        for other in others {
            self.coder.config().takes(&other.config().data)?;
            self.others.push(Coder::new(other));
        }
        Ok(self)
    }

    fn items(&self) -> usize {
        self.coder.config().data.size()
    }

    fn parts(&self, data: Data<'_>) -> Vec<Part> {
        let (items, people, tested) = (self.items(), data.train.len(), data.test.len().min(self.limit));
        let mut methods = vec![Method::EncodeDecode, Method::Popularity, Method::TruncatedSvd];
        methods.extend((!self.others.is_empty()).then_some(Method::Ensemble));
        let mut parts: Vec<Part> = (0..ROUNDS).map(|_| Part::Turn).collect();
        if items <= MOST_COMPARED {
            parts.extend(blocks(people, PEOPLE).map(Part::Pairs));
            parts.extend(blocks(items, LINES).map(Part::Factor));
            parts.extend(blocks(items, LINES).map(Part::Ease));
            methods.extend([Method::ItemNeighbours, Method::Ease]);
        }
        let rank = |method: Method| blocks(tested, PEOPLE).map(move |rows| Part::Rank(method, rows));
        parts.extend(methods.into_iter().flat_map(rank));
        parts.push(Part::Recover);
        parts
    }

    fn work(&mut self, part: Part, data: Data) -> Result<()> {
        let (items, people) = (self.items(), data.train.rows()?);
        match part {
            Part::Turn => {
                let count = VECTORS.min(items - 1).min(people.count());
                self.svd.get_or_insert_with(|| Svd::new(items, count, SEED)).turn(people);
            }
            Part::Pairs(rows) => {
                self.pairs.resize(items * items, 0.0);
                count_pairs(&mut self.pairs, items, people, rows);
            }
            Part::Factor(rows) => {
                if self.ease.is_none() {
                    self.neighbours = Some(Neighbours::of(&self.pairs, items));
                    self.ease = Some(Ease::of(std::mem::take(&mut self.pairs), items, LAMBDA));
                }
                self.ease.iter_mut().for_each(|ease| ease.factorise(rows.clone()));
            }
            Part::Ease(columns) => self.ease.iter_mut().for_each(|ease| ease.learn(columns.clone())),
            Part::Rank(method, rows) => self.rank(method, rows)?,
            Part::Recover => self.recovered = recovered(&self.coder.model, data)?,
        }
        Ok(())
    }

    /// The figures of some people; those of whom nothing can be held back are none.
    fn rank(&mut self, method: Method, rows: Range<usize>) -> Result<()> {
        let Some(Fold { given, held }) = &self.fold else { return Ok(()) };
        let rows = rows.start.min(held.len())..rows.end.min(held.len());
        let items = self.items();
        let model = self.by_models(method, &given.some(rows.clone()))?;
        let mut scores = vec![0.0; items];
        let mut found = [const { vec![] }; 3];
        for (place, index) in rows.enumerate() {
            let given = given.row(index).0;
            match method {
                Method::Popularity => scores.clone_from(&self.popularity),
                Method::ItemNeighbours => self.neighbours.iter().for_each(|it| it.scores(given, &mut scores)),
                Method::TruncatedSvd => self.svd.iter().for_each(|it| it.scores(given, &mut scores)),
                Method::Ease => self.ease.iter().for_each(|it| it.scores(given, &mut scores)),
                _ => scores.copy_from_slice(&model[place * items..][..items]),
            }
            let (top, held) = (top(&scores, given, PLACES), &held[index]);
            let figures = [recall(&top, held, 20), recall(&top, held, 50), ndcg(&top, held, PLACES)];
            found.iter_mut().zip(figures).for_each(|(list, figure)| list.push(figure));
        }
        match self.figures.iter_mut().find(|(other, _)| *other == method) {
            Some((_, lists)) => lists.iter_mut().zip(found).for_each(|(list, found)| list.extend(found)),
            None => self.figures.push((method, found)),
        }
        Ok(())
    }
}

impl Recommend {
    /// What the models say of some people, `[N, items]`, where the method asks them.
    fn by_models(&self, method: Method, given: &Rows) -> Result<Vec<f32>> {
        let mut sum = match method {
            Method::EncodeDecode | Method::Ensemble => model_scores(&self.coder.model, given)?,
            _ => return Ok(vec![]),
        };
        for other in self.others.iter().filter(|_| method == Method::Ensemble) {
            let scores = model_scores(&other.model, given)?;
            sum.iter_mut().zip(scores).for_each(|(sum, score)| *sum += score);
        }
        Ok(sum)
    }
}

impl Survey for Recommend {
    fn progress(&self, data: Data<'_>) -> (usize, usize) {
        (self.done, self.parts(data).len())
    }

    fn advance(&mut self, data: Data) -> Result<()> {
        data.suits(self.coder.config())?;
        let people = data.train.rows()?;
        if self.fold.is_none() {
            self.fold = Some(fold(data.test.rows()?, self.limit, SEED)?);
            let liked = people.popularity(0..people.count(), self.items());
            self.popularity = liked.into_iter().map(|count| count as f32).collect();
        }
        if let Some(part) = self.parts(data).into_iter().nth(self.done) {
            self.work(part, data)?;
            self.done += 1;
        }
        Ok(())
    }

    fn report(&self) -> Result<Vec<Row>> {
        if self.figures.is_empty() {
            return Err(Error::Argument("expected people whose items are sought, got none yet".into()));
        }
        let of_method = |(method, lists): &(Method, [Vec<f64>; 3])| {
            let rows = MEASURES.into_iter().zip(lists).flat_map(|((mean, error), list)| {
                let row = |quantity, value| Row { case: Case::Whole, method: *method, quantity, value };
                let (value, deviation) = mean_and_error(list);
                [row(mean, value), row(error, deviation)]
            });
            rows.collect::<Vec<_>>()
        };
        Ok(self.figures.iter().flat_map(of_method).chain(self.recovered.iter().cloned()).collect())
    }
}

/// The mean of figures, and its standard error.
fn mean_and_error(figures: &[f64]) -> (f64, f64) {
    let count = figures.len() as f64;
    let mean = figures.iter().sum::<f64>() / count;
    let squares: f64 = figures.iter().map(|figure| (figure - mean).powi(2)).sum();
    (mean, (squares / (count - 1.0).max(1.0) / count).sqrt())
}
