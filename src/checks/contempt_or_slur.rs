//! Slurs, open contempt and threats.

use crate::engine::{Check, Found, Level, Room, Sense, Senses};
use crate::words;

pub const CHECK: Check = Check {
    id: "contempt-or-slur",
    name: &words::CHECK_CONTEMPT_OR_SLUR_NAME,
    what: &words::CHECK_CONTEMPT_OR_SLUR_WHAT,
    why: &words::CHECK_CONTEMPT_OR_SLUR_WHY,
    todo: &words::CHECK_CONTEMPT_OR_SLUR_TODO,
    run,
};

fn run(room: &Room) -> Vec<Found> {
    let quoted = room.does(Senses::of(&[Sense::Counter, Sense::Apologise, Sense::Help]));
    let mut all: Vec<Found> = Vec::new();
    for (hit, group) in room.hits_of(Senses::of(&[Sense::Slur, Sense::Contempt, Sense::Threat, Sense::Crude])).take(5) {
        let span = room.span(hit);
        let level = match () {
            () if group.does.has(Sense::Crude) => Level::Hint,
            () if quoted => Level::Hint,
            () if group.gravity >= 2 => Level::Caution,
            () => Level::Hint,
        };
        let evidence = vec![room.meaning_evidence(group, &room.words(span))];
        all.push(Found { level, span, about: room.words(span), evidence });
    }
    all
}
