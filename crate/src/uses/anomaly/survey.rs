//! How well each score tells strangers from test images.

use std::ops::Range;

use super::scores::{METHODS, Reference, Scorer};
use super::strangers;
use crate::data::batch::BatchMaker;
use crate::data::dataset::Dataset;
use crate::error::{Error, Result};
use crate::model::weights::Weights;
use crate::uses::coder::{ROWS, blocks};
use crate::uses::measures::auroc::auroc;
use crate::uses::report::{Case, Method, Quantity, Row, Shown};
use crate::uses::survey::{Data, Survey};

/// Training images whose scores are the usual ones.
const REFERENCE: usize = 1000;
/// Strangers of a kind at most, and no more than test images.
const STRANGERS: usize = 500;
/// Images that are scored at once.
const SCORED: usize = 15;
const SEED: u32 = 1;

/// Pictures that are none of the data.
#[derive(Debug, Clone, PartialEq)]
pub struct Stranger {
    pub shown: Shown,
    pub data: Dataset,
}

/// A set that is scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Set {
    Reference,
    Test,
    Stranger(usize),
}

#[derive(Debug, Clone)]
enum Part {
    Codes(Range<usize>),
    Scores(Set, Range<usize>),
}

/// Telling strangers, measured.
pub struct Anomaly {
    scorer: Scorer,
    limit: usize,
    done: usize,
    strangers: Vec<Stranger>,
    /// Where the draws of the set that is being scored are.
    maker: BatchMaker,
    reference: Vec<[f64; 6]>,
    test: Vec<[f64; 6]>,
    strange: Vec<Vec<[f64; 6]>>,
}

impl Anomaly {
    /// On the first `limit` test images, with so many samples of z each; beside what is made here, `others` are shown.
    ///
    /// # Errors
    /// [`Error::Argument`] for an autoencoder, or without test images or samples; [`Error::Dataset`] for others of another shape.
    pub fn new(weights: Weights, limit: usize, samples: usize, others: Vec<Stranger>) -> Result<Self> {
        if limit == 0 {
            return Err(Error::Argument("expected at least one test image to tell strangers from, got 0".into()));
        }
        let spec = weights.config().data.clone();
        others.iter().try_for_each(|other| other.data.spec().fits(&spec))?;
        let scorer = Scorer::new(weights, samples)?;
        let most = STRANGERS.min(limit);
        let mut all = vec![
            Stranger { shown: Shown::Letters, data: strangers::letters(&spec, most, SEED)? },
            Stranger { shown: Shown::Scribbles, data: strangers::scribbles(&spec, most, SEED)? },
            Stranger { shown: Shown::Blank, data: strangers::blank(&spec)? },
        ];
        all.extend(others);
        let strange = vec![vec![]; all.len()];
        let (maker, reference, test) = (scorer.maker(), vec![], vec![]);
        Ok(Self { scorer, limit, done: 0, strangers: all, maker, reference, test, strange })
    }

    /// The images upside down are of the test images, which come with the first step.
    fn turn_over(&mut self, data: Data<'_>) -> Result<()> {
        let data = strangers::upside_down(data.test, STRANGERS.min(self.limit))?;
        self.strangers.insert(3, Stranger { shown: Shown::UpsideDown, data });
        self.strange.push(vec![]);
        Ok(())
    }

    fn parts(&self, data: Data<'_>) -> Vec<Part> {
        let reference = REFERENCE.min(data.train.len() / 2);
        let scored = |set: Set, count: usize| blocks(count, SCORED).map(move |rows| Part::Scores(set, rows));
        let codes = blocks(data.train.len() - reference, ROWS);
        let mut parts: Vec<Part> =
            codes.map(|rows| Part::Codes(rows.start + reference..rows.end + reference)).collect();
        parts.extend(scored(Set::Reference, reference));
        parts.extend(scored(Set::Test, self.limit.min(data.test.len())));
        for (index, stranger) in self.strangers.iter().enumerate() {
            parts.extend(scored(Set::Stranger(index), stranger.data.len().min(STRANGERS).min(self.limit)));
        }
        parts
    }

    fn work(&mut self, part: Part, data: Data<'_>) -> Result<()> {
        match part {
            Part::Codes(rows) => {
                let codes = self.scorer.coder().codes(data.train, rows)?;
                self.scorer.know(&codes.mu);
            }
            Part::Scores(set, rows) => {
                if rows.start == 0 {
                    self.maker = self.scorer.maker();
                }
                let images = match set {
                    Set::Reference => data.train,
                    Set::Test => data.test,
                    Set::Stranger(index) => &self.strangers[index].data,
                };
                let scores = self.scorer.scores(&mut self.maker, images, rows)?;
                match set {
                    Set::Reference => self.reference.extend(scores),
                    Set::Test => self.test.extend(scores),
                    Set::Stranger(index) => self.strange[index].extend(scores),
                }
            }
        }
        Ok(())
    }
}

impl Survey for Anomaly {
    fn progress(&self, data: Data<'_>) -> (usize, usize) {
        (self.done, self.parts(data).len())
    }

    fn advance(&mut self, data: Data) -> Result<()> {
        data.suits(self.scorer.coder().config())?;
        if !self.strangers.iter().any(|stranger| stranger.shown == Shown::UpsideDown) {
            self.turn_over(data)?;
        }
        if let Some(part) = self.parts(data).into_iter().nth(self.done) {
            self.work(part, data)?;
            self.done += 1;
        }
        Ok(())
    }

    fn report(&self) -> Result<Vec<Row>> {
        let reference = Reference::new(&self.reference);
        let complete = |scores: &[[f64; 6]]| scores.iter().map(|&it| reference.completed(it)).collect::<Vec<_>>();
        let test = complete(&self.test);
        let mut rows = vec![];
        for (stranger, scores) in self.strangers.iter().zip(&self.strange).filter(|(_, scores)| !scores.is_empty()) {
            let case = Case::Shown { what: stranger.shown.clone() };
            let scores = complete(scores);
            for (index, method) in METHODS.into_iter().enumerate() {
                let of = |scores: &[[f64; 6]]| scores.iter().map(|it| it[index]).collect::<Vec<_>>();
                let value = auroc(&of(&test), &of(&scores));
                rows.push(Row { case: case.clone(), method, quantity: Quantity::Auroc, value });
            }
            if stranger.shown == Shown::Blank {
                let below = test.iter().filter(|it| it[0] > scores[0][0]).count() as f64 / test.len() as f64;
                rows.push(Row { case, method: Method::LowElbo, quantity: Quantity::ShareBelow, value: below });
            }
        }
        if rows.is_empty() {
            return Err(Error::Argument("expected strangers scored, got none yet".into()));
        }
        Ok(rows)
    }
}
