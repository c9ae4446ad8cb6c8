//! Ends that are nobody's mistake, and what the shell is told of them.

/// Why a command ended before its work was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Ended {
    #[error("interrupted")]
    Interrupted,
    /// The program that read the output has ended: `latent evaluate ... | head -1`.
    #[error("nobody reads the output any longer")]
    Unread,
}

impl Ended {
    /// 128 and the number of the signal that ends other programs then.
    pub fn status(self) -> u8 {
        match self {
            Self::Interrupted => 130,
            Self::Unread => 141,
        }
    }
}
