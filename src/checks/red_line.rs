//! Words that the brand itself ruled out, for ever or beside a sale.

use crate::engine::{Check, Found, Level, Room};
use crate::words;

pub const CHECK: Check = Check {
    id: "red-line",
    name: &words::CHECK_RED_LINE_NAME,
    what: &words::CHECK_RED_LINE_WHAT,
    why: &words::CHECK_RED_LINE_WHY,
    todo: &words::CHECK_RED_LINE_TODO,
    run,
};

fn run(room: &Room) -> Vec<Found> {
    let crossed = room.brand.stances.iter().find_map(|stance| Some((stance, room.find_any(&stance.red_lines)?)));
    crossed
        .map(|(stance, span)| Found {
            level: Level::Hold,
            span,
            about: stance.line.text.clone(),
            evidence: vec![room.stance_evidence(stance)],
        })
        .into_iter()
        .collect()
}
