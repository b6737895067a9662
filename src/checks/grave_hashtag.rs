//! A hashtag or slogan that belongs to a tragedy or a movement, used to sell or to joke.

use crate::engine::{Check, Found, Level, Room, Sense, Senses};
use crate::words;

pub const CHECK: Check = Check {
    id: "grave-hashtag",
    name: &words::CHECK_GRAVE_HASHTAG_NAME,
    what: &words::CHECK_GRAVE_HASHTAG_WHAT,
    why: &words::CHECK_GRAVE_HASHTAG_WHY,
    todo: &words::CHECK_GRAVE_HASHTAG_TODO,
    run,
};

fn run(room: &Room) -> Vec<Found> {
    if room.humane() {
        return Vec::new();
    }
    let push = room.push();
    let mut all = Vec::new();
    // A slogan from the knowledge files.
    for (hit, group) in room.hits_of(Senses::of(&[Sense::Rally])) {
        let span = room.span(hit);
        let words = room.words(span);
        let known = room.context.about(group.about, 2);
        let level = match (known.is_some(), push, group.gravity) {
            (true, 2, _) => Level::Hold,
            (true, 1, _) => Level::Caution,
            (false, 2, 3) => Level::Caution,
            (false, 2, _) | (false, 1, 3) => Level::Hint,
            _ => continue,
        };
        let mut evidence = vec![room.meaning_evidence(group, &words)];
        evidence.extend(known.map(|known| room.event_evidence(known)));
        all.push(Found { level, span, about: known.map_or(words, |k| k.name(room.locale).to_string()), evidence });
    }
    if !all.is_empty() {
        all.truncate(1);
        return all;
    }
    // A tag of the day.
    for (event, span) in &room.named {
        let known = &room.context.events[*event];
        let tag = room.folded.tags.iter().any(|tag| tag.start <= span.0 && tag.end >= span.1);
        if !tag || known.event.observance {
            continue;
        }
        let level = match (known.fresh && known.gravity >= 2, room.context.gravity >= 2, push) {
            (true, _, 2) => Level::Hold,
            (true, _, 1) => Level::Caution,
            // The tag itself says nothing grave, but it stands beside something that is.
            (false, true, 2) if known.gravity == 0 => Level::Hint,
            _ => continue,
        };
        return vec![room.found(level, *span, known)];
    }
    Vec::new()
}
