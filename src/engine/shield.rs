//! Shields: ordinary phrases that contain a grave word, and idioms, cover what stands inside them.

use super::knowledge::Knowledge;
use super::scan::Hit;
use super::sense::Sense;
use super::text::Folded;

pub(super) fn tag_hit(folded: &Folded, start: u32, end: u32, group: u16) -> Hit {
    let (from, to) = folded.bytes(start, end);
    Hit { group, start: from, end: to }
}

/// Leaves out what an ordinary phrase contains, and grave words that are only part of an idiom.
pub(super) fn shielded(knowledge: &Knowledge, hits: Vec<Hit>) -> Vec<Hit> {
    let shields: Vec<Hit> = hits
        .iter()
        .filter(|hit| {
            let does = knowledge.group(hit.group).does;
            does.has(Sense::Harmless) || does.has(Sense::Idiom) || does.has(Sense::Counter)
        })
        .copied()
        .collect();
    if shields.is_empty() {
        return hits;
    }
    hits.into_iter()
        .filter(|hit| {
            let group = knowledge.group(hit.group);
            // Hits come in order of their end, so only neighbours in that order can cover this one.
            let from = shields.partition_point(|shield| shield.end < hit.end);
            let near = &shields[from.saturating_sub(2)..shields.len().min(from + 8)];
            !near.iter().any(|shield| {
                let does = knowledge.group(shield.group).does;
                let covers = shield.start <= hit.start && shield.end >= hit.end;
                let longer = shield.end - shield.start > hit.end - hit.start;
                if does.has(Sense::Idiom) { covers && longer && group.does.is_empty() } else { covers && longer }
            })
        })
        .collect()
}
