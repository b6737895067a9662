//! Places: where a headline happens, by the names of countries, peoples and cities.

use super::event::Event;
use super::knowledge::Knowledge;
use super::scan::Scanner;
use super::text::{Folded, is_dense};
use std::collections::BTreeSet;

/// Names of one region.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// ISO 3166, or `world` for what the whole world shares.
    pub region: &'static str,
    pub terms: &'static [&'static str],
}

/// All names, ready to find.
pub(super) struct Places {
    /// Hits carry the index of their place.
    scanner: Scanner,
    list: &'static [Place],
}

const WORLD: &str = "world";

/// Members of the European Union, for a brand that names its region `EU`.
const UNION: [&str; 27] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

impl Places {
    pub fn new(list: &'static [Place], particles: &'static [&'static str]) -> Places {
        // A Korean name is a whole word, or the word and a particle: 파리에서, but not 파리바게뜨.
        let exact = |term: &&str| if term.ends_with(is_dense) { format!("{term}$") } else { term.to_string() };
        let terms: Vec<(String, u16)> = list
            .iter()
            .zip(0u16..)
            .flat_map(|(place, at)| place.terms.iter().map(move |term| (exact(term), at)))
            .collect();
        Places { scanner: Scanner::new(terms.iter().map(|(term, at)| (term.as_str(), *at)), particles), list }
    }

    fn of(&self, folded: &Folded) -> impl Iterator<Item = &'static str> + '_ {
        self.scanner.scan(folded).into_iter().map(|hit| self.list[hit.group as usize].region)
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
