//! Tables of who likes what: forms that are read, and what is refused in words.

use std::collections::BTreeSet;

use latent_explorer::data::tastes::{Reading, Tastes, are_in, read};
use proptest::prelude::*;

use crate::files::{file, gzip};

fn tastes(text: &str, reading: Reading) -> Result<Tastes, String> {
    read(file("tastes.csv", text.as_bytes().to_vec()), None, reading).map_err(|error| error.to_string())
}

/// Of each person what they like, by name.
fn liked(tastes: &Tastes) -> Vec<Vec<&str>> {
    let names =
        |row: usize| tastes.people.row(row).0.iter().map(|&item| tastes.items[item as usize].as_str()).collect();
    (0..tastes.people.count()).map(names).collect()
}

const ANY: Reading = Reading { liked: None, least_people: 1, least_items: 1 };

#[test]
fn ratings_of_four_are_liked() {
    let text = "userId,movieId,rating,timestamp\na,x,5,1\na,y,3.5,2\nb,x,4.0,3\nb,z,4.5,4\n";
    let found = tastes(text, ANY).unwrap();
    assert_eq!(liked(&found), [vec!["x"], vec!["x", "z"]]);
    let all = tastes(text, Reading { liked: Some(3.0), ..ANY }).unwrap();
    assert_eq!(liked(&all), [vec!["x", "y"], vec!["x", "z"]]);
    assert_eq!(liked(&tastes("a;x;5\nb;x;4\nb;y;4\n", ANY).unwrap()), [vec!["x"], vec!["x", "y"]], "without names");
    assert_eq!(liked(&tastes("person\titem\na\tx\nb\ty\n", ANY).unwrap()), [["x"], ["y"]], "without ratings");
}

#[test]
fn a_table_of_0_and_1_has_an_item_a_column_of_numbers() {
    let text = "EPISODE,TITLE,APPLE_FRAME,BARN\nS01,\"A, B\",1,0\nS02,C,1,1\n";
    assert_eq!(liked(&tastes(text, ANY).unwrap()), [vec!["Apple frame"], vec!["Apple frame", "Barn"]]);
}

#[test]
fn a_table_may_have_items_that_are_called_as_columns_of_ratings() {
    let header = "TITLE,PERSON,BARN,BEACH,BOAT,CABIN,CLIFF,DOCK,FENCE";
    let found = tastes(&format!("{header}\nA,1,0,0,0,0,0,0,1\nB,0,1,0,0,0,0,0,1\n"), ANY).unwrap();
    assert_eq!(liked(&found), [["Person", "Fence"], ["Barn", "Fence"]]);
}

#[test]
fn questions_of_a_survey_lose_what_they_have_alike() {
    let question = "Please rate how much you like the cuisine of";
    let text = format!(
        "Id,{question} Algeria:,{question}\u{ca}Belgium.,{question} Brazil.\n3308895255,N/A,5,4\n3308891135,4,2,\n"
    );
    // As Latin-1 writes it.
    let bytes: Vec<u8> = text.chars().map(|letter| u32::from(letter) as u8).collect();
    let found = read(file("food.csv.gz", gzip(&bytes)), None, ANY).unwrap();
    assert_eq!(liked(&found), [vec!["Belgium", "Brazil"], vec!["Algeria"]]);
}

#[test]
fn titles_name_the_items_and_no_two_are_alike() {
    let titles = file("films.csv", b"movieId,title,year\n1,Heat,1995.0\n2,Heat,1995.0\n".to_vec());
    let ratings = file("r.csv", b"user,item,rating\na,1,5\na,2,5\nb,2,5\nb,3,5\n".to_vec());
    let found = read(ratings, Some(titles), ANY).unwrap();
    assert_eq!(found.items, ["Heat (1995)", "Heat (1995) #2", "3"]);
}

#[test]
fn thinning_goes_on_until_nothing_changes() {
    // Without b, who likes one item alone, nobody but a likes x; without x a has one item left.
    let text = "user,item\na,x\na,y\nb,x\nc,y\nc,z\nd,y\nd,z\nd,w\ne,y\ne,w\n";
    let found = tastes(text, Reading { least_people: 2, least_items: 2, ..ANY }).unwrap();
    assert_eq!(liked(&found), [vec!["y", "z"], vec!["y", "z", "w"], vec!["y", "w"]]);
}

