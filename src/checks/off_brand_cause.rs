//! Joining the day or the hashtag of a cause on which the brand's record has nothing.

use crate::engine::{Check, Found, Hit, Known, Level, Room, Sense, Senses, Stance, Topic, Topics, fold};
use crate::words;

pub const CHECK: Check = Check {
    id: "off-brand-cause",
    name: &words::CHECK_OFF_BRAND_CAUSE_NAME,
    what: &words::CHECK_OFF_BRAND_CAUSE_WHAT,
    why: &words::CHECK_OFF_BRAND_CAUSE_WHY,
    todo: &words::CHECK_OFF_BRAND_CAUSE_TODO,
    run,
};

/// Causes that ask for more than good wishes. Grief and memory are everybody's.
const CAUSES: Topics = Topics::of(&[
    Topic::Racism,
    Topic::Gender,
    Topic::Abuse,
    Topic::Lgbtq,
    Topic::Disability,
    Topic::Refugees,
    Topic::Work,
    Topic::Climate,
    Topic::Animals,
]);

fn run(room: &Room) -> Vec<Found> {
    // Without a record there is nothing to be off; and who does something about it has made it their own.
    let records = || room.brand.stances.iter().filter(|stance| !stance.line.names.is_empty());
    if records().next().is_none() || room.does(Senses::of(&[Sense::Deed, Sense::Proof, Sense::Inform])) {
        return Vec::new();
    }
    let joins = |(event, span): &(usize, (u32, u32))| {
        let known = &room.context.events[*event];
        let cause = known.topics.and(CAUSES);
        let declared = || room.brand.stances.iter().any(|stance| covers(room, stance, known, cause));
        (!known.fresh && !cause.is_empty() && !declared()).then_some((known, *span))
    };
    let found = room.named.iter().find_map(joins);
    found.map(|(known, span)| room.found(Level::Hint, span, known)).into_iter().collect()
}

/// Whether a line of the record is about the same cause: by topic, or by the words that both use for it.
fn covers(room: &Room, stance: &Stance, known: &Known, cause: Topics) -> bool {
    let event = &known.event;
    let told = [&event.name, &event.name_ko, &event.meaning, &event.meaning_ko].map(String::as_str).join("\n");
    // A theme is broader than a cause: women in a record are not yet women's rights.
    let same = |hit: &Hit| {
        let group = room.knowledge.group(hit.group);
        ["causes/causes", "causes/english", "causes/korea"].contains(&group.file)
            && stance.causes.binary_search(&group.cause).is_ok()
    };
    stance.about.meets(cause) || room.knowledge.scan(&fold(&told)).iter().chain(&room.hits).any(same)
}
