//! A post that goes against what the brand declared.

use crate::engine::{Check, Found, Level, Room, Stance};
use crate::words;

pub const CHECK: Check = Check {
    id: "stance-contradiction",
    name: &words::CHECK_STANCE_CONTRADICTION_NAME,
    what: &words::CHECK_STANCE_CONTRADICTION_WHAT,
    why: &words::CHECK_STANCE_CONTRADICTION_WHY,
    todo: &words::CHECK_STANCE_CONTRADICTION_TODO,
    run,
};

fn run(room: &Room) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    for stance in &room.brand.stances {
        if let Some(found) = crossed(room, stance)
            && all.iter().all(|other| other.span != found.span)
        {
            all.push(found);
        }
    }
    all.truncate(3);
    all
}

fn crossed(room: &Room, stance: &Stance) -> Option<Found> {
    let evidence = |level, span| {
        Some(Found { level, span, about: stance.line.text.clone(), evidence: vec![room.stance_evidence(stance)] })
    };
    if let Some(span) = room.find_any(&stance.red_lines) {
        return evidence(Level::Hold, span);
    }
    if let Some(span) = room.find_any(&stance.names)
        && stance.line.silent
    {
        return evidence(Level::Caution, span);
    }
    // The stance belongs to a cause; the draft uses words that go against that cause.
    let betrayal = room.hits.iter().find(|hit| {
        let group = room.knowledge.group(hit.group);
        group.betrays && !room.denied(hit) && stance.causes.binary_search(&group.cause).is_ok()
    });
    let hit = betrayal?;
    let level = if room.humane() { Level::Hint } else { Level::Hold };
    evidence(level, room.span(hit))
}
