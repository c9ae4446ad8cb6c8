//! What goes up of a batch of texts.

use cubecl::prelude::*;
use cubecl::server::Handle;

use crate::data::batch::Batch;
use crate::settings::ModelConfig;
use crate::settings::layers::{CharacterSizes, character_sizes};
use crate::training::engines::gpu::memory::buffer;

/// Which characters there are, and where each of them is.
pub struct Occurrences {
    count: usize,
    characters: usize,
    pub ids: Handle,
    /// Where each character's begin among `places`, and their end.
    starts: Handle,
    places: Handle,
    listed: usize,
}

impl Occurrences {
    /// Of ids below `characters`; others are no character.
    fn upload(client: &Client, ids: &[u32], characters: usize) -> Self {
        let mut lists = vec![vec![]; characters];
        for (place, &id) in ids.iter().enumerate() {
            if let Some(list) = lists.get_mut(id as usize) {
                list.push(place as u32);
            }
        }
        let mut starts = vec![0];
        starts.extend(lists.iter().scan(0, |end, list| {
            *end += list.len() as u32;
            Some(*end)
        }));
        let places = lists.concat();
        let listed = places.len().max(1);
        let of = |words: &[u32]| client.create_from_slice(u32::as_bytes(if words.is_empty() { &[0] } else { words }));
        Self { count: ids.len(), characters, ids: of(ids), starts: of(&starts), places: of(&places), listed }
    }

    pub fn arg(&self) -> BufferArg {
        // SAFETY: here and below, the buffers were made with these lengths.
        unsafe { buffer(&self.ids, self.count) }
    }

    pub fn lists(&self) -> [BufferArg; 2] {
        unsafe { [buffer(&self.starts, self.characters + 1), buffer(&self.places, self.listed)] }
    }
}

/// A batch of texts on the device.
pub struct Texts {
    images: usize,
    sizes: CharacterSizes,
    /// By the encoder, `[N, places]`.
    pub seen: Occurrences,
    /// By the decoder, of the characters before: `[N, places + 1]`, the last of which stands before the first character.
    pub shown: Occurrences,
    targets: Handle,
    /// Characters of each, its end among them.
    lengths: Handle,
    units: Option<Handle>,
    colours: Handle,
}

impl Texts {
    /// Of a model of texts alone.
    pub fn upload(client: &Client, config: &ModelConfig, batch: &Batch) -> Option<Self> {
        let sizes = character_sizes(config)?;
        let CharacterSizes { characters, places, .. } = sizes;
        let ids = config.data.ids(&batch.targets);
        let length = |text: &[u16]| text.iter().position(|id| *id == 0).map_or(places, |end| end + 1) as u32;
        let lengths: Vec<u32> = ids.chunks_exact(places).map(length).collect();
        let none = characters as u32;
        let is_hidden = |at: usize| ids[at] == 0 || batch.hidden.get(at).is_some_and(|hidden| *hidden);
        let shown = |at: usize| if is_hidden(at) { none } else { ids[at].into() };
        let shown = (0..lengths.len()).flat_map(|text| (0..places).map(move |at| shown(text * places + at)).chain([0]));
        let words = |words: &[u32]| client.create_from_slice(u32::as_bytes(words));
        let wide = |ids: &[u16]| ids.iter().map(|&id| u32::from(id)).collect::<Vec<_>>();
        let colours = batch.targets.chunks_exact(config.data.size());
        let colours = colours.flat_map(|text| config.data.colour_of(text).unwrap_or_default()).map(u32::from);
        Some(Self {
            images: lengths.len(),
            sizes,
            seen: Occurrences::upload(client, &wide(&config.data.ids_backwards(batch.inputs())), characters),
            shown: Occurrences::upload(client, &shown.collect::<Vec<_>>(), characters),
            targets: words(&wide(&ids)),
            lengths: words(&lengths),
            units: (!batch.units.is_empty()).then(|| client.create_from_slice(f32::as_bytes(&batch.units))),
            colours: words(&colours.collect::<Vec<_>>()),
        })
    }

    /// Ids `[N, places]`, and characters of each with its end `[N]`.
    pub fn targets(&self) -> [BufferArg; 2] {
        // SAFETY: here and below, the buffers were made with these lengths.
        unsafe { [buffer(&self.targets, self.images * self.sizes.places), buffer(&self.lengths, self.images)] }
    }

    /// What hidden units are multiplied by, `[N, hidden]`, where any is left out; else something that stands in for it.
    pub fn units(&self) -> (BufferArg, bool) {
        let count = self.images * self.sizes.hidden;
        let stand_in = || unsafe { buffer(&self.lengths, self.images) };
        (self.units.as_ref().map_or_else(stand_in, |units| unsafe { buffer(units, count) }), self.units.is_some())
    }

    /// Red, green and blue, `[N, 3]`.
    pub fn colours(&self) -> BufferArg {
        unsafe { buffer(&self.colours, 3 * self.images) }
    }
}
