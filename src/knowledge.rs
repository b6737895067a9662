//! The reviewed knowledge files, as the engine's tables; read once, at the first review.

use crate::engine::{Entry, Group, Knowledge, Place, Sense, Senses, Terms, Topic, Topics};
use crate::languages;
use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/knowledge.rs"));

static KNOWLEDGE: LazyLock<Knowledge> =
    LazyLock::new(|| Knowledge::new(GROUPS, &TERMS, TAGS, languages::PARTICLES, PLACES));

/// The knowledge, built on the first call.
pub fn get() -> &'static Knowledge {
    &KNOWLEDGE
}

/// The terms of the grammar of offence with what they do, as written in the files.
pub fn terms() -> impl Iterator<Item = (&'static str, Senses)> {
    WRITTEN.iter().map(|(text, group)| (*text, GROUPS[*group as usize].does))
}
