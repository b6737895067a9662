//! Support for a cause, or praise of oneself, that the brand's own record does not bear out.

use super::washing::measured;
use crate::engine::{CHEERS, Check, Found, Group, Hit, Level, Room, Sense, Senses, Stance, Topic, Topics};
use crate::words;

pub const CHECK: Check = Check {
    id: "hollow-support",
    name: &words::CHECK_HOLLOW_SUPPORT_NAME,
    what: &words::CHECK_HOLLOW_SUPPORT_WHAT,
    why: &words::CHECK_HOLLOW_SUPPORT_WHY,
    todo: &words::CHECK_HOLLOW_SUPPORT_TODO,
    run,
};

/// Causes whose people are hurt by empty words.
const PEOPLE: Topics = Topics::of(&[
    Topic::Racism,
    Topic::Police,
    Topic::Gender,
    Topic::Abuse,
    Topic::Lgbtq,
    Topic::Disability,
    Topic::Refugees,
    Topic::Work,
    Topic::Slavery,
]);

/// Says what was done, who checked it, or what went wrong: an account, not praise.
const ACCOUNTS: Senses = Senses::of(&[Sense::Deed, Sense::Apologise, Sense::Help, Sense::Proof]);
/// Where words for what went wrong stand that are about nothing else.
const RECORD: &str = "causes/record";

fn run(room: &Room) -> Vec<Found> {
    let blemished = || room.brand.stances.iter().filter(|stance| stance.does.has(Sense::Blemish));
    let told = || room.hits_of(Senses::of(&[Sense::Blemish])).any(|(_, group)| group.file == RECORD);
    if !room.brand.stances.iter().any(sour) || room.does(ACCOUNTS) || told() || measured(&room.folded.text) {
        return Vec::new();
    }
    let all = room.hits.iter().map(|hit| (hit, room.knowledge.group(hit.group)));
    let praises = all.filter(|(hit, group)| praise(group) && !room.denied(hit));
    let crossed = praises.filter_map(|(hit, group)| Some((hit, blemished().find(|stance| meets(stance, group))?)));
    let longest = crossed.max_by_key(|(hit, _): &(&Hit, &Stance)| hit.end - hit.start);
    let found = longest.map(|(hit, stance)| found(room, hit, stance)).or_else(|| warm(room));
    found.into_iter().collect()
}

/// Where broad themes of records and drafts stand, and the warm tone of posts about them.
const THEMES: &str = "causes/themes";

/// A fact that weighs against the brand: its words say so, or it is a mere fact on the record, neither a side that is
/// taken nor anything pledged or done.
fn sour(stance: &Stance) -> bool {
    let plain = stance.line.names.is_empty() && stance.line.sides.is_empty() && stance.line.due.is_none();
    stance.does.has(Sense::Blemish) || plain && !stance.pledges
}

/// Warm words about the very people, or the very part of the world, that a fact of the record is about: no listed
/// phrase, and nothing said in figures.
fn warm(room: &Room) -> Option<Found> {
    let themes = || {
        room.hits.iter().map(|hit| (hit, room.knowledge.group(hit.group))).filter(|(_, g)| g.file.starts_with(THEMES))
    };
    let warm = themes().filter(|(hit, group)| group.boasts && !room.denied(hit)).count();
    let loud =
        room.draft.text.contains('!') || room.does(CHEERS) || room.draft.text.chars().any(|c| c as u32 >= 0x1F300);
    if warm < if loud { 1 } else { 2 } || counted(&room.draft.text) {
        return None;
    }
    // A mere fact weighs less than what went wrong: one warm word beside it is a greeting.
    let weighs = |stance: &&Stance| sour(stance) && (stance.does.has(Sense::Blemish) || warm >= 2);
    let shares = |stance: &Stance, group: &Group| {
        !group.boasts && group.cause != 0 && stance.causes.binary_search(&group.cause).is_ok()
    };
    let mut sour = room.brand.stances.iter().filter(weighs);
    let (stance, hit) = sour.find_map(|stance| {
        let hit = themes().find(|(_, group)| shares(stance, group))?.0;
        Some((stance, hit))
    })?;
    Some(found(room, hit, stance))
}

/// Whether it gives a figure of two digits or more, apart from hashtags and a price off: an account, not a mood.
fn counted(text: &str) -> bool {
    let words = text.split_whitespace().filter(|word| !word.starts_with('#') && !word.contains(['%', '$', '₩']));
    words.filter(|word| word.chars().filter(char::is_ascii_digit).count() >= 2).count() > 0
}

fn praise(group: &Group) -> bool {
    group.boasts || group.does.has(Sense::Stand)
}

/// Whether the record is about what is praised. Support in general words meets any of it.
fn meets(stance: &Stance, group: &Group) -> bool {
    if group.cause == 0 { !group.boasts } else { stance.causes.binary_search(&group.cause).is_ok() }
}

fn found(room: &Room, hit: &Hit, stance: &Stance) -> Found {
    // While the cause is in the news, its people read the record too; on any other day the words are merely weak.
    let known = room.fresh_about(stance.about.with(room.mentioned).and(PEOPLE), 2);
    let mut evidence = vec![room.stance_evidence(stance)];
    evidence.extend(known.map(|known| room.event_evidence(known)));
    let level = if known.is_some() { Level::Hold } else { Level::Caution };
    Found { level, span: room.span(hit), about: stance.line.text.clone(), evidence }
}
