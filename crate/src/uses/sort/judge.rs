//! How well classes and groups are told in a space, part by part.

use std::ops::Range;

use super::EPOCHS;
use super::few::{Task, accuracy, labelled, voted};
use super::plan::{CHOICES, MIXED, Space};
use super::semi::{Learnt, Semi};
use crate::seed::{Stream, generator};
use crate::uses::measures::rand_index::adjusted_rand_index;
use crate::uses::plain::classifier::Classifier;
use crate::uses::plain::groups::Groups;
use crate::uses::plain::mixture::{Mixture, ROUNDS};
use crate::uses::plain::neighbours::Nearest;
use crate::uses::report::{Case, Method, Quantity, Row};

/// Figures so far, and what is under way for the next.
#[derive(Default)]
pub struct Judge {
    nearest: Option<Nearest>,
    probe: Option<Classifier>,
    semi: Option<Semi>,
    groups: Option<Groups>,
    mixture: Option<Mixture>,
    rows: Vec<Row>,
}

/// One choice of few labels.
#[derive(Debug, Clone, Copy)]
pub struct Choice {
    pub space: Space,
    pub count: usize,
    pub seed: u32,
}

impl Judge {
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    pub fn add(&mut self, case: Case, method: Method, quantity: Quantity, value: f64) {
        self.rows.push(Row { case, method, quantity, value });
    }

    /// Guesses the class of most training rows each time.
    pub fn guess(&mut self, task: Task<'_>) {
        let mut counts = vec![0; task.classes];
        task.labels.iter().for_each(|&label| counts[usize::from(label)] += 1);
        let most = (0..task.classes as u8).max_by_key(|&class| counts[usize::from(class)]).unwrap_or_default();
        let value = accuracy(&vec![most; task.truth.len()], task.truth);
        self.add(Case::Labels { count: task.labels.len() }, Method::Majority, Quantity::Accuracy, value);
    }

    /// Seeks neighbours among some training images, after those before them.
    pub fn seek(&mut self, space: Space, rows: Range<usize>, task: Task<'_>) {
        let all = task.labels.len();
        let mut nearest = self.nearest.take().filter(|_| rows.start > 0).unwrap_or_else(|| task.nearest());
        let is_last = rows.end == all;
        nearest.add(&task.train.rows(rows));
        if is_last {
            let value = accuracy(&voted(&nearest, task.labels, task.classes), task.truth);
            self.add(Case::Labels { count: all }, space.methods()[0], Quantity::Accuracy, value);
        } else {
            self.nearest = Some(nearest);
        }
    }

    /// Goes on with a probe for some steps. Its share of points told right is what is asked, so that is what it seeks.
    pub fn probe(&mut self, space: Space, steps: &Range<usize>, task: Task<'_>) {
        let probe = self.probe.take().filter(|_| steps.start > 0);
        let new = || Classifier::new(task.train, task.classes, &[], EPOCHS, 0).seeking_most_right();
        let mut probe = probe.unwrap_or_else(new);
        if probe.advance(task.train, task.labels, steps.len()) {
            self.probe = Some(probe);
            return;
        }
        let (count, value) = (task.labels.len(), accuracy(&probe.classes(task.test), task.truth));
        self.add(Case::Labels { count }, space.methods()[1], Quantity::Accuracy, value);
    }

    /// Seeks neighbours among some of few labels, after those before them.
    pub fn seek_few(&mut self, choice: Choice, rows: Range<usize>, task: Task<'_>) {
        let chosen = labelled(task.labels, task.classes, choice.count, choice.seed);
        // Where classes have too few there are fewer.
        let (start, end) = (rows.start.min(chosen.len()), rows.end.min(chosen.len()));
        let mut nearest = self.nearest.take().filter(|_| rows.start > 0).unwrap_or_else(|| task.nearest());
        nearest.add(&task.few(&chosen[start..end]).values);
        if rows.end < choice.count {
            self.nearest = Some(nearest);
            return;
        }
        let labels = task.few(&chosen).labels;
        self.add_few(choice, choice.space.methods()[0], accuracy(&voted(&nearest, &labels, task.classes), task.truth));
    }

    /// Goes on with a probe of few labels for some steps.
    pub fn probe_few(&mut self, choice: Choice, steps: &Range<usize>, task: Task<'_>) {
        let few = task.few(&labelled(task.labels, task.classes, choice.count, choice.seed));
        let probe = self.probe.take().filter(|_| steps.start > 0);
        let new = || Classifier::new(few.points(), task.classes, &[], EPOCHS, choice.seed);
        let mut probe = probe.unwrap_or_else(new);
        if probe.advance(few.points(), &few.labels, steps.len()) {
            self.probe = Some(probe);
            return;
        }
        self.add_few(choice, choice.space.methods()[1], accuracy(&probe.classes(task.test), task.truth));
    }

    /// Goes on with a semi-supervised model for some steps.
    pub fn semi(&mut self, choice: Choice, learnt: Learnt, steps: &Range<usize>, log_var: &[f32], task: Task<'_>) {
        let new = || {
            let chosen = labelled(task.labels, task.classes, choice.count, choice.seed);
            Semi::new(task, log_var, &chosen, learnt, choice.seed)
        };
        let mut semi = self.semi.take().filter(|_| steps.start > 0).unwrap_or_else(new);
        if semi.advance(steps.len()) {
            self.semi = Some(semi);
            return;
        }
        let method = match learnt {
            Learnt::Labelled => Method::CodesSemiLabels,
            Learnt::All => Method::CodesSemi,
        };
        self.add_few(choice, method, accuracy(&semi.classes(task.test), task.truth));
    }

    /// Adds the share of one choice of labels to its mean.
    fn add_few(&mut self, Choice { count, .. }: Choice, method: Method, value: f64) {
        let (case, value) = (Case::Labels { count }, value / CHOICES as f64);
        match self.rows.iter_mut().find(|row| row.case == case && row.method == method) {
            Some(row) => row.value += value,
            None => self.add(case, method, Quantity::Accuracy, value),
        }
    }

    /// Groups from one seed; the best of all seeds' are kept.
    pub fn group(&mut self, seed: u32, task: Task<'_>) {
        let points = task.test.rows(0..task.test.count());
        let found = Groups::fit(&points, task.test.size, task.classes, &mut generator(seed, Stream::Groups));
        if seed == 0 || self.groups.as_ref().is_none_or(|best| found.spread < best.spread) {
            self.groups = Some(found);
        }
    }

    /// Goes on with a mixture from the best groups, and in the end compares both with the classes.
    pub fn mix(&mut self, space: Space, rounds: &Range<usize>, task: Task<'_>) {
        let Some(groups) = &self.groups else { return };
        let points = task.test.rows(0..task.test.count());
        let mixture = self.mixture.take().filter(|_| rounds.start > 0);
        let mut mixture = mixture.unwrap_or_else(|| Mixture::of_groups(&points, groups));
        mixture.improve(&points, MIXED);
        if rounds.end < ROUNDS {
            self.mixture = Some(mixture);
            return;
        }
        let by_groups: Vec<u8> = groups.nearest(&points).into_iter().map(|(group, _)| group).collect();
        let [by_groups, by_mixture] =
            [by_groups, mixture.groups(&points)].map(|it| adjusted_rand_index(&it, task.truth));
        let [.., groups, mixture] = space.methods();
        self.add(Case::Whole, groups, Quantity::AdjustedRandIndex, by_groups);
        self.add(Case::Whole, mixture, Quantity::AdjustedRandIndex, by_mixture);
    }
}
