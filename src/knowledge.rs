//! The reviewed knowledge files, as the engine's tables; read once, at the first review.

use crate::engine::heads::Heads;
use crate::engine::{Atlas, Entry, Group, Knowledge, Laid, Sense, Senses, Terms, Topic, Topics};
use crate::languages;
use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/knowledge.rs"));

static KNOWLEDGE: LazyLock<Knowledge> =
    LazyLock::new(|| Knowledge::new(GROUPS, &TERMS, TAGS, languages::PARTICLES, &ATLAS).with_heads(heads()));

/// The trained heads. Files that do not read are no heads: the judge then goes by its words alone.
fn heads() -> Heads {
    let files: (&[u8], &[u8]) = (include_bytes!("data/models/en.bin"), include_bytes!("data/models/ko.bin"));
    Heads::read(files.0, files.1).unwrap_or_default()
}

/// The knowledge, built on the first call.
pub fn get() -> &'static Knowledge {
    &KNOWLEDGE
}

/// The terms of the grammar of offence with what they do, as written in the files.
pub fn terms() -> impl Iterator<Item = (&'static str, Senses)> {
    WRITTEN.iter().flat_map(|(group, lines)| lines.lines().map(|text| (text, GROUPS[*group as usize].does)))
}
