//! Every format as its usual writers make it.

use image::ImageFormat;
use latent_explorer::data::dataset::Dataset;
use latent_explorer::data::formats::Layout;
use latent_explorer::data::import::{Import, Parting, Preparation};

use crate::files::{all, colour, counting, encoded, file, grey, gzip, idx, npy, parted, read, refusals, zip};

fn pictures(count: usize) -> Vec<Vec<u8>> {
    (0..count).map(|index| counting(7 * index)).collect()
}

/// Of these classes' names, as [`all`] has them.
fn named(names: &[&str], pictures: &[Vec<u8>]) -> Vec<(String, Vec<u8>)> {
    let mut named: Vec<_> = names.iter().map(ToString::to_string).zip(pictures.iter().cloned()).collect();
    named.sort();
    named
}

fn grey28() -> Preparation {
    Preparation::default()
}

fn colour32() -> Preparation {
    Preparation { side: 32, channels: 3, ..Default::default() }
}

#[test]
fn idx_files_pair_by_their_names_plain_and_gzip_of_several_members() {
    let train = pictures(3);
    let images = idx(&[3, 28, 28], &train.concat());
    let members = [gzip(&images[..100]), gzip(&images[100..])].concat();
    let test = pictures(1);
    let files = || {
        vec![
            file("set/train-labels-idx1-ubyte", idx(&[3], &[2, 0, 1])),
            file("set/train-images-idx3-ubyte.gz", members.clone()),
            file("set/t10k-images-idx3-ubyte", idx(&[1, 28, 28], &test.concat())),
            file("set/t10k-labels-idx1-ubyte.gz", gzip(&idx(&[1], &[1]))),
        ]
    };
    let parted = parted(grey28(), files());
    assert_eq!((parted.train.len(), parted.test.len()), (3, 1), "the split is the files'");
    assert_eq!(parted.train.spec().classes, ["0", "1", "2"]);
    assert_eq!(all(&parted), named(&["2", "0", "1", "1"], &[train, test].concat()));
}

#[test]
fn a_data_set_s_own_files_are_read_as_the_same_data() {
    let pixels = pictures(4).concat();
    let files = vec![file("images", idx(&[4, 28, 28], &pixels)), file("labels", idx(&[4], &[0, 1, 1, 0]))];
    let train = parted(grey28(), files).train;
    let [images, labels] = train.files();
    assert_eq!(Dataset::read(&images, &labels, train.spec()).unwrap(), train);
}

#[test]
fn a_folder_of_pictures_has_a_class_a_folder() {
    let shown = pictures(3);
    let image = |index: usize| grey(28, 28, &shown[index]);
    let files = vec![
        file("pets/cat/1.png", encoded(&image(0), ImageFormat::Png)),
        file("pets/dog/1.webp", encoded(&image(1), ImageFormat::WebP)),
        file("pets/cat/2.PNG", encoded(&image(2), ImageFormat::Png)),
    ];
    assert_eq!(all(&parted(grey28(), files)), named(&["cat", "dog", "cat"], &shown));
}

#[test]
fn a_jpeg_is_read_within_its_loss() {
    let smooth: Vec<u8> = (0..784).map(|index| (index % 28 * 9) as u8).collect();
    let jpeg = encoded(&grey(28, 28, &smooth), ImageFormat::Jpeg);
    let files = vec![file("a/1.jpg", jpeg.clone()), file("a/2.jpeg", jpeg)];
    for (_, pixels) in all(&parted(grey28(), files)) {
        assert!(pixels.iter().zip(&smooth).all(|(one, other)| one.abs_diff(*other) < 12));
    }
}

#[test]
fn a_zip_is_read_as_its_folder_and_its_parts_are_kept_apart() {
    let shown = pictures(3);
    let png = |index: usize| encoded(&grey(28, 28, &shown[index]), ImageFormat::Png);
    let zip = zip(&[
        ("set/train/cat/1.png", png(0)),
        ("set/test/cat/2.png", png(1)),
        ("__MACOSX/set/train/cat/._1.png", vec![1, 2, 3]),
        ("set/train/dog/.DS_Store", vec![1]),
        ("set/train/dog/3.png", png(2)),
    ]);
    let parted = parted(grey28(), vec![file("set.zip", zip)]);
    assert_eq!((parted.train.len(), parted.test.len()), (2, 1));
    assert_eq!(all(&parted), named(&["cat", "cat", "dog"], &shown));
    assert_eq!(refusals(&parted), [""; 0]);
}