#[track_caller]
fn refused(text: &str, words: &str) {
    let said = tastes(text, ANY).unwrap_err();
    assert!(said.contains("tastes.csv") && said.contains(words), "expected `{words}` in: {said}");
}

#[test]
fn nonsense_is_refused_in_words() {
    refused("", "got nothing");
    refused(" \n\n", "got nothing");
    refused("a\n1\n2\n", "got 1 column");
    refused("user,item,rating\na,x,5\na,y\n", "expected 3 fields in line 3");
    refused("user,item,rating\na,x,5\nb,y,good\n", "in line 3, got \"good\"");
    refused("user,item,rating\na,x,5\na,x,4\n", "a second one of \"x\" by \"a\" in line 3");
    refused("user,item,rating\n", "two items and two people");
    refused("user,item,rating\na,x,1\nb,y,2\n", "lower the least rating");
    refused("name,word\nann,yes\nbob,no\n", "a column of numbers");
    refused("p,x,y\n1,1,1\n1,1,1\n", "all alike");
    let bomb = read(file("bomb.csv.gz", gzip(&vec![b'0'; 33 << 20])), None, ANY).unwrap_err().to_string();
    assert!(bomb.contains("bytes unpacked, got more"), "{bomb}");
}

#[test]
fn a_table_of_pictures_is_told_from_one_of_tastes() {
    let is = |text: &str| are_in(&file("a.csv", text.into()));
    for text in [
        "userId,movieId,rating,timestamp\n1,31,2.5,1\n",
        "a;x;5\nb;y;4\n",
        "EPISODE,TITLE,BARN,BEACH\nS01,A,1,0\n",
        "Apples,Pears,Plums,Figs\n1,0,1,0\n",
        "name,word\nann,yes\n",
        "lorem ipsum\ndolor\n",
    ] {
        assert!(is(text), "{text}");
    }
    for text in
        ["", "label,pixel0,pixel1,pixel2,pixel3\n7,0,255,0,255\n", "1x1,1x2,2x1,2x2\n0,1,0,1\n", "7,0,255,0,255\n"]
    {
        assert!(!is(text), "{text}");
    }
    let long = format!("user,item,rating\n{}", "a,x,5\n".repeat(1 << 20));
    assert!(are_in(&file("a.csv.gz", gzip(long.as_bytes()))), "told by its first lines");
}

#[test]
fn the_most_liked_come_first() {
    let found = tastes("user,item\na,x\nb,x\nb,y\nc,x\nc,y\nc,z\n", ANY).unwrap();
    assert_eq!(found.favourites(2), [("x", 3), ("y", 2)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn anything_is_read_or_refused(text in "[a-c0-9,;\"\n. ]{0,80}", header in any::<bool>()) {
        let text = if header { format!("user,item,rating\n{text}") } else { text };
        if let Ok(found) = tastes(&text, ANY) {
            prop_assert!(found.people.count() > 1 && found.items.len() > 1);
            prop_assert!(found.people.largest().is_some_and(|item| (item as usize) < found.items.len()));
        }
    }

    #[test]
    fn what_is_written_is_read(pairs in prop::collection::btree_set((0..6u8, 0..6u8), 4..30)) {
        let text: String = pairs.iter().map(|(person, item)| format!("p{person},i{item},5\n")).collect();
        let Ok(found) = tastes(&format!("user,item,rating\n{text}"), ANY) else { return Ok(()) };
        let count: usize = liked(&found).iter().map(Vec::len).sum();
        let names: BTreeSet<String> = pairs.iter().map(|(_, item)| format!("i{item}")).collect();
        prop_assert_eq!(count, pairs.len());
        prop_assert_eq!(found.items.iter().cloned().collect::<BTreeSet<_>>(), names);
    }

    #[test]
    fn parts_have_everybody_once(seed in any::<u32>(), share in 0.05..0.9) {
        let text: String = (0..12).map(|person| format!("p{person},i{person},5\np{person},j,5\n")).collect();
        let found = tastes(&format!("user,item,rating\n{text}"), ANY).unwrap();
        let [train, test] = found.part(share, seed).unwrap();
        prop_assert_eq!(train.len() + test.len(), 12);
        let last = |data: &latent_explorer::data::dataset::Dataset| {
            (0..data.len()).map(|row| data.rows().unwrap().row(row).0.last().copied()).collect::<Vec<_>>()
        };
        let all: BTreeSet<Option<u32>> = last(&train).into_iter().chain(last(&test)).collect();
        prop_assert_eq!(all.len(), 12);
    }
}
