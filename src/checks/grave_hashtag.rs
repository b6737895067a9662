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
    slogan(room).or_else(|| tag_of_the_day(room)).into_iter().collect()
}

/// A slogan or tag from the knowledge files.
fn slogan(room: &Room) -> Option<Found> {
    let push = room.push();
    let rated = room.hits_of(Senses::of(&[Sense::Rally])).filter_map(|(hit, group)| {
        let known = room.context.about(group.about, 2);
        let level = match (known.is_some(), push, group.gravity) {
            (true, 2, _) => Level::Hold,
            (true, 1, _) => Level::Caution,
            (false, 2, 3) => Level::Caution,
            (false, 2, _) | (false, 1, 3) => Level::Hint,
            _ => return None,
        };
        Some((level, hit, group, known))
    });
    let (level, hit, group, known) = rated.max_by_key(|(level, ..)| *level)?;
    let span = room.span(hit);
    let words = room.words(span);
    let mut evidence = vec![room.meaning_evidence(group, &words)];
    evidence.extend(known.map(|known| room.event_evidence(known)));
    Some(Found { level, span, about: known.map_or(words, |k| k.name(room.locale).to_string()), evidence })
}

/// A tag that trends today.
fn tag_of_the_day(room: &Room) -> Option<Found> {
    let push = room.push();
    room.named.iter().find_map(|(event, span)| {
        let known = &room.context.events[*event];
        let at = room.folded.tags.partition_point(|tag| tag.end < span.1);
        let tagged = room.folded.tags.get(at).is_some_and(|tag| tag.start <= span.0);
        if !tagged || known.event.observance {
            return None;
        }
        let level = match (known.fresh && known.gravity >= 2, push) {
            (true, 2) => Level::Hold,
            (true, 1) => Level::Caution,
            // The tag itself says nothing grave, but it stands beside something that is.
            (false, 2) if known.gravity == 0 && room.context.gravity >= 2 => Level::Hint,
            _ => return None,
        };
        Some(room.found(level, *span, known))
    })
}
