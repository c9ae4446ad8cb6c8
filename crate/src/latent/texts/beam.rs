//! The likeliest texts at a point, by a beam search.

use super::{WrittenText, at_one, check_count, texts};
use crate::error::Result;
use crate::latent::top::top;
use crate::model::network::{Network, Written};

/// The likeliest texts that a beam of so many finds at one point, the likeliest first.
///
/// # Errors
/// As [`super::write()`], and for a beam out of range.
pub fn best(model: &Network, point: &[f32], class: u8, beams: usize) -> Result<Vec<WrittenText>> {
    check_count(beams)?;
    let (contexts, length) = (at_one(model, point, class)?, model.config().data.length());
    let mut found = vec![Beam { ids: vec![0; length], log_p: 0.0, ended: false }];
    for place in 0..length {
        let open: Vec<u16> = found.iter().filter(|beam| !beam.ended).flat_map(|beam| beam.ids.clone()).collect();
        if open.is_empty() {
            break;
        }
        let log_p = contexts.repeated(open.len() / length).next(&open, place);
        found = further(found, &log_p, place, beams);
    }
    let written = Written {
        log_likelihood: found.iter().map(|beam| beam.log_p).collect(),
        ids: found.into_iter().flat_map(|beam| beam.ids).collect(),
    };
    Ok(texts(&contexts.repeated(written.log_likelihood.len()), &written))
}

/// The beginning of a text in a beam.
#[derive(Clone)]
struct Beam {
    ids: Vec<u16>,
    log_p: f32,
    ended: bool,
}

/// The best continuations by one character of those that are open, beside what has ended.
fn further(found: Vec<Beam>, log_p: &[f32], place: usize, beams: usize) -> Vec<Beam> {
    let each = log_p.len() / found.iter().filter(|beam| !beam.ended).count();
    let mut rows = log_p.chunks_exact(each);
    let mut candidates = vec![];
    for (index, beam) in found.iter().enumerate() {
        if beam.ended {
            candidates.push((beam.log_p, index, None));
            continue;
        }
        let row = rows.next().unwrap_or_default().iter().enumerate();
        candidates.extend(row.map(|(id, log_p)| (beam.log_p + log_p, index, Some(id))));
    }
    let scores: Vec<f32> = candidates.iter().map(|(log_p, ..)| *log_p).collect();
    let continued = |(log_p, index, id): (f32, usize, Option<usize>)| {
        let mut beam = Beam { log_p, ..found[index].clone() };
        if let Some(id) = id {
            (beam.ids[place], beam.ended) = (id as u16, id == 0);
        }
        beam
    };
    top(&scores, &[], beams).into_iter().map(|place| continued(candidates[place as usize])).collect()
}
