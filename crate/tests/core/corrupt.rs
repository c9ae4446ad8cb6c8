//! Damage that a model is to undo.

use latent_explorer::data::corrupt::{Damage, seeded};
use latent_explorer::settings::DataSpec;

use crate::support::{PIXELS, wave_bytes};

fn damaged(image: &[u8], damage: Damage, seed: u32) -> Vec<u8> {
    let mut image = image.to_vec();
    seeded(&mut image, &DataSpec::default(), damage, seed).unwrap();
    image
}

/// An image whose pixel at (x, y) is x + 2 y.
fn slope() -> Vec<u8> {
    (0..PIXELS).map(|index| (index % 28 + 2 * (index / 28)) as u8).collect()
}

tests! {
    async fn no_damage_changes_nothing() {
        assert_eq!(damaged(&wave_bytes(2), Damage::None, 1), wave_bytes(2));
        assert_eq!(damaged(&wave_bytes(2), Damage::Noise { sigma: 0.0 }, 1), wave_bytes(2));
        assert_eq!(damaged(&wave_bytes(2), Damage::Mask { share: 0.0 }, 1), wave_bytes(2));
        assert_eq!(damaged(&wave_bytes(2), Damage::LowResolution { factor: 1 }, 1), wave_bytes(2));
    }

    async fn the_same_seed_does_the_same_damage_another_seed_another() {
        for damage in [Damage::Noise { sigma: 0.4 }, Damage::Mask { share: 0.5 }, Damage::Block { side: 5 }] {
            let image = wave_bytes(1);
            assert_eq!(damaged(&image, damage, 7), damaged(&image, damage, 7));
            assert_ne!(damaged(&image, damage, 7), damaged(&image, damage, 8));
        }
    }

    async fn of_colours_a_pixel_or_a_square_is_missing_in_all_channels() {
        let data = DataSpec { channels: 3, ..DataSpec::default() };
        for (damage, least) in [(Damage::Mask { share: 0.5 }, 300), (Damage::Block { side: 9 }, 81)] {
            let mut images = vec![200; 2 * data.size()];
            seeded(&mut images, &data, damage, 3).unwrap();
            let missing = |channel: &[u8]| (0..PIXELS).filter(|&pixel| channel[pixel] == 0).collect::<Vec<_>>();
            let channels: Vec<_> = images.chunks_exact(PIXELS).map(missing).collect();
            assert!(channels[0].len() >= least && channels[0].len() < PIXELS / 2 + 100, "{}", channels[0].len());
            assert!(channels[..3].iter().all(|channel| *channel == channels[0]));
            assert!(channels[3..].iter().all(|channel| *channel == channels[3]));
            assert_ne!(channels[0], channels[3]);
        }
    }

    async fn a_block_is_a_black_square_within_the_digit_s_box() {
        for seed in 0..50 {
            let image = damaged(&[200; PIXELS], Damage::Block { side: 8 }, seed);
            let black: Vec<usize> = (0..PIXELS).filter(|&index| image[index] == 0).collect();
            let (left, top) = (black[0] % 28, black[0] / 28);
            let square = (top..top + 8).flat_map(|y| (left..left + 8).map(move |x| y * 28 + x));
            assert_eq!(black, square.collect::<Vec<_>>());
            assert!((4..=16).contains(&left) && (4..=16).contains(&top), "at {left}, {top}");
            assert!(image.iter().all(|&byte| byte == 0 || byte == 200));
        }
        let whole = damaged(&[200; PIXELS], Damage::Block { side: 20 }, 1);
        assert_eq!(whole.iter().filter(|&&byte| byte == 0).count(), 400);
    }

    async fn low_resolution_makes_squares_their_rounded_mean() {
        // The mean of x + 2 y over a square of f pixels a side is its corner's, and 3 (f - 1) / 2 more.
        for (factor, more) in [(2, 2), (4, 5), (7, 9)] {
            let image = damaged(&slope(), Damage::LowResolution { factor }, 1);
            for (index, &byte) in image.iter().enumerate() {
                let (left, top) = (index % 28 / factor * factor, index / 28 / factor * factor);
                assert_eq!(usize::from(byte), left + 2 * top + more, "pixel {index} by {factor}");
            }
        }
        let whole = damaged(&slope(), Damage::LowResolution { factor: 28 }, 1);
        assert_eq!(whole, [41; PIXELS]);
    }

    async fn each_image_is_damaged_by_itself() {
        let pair = [slope(), vec![200; PIXELS]].concat();
        let damage = Damage::LowResolution { factor: 4 };
        let expected = [damaged(&slope(), damage, 1), vec![200; PIXELS]].concat();
        assert_eq!(damaged(&pair, damage, 1), expected);
    }

    async fn damage_out_of_range_is_refused() {
        for (damage, expected) in [
            (Damage::Noise { sigma: -0.1 }, "sigma from 0 to 10"),
            (Damage::Noise { sigma: f64::NAN }, "sigma from 0 to 10"),
            (Damage::Mask { share: 1.1 }, "share from 0 to 1"),
            (Damage::Block { side: 0 }, "1 to 20 pixels"),
            (Damage::Block { side: 21 }, "1 to 20 pixels"),
            (Damage::LowResolution { factor: 0 }, "divides 28"),
            (Damage::LowResolution { factor: 5 }, "divides 28"),
        ] {
            let refusal = seeded(&mut [0; PIXELS], &DataSpec::default(), damage, 1).unwrap_err().to_string();
            assert!(refusal.contains(expected), "{refusal}");
        }
    }
}
