//! A day of remembrance used to sell or to party.

use crate::engine::{CHEERS, Check, Found, Known, Level, Room, SELLS, SHOWS, Sense, Senses, Tone};
use crate::words;

pub const CHECK: Check = Check {
    id: "solemn-day-promotion",
    name: &words::CHECK_SOLEMN_DAY_PROMOTION_NAME,
    what: &words::CHECK_SOLEMN_DAY_PROMOTION_WHAT,
    why: &words::CHECK_SOLEMN_DAY_PROMOTION_WHY,
    todo: &words::CHECK_SOLEMN_DAY_PROMOTION_TODO,
    run,
};

fn run(room: &Room) -> Vec<Found> {
    if room.humane() && !room.does(SELLS) {
        return Vec::new();
    }
    let sells = room.does(SELLS);
    let shows = room.does(SHOWS.with(CHEERS)) || room.does(crate::engine::JOKES);
    if !sells && !shows {
        return Vec::new();
    }
    let day = Senses::of(&[Sense::Day, Sense::Rally]);
    let mut best: Option<Found> = None;
    for (at, known) in room.context.events.iter().enumerate().filter(|(_, known)| solemn(known)) {
        let named = room.named.iter().find(|(event, _)| *event == at).map(|(_, span)| *span);
        let named = named.or_else(|| {
            let mut same = room.hits_of(day).filter(|(_, group)| group.about.meets(known.topics));
            same.next().map(|(hit, _)| room.span(hit))
        });
        let friction = room
            .hits_of(Senses::of(&[Sense::Friction]))
            .find(|(_, group)| group.wakes.meets(known.topics))
            .map(|(hit, _)| room.span(hit));
        let level = match (named, friction, known.gravity) {
            (Some(_), Some(_), _) => Level::Hold,
            (Some(_), _, 3) if sells => Level::Hold,
            (Some(_), ..) => Level::Caution,
            (None, Some(_), 2..) => Level::Caution,
            (None, None, 3) if sells && !known.event.observance => Level::Hint,
            _ => continue,
        };
        if best.as_ref().is_none_or(|found| found.level < level) {
            let span = named.or(friction).unwrap_or_else(|| room.span_of(if sells { SELLS } else { SHOWS }));
            best = Some(room.found(level, span, known));
        }
    }
    best.into_iter().collect()
}

/// Remembers people who died or fought; a day that only asks for attention is another matter.
fn solemn(known: &Known) -> bool {
    !known.fresh
        && known.gravity >= 2
        && (known.event.tone == Tone::Solemn || known.event.tone == Tone::Unknown || known.event.category_of_history())
}
