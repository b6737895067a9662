//! Places: where a headline happens, by the names of countries, peoples and cities.

use super::event::Event;
use super::knowledge::Knowledge;
use super::scan::{Scanner, Terms};
use super::text::Folded;
use std::collections::BTreeSet;

/// Names of regions, as the build lays them down.
#[derive(Clone, Copy, Debug)]
pub struct Atlas {
    /// ISO 3166, or `world` for what the whole world shares.
    pub regions: &'static [&'static str],
    /// A hit's group is the index of its region.
    pub names: Terms,
}

/// All names, ready to find.
pub(super) struct Places {
    scanner: Scanner,
    regions: &'static [&'static str],
}

const WORLD: &str = "world";

/// Members of the European Union, for a brand that names its region `EU`.
const UNION: [&str; 27] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

impl Places {
    pub fn new(atlas: &Atlas, particles: &'static [&'static str]) -> Places {
        Places { scanner: Scanner::laid(&atlas.names, particles), regions: atlas.regions }
    }

    fn of(&self, folded: &Folded) -> impl Iterator<Item = &'static str> + '_ {
        self.scanner.scan(folded).into_iter().map(|hit| self.regions[hit.group as usize])
    }
}

/// Whether an event weighs on everything that is said in `regions` (none: everywhere), or only on what speaks of it.
///
/// An event's own regions decide; else the places that its names tell. A line without a place is taken as near.
pub(super) fn is_near(knowledge: &Knowledge, event: &Event, names: &[Folded], regions: &BTreeSet<String>) -> bool {
    if regions.is_empty() || event.observance {
        return true;
    }
    let here =
        |region: &str| region == WORLD || regions.contains(region) || regions.contains("EU") && UNION.contains(&region);
    if !event.regions.is_empty() {
        return event.regions.iter().any(|region| here(region));
    }
    let mut elsewhere = false;
    for region in names.iter().flat_map(|name| knowledge.places().of(name)) {
        if here(region) {
            return true;
        }
        elsewhere = true;
    }
    !elsewhere
}
