//! A data set of one's own: pictures as they come, each made fit, then parted into training and test.

mod classes;
mod fit;
mod parting;

use std::collections::HashMap;
use std::iter::Peekable;
use std::mem::take;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::formats::{Class, File, Found, Labels, Layout, Part, Picture, Reading, Refused, Why, open};
use crate::error::{Error, Result};

pub use fit::Fit;
pub use parting::{Ink, Parted, Parting};

/// Pictures of a data set.
pub const MAX_IMAGES: usize = 100_000;
/// Sides that a data set's pictures can have.
pub const SIDES: [usize; 2] = [28, 32];
/// Refusals that are kept by name.
const MAX_REFUSED: usize = 1000;
/// What pictures are made into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Preparation {
    /// 28 or 32 pixels.
    pub side: usize,
    /// 1 for grey, 3 for colour.
    pub channels: usize,
    pub fit: Fit,
    pub layout: Layout,
}

/// What is known of a picture beside its pixels.
struct Entry {
    class: Class,
    part: Option<Part>,
    /// Among those whose class is listed beside them.
    index: usize,
    /// Of [`Import::edges`].
    source: usize,
}

/// Sum and number of the pixels at the edges of a source's pictures.
type Edges = [f64; 2];

/// A data set as it is read.
pub struct Import {
    preparation: Preparation,
    images: Vec<u8>,
    entries: Vec<Entry>,
    labels: Vec<Labels>,
    /// How many pictures there were of those whose classes are listed beside them.
    listed: HashMap<(Rc<str>, Option<Part>), usize>,
    names: Vec<String>,
    refused: Vec<Refused>,
    /// Refusals in all, and pictures that came after the most.
    refusals: usize,
    left: usize,
    /// Size of the first picture.
    size: Option<[usize; 2]>,
    reading: Option<Peekable<Reading>>,
    /// The file that is being read.
    path: String,
    /// Of what ink is told by: first all pictures that are files of their own or parted already, then each other file.
    edges: Vec<Edges>,
}

impl Default for Preparation {
    fn default() -> Self {
        Self { side: SIDES[0], channels: 1, fit: Fit::Pad, layout: Layout::default() }
    }
}

impl Import {
    /// # Errors
    /// [`Error::Argument`] for pictures of another side or number of channels.
    pub fn new(preparation: Preparation) -> Result<Self> {
        let Preparation { side, channels, .. } = preparation;
        if !SIDES.contains(&side) || ![1, 3].contains(&channels) {
            let message = format!("expected a side of 28 or 32 pixels and 1 or 3 channels, got {side} and {channels}");
            return Err(Error::Argument(message));
        }
        Ok(Self {
            preparation,
            images: vec![],
            entries: vec![],
            labels: vec![],
            listed: HashMap::new(),
            names: vec![],
            refused: vec![],
            refusals: 0,
            left: 0,
            size: None,
            reading: None,
            path: String::new(),
            edges: vec![Edges::default()],
        })
    }

    /// Begins with a file, in place of the one before.
    pub fn begin(&mut self, file: File) {
        self.path.clone_from(&file.path);
        self.edges.push(Edges::default());
        self.reading = Some(open(file, &self.preparation.layout).peekable());
    }

    /// Reads on, at most so many things; false at the file's end.
    pub fn advance(&mut self, most: usize) -> bool {
        let Some(mut reading) = take(&mut self.reading) else { return false };
        for found in reading.by_ref().take(most) {
            match found {
                Ok(Found::Picture(picture)) => self.take(&picture),
                Ok(Found::Labels(labels)) => self.labels.push(labels),
                Ok(Found::Names(names)) => self.names = names,
                Err(refused) => self.refuse(refused),
            }
        }
        let goes_on = reading.peek().is_some();
        self.reading = goes_on.then_some(reading);
        goes_on
    }

    /// A file that cannot be had at all.
    pub fn refuse(&mut self, refused: Refused) {
        self.refusals += 1;
        if self.refused.len() < MAX_REFUSED {
            self.refused.push(refused);
        }
    }

    /// Pictures so far.
    pub fn count(&self) -> usize {
        self.entries.len()
    }

    /// The first of what was refused, and how much it is.
    pub fn refused(&self) -> (&[Refused], usize) {
        (&self.refused, self.refusals)
    }

    fn take(&mut self, picture: &Picture) {
        let index = match &picture.class {
            Class::Listed(place) => {
                let count = self.listed.entry((place.clone(), picture.part)).or_default();
                *count += 1;
                *count - 1
            }
            _ => 0,
        };
        if self.entries.len() == MAX_IMAGES {
            self.left += 1;
            return;
        }
        let came = [picture.width, picture.height];
        let expected = *self.size.get_or_insert(came);
        let Preparation { side, channels, fit, .. } = self.preparation;
        if fit == Fit::Same && expected != came {
            return self.refuse(Why::Mixed { expected, came }.of(&picture.name));
        }
        let image = fit::fitted(picture, channels, side, fit);
        let is_shared = picture.part.is_some() || picture.name == self.path;
        let source = if is_shared { 0 } else { self.edges.len() - 1 };
        for (at, &value) in image.iter().enumerate() {
            let (x, y) = (at % side, at / side % side);
            if x == 0 || y == 0 || x + 1 == side || y + 1 == side {
                self.edges[source][0] += f64::from(value);
                self.edges[source][1] += 1.0;
            }
        }
        self.images.extend(image);
        self.entries.push(Entry { class: picture.class.clone(), part: picture.part, index, source });
    }
}
