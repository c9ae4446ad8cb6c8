//! What somebody would like too, from what is liked: a model of rows of items put to use.

mod contrast;
mod fold;
mod plain;
mod ranking;
mod recovery;
mod region;
mod scores;
mod suggest;
mod survey;

pub use contrast::{Raised, ends, log_shares, raised, raised_at, raised_towards};
pub use fold::{Fold, fold};
pub use plain::{Ease, LAMBDA, Neighbours, Svd, count_pairs};
pub use ranking::{ndcg, recall, top};
pub use recovery::{Known, Recovery, recovery};
pub use region::{Frequent, frequent};
pub use scores::{codes, log_probabilities, model_scores};
pub use suggest::{Reason, Suggestion, likeliest, suggest};
pub use survey::Recommend;
