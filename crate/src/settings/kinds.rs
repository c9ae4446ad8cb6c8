//! The kinds of model that the field has names for: each differs from a plain VAE in one setting.

use serde::{Deserialize, Serialize};

use super::RunConfig;
use super::form::{Form, write};

/// What each sets apart, and to what.
const KINDS: [(&str, Option<(&str, &str)>); 6] = [
    ("vae", None),
    ("betaVae", Some(("beta", "4"))),
    ("autoencoder", Some(("posterior", "none"))),
    ("denoising", Some(("corruption", "noise"))),
    ("conditional", Some(("condition", "class"))),
    ("importance", Some(("samples", "5"))),
];

/// A kind of model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(hashmap_as_object))]
pub struct ModelKind {
    pub name: String,
    /// The texts that make a form one of this kind, whatever it was before.
    pub sets: Form,
}

/// All of them, the plain one first.
pub fn kinds() -> Vec<ModelKind> {
    let plain = plain();
    let kind = |&(name, apart): &(&str, Option<(&str, &str)>)| {
        let mut sets = plain.clone();
        sets.0.extend(apart.map(|(setting, text)| (setting.into(), text.into())));
        ModelKind { name: name.into(), sets }
    };
    KINDS.iter().map(kind).collect()
}

/// The kind that a run is of; `mixed` where several respects differ.
pub fn kind_of(run: &RunConfig) -> &'static str {
    let (Form(plain), Form(texts)) = (plain(), write(run));
    let apart = |setting: &str| plain.get(setting) != texts.get(setting);
    let mut kinds = KINDS.iter().filter(|(_, sets)| sets.is_some_and(|(setting, _)| apart(setting)));
    match (kinds.next(), kinds.next()) {
        (None, _) => KINDS[0].0,
        (Some((name, _)), None) => name,
        _ => "mixed",
    }
}

/// The settings in which kinds differ, as a plain VAE has them.
fn plain() -> Form {
    let Form(texts) = write(&RunConfig::default());
    let apart = |name: &String| KINDS.iter().any(|(_, sets)| sets.is_some_and(|(setting, _)| setting == name));
    Form(texts.into_iter().filter(|(name, _)| apart(name)).collect())
}
