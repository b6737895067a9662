//! A side that is new for the brand, while nothing public says that it changed.

use crate::engine::{Check, Found, Level, Past, Room, Said, Sense, Senses, Stance};
use crate::words;

pub const CHECK: Check = Check {
    id: "stance-change-unannounced",
    name: &words::CHECK_STANCE_CHANGE_UNANNOUNCED_NAME,
    what: &words::CHECK_STANCE_CHANGE_UNANNOUNCED_WHAT,
    why: &words::CHECK_STANCE_CHANGE_UNANNOUNCED_WHY,
    todo: &words::CHECK_STANCE_CHANGE_UNANNOUNCED_TODO,
    run,
};

/// By which a post itself tells of the change.
const TELLS: &[&str] = &[
    "changed our",
    "change of mind",
    "changing our",
    "we used to",
    "used to",
    "until now",
    "until today",
    "no longer",
    "from today",
    "from now on",
    "going forward",
    "we were wrong",
    "we got it wrong",
    "we have learned",
    "we've learned",
    "입장을 바꾸",
    "입장을 바꿨",
    "생각을 바꿨",
    "달라졌",
    "이제부터",
    "앞으로는",
    "그동안",
];

fn run(room: &Room) -> Vec<Found> {
    let told = room.does(Senses::of(&[Sense::Apologise, Sense::Halt]))
        || TELLS.iter().any(|words| room.folded.has_word(words));
    let found = room.said.iter().filter(|_| !told).find_map(|said| {
        let mine =
            |stance: &&Stance| !stance.line.silent && stance.line.sides.contains(&(said.target.clone(), said.favor));
        let lines: Vec<&Stance> = room.brand.stances.iter().filter(mine).collect();
        by_record(room, said, &lines).or_else(|| by_posts(room, said, &lines))
    });
    found.into_iter().collect()
}

/// The record was turned round lately.
fn by_record(room: &Room, said: &Said, lines: &[&Stance]) -> Option<Found> {
    let now = lines.iter().find(|stance| stance.line.turned.is_some())?;
    let (old, since) = now.line.turned.as_ref()?;
    if lines.iter().any(|stance| public(stance, since)) {
        return None;
    }
    let mut before = room.stance_evidence(now);
    (before.text, before.date, before.url) = (old.clone(), None, None);
    let evidence = vec![before, room.stance_evidence(now)];
    Some(Found { level: Level::Caution, span: said.span, about: old.clone(), evidence })
}

/// Its posts only ever took the other side.
fn by_posts(room: &Room, said: &Said, lines: &[&Stance]) -> Option<Found> {
    let now = lines.first()?;
    let past = || room.brand.past.iter().filter(|past| past.target == said.target);
    let newest: &Past = past().filter(|past| past.favor != said.favor).max_by_key(|past| past.date.as_str())?;
    let with = past().any(|past| past.favor == said.favor);
    if with || lines.iter().any(|stance| public(stance, &newest.date)) {
        return None;
    }
    let evidence = vec![room.past_evidence(newest), room.stance_evidence(now)];
    Some(Found { level: Level::Hint, span: said.span, about: newest.text.chars().take(90).collect(), evidence })
}

/// Whether everybody can read it, on that day or later. Days compare as they are written.
fn public(stance: &Stance, since: &str) -> bool {
    !stance.line.url.is_empty() && stance.line.date.as_str() >= since
}
