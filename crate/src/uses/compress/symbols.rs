//! Whole numbers with chances in fixed point, as the coder of `constriction` takes them.

use std::borrow::Borrow;
use std::num::NonZeroU32;

use constriction::stream::model::{DecoderModel, EncoderModel, EntropyModel};

use super::normal::share_below;

/// Bits of a chance.
pub const PRECISION: usize = 24;
const WHOLE: u32 = 1 << PRECISION;
/// What every symbol has beside its share: none is impossible, whatever the last bits of two neighbouring shares are.
const LEAST: u32 = 2;

/// Symbols from 0 to one below `levels`, which are 2 to 65,536.
#[derive(Debug, Clone, Copy)]
pub struct Symbols<'a> {
    levels: u32,
    chances: Chances<'a>,
}

#[derive(Debug, Clone, Copy)]
enum Chances<'a> {
    Even,
    Coin { zero: f64 },
    Whole { mean: f64, sigma: f64, first: f64 },
    Between { mean: f64, sigma: f64, edges: &'a [f64] },
    Table(&'a [f64]),
}

impl<'a> Symbols<'a> {
    /// One as likely as another.
    pub fn even(levels: u32) -> Self {
        Self { levels, chances: Chances::Even }
    }

    /// 1 with this chance, else 0.
    pub fn coin(one: f64) -> Self {
        Self { levels: 2, chances: Chances::Coin { zero: 1.0 - one } }
    }

    /// A Gaussian rounded to whole numbers, of which symbol 0 is `first`; the ends have the tails.
    pub fn whole(mean: f64, sigma: f64, first: f64, levels: u32) -> Self {
        Self { levels, chances: Chances::Whole { mean, sigma, first } }
    }

    /// A Gaussian cut into the intervals between edges; the ends have the tails.
    pub fn between(mean: f64, sigma: f64, edges: &'a [f64]) -> Self {
        Self { levels: edges.len() as u32 - 1, chances: Chances::Between { mean, sigma, edges } }
    }

    /// With these shares of all symbols below each, from 0 to 1.
    pub fn table(below: &'a [f64]) -> Self {
        Self { levels: below.len() as u32 - 1, chances: Chances::Table(below) }
    }

    /// What a symbol costs.
    pub fn bits(&self, symbol: u32) -> f64 {
        let chance = self.below(symbol + 1) - self.below(symbol);
        PRECISION as f64 - libm::log2(chance.into())
    }

    /// The share of all symbols below one that is neither the first nor beyond the last.
    fn share(&self, symbol: u32) -> f64 {
        match self.chances {
            Chances::Even => f64::from(symbol) / f64::from(self.levels),
            Chances::Coin { zero } => zero,
            Chances::Whole { mean, sigma, first } => share_below((first + f64::from(symbol) - 0.5 - mean) / sigma),
            Chances::Between { mean, sigma, edges } => share_below((edges[symbol as usize] - mean) / sigma),
            Chances::Table(below) => below[symbol as usize],
        }
    }

    /// The chances of all symbols below one, in units of 2^-24.
    fn below(&self, symbol: u32) -> u32 {
        match symbol {
            0 => 0,
            symbol if symbol >= self.levels => WHOLE,
            symbol => (self.share(symbol) * f64::from(WHOLE - LEAST * self.levels)) as u32 + LEAST * symbol,
        }
    }

    /// From where, and how much; the second is not 0, as [`LEAST`] outweighs the last bit of a share.
    fn interval(&self, symbol: u32) -> Option<(u32, NonZeroU32)> {
        let from = self.below(symbol);
        Some((from, NonZeroU32::new(self.below(symbol + 1).checked_sub(from)?)?))
    }
}

impl EntropyModel<PRECISION> for Symbols<'_> {
    type Symbol = u32;
    type Probability = u32;
}

impl EncoderModel<PRECISION> for Symbols<'_> {
    fn left_cumulative_and_probability(&self, symbol: impl Borrow<u32>) -> Option<(u32, NonZeroU32)> {
        let symbol = *symbol.borrow();
        if symbol < self.levels { self.interval(symbol) } else { None }
    }
}

impl DecoderModel<PRECISION> for Symbols<'_> {
    fn quantile_function(&self, quantile: u32) -> (u32, u32, NonZeroU32) {
        let (mut low, mut high) = (0, self.levels);
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if self.below(middle) <= quantile { low = middle } else { high = middle }
        }
        let (from, chance) = self.interval(low).unwrap_or((quantile, NonZeroU32::MIN));
        (low, from, chance)
    }
}
