//! A day of remembrance used to sell or to party.

use crate::engine::{CHEERS, Check, Found, Known, Level, Room, SELLS, SHOWS, Sense, Senses, Tone, Topic};
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
    for (at, known) in room.context.days().filter(|(_, known)| solemn(known)) {
        let named = room.named.iter().find(|(event, _)| *event == at).map(|(_, span)| *span);
        let named = named.or_else(|| {
            let mut same = room.hits.iter().filter(|hit| {
                let group = room.knowledge.group(hit.group);
                let day = group.does.meets(day) || group.about.has(Topic::Memorial);
                day && !group.does.has(Sense::Allusion) && group.about.meets(known.topics)
            });
            same.next().map(|hit| room.span(hit))
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
            (None, None, 3) if room.find_any(&dates(&known.event.date)).is_some() => Level::Caution,
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

/// How a post writes the day: "5월 18일", "5/18", "May 18". Folded, as the draft is.
fn dates(date: &str) -> Vec<String> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let mut parts = date.split('-').skip(1).filter_map(|part| part.parse::<usize>().ok());
    let (Some(month), Some(day)) = (parts.next(), parts.next()) else { return Vec::new() };
    let Some(name) = MONTHS.get(month.wrapping_sub(1)) else { return Vec::new() };
    vec![
        format!("{month}월 {day}일"),
        format!("{month}월{day}일"),
        format!("{month}.{day}"),
        format!("{name} {day}"),
        format!("{day} {name}"),
    ]
}

/// Remembers people who died or fought; a day that only asks for attention is another matter.
fn solemn(known: &Known) -> bool {
    !known.fresh
        && known.gravity >= 2
        && (known.event.tone == Tone::Solemn || known.event.tone == Tone::Unknown || known.event.category_of_history())
}
