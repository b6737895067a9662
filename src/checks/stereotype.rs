//! A group of people reduced to a cliché.

use crate::engine::{Check, Found, Level, Room, Sense, Senses};
use crate::offence::Reading;
use crate::words;

pub const CHECK: Check = Check {
    id: "stereotype",
    name: &words::CHECK_STEREOTYPE_NAME,
    what: &words::CHECK_STEREOTYPE_WHAT,
    why: &words::CHECK_STEREOTYPE_WHY,
    todo: &words::CHECK_STEREOTYPE_TODO,
    run,
};

fn run(room: &Room) -> Vec<Found> {
    if room.does(Senses::of(&[Sense::Counter, Sense::Apologise])) {
        return Vec::new();
    }
    let mut all: Vec<Found> = Vec::new();
    let mut hits = room.hits_of(Senses::of(&[Sense::Stereotype])).peekable();
    let reading = hits.peek().is_some().then(|| Reading::of(room));
    for (hit, group) in hits.take(3) {
        // "Said no one ever" is told as if somebody said it: only a quotation or a word against it counts.
        if reading.as_ref().is_some_and(|reading| reading.named(room, hit)) {
            continue;
        }
        let span = room.span(hit);
        let mut evidence = vec![room.meaning_evidence(group, &room.words(span))];
        let mut level = if group.gravity >= 2 { Level::Caution } else { Level::Hint };
        // The group's own day, or a row about it, makes it worse.
        if let Some(known) = room.context.about(group.about, 1) {
            evidence.push(room.event_evidence(known));
            level = if group.gravity >= 2 { Level::Hold } else { Level::Caution };
        }
        all.push(Found { level, span, about: room.words(span), evidence });
    }
    // What the picture shows: by itself worth a look; a hold where the words sell with it, or say the like.
    let shown = room.shown_of(Senses::of(&[Sense::Stereotype])).find(|group| group.gravity >= 2);
    if let Some(group) = shown {
        let shown = room.draft.media.first().cloned().unwrap_or_default();
        let evidence = room.picture_evidence(group, &shown);
        let said = all.iter_mut().find(|found| found.level >= Level::Caution);
        match said {
            Some(found) => {
                found.level = Level::Hold;
                found.evidence.push(evidence);
            }
            None => all.push(Found {
                level: if room.lean() > 0 { Level::Hold } else { Level::Caution },
                span: (0, 0),
                about: shown,
                evidence: vec![evidence],
            }),
        }
    }
    all
}
