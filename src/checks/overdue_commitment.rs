//! Pride in a cause for which the brand's own promise is past its day.

use super::washing::measured;
use crate::engine::{CHEERS, Check, Found, Level, Room, SELLS, SHOWS, Sense, Senses, Stance};
use crate::words;

pub const CHECK: Check = Check {
    id: "overdue-commitment",
    name: &words::CHECK_OVERDUE_COMMITMENT_NAME,
    what: &words::CHECK_OVERDUE_COMMITMENT_WHAT,
    why: &words::CHECK_OVERDUE_COMMITMENT_WHY,
    todo: &words::CHECK_OVERDUE_COMMITMENT_TODO,
    run,
};

fn run(room: &Room) -> Vec<Found> {
    let late = room.brand.stances.iter().filter(|stance| stance.line.overdue);
    let found = late.filter_map(|stance| Some((stance, place(room, stance)?))).next();
    found
        .map(|(stance, span)| {
            // An honest report of where the promise stands is no boast.
            let praised = room.hits.iter().any(|hit| room.knowledge.group(hit.group).boasts);
            let boasts =
                praised || room.does(CHEERS.with(SELLS).with(SHOWS)) || room.said.iter().any(|said| said.favor);
            let told = room.does(Senses::of(&[Sense::Deed, Sense::Proof])) || measured(&room.folded.text);
            Found {
                level: if boasts && !told && !room.humane() { Level::Caution } else { Level::Hint },
                span,
                about: stance.line.text.clone(),
                evidence: vec![room.stance_evidence(stance)],
            }
        })
        .into_iter()
        .collect()
}

/// Where the draft speaks of what was promised.
fn place(room: &Room, stance: &Stance) -> Option<(u32, u32)> {
    let hit = room.hits.iter().find(|hit| stance.causes.binary_search(&room.knowledge.group(hit.group).cause).is_ok());
    let said = || room.said.iter().find(|said| stance.line.sides.iter().any(|(target, _)| *target == said.target));
    hit.map(|hit| room.span(hit)).or_else(|| said().map(|said| said.span))
}
