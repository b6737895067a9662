//! Support for a cause that the brand's own record does not bear out.

use crate::engine::{Check, Found, Level, Room, Sense, Senses, Topic, Topics};
use crate::words;

pub const CHECK: Check = Check {
    id: "hollow-support",
    name: &words::CHECK_HOLLOW_SUPPORT_NAME,
    what: &words::CHECK_HOLLOW_SUPPORT_WHAT,
    why: &words::CHECK_HOLLOW_SUPPORT_WHY,
    todo: &words::CHECK_HOLLOW_SUPPORT_TODO,
    run,
};

/// Causes whose people are hurt by empty words.
const PEOPLE: Topics = Topics::of(&[
    Topic::Racism,
    Topic::Police,
    Topic::Gender,
    Topic::Abuse,
    Topic::Lgbtq,
    Topic::Disability,
    Topic::Refugees,
    Topic::Work,
    Topic::Slavery,
]);

fn run(room: &Room) -> Vec<Found> {
    let stands = Senses::of(&[Sense::Stand]);
    if !room.does(stands) || room.does(Senses::of(&[Sense::Deed, Sense::Apologise])) {
        return Vec::new();
    }
    let Some(stance) = room.brand.stances.iter().find(|stance| stance.does.has(Sense::Blemish)) else {
        return Vec::new();
    };
    // While the cause is in the news, its people read the record too; on any other day the words are merely weak.
    let known = room.fresh_about(stance.about.with(room.mentioned).and(PEOPLE), 2);
    let mut evidence = vec![room.stance_evidence(stance)];
    evidence.extend(known.map(|known| room.event_evidence(known)));
    let level = if known.is_some() { Level::Hold } else { Level::Caution };
    vec![Found { level, span: room.span_of(stands), about: stance.line.text.clone(), evidence }]
}
