//! Support for a cause that the brand's own record does not bear out.

use crate::engine::{Check, Found, Level, Room, Sense, Senses};
use crate::words;

pub const CHECK: Check = Check {
    id: "hollow-support",
    name: &words::CHECK_HOLLOW_SUPPORT_NAME,
    what: &words::CHECK_HOLLOW_SUPPORT_WHAT,
    why: &words::CHECK_HOLLOW_SUPPORT_WHY,
    todo: &words::CHECK_HOLLOW_SUPPORT_TODO,
    run,
};

fn run(room: &Room) -> Vec<Found> {
    let stands = Senses::of(&[Sense::Stand]);
    if !room.does(stands) || room.does(Senses::of(&[Sense::Deed, Sense::Apologise])) {
        return Vec::new();
    }
    let blemish = room.brand.stances.iter().find(|stance| stance.does.has(Sense::Blemish));
    blemish
        .map(|stance| Found {
            level: Level::Caution,
            span: room.span_of(stands),
            about: stance.line.text.clone(),
            evidence: vec![room.stance_evidence(stance)],
        })
        .into_iter()
        .collect()
}
