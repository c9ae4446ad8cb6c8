//! Texts as bags of words: a vocabulary that is made of them, and each text as a row of how often each of its words is there.

mod analyse;
mod bag;
#[cfg(feature = "import")]
mod parting;
#[cfg(feature = "import")]
mod refused;
#[cfg(feature = "import")]
mod table;
#[cfg(feature = "import")]
mod vocabulary;

pub use analyse::terms;
pub use bag::{Bag, Lexicon, MOST_LETTERS, bag};
#[cfg(feature = "import")]
pub use parting::{PartOfTexts, Parted, Parting};
#[cfg(feature = "import")]
pub use refused::{TextsRefused, UnreadTexts};
#[cfg(feature = "import")]
pub use table::{MOST_CLASSES, Texts, are_in, read};
#[cfg(feature = "import")]
pub use vocabulary::{Limits, vocabulary};
