//! Points and pictures of the latent space.

use latent_explorer::latent::{MapView, strip, traversal};

fn view() -> MapView {
    MapView { axes: [0, 2], z: vec![9.0, 0.5, 9.0], columns: 2, rows: 4, extent: 2.0 }
}

tests! {
    async fn a_map_s_points_are_its_tiles_centres_with_the_second_axis_upwards() {
        assert_eq!(view().row_points(0).unwrap(), [-1.0, 0.5, 1.5, 1.0, 0.5, 1.5]);
        assert_eq!(view().row_points(3).unwrap(), [-1.0, 0.5, -1.5, 1.0, 0.5, -1.5]);
        assert!(view().row_points(4).unwrap_err().to_string().contains("below 4, got 4"));
    }

    async fn one_dimension_is_shown_along_the_columns() {
        let view = MapView { axes: [0, 0], z: vec![0.0], columns: 4, rows: 1, extent: 4.0 };
        assert_eq!(view.row_points(0).unwrap(), [-3.0, -1.0, 1.0, 3.0]);
    }

    async fn views_that_make_no_sense_are_refused() {
        let refused = |change: fn(&mut MapView)| {
            let mut view = view();
            change(&mut view);
            view.row_points(0).unwrap_err().to_string()
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

    async fn a_strip_sets_images_side_by_side() {
        let images: Vec<u8> = (0..3).flat_map(|image| (0..784).map(move |pixel| (100 * image + pixel / 28) as u8)).collect();
        let strip = strip(&images);
        let at = |x: usize, y: usize| strip[y * 84 + x];
        assert_eq!([at(0, 0), at(27, 5), at(28, 5), at(83, 27)], [0, 5, 105, 227]);
    }
}
