//! A post set to go out later, into a day that will still be dark.

use crate::engine::{CHEERS, Check, Found, JOKES, Level, Room, SELLS, SHOWS, Tone};
use crate::words;

pub const CHECK: Check = Check {
    id: "scheduled-into-crisis",
    name: &words::CHECK_SCHEDULED_INTO_CRISIS_NAME,
    what: &words::CHECK_SCHEDULED_INTO_CRISIS_WHAT,
    why: &words::CHECK_SCHEDULED_INTO_CRISIS_WHY,
    todo: &words::CHECK_SCHEDULED_INTO_CRISIS_TODO,
    run,
};

fn run(room: &Room) -> Vec<Found> {
    let bright = SELLS.with(SHOWS).with(CHEERS).with(JOKES);
    if !room.draft.scheduled || room.humane() || !room.does(bright) {
        return Vec::new();
    }
    // What is fresh and grave now; else what the day it goes out remembers.
    let day = |grave| room.context.days().map(|(_, known)| known).find(move |known| grave_day(known, grave));
    let Some(known) = room.context.sudden().or_else(|| room.mourning()).or_else(|| day(3)) else { return Vec::new() };
    let level = if known.fresh { Level::Caution } else { Level::Hint };
    vec![room.found(level, room.span_of(bright), known)]
}

fn grave_day(known: &crate::engine::Known, least: u8) -> bool {
    !known.fresh && known.gravity >= least && known.event.tone == Tone::Solemn
}
