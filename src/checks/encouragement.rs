//! The other way round: a post that fits what the brand declared, and says what is done about it.

use crate::engine::{Check, Found, JOKES, Level, PRAISE, Room, SELLS, Sense, Senses, Stance};
use crate::words;

pub const CHECK: Check = Check {
    id: PRAISE,
    name: &words::CHECK_ENCOURAGEMENT_NAME,
    what: &words::CHECK_ENCOURAGEMENT_WHAT,
    why: &words::CHECK_ENCOURAGEMENT_WHY,
    todo: &words::CHECK_ENCOURAGEMENT_TODO,
    run,
};

fn run(room: &Room) -> Vec<Found> {
    let concrete = room.does(Senses::of(&[Sense::Deed, Sense::Proof]));
    if !concrete || room.does(SELLS.with(JOKES)) {
        return Vec::new();
    }
    // A record that everybody can check: somebody said it, on a day or at a place.
    let stands = |stance: &&Stance| {
        let line = &stance.line;
        let receipt = !line.date.is_empty() || !line.url.is_empty();
        receipt && !line.names.is_empty() && !line.silent && !line.overdue && !stance.does.has(Sense::Blemish)
    };
    let fits = room.brand.stances.iter().filter(stands).find_map(|stance| {
        let sides = &stance.line.sides;
        let said = room.said.iter().find(|said| sides.contains(&(said.target.clone(), said.favor)))?;
        Some((stance, said.span))
    });
    let found = |(stance, span): (&Stance, (u32, u32))| Found {
        level: Level::Hint,
        span,
        about: stance.line.text.clone(),
        evidence: vec![room.stance_evidence(stance)],
    };
    fits.map(found).into_iter().collect()
}
