//! A brand laughs at people who have it hard.

use crate::engine::{Check, Found, JOKES, Level, Room, Sense, Senses};
use crate::words;

pub const CHECK: Check = Check {
    id: "punching-down",
    name: &words::CHECK_PUNCHING_DOWN_NAME,
    what: &words::CHECK_PUNCHING_DOWN_WHAT,
    why: &words::CHECK_PUNCHING_DOWN_WHY,
    todo: &words::CHECK_PUNCHING_DOWN_TODO,
    run,
};

fn run(room: &Room) -> Vec<Found> {
    if room.humane() || room.does(Senses::of(&[Sense::Counter, Sense::Condemn, Sense::Help])) || room.brand.informs {
        return Vec::new();
    }
    let laughs = room.does(JOKES);
    if !laughs && !room.does(Senses::of(&[Sense::Contempt, Sense::Vile])) {
        return Vec::new();
    }
    let Some((hit, group)) = room.hits_of(Senses::of(&[Sense::Hardship])).next() else { return Vec::new() };
    let span = room.span(hit);
    let words = room.words(span);
    let known = room.context.about(group.about, 1).filter(|known| known.fresh);
    let mut evidence = vec![room.meaning_evidence(group, &words)];
    evidence.extend(known.map(|known| room.event_evidence(known)));
    let mocks = room.does(Senses::of(&[Sense::Mock, Sense::Contempt]));
    let level = match (known.is_some(), mocks) {
        (true, true) => Level::Hold,
        (true, false) | (false, true) => Level::Caution,
        // Somebody laughs, somewhere near: worth a look, no more.
        (false, false) if room.push() == 2 => Level::Caution,
        (false, false) => Level::Hint,
    };
    vec![Found { level, span, about: words, evidence }]
}
