//! What a use cannot be measured without, said before it is begun.

use latent_explorer::model::weights::Weights;
use latent_explorer::uses::Use;
use latent_explorer::uses::survey::{Options, needs, open};

use crate::made::{autoencoder, fresh, model};

const ALL: [Use; 8] =
    [Use::Denoise, Use::Repair, Use::Enlarge, Use::Compress, Use::Anomaly, Use::Sort, Use::Generate, Use::Reduce];

#[test]
fn a_use_is_refused_what_it_says_that_it_needs_and_nothing_else() {
    for of in ALL {
        let opens =
            |weights: Weights, limit| open(of, weights, Options { limit, strangers: vec![], others: vec![] }).is_ok();
        let needed = needs(of);
        assert!(opens(fresh(&model()), needed.images), "{of:?}: {needed:?}");
        assert!(!opens(fresh(&model()), needed.images - 1), "{of:?}: {needed:?}");
        assert_eq!(opens(autoencoder(), needed.images), !needed.posterior, "{of:?}: {needed:?}");
    }
}
