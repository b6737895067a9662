//! The index over events: which one to name for a topic, without walking through a thousand of them for every word.

use super::context::Known;
use super::topic::{Topic, Topics};

/// More is not asked for every word of a draft.
const MAX_FAR: usize = 32;

const TOPICS: usize = Topic::ALL.len();

/// Events in the order in which they answer a question; an entry is a place in the list of events.
#[derive(Default)]
pub(super) struct Index {
    /// For each topic the gravest near event that is fresh, and the gravest that is not.
    fresh: Vec<Option<usize>>,
    old: Vec<Option<usize>>,
    /// The gravest near fresh event.
    pub gravest: Option<usize>,
    /// The first near event that makes the whole room go quiet.
    pub sudden: Option<usize>,
    /// Serious events that are not fresh: days, memorials.
    pub days: Vec<usize>,
    /// Fresh events elsewhere in which people die, the last few.
    pub far: Vec<usize>,
}

impl Index {
    pub fn of(events: &[Known]) -> Index {
        let mut index = Index { fresh: vec![None; TOPICS], old: vec![None; TOPICS], ..Index::default() };
        for (at, one) in events.iter().enumerate() {
            if !one.fresh && one.gravity >= 2 {
                index.days.push(at);
            }
            if !one.near {
                if one.fresh && one.gravity == 3 {
                    index.far.push(at);
                }
                continue;
            }
            // Of equally grave events the later stands.
            let graver = |than: &Option<usize>| than.is_none_or(|other| events[other].gravity <= one.gravity);
            let list = if one.fresh { &mut index.fresh } else { &mut index.old };
            for topic in one.topics.iter() {
                let place = &mut list[topic as usize];
                if graver(place) {
                    *place = Some(at);
                }
            }
            if one.fresh && graver(&index.gravest) {
                index.gravest = Some(at);
            }
            if index.sudden.is_none() && one.is_sudden() {
                index.sudden = Some(at);
            }
        }
        index.far.drain(..index.far.len().saturating_sub(MAX_FAR));
        index
    }

    /// The gravest near event of at least this gravity that has one of these topics, fresh ones first.
    pub fn about(&self, events: &[Known], topics: Topics, least: u8) -> Option<usize> {
        let best = |list: &[Option<usize>]| {
            let of = topics.iter().filter_map(|topic| list.get(topic as usize).copied().flatten());
            of.filter(|at| events[*at].gravity >= least).max_by_key(|at| (events[*at].gravity, *at))
        };
        best(&self.fresh).or_else(|| best(&self.old))
    }
}