#[test]
fn a_sprite_sheet_is_cut_into_tiles_and_its_unused_places_are_left_out() {
    let mut pixels = vec![0; 56 * 56];
    for (index, pixel) in pixels.iter_mut().enumerate() {
        let tile = index / 56 / 28 * 2 + index % 56 / 28;
        *pixel = if tile == 3 { 9 } else { (tile * 50 + index % 28) as u8 };
    }
    let sheet = encoded(&grey(56, 56, &pixels), ImageFormat::Png);
    let layout = Layout { tile: Some(28), ..Default::default() };
    let preparation = Preparation { layout, ..grey28() };
    let parted = parted(preparation, vec![file("sheet.png", sheet)]);
    let tile = |tile: usize| (0..784).map(|index| (tile * 50 + index % 28) as u8).collect::<Vec<u8>>();
    assert_eq!(all(&parted), named(&["?"; 3], &[tile(0), tile(1), tile(2)]));
}

#[test]
fn a_table_s_classes_are_in_the_column_of_their_name_or_by_number() {
    let shown = pictures(2);
    let row = |class: &str, pixels: &[u8]| {
        let numbers: Vec<String> = pixels.iter().map(ToString::to_string).collect();
        (class.to_string(), numbers.join(","))
    };
    let rows = [row("shoe", &shown[0]), row("bag", &shown[1])];
    let header = (0..784).map(|index| format!("p{index}")).collect::<Vec<_>>().join(",");
    let by_name =
        format!("{header},kind\n") + &rows.iter().map(|(class, row)| format!("{row},{class}\n")).collect::<String>();
    let found =
        format!("label,{header}\n") + &rows.iter().map(|(class, row)| format!("{class},{row}\n")).collect::<String>();
    let bare = rows.iter().map(|(class, row)| format!("{class};{}\n", row.replace(',', ";"))).collect::<String>();
    let column = |name: &str| Preparation {
        layout: Layout { label_column: Some(name.into()), ..Default::default() },
        ..grey28()
    };
    let expected = named(&["shoe", "bag"], &shown);
    assert_eq!(all(&parted(column("Kind"), vec![file("a.csv", by_name.clone().into())])), expected);
    assert_eq!(all(&parted(column("785"), vec![file("a.csv", by_name.into())])), expected);
    assert_eq!(all(&parted(grey28(), vec![file("a.csv", found.into())])), expected);
    assert_eq!(all(&parted(grey28(), vec![file("a.csv.gz", gzip(bare.as_bytes()))])), expected);
}

#[test]
fn numbers_from_0_to_1_are_that_much_of_white() {
    let row = |value: &str| [value; 4].join(",") + "\n";
    let table = format!("{}{}", row("0.5"), row("1.0"));
    let floats: Vec<f32> = [[0.5f32; 4], [1.0; 4]].concat();
    for bytes in [table.into_bytes(), npy(&[2, 2, 2], &floats)] {
        let parted = parted(grey28(), vec![file("a.csv", bytes)]);
        assert_eq!(all(&parted), named(&["?", "?"], &[vec![128; 784], vec![255; 784]]));
    }
}

#[test]
fn arrays_of_numpy_pair_by_their_names() {
    let shown = pictures(3);
    let images = npy(&[3, 28, 28], &shown.concat());
    let labels = npy(&[3, 1], &[1i64, 0, 1]);
    let wide: Vec<i32> = shown.concat().iter().map(|&value| value.into()).collect();
    let expected = named(&["1", "0", "1"], &shown);
    let npz = zip(&[
        ("x_train.npy", images.clone()),
        ("y_train.npy", labels.clone()),
        ("x_test.npy", npy(&[1, 784], &shown[0])),
        ("y_test.npy", npy(&[1], &[0u8])),
    ]);
    let read = parted(grey28(), vec![file("mine.npz", npz)]);
    assert_eq!((read.train.len(), read.test.len()), (3, 1));
    assert_eq!(all(&read), named(&["1", "0", "1", "0"], &[&shown[..], &shown[..1]].concat()));
    for images in [images, npy(&[3, 784], &wide), npy(&[3, 28, 28, 1], &shown.concat())] {
        let files = vec![file("a/x.npy", images), file("a/y.npy", labels.clone())];
        assert_eq!(all(&parted(grey28(), files)), expected);
    }
}

