//! Despair, illness or atrocity borrowed for a light post.

use crate::engine::{Check, Found, Level, Room, Sense, Senses};
use crate::words;

pub const CHECK: Check = Check {
    id: "trivialised-suffering",
    name: &words::CHECK_TRIVIALISED_SUFFERING_NAME,
    what: &words::CHECK_TRIVIALISED_SUFFERING_WHAT,
    why: &words::CHECK_TRIVIALISED_SUFFERING_WHY,
    todo: &words::CHECK_TRIVIALISED_SUFFERING_TODO,
    run,
};

fn run(room: &Room) -> Vec<Found> {
    let despair = Senses::of(&[Sense::Despair]);
    if room.humane() || room.does(Senses::of(&[Sense::Counter])) || room.brand.informs {
        return Vec::new();
    }
    let Some((hit, group)) = room.hits_of(despair).next() else { return light(room).into_iter().collect() };
    let span = room.span(hit);
    let mut evidence = vec![room.meaning_evidence(group, &room.words(span))];
    let known = room.context.about(group.about, 2);
    evidence.extend(known.map(|known| room.event_evidence(known)));
    // A person may say so; a brand that says so is acting.
    let level = match (known.is_some(), room.lean()) {
        (true, 1..) => Level::Hold,
        (true, 0) => Level::Caution,
        (false, _) if room.is_brand() => Level::Caution,
        (false, 2) => Level::Caution,
        _ => Level::Hint,
    };
    vec![Found { level, span, about: room.words(span), evidence }]
}

/// A brand names what people suffer from just now, and no word of it tells of care, of news or of a side.
fn light(room: &Room) -> Option<Found> {
    if !room.as_usual() {
        return None;
    }
    let known = room.fresh_about(room.literal, 2).or_else(|| room.context.far(room.literal).next())?;
    let (hit, _) =
        room.hits.iter().map(|hit| (hit, room.knowledge.group(hit.group))).find(|(_, group)| {
            group.gravity >= 2 && !group.does.has(Sense::Idiom) && group.about.meets(known.topics)
        })?;
    Some(room.found(Level::Caution, room.span(hit), known))
}
