//! Texts as bags of words: a vocabulary that is made of them, and each text as a row of how often each of its words is there.

mod analyse;
#[cfg(feature = "import")]
mod parting;
#[cfg(feature = "import")]
mod refused;
#[cfg(feature = "import")]
mod table;
mod typed;
#[cfg(feature = "import")]
mod vocabulary;

pub use analyse::terms;
#[cfg(feature = "import")]
pub use parting::{PartOfTexts, Parted, Parting};
#[cfg(feature = "import")]
pub use refused::{TextsRefused, UnreadTexts};
#[cfg(feature = "import")]
pub use table::{MOST_CLASSES, Texts, are_in, read};
pub use typed::{MOST_LETTERS, Typed, typed};
#[cfg(feature = "import")]
pub use vocabulary::{Limits, vocabulary};
