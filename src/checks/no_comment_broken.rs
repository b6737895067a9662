//! A word on a target on which the brand decided to say nothing.

use crate::engine::{Check, Found, Level, Room, Stance};
use crate::words;

pub const CHECK: Check = Check {
    id: "no-comment-broken",
    name: &words::CHECK_NO_COMMENT_BROKEN_NAME,
    what: &words::CHECK_NO_COMMENT_BROKEN_WHAT,
    why: &words::CHECK_NO_COMMENT_BROKEN_WHY,
    todo: &words::CHECK_NO_COMMENT_BROKEN_TODO,
    run,
};

fn run(room: &Room) -> Vec<Found> {
    let silent = room.brand.stances.iter().filter(|stance| stance.line.silent);
    let broken = silent.filter_map(|stance| {
        // A side taken on it weighs more than its name.
        let side = room.said.iter().find(|said| stance.line.sides.iter().any(|(target, _)| *target == said.target));
        Some((stance, side.map(|said| said.span).or_else(|| room.find_any(&stance.names))?))
    });
    let found = |(stance, span): (&Stance, (u32, u32))| Found {
        level: Level::Caution,
        span,
        about: stance.line.names.first().cloned().unwrap_or_default(),
        evidence: vec![room.stance_evidence(stance)],
    };
    broken.take(1).map(found).collect()
}
