//! Laughing, boasting or selling in answer to somebody for whom something went badly.

use crate::engine::heads::Head;
use crate::engine::{CHEERS, Check, Found, HUMANE, JOKES, Level, Room, SELLS, Sense, Senses, Topics};
use crate::words;

pub const CHECK: Check = Check {
    id: "joke-at-distressed-customer",
    name: &words::CHECK_JOKE_AT_DISTRESSED_CUSTOMER_NAME,
    what: &words::CHECK_JOKE_AT_DISTRESSED_CUSTOMER_WHAT,
    why: &words::CHECK_JOKE_AT_DISTRESSED_CUSTOMER_WHY,
    todo: &words::CHECK_JOKE_AT_DISTRESSED_CUSTOMER_TODO,
    run,
};

fn run(room: &Room) -> Vec<Found> {
    if room.does(Senses::of(&[Sense::Apologise, Sense::Condole])) {
        return Vec::new();
    }
    let (jokes, mocks) = (room.does(JOKES), room.does(Senses::of(&[Sense::Mock])));
    let found = answered(room, jokes, mocks).or_else(|| addressed(room, jokes));
    let found = found.or_else(|| in_trouble(room, jokes, mocks));
    found.or_else(|| if mocks { snaps(room) } else { None }).into_iter().collect()
}

/// A brand that talks down to those it serves, whatever it answers: "Dear customers, learn to read".
fn snaps(room: &Room) -> Option<Found> {
    const SERVED: [&str; 8] = ["customer", "customers", "guest", "guests", "passengers", "고객", "고객님", "손님"];
    if !room.is_brand() || room.does(HUMANE) {
        return None;
    }
    let named = || room.find_any(&SERVED.map(String::from)).is_some();
    if !room.draft.text.trim_start().starts_with('@') && !named() {
        return None;
    }
    let mock = Senses::of(&[Sense::Mock]);
    let (hit, group) = room.hits_of(mock).max_by_key(|(hit, _)| hit.end - hit.start)?;
    let span = room.span(hit);
    let words = room.words(span);
    let evidence = vec![room.meaning_evidence(group, &words), room.sector_evidence()];
    Some(Found { level: Level::Caution, span, about: words, evidence })
}

/// The text that is answered tells of trouble.
fn answered(room: &Room, jokes: bool, mocks: bool) -> Option<Found> {
    let grave = room.replied != Topics::NONE;
    // Grief or rage that tells of no trouble in so many words is heard all the same; only a joke weighs on that.
    let told = grave || room.answered.has(Sense::Plight);
    let heard = if told || !jokes { None } else { distress(room) };
    if !told && heard.is_none() {
        return None;
    }
    // Help first; what else a helpful answer offers is its own affair.
    let helps = room.does(HUMANE) && !mocks;
    let loud = SELLS.with(Senses::of(&[Sense::Boast, Sense::Hype]));
    let light = jokes || room.does(loud);
    if helps || !light {
        return None;
    }
    let level = if told && (mocks || jokes && grave) { Level::Hold } else { Level::Caution };
    let senses = if jokes { JOKES } else { loud };
    let about = room.draft.reply_to.chars().take(120).collect();
    let tone = heard.map(|head| room.tone_evidence(head));
    let evidence = [room.reply_evidence()].into_iter().chain(tone).collect();
    Some(Found { level, span: room.span_of(senses), about, evidence })
}

/// An answer that repeats the trouble and laughs: "@ann Stuck at the gate? 😂". What it answers may be out of reach.
fn addressed(room: &Room, jokes: bool) -> Option<Found> {
    let plight = Senses::of(&[Sense::Plight]);
    let answers = room.draft.text.trim_start().starts_with('@') || !room.draft.reply_to.is_empty();
    if !answers || !jokes || room.does(HUMANE) {
        return None;
    }
    let (_, group) = room.hits_of(plight).next()?;
    let about = room.words(room.span_of(plight));
    let evidence = vec![room.meaning_evidence(group, &about)];
    Some(Found { level: Level::Caution, span: room.span_of(JOKES), about, evidence })
}

/// How the text that is answered sounds, if it is grief or anger. Whoever hurls abuse may get a joke back.
fn distress(room: &Room) -> Option<Head> {
    let head = [Head::Sorrow, Head::Anger].into_iter().find(|head| room.reply_sounds(*head))?;
    (!room.reply_sounds(Head::Offence)).then_some(head)
}

/// The ones who suffer today are the brand's own customers.
fn in_trouble(room: &Room, jokes: bool, mocks: bool) -> Option<Found> {
    let known = room.fresh_about(room.brand.wakes, 1)?;
    let boasts = room.does(Senses::of(&[Sense::Boast, Sense::Hype, Sense::Celebrate])) && !room.does(HUMANE);
    if !jokes && !boasts {
        return None;
    }
    let level = if mocks || jokes && known.gravity == 3 { Level::Hold } else { Level::Caution };
    let mut found = room.found(level, room.span_of(if jokes { JOKES } else { CHEERS }), known);
    found.evidence.push(room.sector_evidence());
    Some(found)
}
