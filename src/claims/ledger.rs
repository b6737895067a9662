//! What a brand said before, as far as a new draft can go against it: for every target the newest posts of either side.
//!
//! The posts themselves lie in storage; this small index answers. It grows with the number of targets, never with the
//! number of posts.

use super::{Library, Reason, Side, read};
use crate::engine::Past;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Posts kept of every side of a target.
const KEPT: usize = 2;
/// Longest text that is kept, in bytes: enough to quote.
const MAX_TEXT: usize = 600;
/// The same for what was said in a month.
const MAX_SPOKEN: usize = 300;

/// One post, as evidence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Entry {
    pub text: String,
    /// `YYYY-MM-DD`, or empty.
    pub date: String,
    pub url: String,
    pub site: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Sides {
    favor: Vec<Entry>,
    against: Vec<Entry>,
}

/// That the brand spoke about one of its own targets at all, whatever it said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Spoken {
    /// For each month of the year the newest post.
    pub months: BTreeMap<u8, Entry>,
    /// The day of the newest.
    pub last: String,
}

/// The index.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ledger {
    targets: BTreeMap<String, Sides>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    spoken: BTreeMap<String, Spoken>,
}

impl Ledger {
    /// Adds a post; in any order of dates, and twice without harm.
    pub fn add(&mut self, library: &Library, entry: &Entry) {
        let claims = read(library, &entry.text);
        for claim in claims.iter().filter(|claim| !claim.stances.is_empty() && claim.reason != Some(Reason::Reported)) {
            self.spoke(&claim.target, entry);
        }
        for claim in claims.into_iter().filter(|claim| claim.firm) {
            let sides = self.targets.entry(claim.target).or_default();
            let list = if claim.side == Side::Favor { &mut sides.favor } else { &mut sides.against };
            let mut entry = entry.clone();
            entry.text.truncate(entry.text.floor_char_boundary(MAX_TEXT));
            if list.contains(&entry) {
                continue;
            }
            // The same words of the same day: one post, told once without and once with its address.
            let same = |known: &Entry| known.text == entry.text && known.date == entry.date && known.site == entry.site;
            match list.iter_mut().find(|known| same(known) && (known.url.is_empty() || entry.url.is_empty())) {
                Some(known) if known.url.is_empty() => {
                    known.url = entry.url;
                    continue;
                }
                Some(_) => continue,
                None => {}
            }
            // Newest first; without a date, last.
            let at = list.partition_point(|known| known.date >= entry.date);
            list.insert(at, entry);
            list.truncate(KEPT);
        }
    }

    fn spoke(&mut self, target: &str, entry: &Entry) {
        let Some(month) = entry.date.get(5..7).and_then(|month| month.parse().ok()) else { return };
        let spoken = self.spoken.entry(target.to_string()).or_default();
        if entry.date > spoken.last {
            spoken.last.clone_from(&entry.date);
        }
        let known = spoken.months.entry(month).or_default();
        // Of one day the one whose words come first, so that the order in which posts come changes nothing.
        let mut new = entry.clone();
        new.text.truncate(new.text.floor_char_boundary(MAX_SPOKEN));
        let same = new.date == known.date && new.text == known.text;
        let newer = new.date > known.date || new.date == known.date && new.text < known.text;
        if newer || same && known.url.is_empty() {
            *known = new;
        }
    }

    /// What was said about one of the brand's own targets, by the id of the target.
    pub fn spoken(&self, target: &str) -> Option<&Spoken> {
        self.spoken.get(target)
    }

    /// Everything in it, the newest of every side first.
    pub fn past(&self) -> Vec<Past> {
        let one = |target: &String, favor: bool, entry: &Entry| Past {
            target: target.clone(),
            favor,
            text: entry.text.clone(),
            date: entry.date.clone(),
            url: entry.url.clone(),
            site: entry.site.clone(),
        };
        let of = |(target, sides): (&String, &Sides)| {
            let favor = sides.favor.iter().map(|entry| one(target, true, entry));
            favor.chain(sides.against.iter().map(|entry| one(target, false, entry))).collect::<Vec<_>>()
        };
        self.targets.iter().flat_map(of).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::{Profile, Stance};

    #[test]
    fn of_its_own_targets_each_month_keeps_its_newest_word() {
        let stance = Stance { target: "Nuclear power".into(), ..Stance::default() };
        let library = Library::of(&Profile { stances: vec![stance], ..Profile::default() });
        let entry = |text: &str, date: &str| Entry { text: text.into(), date: date.into(), ..Entry::default() };
        let entries = [
            entry("We support nuclear power.", "2019-06-01"),
            entry("Should we support nuclear power?", "2021-06-30"),
            entry("원전 재가동을 환영합니다.", "2020-06-12"),
            entry("We support nuclear power, again.", "2020-01-01"),
            entry("We support our union.", "2022-06-01"),
            entry("We support nuclear power.", ""),
        ];
        let (mut ledger, mut backwards) = (Ledger::default(), Ledger::default());
        for (one, other) in entries.iter().zip(entries.iter().rev()) {
            ledger.add(&library, one);
            backwards.add(&library, other);
        }
        assert_eq!(ledger, backwards);
        let spoken = ledger.spoken("nuclear-power").expect("spoken of");
        let months: Vec<(u8, &str)> = spoken.months.iter().map(|(month, it)| (*month, it.date.as_str())).collect();
        assert_eq!((months, spoken.last.as_str()), (vec![(1, "2020-01-01"), (6, "2021-06-30")], "2021-06-30"));
        assert_eq!(ledger.spoken("labour"), None, "not the brand's");
    }

    #[test]
    fn the_newest_of_either_side_stay_in_any_order_and_nothing_twice() {
        let library = Library::default();
        let entry = |text: &str, date: &str| Entry { text: text.into(), date: date.into(), ..Entry::default() };
        let entries = [
            entry("We support nuclear power.", "2019-01-01"),
            entry("원전 재가동을 환영합니다.", "2021-01-01"),
            entry("We support nuclear power, again.", "2020-01-01"),
            entry("We oppose nuclear power.", "2018-01-01"),
            entry("Our shop opens at nine.", "2022-01-01"),
            entry("Should we support nuclear power?", "2023-01-01"),
        ];
        let mut ledger = Ledger::default();
        let mut backwards = Ledger::default();
        for (one, other) in entries.iter().zip(entries.iter().rev()) {
            ledger.add(&library, one);
            ledger.add(&library, one);
            backwards.add(&library, other);
        }
        assert_eq!(ledger, backwards);
        let dates: Vec<(bool, String)> = ledger.past().into_iter().map(|past| (past.favor, past.date)).collect();
        let want = [(true, "2021-01-01"), (true, "2020-01-01"), (false, "2018-01-01")];
        assert_eq!(dates, want.map(|(favor, date)| (favor, date.to_string())));
    }
}
