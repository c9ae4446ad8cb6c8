//! A table of tastes as a data set: one's own, and some of the site's, which set-up makes by this.

use serde::{Deserialize, Serialize};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::import::OwnSplit;
use crate::data::formats::File;
use crate::data::import::Parting;
use crate::data::tastes::{self, Reading, Tastes, Unread};
use crate::error::Result;
use crate::settings::DataSpec;

/// Items that a preview names.
const FAVOURITES: usize = 10;

/// A table, and another one of its items' titles, if there is one.
#[wasm_bindgen]
pub struct TasteTable {
    table: File,
    titles: Option<File>,
}

/// How it is read and parted; what is left out is as the command line has it.
#[derive(Deserialize, Tsify)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct TasteOptions {
    /// The least rating of what is liked; without one it is 1 where no rating is higher, and else 4.
    #[tsify(optional, type = "number | undefined")]
    liked: Option<f64>,
    least_people: usize,
    least_items: usize,
    /// Of the people.
    test_share: f64,
    seed: u32,
}

/// What came of it, or why nothing did.
#[derive(Serialize, Tsify)]
pub struct TastesRead {
    set: Option<OwnTastes>,
    refused: Option<Unread>,
}

/// A data set of one's own whose rows are people.
#[derive(Serialize, Tsify)]
pub struct OwnTastes {
    data: DataSpec,
    train: OwnSplit,
    test: OwnSplit,
    people: Parted,
    /// Of all people together.
    likes: usize,
    /// The most liked items first.
    favourites: Vec<Favourite>,
}

/// How many there are in each split.
#[derive(Serialize, Tsify)]
pub struct Parted {
    pub train: usize,
    pub test: usize,
}

#[derive(Serialize, Tsify)]
pub struct Favourite {
    item: String,
    people: u32,
}

impl Default for TasteOptions {
    fn default() -> Self {
        let Reading { liked, least_people, least_items } = Reading::default();
        let Parting { seed, test_share, .. } = Parting::default();
        Self { liked, least_people, least_items, test_share, seed }
    }
}

#[wasm_bindgen]
impl TasteTable {
    /// Plain or gzip.
    #[wasm_bindgen(constructor)]
    pub fn new(name: &str, bytes: Vec<u8>) -> TasteTable {
        Self { table: File { path: name.into(), bytes }, titles: None }
    }

    /// Whether it is a table of tastes rather than one of pictures.
    #[wasm_bindgen(js_name = isMeant)]
    pub fn is_meant(&self) -> bool {
        tastes::are_in(&self.table)
    }

    /// Whether it has columns of who, what and how much.
    #[wasm_bindgen(js_name = isRatings)]
    pub fn is_ratings(&self) -> bool {
        tastes::are_ratings_in(&self.table)
    }

    /// Items that are numbers are called as this table says.
    pub fn title(&mut self, name: &str, bytes: Vec<u8>) {
        self.titles = Some(File { path: name.into(), bytes });
    }

    /// What it says, as it is read and parted by these options.
    ///
    /// # Errors
    /// For options of another shape; what is wrong with a file comes as an answer.
    pub fn read(&self, options: Ts<TasteOptions>) -> Result<Ts<TastesRead>> {
        let options = options.to_rust()?;
        let TasteOptions { liked, least_people, least_items, .. } = options;
        let reading = Reading { liked, least_people, least_items };
        let read = match tastes::read(self.table.clone(), self.titles.clone(), reading) {
            Ok(tastes) => TastesRead { set: Some(OwnTastes::of(&tastes, &options)?), refused: None },
            Err(unread) => TastesRead { set: None, refused: Some(unread) },
        };
        Ok(read.into_ts()?)
    }
}

impl OwnTastes {
    fn of(tastes: &Tastes, options: &TasteOptions) -> Result<Self> {
        let [train, test] = tastes.part(options.test_share, options.seed)?;
        let favourite = |(item, people): (&str, u32)| Favourite { item: item.into(), people };
        Ok(Self {
            data: train.spec().clone(),
            people: Parted { train: train.len(), test: test.len() },
            likes: tastes.people.entries(),
            favourites: tastes.favourites(FAVOURITES).into_iter().map(favourite).collect(),
            train: OwnSplit::of(&train),
            test: OwnSplit::of(&test),
        })
    }
}
