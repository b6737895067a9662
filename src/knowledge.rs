//! The reviewed knowledge files, as the engine's tables; read once, at the first review.

use crate::engine::{Group, Knowledge, Place, Sense, Senses, Term, Topic, Topics};
use crate::languages;
use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/knowledge.rs"));

static KNOWLEDGE: LazyLock<Knowledge> =
    LazyLock::new(|| Knowledge::new(GROUPS, TERMS, TAGS, languages::PARTICLES, PLACES));

/// The knowledge, built on the first call.
pub fn get() -> &'static Knowledge {
    &KNOWLEDGE
}

/// Every term with what it does, as written in the files.
pub fn terms() -> impl Iterator<Item = (&'static str, Senses)> {
    TERMS.iter().map(|term| (term.text, GROUPS[term.group as usize].does))
}
