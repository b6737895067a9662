//! A person paused everything: nothing goes out without a second look.

use crate::engine::{Check, Evidence, EvidenceKind, Found, Level, Room};
use crate::words;

pub const CHECK: Check = Check {
    id: "paused-by-person",
    name: &words::CHECK_PAUSED_BY_PERSON_NAME,
    what: &words::CHECK_PAUSED_BY_PERSON_WHAT,
    why: &words::CHECK_PAUSED_BY_PERSON_WHY,
    todo: &words::CHECK_PAUSED_BY_PERSON_TODO,
    run,
};

fn run(room: &Room) -> Vec<Found> {
    if !room.paused {
        return Vec::new();
    }
    let text = room.labels.pause.get(room.locale).to_string();
    vec![Found {
        level: Level::Hold,
        span: (0, 0),
        about: text.clone(),
        evidence: vec![Evidence { kind: EvidenceKind::Pause, source: text.clone(), text, url: None, date: None }],
    }]
}
