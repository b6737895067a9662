//! Scenes: words that belong to an event without naming it, the ships and tides of a shipwreck.

use super::knowledge::Knowledge;
use super::scan::Hit;
use super::sense::Sense;
use super::topic::{Topic, Topics};

/// The events to whose scene words belong: by one word that stands for it, or by `faint` different everyday ones.
pub(super) fn scene_of(knowledge: &Knowledge, hits: &[Hit], faint: usize) -> Topics {
    let mut sure = Topics::NONE;
    // For each topic: how many everyday words, and where the last of them ended; a longer phrase is no second word.
    let mut seen = [(0usize, 0usize); Topic::ALL.len()];
    for hit in hits {
        let group = knowledge.group(hit.group);
        if !group.does.has(Sense::Ware) {
            continue;
        }
        if group.gravity == 0 {
            sure = sure.with(group.wakes);
            continue;
        }
        for topic in group.wakes.iter() {
            let (count, end) = &mut seen[topic as usize];
            if *count == 0 || hit.start >= *end {
                (*count, *end) = (*count + 1, hit.end);
            }
            if *count >= faint {
                sure = sure.with(Topics::of(&[topic]));
            }
        }
    }
    sure
}
