//! An interpolated model of the next character from the few before it, each order's counts discounted by a constant and what that frees
//! given to the order below (absolute discounting: Ney, Essen and Kneser 1994, eq. 4 and 9; Chen and Goodman 1999, eq. 9). Texts end
//! with a character of their own, but where they fill all places, and begin behind as many of it.

use std::collections::HashMap;

use crate::error::{Error, Result};

/// Characters of an order, the next one among them, at most.
const MAX_ORDER: usize = 10;

/// Counts of texts.
pub struct NGram {
    /// Of the alphabet, and the end.
    characters: usize,
    /// From that of single characters on.
    orders: Vec<Order>,
}

/// What follows so many characters.
#[derive(Default)]
struct Order {
    after: HashMap<Vec<u16>, Followers>,
    discount: f64,
}

#[derive(Default)]
struct Followers {
    total: u32,
    counts: HashMap<u16, u32>,
}

impl NGram {
    /// Of texts `[N, length]` of numbers of characters, 0 from where one has ended.
    ///
    /// # Errors
    /// [`Error::Argument`] for an order out of range, or no texts.
    pub fn of(order: usize, characters: usize, texts: &[u16], length: usize) -> Result<Self> {
        if !(1..=MAX_ORDER).contains(&order) || texts.is_empty() {
            let count = texts.len() / length;
            return Err(Error::Argument(format!(
                "expected an order from 1 to {MAX_ORDER} and texts, got {order} and {count} texts"
            )));
        }
        let mut orders: Vec<Order> = (0..order).map(|_| Order::default()).collect();
        for text in texts.chunks_exact(length) {
            for (before, next) in steps(text, order - 1) {
                for (known, order) in orders.iter_mut().enumerate() {
                    let followers = order.after.entry(before[before.len() - known..].to_vec()).or_default();
                    followers.total += 1;
                    *followers.counts.entry(next).or_default() += 1;
                }
            }
        }
        orders.iter_mut().for_each(Order::settle);
        Ok(Self { characters, orders })
    }

    /// log p of a text and its end, in nats.
    pub fn log_likelihood(&self, text: &[u16]) -> f64 {
        steps(text, self.orders.len() - 1).map(|(before, next)| self.probability(&before, next).ln()).sum()
    }

    fn probability(&self, before: &[u16], next: u16) -> f64 {
        let unknown = 1.0 / self.characters as f64;
        self.orders.iter().enumerate().fold(unknown, |below, (known, Order { after, discount })| {
            let Some(Followers { total, counts }) = after.get(&before[before.len() - known..]) else { return below };
            let count = counts.get(&next).map_or(0.0, |count| f64::from(*count) - discount);
            (count + discount * counts.len() as f64 * below) / f64::from(*total)
        })
    }
}

impl Order {
    /// The discount from how many n-grams are there once and twice.
    fn settle(&mut self) {
        let times = |wanted: u32| {
            let counts = self.after.values().flat_map(|followers| followers.counts.values());
            counts.filter(|count| **count == wanted).count() as f64
        };
        let (once, twice) = (times(1), times(2));
        self.discount = if once > 0.0 { once / (once + 2.0 * twice) } else { 0.5 };
    }
}

/// Each character of a text with so many before it, its end too.
fn steps(text: &[u16], before: usize) -> impl Iterator<Item = (Vec<u16>, u16)> + '_ {
    let padded: Vec<u16> = std::iter::repeat_n(0, before).chain(text.iter().copied()).collect();
    let ended = text.iter().position(|id| *id == 0).map_or(text.len(), |end| end + 1);
    (0..ended).map(move |place| (padded[place..place + before].to_vec(), text[place]))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // how a test fails
mod tests {
    use super::*;

    const TEXTS: [u16; 12] = [1, 2, 1, 0, 2, 1, 0, 0, 1, 2, 3, 1];

    #[test]
    fn probabilities_sum_to_1_after_anything() {
        let model = NGram::of(3, 4, &TEXTS, 4).unwrap();
        for before in [[0, 0], [1, 2], [3, 3], [2, 1]] {
            let sum: f64 = (0..4).map(|next| model.probability(&before, next)).sum();
            assert!((sum - 1.0).abs() < 1e-12, "{before:?}: {sum}");
        }
    }

    #[test]
    fn single_characters_are_as_often_as_they_were_but_for_the_discount() {
        let model = NGram::of(1, 4, &TEXTS, 4).unwrap();
        // 1 is there five times, 2 three times, 3 once and the end twice of 11: one once, one twice.
        let discount = 1.0 / 3.0;
        let expected = |count: f64| (count - discount + discount * 4.0 / 4.0) / 11.0;
        assert!((model.probability(&[], 1) - expected(5.0)).abs() < 1e-12);
        assert!((model.log_likelihood(&[3, 0, 0, 0]) - (expected(1.0).ln() + expected(2.0).ln())).abs() < 1e-12);
        assert!((model.log_likelihood(&[3, 3, 3, 3]) - 4.0 * expected(1.0).ln()).abs() < 1e-12);
    }

    #[test]
    fn an_order_out_of_range_or_no_texts_are_refused() {
        assert!(NGram::of(0, 4, &TEXTS, 4).is_err() && NGram::of(2, 4, &[], 4).is_err());
    }
}
