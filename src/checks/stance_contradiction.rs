//! A post that goes against what the brand declared.

use crate::engine::{Check, Found, Level, Room, Said, Sense, Senses, Stance};
use crate::words;

pub const CHECK: Check = Check {
    id: "stance-contradiction",
    name: &words::CHECK_STANCE_CONTRADICTION_NAME,
    what: &words::CHECK_STANCE_CONTRADICTION_WHAT,
    why: &words::CHECK_STANCE_CONTRADICTION_WHY,
    todo: &words::CHECK_STANCE_CONTRADICTION_TODO,
    run,
};

fn run(room: &Room) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    for stance in &room.brand.stances {
        if let Some(found) = crossed(room, stance)
            && all.iter().all(|other| other.span != found.span)
        {
            all.push(found);
        }
    }
    all.truncate(3);
    all
}

fn crossed(room: &Room, stance: &Stance) -> Option<Found> {
    let evidence = |level, span| {
        Some(Found { level, span, about: stance.line.text.clone(), evidence: vec![room.stance_evidence(stance)] })
    };
    // The stance belongs to a cause; the draft uses words that go against that cause.
    let betrayal = room.hits.iter().find(|hit| {
        let group = room.knowledge.group(hit.group);
        group.betrays && !room.denied(hit) && stance.causes.binary_search(&group.cause).is_ok()
    });
    // A fact that weighs against the brand is not betrayed by who tells it: only praise or a sale would be.
    let accounts = Senses::of(&[Sense::Deed, Sense::Proof, Sense::Apologise]);
    let told = stance.does.has(Sense::Blemish) && room.does(accounts);
    let level = if room.humane() || told { Level::Hint } else { Level::Hold };
    if let Some(hit) = betrayal.filter(|_| level == Level::Hold) {
        return evidence(level, room.span(hit));
    }
    // The draft takes the other side in so many words.
    let crosses = |said: &&Said| stance.line.sides.contains(&(said.target.clone(), !said.favor));
    let fact = stance.line.names.is_empty() && stance.does.has(Sense::Blemish);
    let other = room.said.iter().find(crosses).filter(|_| !(stance.line.silent || fact && told));
    if let Some(said) = other {
        // A person wrote the record; a plain line was only read.
        let level = if stance.line.names.is_empty() { Level::Caution } else { Level::Hold };
        return evidence(level, said.span);
    }
    evidence(level, room.span(betrayal?))
}
