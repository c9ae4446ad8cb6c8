//! What few numbers keep of neighbours.

use latent_explorer::uses::reduce::Reduce;
use latent_explorer::uses::report::{Method, Quantity};

use crate::made::{autoencoder, bars, fresh, kinds, model, surveyed, values};

#[test]
fn every_kind_of_model_is_measured_beside_components() {
    let all = kinds().iter().map(fresh).chain([autoencoder()]).collect::<Vec<_>>();
    for weights in all {
        let (train, test) = (bars(&weights.config().data, 60), bars(&weights.config().data, 40));
        let rows = surveyed(Reduce::new(weights, 100).unwrap(), &train, &test).unwrap();
        for method in [Method::Codes, Method::PcaAsMany] {
            for quantity in [Quantity::Trustworthiness, Quantity::NeighboursKept] {
                let found = values(&rows, method, quantity);
                assert!(found.len() == 1 && (0.0..=1.0).contains(&found[0]), "{method:?}, {quantity:?}: {found:?}");
            }
        }
    }
}

#[test]
fn too_few_images_have_no_neighbours_to_keep() {
    assert!(Reduce::new(fresh(&model()), 35).err().unwrap().to_string().contains("at least 36"));
    let few = bars(&model().data, 20);
    assert!(surveyed(Reduce::new(fresh(&model()), 100).unwrap(), &few, &few).is_err());
}
