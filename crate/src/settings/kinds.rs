//! The kinds of model that the field has names for: each differs from a plain VAE in one setting.

use serde::{Deserialize, Serialize};

use super::form::{Form, write};
use super::{Corruption, RunConfig};

/// What each sets apart, and to what, and whether a run is of it.
const KINDS: [Kind; 6] = [
    ("vae", None, |_| false),
    ("betaVae", Some(("beta", "4")), |run| run.train.beta != 1.0),
    ("autoencoder", Some(("posterior", "none")), |run| run.model.deterministic),
    ("denoising", Some(("corruption", "noise")), |run| run.train.corruption != Corruption::None),
    ("conditional", Some(("condition", "class")), |run| run.model.conditional),
    ("importance", Some(("samples", "5")), |run| run.train.samples > 1),
];

type Kind = (&'static str, Option<(&'static str, &'static str)>, fn(&RunConfig) -> bool);

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
    let kind = |&(name, apart, _): &Kind| {
        let mut sets = plain.clone();
        sets.0.extend(apart.map(|(setting, text)| (setting.into(), text.into())));
        ModelKind { name: name.into(), sets }
    };
    KINDS.iter().map(kind).collect()
}

/// The kind that a run is of; `mixed` where several respects differ.
pub fn kind_of(run: &RunConfig) -> &'static str {
    let mut kinds = KINDS.iter().filter(|(.., is_of)| is_of(run));
    match (kinds.next(), kinds.next()) {
        (None, _) => KINDS[0].0,
        (Some((name, ..)), None) => name,
        _ => "mixed",
    }
}

/// The settings in which kinds differ, as a plain VAE has them.
fn plain() -> Form {
    let Form(texts) = write(&RunConfig::default());
    let apart = |name: &String| KINDS.iter().any(|(_, sets, _)| sets.is_some_and(|(setting, _)| setting == name));
    Form(texts.into_iter().filter(|(name, _)| apart(name)).collect())
}
