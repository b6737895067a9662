//! Slurs, open contempt and threats.

use crate::engine::{Check, Found, Hit, Level, Room, Sense, Senses};
use crate::offence::{Attack, Reading, Use};
use crate::words;

pub const CHECK: Check = Check {
    id: "contempt-or-slur",
    name: &words::CHECK_CONTEMPT_OR_SLUR_NAME,
    what: &words::CHECK_CONTEMPT_OR_SLUR_WHAT,
    why: &words::CHECK_CONTEMPT_OR_SLUR_WHY,
    todo: &words::CHECK_CONTEMPT_OR_SLUR_TODO,
    run,
};

fn run(room: &Room) -> Vec<Found> {
    let reading = Reading::of(room);
    let mut all: Vec<Found> = reading.attacks.iter().take(3).map(|attack| attacked(room, attack)).collect();
    for (hit, using) in reading.slurs.iter().take(5) {
        let weak = *using == Use::Said && !reading.distanced(room, hit);
        all.push(heard(room, found(room, hit, slur_level(room, &reading, hit, *using)), weak));
    }
    let alone = Senses::of(&[Sense::Contempt, Sense::Threat, Sense::Crude]);
    for (hit, group) in room.hits_of(alone).take(5) {
        let meant = !group.does.has(Sense::Crude) && !reading.distanced(room, hit);
        // A person may swear; a brand that swears has mostly mistaken the account.
        let meant = meant || group.does.has(Sense::Crude) && group.gravity >= 2 && room.is_brand();
        let level = if meant && group.gravity >= 2 { Level::Caution } else { Level::Hint };
        all.push(heard(room, found(room, hit, level), meant));
    }
    all
}

/// People, and what is said of them: two signals. Open hate is held, an insult asks for a look.
fn attacked(room: &Room, attack: &Attack) -> Found {
    let people = room.knowledge.group(attack.people.group);
    let slur = people.does.has(Sense::Slur);
    let level = if attack.direct && (attack.grave || slur) { Level::Hold } else { Level::Caution };
    let mut found = found(room, &attack.deed, level);
    let span = room.span(&attack.people);
    found.evidence.push(room.target_evidence(people, &room.words(span)));
    // One stretch of the draft holds both, where they stand close together.
    let (start, end) = (found.span.0.min(span.0), found.span.1.max(span.1));
    if end - start <= 80 {
        found.span = (start, end);
    }
    found
}

fn slur_level(room: &Room, reading: &Reading, hit: &Hit, using: Use) -> Level {
    let strong = room.knowledge.group(hit.group).gravity >= 2;
    match using {
        Use::Named | Use::Own => Level::Hint,
        _ if reading.distanced(room, hit) => Level::Hint,
        Use::Said if !strong => Level::Hint,
        Use::Aimed | Use::Said => Level::Caution,
    }
}

/// A word that is only worth a hint asks for a look where the rest of the draft sounds like an insult too.
fn heard(room: &Room, mut found: Found, meant: bool) -> Found {
    if meant && found.level == Level::Hint && room.insults() {
        found.level = Level::Caution;
        found.evidence.push(room.tone_evidence(room.insult_head()));
    }
    found
}

fn found(room: &Room, hit: &Hit, level: Level) -> Found {
    let span = room.span(hit);
    let words = room.words(span);
    let evidence = vec![room.meaning_evidence(room.knowledge.group(hit.group), &words)];
    Found { level, span, about: words, evidence }
}
