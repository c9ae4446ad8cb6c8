//! Points and pictures of the latent space.

use latent_explorer::latent::{MapView, mosaic, traversal};

fn view() -> MapView {
    MapView { axes: [0, 2], z: vec![9.0, 0.5, 9.0], columns: 2, rows: 4, extent: 2.0 }
}

tests! {
    async fn a_map_s_points_are_its_tiles_centres_with_the_second_axis_upwards() {
        let points = view().points().unwrap();
        assert_eq!(points.len(), 2 * 4 * 3);
        assert_eq!(points[..3], [-1.0, 0.5, 1.5]);
        assert_eq!(points[3..6], [1.0, 0.5, 1.5]);
        assert_eq!(points[21..], [1.0, 0.5, -1.5]);
    }

    async fn one_dimension_is_shown_along_the_columns() {
        let view = MapView { axes: [0, 0], z: vec![0.0], columns: 4, rows: 1, extent: 4.0 };
        assert_eq!(view.points().unwrap(), [-3.0, -1.0, 1.0, 3.0]);
    }

    async fn views_that_make_no_sense_are_refused() {
        let refused = |change: fn(&mut MapView)| {
            let mut view = view();
            change(&mut view);
            view.points().unwrap_err().to_string()
        };
        assert!(refused(|view| view.axes[1] = 3).contains("axes below 3"));
        assert!(refused(|view| view.columns = 0).contains("tiles"));
        assert!(refused(|view| view.rows = usize::MAX).contains("tiles"));
        assert!(refused(|view| view.z[1] = f32::NAN).contains("finite"));
        assert!(refused(|view| view.extent = 0.0).contains("extent"));
    }

    async fn a_traversal_moves_one_dimension_from_end_to_end() {
        assert_eq!(traversal(&[5.0, 1.0], 0, 3.0, 3).unwrap(), [-3.0, 1.0, 0.0, 1.0, 3.0, 1.0]);
        assert!(traversal(&[0.0], 1, 3.0, 3).is_err());
        assert!(traversal(&[0.0], 0, 3.0, 1).is_err());
    }

    async fn a_mosaic_keeps_each_image_in_its_tile() {
        let images: Vec<u8> = (0..4).flat_map(|image| [image; 784]).collect();
        let picture = mosaic(&images, 2);
        let at = |x: usize, y: usize| picture[y * 56 + x];
        assert_eq!([at(0, 0), at(55, 27), at(0, 28), at(55, 55)], [0, 1, 2, 3]);
    }
}
