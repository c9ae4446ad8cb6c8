//! Classes and groups from codes.

use latent_explorer::data::dataset::Dataset;
use latent_explorer::settings::ModelConfig;
use latent_explorer::uses::coder::Coder;
use latent_explorer::uses::report::{Method, Quantity};
use latent_explorer::uses::sort::{Known, Sort, Sorter, Space};
use latent_explorer::uses::survey::Data;

use crate::made::{autoencoder, bars, fresh, kinds, model, surveyed, values};

#[test]
fn images_that_differ_by_class_alone_are_sorted_by_codes_components_and_pixels() {
    let config = ModelConfig { latent_size: 8, hidden_sizes: vec![], ..model() };
    let (train, test) = (bars(&config.data, 300), bars(&config.data, 90));
    let rows = surveyed(Sort::new(fresh(&config), 50).unwrap(), &train, &test).unwrap();
    for method in [Method::CodesNeighbours, Method::PcaNeighbours, Method::PixelsNeighbours] {
        // 10, 100 and all labels.
        let accuracies = values(&rows, method, Quantity::Accuracy);
        assert_eq!(accuracies.len(), 3);
        assert!(accuracies[1..].iter().all(|&it| it > 0.99), "{method:?}: {accuracies:?}");
    }
    for method in [Method::CodesProbe, Method::PcaProbe, Method::PixelsProbe] {
        assert!(values(&rows, method, Quantity::Accuracy)[2] > 0.9, "{method:?}: {rows:?}");
    }
    for method in [Method::CodesGroups, Method::CodesMixture, Method::PcaGroups, Method::PcaMixture] {
        let indices = values(&rows, method, Quantity::AdjustedRandIndex);
        assert!(indices.len() == 1 && indices[0] > 0.5, "{method:?}: {indices:?}");
    }
}

#[test]
fn every_kind_of_model_sorts_in_its_own_way() {
    for config in kinds() {
        let (train, test) = (bars(&config.data, 60), bars(&config.data, 20));
        let rows = surveyed(Sort::new(fresh(&config), 20).unwrap(), &train, &test).unwrap();
        // What a conditional model is told is not what it finds: it is asked under which class an image is likeliest.
        let is_told = usize::from(config.conditional);
        assert_eq!(values(&rows, Method::LikeliestClass, Quantity::Accuracy).len(), is_told);
        assert_eq!(values(&rows, Method::CodesNeighbours, Quantity::Accuracy).is_empty(), config.conditional);
    }
    let (train, test) = (bars(&model().data, 60), bars(&model().data, 20));
    let rows = surveyed(Sort::new(autoencoder(), 20).unwrap(), &train, &test).unwrap();
    assert!(!values(&rows, Method::CodesNeighbours, Quantity::Accuracy).is_empty());
    let coloured = bars(&kinds()[3].data, 20);
    assert!(surveyed(Sort::new(fresh(&model()), 20).unwrap(), &coloured, &coloured).is_err());
    assert!(Sort::new(fresh(&model()), 0).is_err());
}

#[test]
fn one_code_has_a_class_with_confidences() {
    let config = ModelConfig { latent_size: 8, hidden_sizes: vec![], ..model() };
    let coder = Coder::new(fresh(&config));
    let data = bars(&config.data, 200);
    let codes = coder.codes(&data, 0..200).unwrap().mu;
    let mut sorter = Sorter::new(codes.clone(), data.labels().to_vec(), 8, 10).unwrap();
    let found = sorter.class_of(&codes[13 * 8..14 * 8]).unwrap();
    assert_eq!(found.nearest[0], 13);
    assert_eq!(found.neighbours[3], 1.0);
    assert!(found.probe[3] > 0.5 && (found.probe.iter().sum::<f32>() - 1.0).abs() < 1e-4, "{found:?}");
    assert!(sorter.class_of(&[0.0; 3]).unwrap_err().to_string().contains("8 latent coordinates, got 3"));
    assert!(Sorter::new(vec![], vec![], 8, 10).is_err());
    assert!(Sorter::new(vec![0.0; 8], vec![10], 8, 10).is_err());
}

#[test]
fn labels_chosen_by_hand_are_worth_the_same_to_codes_components_and_pixels_that_part_the_classes() {
    let config = ModelConfig { latent_size: 8, hidden_sizes: vec![], ..model() };
    let (train, test) = (bars(&config.data, 300), bars(&config.data, 90));
    let data = Data { train: &train, test: &test };
    let mut known = Known::new(fresh(&config), 50).unwrap();
    assert!(known.told(Space::Codes, &[0], 0, data).is_err(), "nothing is known yet");
    for encoded in [100, 200, 300, 300] {
        assert_eq!(known.learn(&train).unwrap(), encoded);
    }
    known.encode_tests(data).unwrap();
    assert!(known.told(Space::Pca, &[0], 0, data).is_err(), "no axes are found yet");
    while !known.compare(data).unwrap() {}
    // Labels of the classes 0 to 4 alone, twice each: the others' images are told wrong.
    let half: Vec<usize> = (0..5).chain(10..15).collect();
    for (chosen, share) in [(vec![3], 0.1), (half, 0.5), ((100..150).collect(), 1.0)] {
        for space in [Space::Codes, Space::Pca, Space::Pixels] {
            let told = known.told(space, &chosen, 0, data).unwrap();
            assert_eq!(told.labels, chosen.len());
            assert!((told.neighbours - share).abs() < 0.01, "{space:?}, {} labels: {told:?}", chosen.len());
        }
    }
    assert!(known.told(Space::Codes, &[], 0, data).is_err());
    assert!(known.told(Space::Pixels, &[300], 0, data).is_err());
    assert_eq!(known.told_by_chance(0, 0, data).unwrap().labels, 300);
    assert_eq!(known.told_by_chance(20, 0, data).unwrap().labels, 20);
}

#[test]
fn all_labels_are_all_of_them_though_one_class_has_more_than_others() {
    let (train, test) = (bars(&model().data, 60), bars(&model().data, 20));
    let labels: Vec<u8> = train.labels().iter().map(|label| label / 5).collect();
    let train = Dataset::of(model().data, train.images().to_vec(), labels).unwrap();
    let data = Data { train: &train, test: &test };
    let mut known = Known::new(fresh(&model()), 20).unwrap();
    known.learn(&train).unwrap();
    known.encode_tests(data).unwrap();
    assert_eq!(known.told_by_chance(0, 0, data).unwrap().labels, 60);
}

#[test]
fn the_first_training_images_are_placed_along_the_codes_principal_axes() {
    for latent_size in [1, 2, 8] {
        let config = ModelConfig { latent_size, ..model() };
        let train = bars(&config.data, 60);
        let mut known = Known::new(fresh(&config), 50).unwrap();
        known.learn(&train).unwrap();
        let places = known.places(40).unwrap();
        assert_eq!(places.len(), 80);
        assert_eq!(known.places(1000).unwrap().len(), 120);
        match latent_size {
            1 => assert!(places.iter().skip(1).step_by(2).all(|&up| up == 0.0)),
            2 => assert_eq!(places, known.codes()[..80]),
            _ => assert!(places.iter().any(|&place| place != 0.0)),
        }
    }
}
