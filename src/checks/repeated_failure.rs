//! Words, a hashtag or a premise for which another brand had to say sorry: the case itself is the evidence.

use crate::engine::{Check, Found, Group, HUMANE, Level, Room, Sense, Senses};
use crate::words;

pub const CHECK: Check = Check {
    id: "repeated-failure",
    name: &words::CHECK_REPEATED_FAILURE_NAME,
    what: &words::CHECK_REPEATED_FAILURE_WHAT,
    why: &words::CHECK_REPEATED_FAILURE_WHY,
    todo: &words::CHECK_REPEATED_FAILURE_TODO,
    run,
};

/// Is there for people, or keeps a memory.
const SOFT: Senses = HUMANE.with(Senses::of(&[Sense::Remember]));
/// Says it of others, or speaks against it.
const AGAINST: Senses = Senses::of(&[Sense::Counter, Sense::Report, Sense::Condemn]);

fn run(room: &Room) -> Vec<Found> {
    let (cases, talk): (Vec<_>, Vec<_>) =
        room.hits_of(Senses::of(&[Sense::Precedent])).partition(|(_, group)| !group.meaning.0.is_empty());
    let rated = cases.into_iter().map(|(hit, group)| {
        let known = room.context.about(group.about.with(group.wakes), 1);
        // Whoever writes about the case has to quote it.
        let told = !talk.is_empty() || room.does(AGAINST);
        let level = if told { Level::Hint } else { level(room, group, known.is_some()) };
        (level, hit, group, known)
    });
    let Some((level, hit, group, known)) = rated.max_by_key(|(level, hit, ..)| (*level, hit.end - hit.start)) else {
        return Vec::new();
    };
    let mut evidence = vec![room.precedent_evidence(group)];
    evidence.extend(known.map(|known| room.event_evidence(known)));
    vec![Found { level, span: room.span(hit), about: group.meaning(room.locale).to_string(), evidence }]
}

/// The words of a case without gravity are harmless in themselves, and were wrong on their day. One of gravity 1 cost a
/// laugh, and is no more on any day.
fn level(room: &Room, group: &Group, going_on: bool) -> Level {
    let pushes = room.push() > 0;
    let soft = room.does(SOFT) && !pushes;
    match (group.gravity, going_on) {
        (0, false) => Level::Hint,
        _ if soft => Level::Hint,
        (1, _) => Level::Caution,
        (3, false) if pushes => Level::Hold,
        (_, true) => Level::Hold,
        _ => Level::Caution,
    }
}
