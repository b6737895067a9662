//! A hashtag without spaces that can be read in a way nobody meant.

use crate::engine::{Check, Evidence, EvidenceKind, Found, Level, Room, double};
use crate::words;

pub const CHECK: Check = Check {
    id: "double-reading-hashtag",
    name: &words::CHECK_DOUBLE_READING_HASHTAG_NAME,
    what: &words::CHECK_DOUBLE_READING_HASHTAG_WHAT,
    why: &words::CHECK_DOUBLE_READING_HASHTAG_WHY,
    todo: &words::CHECK_DOUBLE_READING_HASHTAG_TODO,
    run,
};

fn run(room: &Room) -> Vec<Found> {
    let found = room.folded.tags.iter().find_map(|tag| {
        let span = (tag.start, tag.end);
        // Capitals within say how it is meant.
        let written = room.words(span);
        if written.chars().skip(2).any(char::is_uppercase) {
            return None;
        }
        let read = double(&tag.name)?.read;
        let source = words::CHECK_DOUBLE_READING_HASHTAG_SOURCE.get(room.locale).to_string();
        let evidence = Evidence { kind: EvidenceKind::Words, text: read.clone(), source, url: None, date: None };
        Some(Found { level: Level::Caution, span, about: read, evidence: vec![evidence] })
    });
    found.into_iter().collect()
}