#[test]
fn cifar_s_binary_files_have_the_names_that_lie_beside_them() {
    let planes: Vec<u8> = (0..3072).map(|index| (index % 241) as u8).collect();
    let record = |class: u8| [&[class][..], &planes].concat();
    let files = vec![
        file("cifar/data_batch_1.bin", [record(1), record(0)].concat()),
        file("cifar/test_batch.bin", record(1)),
        file("cifar/batches.meta.txt", b"airplane\nautomobile\n\n".to_vec()),
    ];
    let parted = parted(colour32(), files);
    assert_eq!((parted.train.len(), parted.test.len()), (2, 1));
    assert_eq!(
        all(&parted),
        named(&["airplane", "automobile", "automobile"], &[planes.clone(), planes.clone(), planes])
    );
    let fine = [&[9, 1][..], &[7; 3072]].concat();
    let hundred = crate::files::parted(colour32(), vec![file("train.bin", [fine.clone(), fine].concat())]);
    assert_eq!(all(&hundred)[0].0, "1");
}

#[test]
fn colour_is_kept_channel_after_channel_or_made_grey_by_its_luma() {
    let pixels: Vec<u8> = [[200u8, 100, 50]; 784].concat();
    let files = || {
        let png = encoded(&colour(28, 28, &pixels), ImageFormat::Png);
        vec![file("a/1.png", png.clone()), file("a/2.png", png)]
    };
    let in_colour = parted(Preparation { channels: 3, ..grey28() }, files());
    let planes = [[200u8; 784], [100; 784], [50; 784]].concat();
    assert_eq!(all(&in_colour)[0].1, planes);
    let luma = (0.299f32 * 200.0 + 0.587 * 100.0 + 0.114 * 50.0).round() as u8;
    assert_eq!(all(&parted(grey28(), files()))[0].1, [luma; 784]);
}

#[test]
fn the_same_seed_parts_alike_and_another_one_otherwise() {
    let shown = pictures(40);
    let files = vec![file("x.npy", npy(&[40, 28, 28], &shown.concat()))];
    let import: Import = read(grey28(), files);
    let with = |seed: u32, test_share: f64| import.part(Parting { seed, test_share, ..Default::default() }).unwrap();
    assert_eq!(with(3, 0.25), with(3, 0.25));
    assert_eq!(with(3, 0.25).test.len(), 10);
    assert_ne!(with(3, 0.25).test, with(4, 0.25).test);
    assert_eq!(all(&with(3, 0.25)), all(&with(4, 0.5)), "nothing is lost or told twice");
    assert_eq!(with(1, 1e-9).test.len(), 1);
    assert_eq!(with(1, 0.999).train.len(), 1);
}

#[test]
fn a_split_has_test_pictures_of_each_class_that_has_two_or_more() {
    let sizes = [("many", 60), ("some", 12), ("few", 3), ("two", 2), ("one", 1)];
    let files: Vec<_> = sizes
        .iter()
        .flat_map(|&(class, size)| {
            (0..size)
                .map(move |at| file(&format!("{class}/{at}.png"), encoded(&grey(28, 28, &[at; 784]), ImageFormat::Png)))
        })
        .collect();
    let import: Import = read(grey28(), files);
    for seed in 0..20 {
        let parted = import.part(Parting { seed, ..Default::default() }).unwrap();
        let classes = &parted.train.spec().classes;
        let tested = |class: &str| {
            let label = classes.iter().position(|name| name == class).unwrap();
            parted.test.labels().iter().filter(|&&of| usize::from(of) == label).count()
        };
        assert_eq!(parted.test.len(), 13);
        assert_eq!(sizes.map(|(class, _)| tested(class)), [9, 2, 1, 1, 0], "seed {seed}");
    }
}
