//! A post that goes against what the brand posted before.

use crate::engine::{Check, Found, Level, Room};
use crate::words;

pub const CHECK: Check = Check {
    id: "past-contradiction",
    name: &words::CHECK_PAST_CONTRADICTION_NAME,
    what: &words::CHECK_PAST_CONTRADICTION_WHAT,
    why: &words::CHECK_PAST_CONTRADICTION_WHY,
    todo: &words::CHECK_PAST_CONTRADICTION_TODO,
    run,
};

fn run(room: &Room) -> Vec<Found> {
    let mut all = Vec::new();
    for said in room.said {
        let past = || room.brand.past.iter().filter(|past| past.target == said.target);
        let newest = |favor: bool| past().filter(|past| past.favor == favor).map(|past| past.date.as_str()).max();
        let Some(against) = newest(!said.favor) else { continue };
        // A brand that changed its mind in public is heard by its last word, and one that declared so by its record.
        let changed = newest(said.favor).is_some_and(|with| with > against);
        let mut stances = room.brand.stances.iter().filter(|stance| !stance.line.silent);
        let declared = stances.any(|s| s.line.sides.contains(&(said.target.clone(), said.favor)));
        if changed || declared {
            continue;
        }
        let evidence: Vec<_> = past().filter(|past| past.favor != said.favor).map(|p| room.past_evidence(p)).collect();
        let about = evidence.first().map(|one| shown(&one.text)).unwrap_or_default();
        // The same post against a target and for what that is opposed to is one finding.
        if !all.iter().any(|known: &Found| known.span == said.span && known.about == about) {
            all.push(Found { level: Level::Caution, span: said.span, about, evidence });
        }
    }
    all.truncate(2);
    all
}

/// The beginning of a post, as a sentence can hold it.
fn shown(text: &str) -> String {
    const MAX: usize = 90;
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MAX { line } else { line.chars().take(MAX).chain(['…']).collect() }
}
