//! A joke, a pun or mockery about people who suffer or died.

use crate::engine::{Check, Found, JOKES, Level, Room, Sense, Senses, Topic, Topics};
use crate::words;

pub const CHECK: Check = Check {
    id: "joke-about-victims",
    name: &words::CHECK_JOKE_ABOUT_VICTIMS_NAME,
    what: &words::CHECK_JOKE_ABOUT_VICTIMS_WHAT,
    why: &words::CHECK_JOKE_ABOUT_VICTIMS_WHY,
    todo: &words::CHECK_JOKE_ABOUT_VICTIMS_TODO,
    run,
};

fn run(room: &Room) -> Vec<Found> {
    if room.does(Senses::of(&[Sense::Apologise, Sense::Help])) {
        return Vec::new();
    }
    let jokes = room.does(JOKES);
    if let Some(known) = room.named_event(2).or_else(|| room.fresh_about(room.literal, 2))
        && jokes
    {
        let level = if known.gravity == 3 || room.literal_gravity == 3 { Level::Hold } else { Level::Caution };
        return vec![room.found(level, room.span_of(JOKES), known)];
    }
    // A joke on the scene itself: what it plays with is what people have just suffered.
    if jokes
        && !room.humane()
        && let Some(known) = room.fresh_about(room.scene(), 3)
    {
        return vec![room.found(Level::Hold, room.span_of(JOKES), known)];
    }
    // Mockery, of whomever, while the whole room has gone quiet.
    if room.does(Senses::of(&[Sense::Mock]))
        && !room.humane()
        && let Some(known) = room.context.sudden()
    {
        return vec![room.found(Level::Caution, room.span_of(Senses::of(&[Sense::Mock])), known)];
    }
    // While a nation mourns, any joke is out of place.
    if jokes
        && !room.humane()
        && let Some(known) = room.mourning()
    {
        return vec![room.found(Level::Caution, room.span_of(JOKES), known)];
    }
    // The picture shows what must not be shown for a product.
    let deadly =
        Topics::of(&[Topic::Suicide, Topic::Death, Topic::Shooting, Topic::War, Topic::Abuse, Topic::Atrocity]);
    if room.pictured.meets(deadly) && room.lean() > 0 && !room.humane() {
        let shown = room.draft.media.first().cloned().unwrap_or_default();
        let known = room.context.about(room.pictured.and(deadly), 2);
        let group = room.shown.iter().map(|group| room.knowledge.group(*group)).find(|group| group.about.meets(deadly));
        let mut evidence: Vec<_> = group.iter().map(|group| room.meaning_evidence(group, &shown)).collect();
        evidence.extend(known.map(|known| room.event_evidence(known)));
        let level = if known.is_some() { Level::Hold } else { Level::Caution };
        return vec![Found { level, span: (0, 0), about: shown, evidence }];
    }
    Vec::new()
}
