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
        // "9/11: $9.11", "6월 6일 66%": the offer plays on the date itself, which names the day.
        let played = || (sells && known.gravity == 3).then(|| amount_of(&room.draft.text, &known.event.date)).flatten();
        let named = named.or_else(played);
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
            // A day that the brand itself keeps needs no name: it asked for silence on it.
            (None, None, 3) if known.event.own => Level::Caution,
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

/// Where a price or a percentage has the figures of the day: 9.11, 911, 66, 5,180. UTF-16 offsets.
fn amount_of(text: &str, date: &str) -> Option<(u32, u32)> {
    let mut parts = date.split('-').skip(1);
    let (month, day) = (parts.next()?, parts.next()?);
    let short = |part: &str| part.trim_start_matches('0').to_string();
    let wanted = [format!("{}{}", short(month), short(day)), format!("{}{day}", short(month)), format!("{month}{day}")];
    let chars: Vec<char> = text.chars().collect();
    let inside = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '·');
    let (mut at, mut units) = (0, 0);
    while at < chars.len() {
        let len = chars[at..].iter().take_while(|c| inside(**c)).count();
        if len == 0 || !chars[at].is_ascii_digit() {
            units += chars[at].len_utf16() as u32;
            at += 1;
            continue;
        }
        let digits: String = chars[at..at + len].iter().filter(|c| c.is_ascii_digit()).collect();
        let before = at.checked_sub(1).is_some_and(|before| matches!(chars[before], '$' | '£' | '€' | '₩' | '¥'));
        let after = chars[at + len..].iter().find(|c| !c.is_whitespace());
        let is_amount = before || after.is_some_and(|c| matches!(c, '%' | '％' | '원' | '€' | '프'));
        // Prices end in zeros: 5,180, 66,000.
        let same =
            |wanted: &String| digits.strip_prefix(wanted.as_str()).is_some_and(|rest| rest.bytes().all(|b| b == b'0'));
        if is_amount && wanted.iter().any(same) {
            return Some((units, units + len as u32));
        }
        (at, units) = (at + len, units + chars[at..at + len].iter().map(|c| c.len_utf16() as u32).sum::<u32>());
    }
    None
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

#[cfg(test)]
mod tests {
    use super::amount_of;

    #[test]
    fn an_offer_that_plays_on_the_date_names_the_day() {
        for (text, date) in [
            ("Never forget: coffee $9.11 all day", "2026-09-11"),
            ("육육데이! 고기 66% 할인", "2026-06-06"),
            ("오늘만 5,180원", "2026-05-18"),
            ("단 하루 8.15% 할인", "2026-08-15"),
            ("43 % 세일", "2026-04-03"),
        ] {
            let (start, end) = amount_of(text, date).unwrap_or_else(|| panic!("{text}"));
            let units: Vec<u16> = text.encode_utf16().collect();
            let played = String::from_utf16_lossy(&units[start as usize..end as usize]);
            assert!(played.starts_with(|c: char| c.is_ascii_digit()), "{played}");
        }
        for (text, date) in [
            ("9.11 Uhr", "2026-09-11"),
            ("Room 911 is open", "2026-09-11"),
            ("20% off, $19.11", "2026-09-11"),
            ("66개 매장", "2026-06-06"),
            ("6,600원 아닌 6,610원", "2026-06-16"),
            ("$1.11", "2026-11-11"),
        ] {
            assert_eq!(amount_of(text, date), None, "{text}");
        }
    }
}
