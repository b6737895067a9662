//! What several lines, or several words of one line, tell together.

use super::super::knowledge::Knowledge;
use super::super::scan::Hit;
use super::super::scene::scene_of;
use super::super::sense::Sense;
use super::super::text::{Folded, fold};
use super::super::topic::{Topic, Topics};
use super::names::proper_names;
use super::{Known, Tone, clip};

/// A line that names what the calendar remembers today tells no news: "Sandy Hook" on its anniversary.
pub(super) fn remembered(knowledge: &Knowledge, known: &mut [Known]) {
    let solemn = |one: &&Known| one.event.observance && one.event.tone == Tone::Solemn && one.gravity >= 2;
    let days: Vec<String> = known
        .iter()
        .filter(solemn)
        .flat_map(|one| {
            let tags = one.event.hashtags.iter().map(|tag| fold(&clip(tag)).text);
            [&one.event.name, &one.event.name_ko]
                .into_iter()
                .flat_map(|name| proper_names(knowledge, &clip(name)))
                .chain(tags)
                .collect::<Vec<_>>()
        })
        .collect();
    if days.is_empty() {
        return;
    }
    for one in known.iter_mut().filter(|one| one.fresh && !one.event.observance) {
        let line = fold(&clip(&one.event.name));
        one.fresh = !days.iter().any(|name| line.has_word(name));
    }
}

/// Markets, elections, launches: in a headline about them grave words are figures of speech.
pub(super) fn figures(knowledge: &Knowledge, hits: &[Hit]) -> bool {
    hits.iter().any(|hit| knowledge.group(hit.group).does.has(Sense::Figure))
}

/// A headline composed of what it happened to and what happened: "bus", "plunges". Topics, and how grave it is.
pub(super) fn composed(knowledge: &Knowledge, folded: &Folded, hits: &[Hit]) -> (Topics, u8) {
    /// As far apart as subject and verb of a headline stand, in words.
    const NEAR: usize = 5;
    let words = |from: usize, to: usize| folded.text[from..to].split(' ').count();
    let (mut topics, mut gravity) = (Topics::NONE, 0);
    for harm in hits.iter().filter(|hit| knowledge.group(hit.group).is_harm()) {
        for body in hits.iter().filter(|hit| knowledge.group(hit.group).does.has(Sense::Ware)) {
            let apart = if body.end <= harm.start {
                words(body.end, harm.start)
            } else if harm.end <= body.start {
                words(harm.end, body.start)
            } else {
                continue;
            };
            if apart <= NEAR {
                let (body, harm) = (knowledge.group(body.group), knowledge.group(harm.group));
                topics = topics.with(body.wakes).with(harm.wakes);
                gravity = gravity.max(harm.gravity);
            }
        }
    }
    (topics, gravity)
}

/// What a grave line says of nothing but people: that they died, are missing, are mourned.
const PEOPLE: Topics = Topics::of(&[Topic::Death, Topic::Missing, Topic::Child, Topic::Mourning, Topic::Obituary]);
/// More lines than this are no list of the day's trends, and their pieces do not belong together.
const PIECES: usize = 48;

/// A list of trends tells one story in pieces: "A66 closed", "coach and lorries", "nine confirmed dead". What happened to the
/// people of a grave line is told by its neighbours.
pub(super) fn told_in_pieces(knowledge: &Knowledge, known: &mut [Known]) {
    let plain = |one: &Known| one.near && !one.event.observance && one.event.source.is_empty();
    let lines = known.iter().filter(|one| plain(one)).count();
    if !(2..=PIECES).contains(&lines) {
        return;
    }
    let scene = known.iter().filter(|one| plain(one) && one.gravity == 0).fold(Topics::NONE, |all, one| {
        let folded = fold(&clip(&one.event.name));
        all.with(scene_of(knowledge, &knowledge.scan(&folded), 1))
    });
    for one in known.iter_mut().filter(|one| plain(one) && one.fresh && one.gravity == 3) {
        if one.topics.and(PEOPLE) == one.topics {
            one.topics = one.topics.with(scene);
        }
    }
}
