//! High spirits while people die, grieve or are angry at the brand.

use crate::engine::heads::Head;
use crate::engine::{CHEERS, Check, Found, Known, Level, Room, SELLS, Sense, Senses, Topic, Topics};
use crate::words;

pub const CHECK: Check = Check {
    id: "celebration-in-crisis",
    name: &words::CHECK_CELEBRATION_IN_CRISIS_NAME,
    what: &words::CHECK_CELEBRATION_IN_CRISIS_WHAT,
    why: &words::CHECK_CELEBRATION_IN_CRISIS_WHY,
    todo: &words::CHECK_CELEBRATION_IN_CRISIS_TODO,
    run,
};

/// Trouble of the brand's own making, where cheer looks like not caring.
const TROUBLE: Topics =
    Topics::of(&[Topic::Work, Topic::Layoffs, Topic::Breach, Topic::Strike, Topic::Outrage, Topic::Food]);

/// Boasting of gains while people lose their jobs hurts whoever lost them.
fn boasts<'a>(room: &'a Room) -> Option<&'a Known> {
    let gains = room.does(Senses::of(&[Sense::Boast]));
    if gains { room.fresh_about(Topics::of(&[Topic::Layoffs]), 2) } else { None }
}

fn run(room: &Room) -> Vec<Found> {
    if room.humane() || room.does(SELLS) {
        return Vec::new();
    }
    if !room.does(CHEERS) {
        return heard(room);
    }
    let party = room.does(Senses::of(&[Sense::Celebrate]));
    let found = |level, known| vec![room.found(level, room.span_of(CHEERS), known)];
    if let Some(known) = room.touched(2).or_else(|| room.mourning()) {
        if !party
            && let Some(named) = room.named_event(3)
            && room.sounds(Head::Cheer)
        {
            let mut sure = room.found(Level::Hold, room.span_of(CHEERS), named);
            sure.evidence.push(room.tone_evidence(Head::Cheer));
            return vec![sure];
        }
        let level = if party && known.gravity == 3 { Level::Hold } else { Level::Caution };
        return found(level, known);
    }
    if let Some(known) = room.own_trouble(TROUBLE, 2).or_else(|| boasts(room)) {
        return found(if party { Level::Caution } else { Level::Hint }, known);
    }
    match room.context.sudden() {
        Some(known) => found(if party { Level::Caution } else { Level::Hint }, known),
        None => Vec::new(),
    }
}

/// Cheer that no list knows, but a head hears: worth a look beside an event that the draft names; beside one that it
/// only touches, or that everybody mourns, a hint.
fn heard(room: &Room) -> Vec<Found> {
    let mut tones = [Head::Cheer, Head::Mirth].into_iter();
    let (known, head, level) = match room.named_event(2) {
        Some(known) => (Some(known), tones.find(|head| room.seems(*head)), Level::Caution),
        None => {
            let known = room.touched(2).or_else(|| room.mourning());
            (known, known.and_then(|_| tones.find(|head| room.sounds(*head))), Level::Hint)
        }
    };
    let (Some(known), Some(head)) = (known, head) else { return Vec::new() };
    let mut found = room.found(if known.gravity == 3 { level } else { Level::Hint }, (0, 0), known);
    found.evidence.push(room.tone_evidence(head));
    vec![found]
}
