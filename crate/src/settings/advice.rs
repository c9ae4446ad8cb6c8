//! What a run would better be: nothing here refuses it.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{ModelConfig, RunConfig};

/// Layers one after another through which a gradient still comes.
const MOST_PLAIN: usize = 10;

/// A piece of advice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Advice {
    /// The name in the schema of the setting that it is about.
    pub field: String,
    pub advised: Advised,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Advised {
    /// To have shortcuts: so many hidden layers one after another have none.
    Shortcuts { plain: usize },
    /// To have two hidden layers beside each other that are as wide: only there a shortcut can be.
    EqualWidths,
}

impl fmt::Display for Advised {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shortcuts { plain } => write!(
                f,
                "{plain} plain layers one after another pass on little gradient: layers of one width with shortcuts \
                 (residual) and normalisation (layer) would train"
            ),
            Self::EqualWidths => {
                write!(f, "no two hidden layers beside each other are as wide, so that there is no shortcut")
            }
        }
    }
}

impl RunConfig {
    /// All advice on it.
    pub fn advice(&self) -> Vec<Advice> {
        let plain = self.model.plain_layers();
        let deep =
            (plain > MOST_PLAIN).then(|| Advice { field: "hiddenSizes".into(), advised: Advised::Shortcuts { plain } });
        let is_even = self.model.hidden_sizes.windows(2).any(|pair| pair[0] == pair[1]);
        let uneven = (self.model.residual && !is_even)
            .then(|| Advice { field: "shortcuts".into(), advised: Advised::EqualWidths });
        deep.into_iter().chain(uneven).collect()
    }
}

impl ModelConfig {
    /// The most hidden layers one after another that no shortcut leads past.
    fn plain_layers(&self) -> usize {
        let (mut most, mut plain, mut before) = (0, 0, None);
        for &width in &self.hidden_sizes {
            let has_shortcut = self.residual && before == Some(width);
            plain = if has_shortcut { 0 } else { plain + 1 };
            most = most.max(plain);
            before = Some(width);
        }
        most
    }
}
