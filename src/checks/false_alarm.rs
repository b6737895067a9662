//! Advertising that sounds like a warning or breaking news.

use crate::engine::{Check, Found, Level, Room, Sense, Senses};
use crate::words;

pub const CHECK: Check = Check {
    id: "false-alarm",
    name: &words::CHECK_FALSE_ALARM_NAME,
    what: &words::CHECK_FALSE_ALARM_WHAT,
    why: &words::CHECK_FALSE_ALARM_WHY,
    todo: &words::CHECK_FALSE_ALARM_TODO,
    run,
};

fn run(room: &Room) -> Vec<Found> {
    let alarm = Senses::of(&[Sense::Alarm]);
    if !room.does(alarm) || room.humane() || room.brand.informs || room.brand.sector.is_empty() {
        return Vec::new();
    }
    // "Breaking news: new flavour" is a joke everybody sees; it takes a disaster to frighten.
    if room.literal_gravity < 2 && room.context.gravity < 3 {
        return Vec::new();
    }
    let span = room.span_of(alarm);
    vec![Found { level: Level::Hold, span, about: room.brand.sector.clone(), evidence: vec![room.sector_evidence()] }]
}
