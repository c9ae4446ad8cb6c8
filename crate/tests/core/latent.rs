//! Points and pictures of the latent space.

use latent_explorer::latent::points::{MapView, strip, traversal};
use latent_explorer::settings::DataSpec;

use crate::support::pairs;

fn view() -> MapView {
    MapView {
        z: vec![9.0, 0.5, 9.0],
        directions: vec![1.0, 0.0, 0.0, 0.0, 0.0, 1.0],
        across: vec![-1.0, 1.0],
        up: vec![1.5, 0.5, -0.5, -1.5],
    }
}

tests! {
    async fn a_map_s_points_lie_on_two_axes_with_the_second_upwards() {
        assert_eq!(view().row_points(0).unwrap(), [-1.0, 0.5, 1.5, 1.0, 0.5, 1.5]);
        assert_eq!(view().row_points(3).unwrap(), [-1.0, 0.5, -1.5, 1.0, 0.5, -1.5]);
        assert!(view().row_points(4).unwrap_err().to_string().contains("below 4, got 4"));
    }

    async fn one_dimension_is_shown_along_the_columns() {
        let view = MapView { z: vec![2.0], directions: vec![1.0, 0.0], across: vec![-3.0, 0.5], up: vec![0.0] };
        assert_eq!(view.row_points(0).unwrap(), [-3.0, 0.5]);
    }

    async fn a_slanted_plane_passes_through_z_and_gives_points_their_coordinates() {
        let directions = [0.6, 0.8, 0.0, -0.8, 0.6, 0.0_f32];
        let z = [0.3, -1.2, 0.7_f32];
        let on = |direction: &[f32], point: &[f32]| -> f32 { direction.iter().zip(point).map(|(a, b)| a * b).sum() };
        let (across, up) = directions.split_at(3);
        let own = MapView { z: z.to_vec(), directions: directions.to_vec(), across: vec![on(across, &z), 2.0], up: vec![on(up, &z), -1.0] };
        let near = |a: f32, b: f32| assert!((a - b).abs() < 1e-6, "{a} is not {b}");
        pairs(own.row_points(0).unwrap()[..3].to_vec(), z).for_each(|(got, z)| near(got, z));
        let point = &own.row_points(1).unwrap()[3..];
        near(on(across, point), 2.0);
        near(on(up, point), -1.0);
        near(point[2], 0.7);
    }

    async fn views_that_make_no_sense_are_refused() {
        let refused = |change: fn(&mut MapView)| {
            let mut view = view();
            change(&mut view);
            view.row_points(0).unwrap_err().to_string()
        };
        assert!(refused(|view| view.directions[0] = 0.5).contains("unit vectors of 3"));
        assert!(refused(|view| view.directions[3] = 1.0).contains("right angle"));
        assert!(refused(|view| view.directions.truncate(4)).contains("unit vectors"));
        assert!(refused(|view| view.across.clear()).contains("tiles"));
        assert!(refused(|view| view.up = vec![0.0; 3000]).contains("tiles"));
        assert!(refused(|view| view.z[1] = f32::NAN).contains("finite"));
        assert!(refused(|view| view.up[1] = f32::INFINITY).contains("finite"));
    }

    async fn a_traversal_moves_one_dimension_from_end_to_end() {
        assert_eq!(traversal(&[5.0, 1.0], 0, 3.0, 3).unwrap(), [-3.0, 1.0, 0.0, 1.0, 3.0, 1.0]);
        assert!(traversal(&[0.0], 1, 3.0, 3).is_err());
        assert!(traversal(&[0.0], 0, 3.0, 1).is_err());
    }

    async fn a_strip_sets_images_side_by_side() {
        let images: Vec<u8> = (0..3).flat_map(|image| (0..784).map(move |pixel| (100 * image + pixel / 28) as u8)).collect();
        let strip = strip(&images, &DataSpec::default());
        let at = |x: usize, y: usize| strip[y * 84 + x];
        assert_eq!([at(0, 0), at(27, 5), at(28, 5), at(83, 27)], [0, 5, 105, 227]);
    }

    async fn a_strip_of_colours_keeps_its_channels_apart() {
        let data = DataSpec { width: 2, height: 2, channels: 3, ..DataSpec::default() };
        // Each byte says its image, its channel, and its place there.
        let byte = |image: usize, channel: usize, place: usize| (100 * image + 10 * channel + place) as u8;
        let image = |image: usize| (0..12).map(move |at| byte(image, at / 4, at % 4));
        let strip = strip(&(0..2).flat_map(image).collect::<Vec<_>>(), &data);
        let channel = |at: usize| [0, 1, 100, 101, 2, 3, 102, 103].map(|place| place + 10 * at as u8);
        assert_eq!(strip, (0..3).flat_map(channel).collect::<Vec<_>>());
    }
}
