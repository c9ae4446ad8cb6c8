//! Principal components in several numbers, learnt a part at a time.

use super::pca::{Axes, Moments, Pca, ROUNDS};
use crate::error::Result;
use crate::uses::report::Method;

/// Rounds of a part: a hundred axes of images of 784 pixels take a tenth of a second.
const TURNED: usize = 4;

/// What is learnt, each number of components by the name of its method.
#[derive(Debug, Clone)]
pub struct Components {
    wanted: Vec<(Method, usize)>,
    /// On the way, and the rounds done.
    sought: Option<(Axes, usize)>,
    found: Vec<(Method, Pca)>,
}

impl Components {
    pub fn new(wanted: Vec<(Method, usize)>) -> Self {
        Self { wanted, sought: None, found: vec![] }
    }

    /// How many parts there are.
    pub fn parts(&self) -> usize {
        self.wanted.len() * ROUNDS.div_ceil(TURNED)
    }

    /// The next part.
    ///
    /// # Errors
    /// As [`Moments::axes`].
    pub fn learn(&mut self, moments: &Moments) -> Result<()> {
        let Some(&(method, count)) = self.wanted.get(self.found.len()) else { return Ok(()) };
        let (mut axes, done) = match self.sought.take() {
            Some(sought) => sought,
            None => (moments.axes(count)?, 0),
        };
        let rounds = TURNED.min(ROUNDS - done);
        axes.turn(rounds);
        if done + rounds == ROUNDS {
            self.found.push((method, axes.found()));
        } else {
            self.sought = Some((axes, done + rounds));
        }
        Ok(())
    }

    /// Those that are learnt.
    pub fn found(&self) -> &[(Method, Pca)] {
        &self.found
    }
}
