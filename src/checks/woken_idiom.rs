//! An everyday figure of speech whose literal sense an event has just made real.

use crate::engine::{Check, Found, Hit, Known, Level, Room, Sense, fold};
use crate::words;

pub const CHECK: Check = Check {
    id: "woken-idiom",
    name: &words::CHECK_WOKEN_IDIOM_NAME,
    what: &words::CHECK_WOKEN_IDIOM_WHAT,
    why: &words::CHECK_WOKEN_IDIOM_WHY,
    todo: &words::CHECK_WOKEN_IDIOM_TODO,
    run,
};

fn run(room: &Room) -> Vec<Found> {
    if room.humane() {
        return Vec::new();
    }
    let mut best: Option<Found> = None;
    for (at, hit) in room.hits.iter().enumerate() {
        let group = room.knowledge.group(hit.group);
        if !group.does.has(Sense::Idiom) {
            continue;
        }
        // A day of the calendar remembers; it does not make words literal again.
        let near = room.context.about(group.wakes, 2).filter(|known| !known.event.observance);
        // What happens elsewhere is no reason to weigh words, unless its headline has this very word and the post sells.
        let far = || room.context.far(group.wakes).find(|known| room.push() == 2 && shares(room, hit, known));
        let Some(known) = near.or_else(far) else { continue };
        // "The plane crash": the event itself is named, in plain words. Hits come in order of their end, so what covers
        // this one is near.
        let plain = room.hits[at.saturating_sub(16)..].iter().take(48).any(|other| {
            let group = room.knowledge.group(other.group);
            let covers = other.start <= hit.start && other.end >= hit.end;
            covers && other.end - other.start > hit.end - hit.start && group.is_news()
        });
        if plain {
            continue;
        }
        let span = room.span(hit);
        let level = match (known.fresh, known.gravity, room.lean()) {
            _ if !known.near => Level::Caution,
            (true, 3, 1..) => Level::Hold,
            (true, 2, 2) => Level::Hold,
            (true, ..) => Level::Caution,
            // A memorial wakes only what is sold or joked about with it.
            (false, 3, 2) => Level::Hold,
            (false, 3, 1) => Level::Caution,
            _ => continue,
        };
        // A common word whose other sense is far ("fly off the shelves") asks for a look at most, and only when people die;
        // unless the headline has the very word.
        let level = match (group.gravity, known.fresh, known.gravity, room.push()) {
            (0, ..) => level,
            _ if shares(room, hit, known) => level,
            (_, true, 3, 2) => Level::Caution,
            (_, true, ..) => Level::Hint,
            _ => continue,
        };
        if best.as_ref().is_none_or(|found| found.level < level) {
            let mut found = room.found(level, span, known);
            found.evidence.push(room.meaning_evidence(group, &room.words(span)));
            best = Some(found);
        }
    }
    best.into_iter().collect()
}

/// Whether the event's own name has a word of the hit, give or take its ending: "guilty", "invade" and "invades".
fn shares(room: &Room, hit: &Hit, known: &Known) -> bool {
    let name = fold(&known.event.name);
    room.folded.text[hit.start..hit.end].split(' ').filter(|word| word.len() >= 5).any(|word| {
        let mut keep = (word.len() - 2).max(4);
        while !word.is_char_boundary(keep) {
            keep -= 1;
        }
        name.word_starts().any(|at| name.text[at..].starts_with(&word[..keep]))
    })
}
