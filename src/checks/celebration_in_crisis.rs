//! High spirits while people die, grieve or are angry at the brand.

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
    if room.humane() || !room.does(CHEERS) || room.does(SELLS) {
        return Vec::new();
    }
    let party = room.does(Senses::of(&[Sense::Celebrate]));
    let found = |level, known| vec![room.found(level, room.span_of(CHEERS), known)];
    if let Some(known) = room.touched(2).or_else(|| room.mourning()) {
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
