//! Words that repeat the words of a historical crime or disaster.

use crate::engine::{Check, Found, JOKES, Level, Room, SELLS, Sense, Senses};
use crate::words;

pub const CHECK: Check = Check {
    id: "historical-allusion",
    name: &words::CHECK_HISTORICAL_ALLUSION_NAME,
    what: &words::CHECK_HISTORICAL_ALLUSION_WHAT,
    why: &words::CHECK_HISTORICAL_ALLUSION_WHY,
    todo: &words::CHECK_HISTORICAL_ALLUSION_TODO,
    run,
};

fn run(room: &Room) -> Vec<Found> {
    if room.humane() && room.push() < 2 {
        return Vec::new();
    }
    if let Some(found) = wound(room) {
        return vec![found];
    }
    let rated = room.hits_of(Senses::of(&[Sense::Allusion])).map(|(hit, group)| {
        let known = room.context.about(group.about, 2).or_else(|| room.context.about(group.wakes, 1));
        let level = match (known.is_some(), room.lean()) {
            (true, _) => Level::Hold,
            (false, 1..) => Level::Caution,
            (false, _) if group.gravity == 3 => Level::Caution,
            _ => Level::Hint,
        };
        (level, hit, group, known)
    });
    let mut all: Vec<Found> = Vec::new();
    if let Some((level, hit, group, known)) = rated.max_by_key(|(level, ..)| *level) {
        let span = room.span(hit);
        let mut evidence = vec![room.history_evidence(group, &room.words(span))];
        evidence.extend(known.map(|known| room.event_evidence(known)));
        let about = known.map_or_else(|| group.meaning(room.locale).to_string(), |k| k.name(room.locale).to_string());
        all.push(Found { level, span, about, evidence });
    }
    if all.is_empty()
        && let Some(group) = room.shown_of(Senses::of(&[Sense::Allusion])).next()
    {
        let shown = room.draft.media.first().cloned().unwrap_or_default();
        // Two signals: the picture, and a day that it recalls or what the words do with it.
        let known = room.context.about(group.about, 2);
        let mut evidence = vec![room.picture_evidence(group, &shown)];
        evidence.extend(known.map(|known| room.event_evidence(known)));
        all.push(Found {
            level: if known.is_some() || room.push() == 2 { Level::Hold } else { Level::Caution },
            span: (0, 0),
            about: group.meaning(room.locale).to_string(),
            evidence,
        });
    }
    if all.is_empty() { praised(room).into_iter().collect() } else { all }
}

/// Praise of a product beside the name of a wound is worth a look.
fn praised(room: &Room) -> Option<Found> {
    let keeps = Senses::of(&[Sense::Remember, Sense::Commemorate, Sense::Condole, Sense::Counter, Sense::Help]);
    let praise = Senses::of(&[Sense::Hype, Sense::Slogan, Sense::Boast]);
    if !room.does(praise) || room.does(keeps) || room.brand.informs {
        return None;
    }
    let (hit, group) = room.hits_of(Senses::of(&[Sense::Wound])).next()?;
    let span = room.span(hit);
    let words = room.words(span);
    let about = group.meaning(room.locale).to_string();
    Some(Found { level: Level::Caution, span, about, evidence: vec![room.history_evidence(group, &words)] })
}

/// A disaster by its name, and a sale or a joke: two signals, whatever the day. Whoever keeps the memory may sell a book.
fn wound(room: &Room) -> Option<Found> {
    let keeps = Senses::of(&[Sense::Remember, Sense::Commemorate, Sense::Condole, Sense::Counter, Sense::Help]);
    let mocks = room.does(Senses::of(&[Sense::Mock]));
    if !room.does(SELLS.with(JOKES)) || (room.does(keeps) && !mocks) || room.brand.informs {
        return None;
    }
    let (hit, group) = room.hits_of(Senses::of(&[Sense::Wound])).next()?;
    let span = room.span(hit);
    let words = room.words(span);
    let about = group.meaning(room.locale).to_string();
    Some(Found { level: Level::Hold, span, about, evidence: vec![room.history_evidence(group, &words)] })
}
