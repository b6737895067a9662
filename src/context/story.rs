//! A story: the lines of several sources that tell of one event, and what follows from them together.

use super::classify::Reading;
use super::sensitive::Proof;
use super::shingle::Shingles;
use crate::engine::{Topic, Topics};
use crate::sources::{Alarm, Family, Item, Listed, Says, Severity, Source};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Hours for which a line shows that something goes on, and for which anything is kept.
pub const CURRENT: f64 = 24.0 * HOUR;
pub const KEPT: f64 = 48.0 * HOUR;
/// How long an authority's measurement without an end counts.
const MEASURED: f64 = 72.0 * HOUR;
pub const HOUR: f64 = 3_600_000.0;
/// A shingle of one story in four or fewer.
const RARE: f64 = 1.6;
/// Most lines and shingles of one story.
const MAX_MARKS: usize = 60;
const MAX_WORDS: usize = 160;

/// One line of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mark {
    pub proof: Proof,
    pub says: Says,
    /// Of what: the same line again is not a new one.
    pub hash: u32,
    pub gravity: u8,
    pub retold: bool,
    /// Its grave words are sport's or the market's.
    pub figure: bool,
    /// It says that somebody died.
    pub died: bool,
    pub toll: u32,
    /// More people than usual talk about it.
    pub burst: bool,
    pub tags: Vec<String>,
    /// Where posts about it can be asked for.
    pub listed: Option<Listed>,
    pub alarm: Option<Alarm>,
}

impl Mark {
    fn family(&self) -> Option<Family> {
        Family::find(&self.proof.family)
    }

    /// It says that people are hurt or in danger now.
    pub fn is_grave(&self, least: u8) -> bool {
        self.gravity >= least && !self.retold && self.says != Says::Post
    }

    /// A warning that is in force.
    pub fn warns(&self, now: f64) -> bool {
        self.alarm.as_ref().is_some_and(|alarm| {
            let starts = alarm.starts.unwrap_or(self.proof.seen);
            // A warning for tomorrow counts today: that is what it is for.
            now < alarm.ends.unwrap_or(starts + MEASURED)
        })
    }

    /// It still shows that something goes on.
    pub fn is_current(&self, now: f64) -> bool {
        if self.alarm.is_some() { self.warns(now) } else { now - self.proof.seen < CURRENT }
    }
}

/// Lines that belong together.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Story {
    pub id: String,
    pub marks: Vec<Mark>,
    pub words: BTreeSet<u32>,
    pub cities: BTreeSet<u32>,
    pub latin: BTreeSet<u32>,
    pub romanised: BTreeSet<u32>,
    pub people: BTreeSet<u32>,
    /// Names of the engine's topics.
    pub topics: BTreeSet<String>,
    pub countries: BTreeSet<String>,
    /// When the first line was read, ms.
    pub starts: f64,
}

/// Topics that too many events share to tell one from another.
const BROAD: Topics =
    Topics::of(&[Topic::Death, Topic::Police, Topic::Child, Topic::Military, Topic::Obituary, Topic::Mourning]);

impl Story {
    pub fn topics(&self) -> Topics {
        let named = self.topics.iter().filter_map(|name| Topic::find(name));
        named.fold(Topics::NONE, |all, topic| all.with(Topics::of(&[topic])))
    }

    /// Everything by which it may be found.
    pub fn shingles(&self) -> impl Iterator<Item = &u32> {
        self.words.iter().chain(&self.latin).chain(&self.romanised).chain(&self.people)
    }

    pub fn last(&self) -> f64 {
        self.marks.iter().map(|mark| mark.proof.seen).fold(self.starts, f64::max)
    }

    /// How well a line fits, 0 (not at all) to 1 and above. `weight`: how telling a shingle is.
    pub fn fits(&self, item: &Item, read: &Reading, own: &Shingles, now: f64, weight: &dyn Fn(u32) -> f64) -> f64 {
        let grave = read.is_fresh() && self.marks.iter().any(|mark| mark.is_grave(2));
        let recent = now - self.last() < 36.0 * HOUR;
        // One who died is named in every line, whatever else it says; a name that many stories share is none.
        let person = own.people.iter().any(|name| self.people.contains(name) && weight(*name) > RARE);
        if grave && recent && person {
            return 0.6;
        }
        let elsewhere = !own.cities.is_empty()
            && !self.cities.is_empty()
            && !own.cities.iter().any(|city| self.cities.contains(city));
        let (mut all, mut shared, mut count) = (0.0, 0.0, 0);
        for word in &own.words {
            let worth = weight(*word);
            all += worth;
            if self.words.contains(word) {
                shared += worth;
                count += 1;
            }
        }
        let overlap = if all > 0.0 { shared / all } else { 0.0 };
        if elsewhere && overlap < 0.8 {
            return 0.0;
        }
        // A bare name may be one word long; a line must share more than one.
        if overlap >= 0.5 && (count >= 2 || item.says != Says::Report && own.words.len() <= 2) {
            return overlap;
        }
        let name = own.latin.iter().any(|name| self.romanised.contains(name))
            || own.romanised.iter().any(|name| self.latin.contains(name));
        if item.says == Says::Interest && name {
            return 0.4;
        }
        let meet = |topics: Topics| topics.0 & !BROAD.0 & read.topics.0 != 0;
        if !grave || !meet(self.topics()) || !recent {
            return 0.0;
        }
        // A town too small for any list is a name that only this story has.
        let rare = own.latin.iter().any(|name| self.latin.contains(name) && weight(*name) > RARE);
        if rare || name || own.cities.iter().any(|city| self.cities.contains(city)) {
            return 0.3 + overlap;
        }
        // Two languages share no word: the country, the kind of event and that both count the dead must do.
        let foreign = !self.marks.iter().any(|mark| mark.proof.language == item.language);
        let country = read.places.iter().any(|place| self.countries.contains(place.country))
            || item.regions.iter().any(|region| self.countries.contains(region));
        let counted = read.toll > 0 && self.marks.iter().any(|mark| mark.toll > 0);
        if foreign && country && counted && now - self.last() < 12.0 * HOUR { 0.25 } else { 0.0 }
    }

    pub fn add(&mut self, source: &Source, item: &Item, read: &Reading, own: &Shingles, mark: Mark) {
        debug_assert_eq!(mark.proof.source, source.id);
        let room = MAX_WORDS.saturating_sub(self.words.len());
        self.words.extend(own.words.iter().take(room));
        self.cities.extend(own.cities.iter().take(16));
        self.latin.extend(own.latin.iter().take(room));
        self.romanised.extend(own.romanised.iter().take(room));
        self.people.extend(own.people.iter().take(room));
        if !read.retold && item.says != Says::Post {
            let named =
                Topic::ALL.iter().filter(|topic| read.topics.has(**topic)).map(|topic| topic.name().to_string());
            self.topics.extend(named);
        }
        let countries: BTreeSet<String> = read.places.iter().map(|place| place.country.to_string()).collect();
        if countries.is_empty() && self.countries.is_empty() {
            self.countries.extend(item.regions.iter().cloned());
        } else {
            self.countries.extend(countries);
        }
        if self.marks.len() >= MAX_MARKS {
            // The oldest line goes, but never one that still warns.
            let oldest = (0..self.marks.len())
                .filter(|at| self.marks[*at].alarm.is_none())
                .min_by(|a, b| self.marks[*a].proof.seen.total_cmp(&self.marks[*b].proof.seen));
            self.marks.remove(oldest.unwrap_or(0));
        }
        self.marks.push(mark);
    }

    /// Forgets what is too old. False: nothing is left.
    pub fn age(&mut self, now: f64) -> bool {
        self.marks.retain(|mark| now - mark.proof.seen < KEPT || mark.warns(now));
        !self.marks.is_empty()
    }

    /// The weight that its lines give it: what was grave yesterday is so for as long as people still tell of it.
    pub fn gravity(&self, now: f64) -> u8 {
        self.telling(now).map(|mark| mark.gravity).max().unwrap_or(0)
    }

    /// The lines that say of harm. Where most lines are of sport, shows or launches, only those that count the dead.
    fn telling(&self, now: f64) -> impl Iterator<Item = &Mark> {
        let current = || self.marks.iter().filter(move |mark| mark.is_current(now) && mark.says != Says::Post);
        let (all, figures) = (current().count(), current().filter(|mark| mark.figure).count());
        let goes_on = current().any(|mark| mark.says == Says::Report);
        self.marks.iter().filter(move |mark| {
            let lasting = goes_on && mark.alarm.is_none() && mark.says == Says::Report;
            let plain = figures * 2 < all || figures == 0;
            mark.is_grave(1)
                && (lasting || mark.is_current(now))
                && (plain || mark.toll > 0 || mark.died || mark.alarm.is_some())
        })
    }

    pub fn toll(&self) -> u32 {
        self.marks.iter().filter(|mark| !mark.retold).map(|mark| mark.toll).max().unwrap_or(0)
    }

    /// Whether an authority's highest warning is in force.
    pub fn top(&self, now: f64) -> bool {
        self.marks.iter().any(|mark| mark.alarm.as_ref().is_some_and(|alarm| alarm.top) && mark.warns(now))
    }

    /// The families that tell of it now, and how much they weigh together.
    ///
    /// One of them must report: that many look at a name shows no harm.
    pub fn weight(&self, now: f64, burns: bool) -> (usize, u32) {
        // "He made silence funny": once it is told that somebody died, remembering is part of it and no anniversary.
        let died = self.marks.iter().any(|mark| mark.died && !mark.retold);
        let current: Vec<&Mark> =
            self.marks.iter().filter(|mark| mark.is_current(now) && (died || !mark.retold)).collect();
        let reports = |mark: &&&Mark| !matches!(mark.says, Says::Interest | Says::Post);
        if !current.iter().any(|mark| reports(&mark)) || self.gravity(now) < 2 {
            return (0, 0);
        }
        let tells = |mark: &&&Mark| mark.says != Says::Post;
        let families: BTreeSet<Family> = current.iter().filter(tells).filter_map(|mark| mark.family()).collect();
        let sources: BTreeSet<&str> = current.iter().filter(tells).map(|mark| mark.proof.source.as_str()).collect();
        let toll = current.iter().map(|mark| mark.toll).max().unwrap_or(0);
        let severe =
            current.iter().any(|mark| mark.alarm.as_ref().is_some_and(|alarm| alarm.cap.severity >= Severity::Severe));
        let edited = current.iter().any(|mark| mark.family() == Some(Family::Wikipedia) && reports(&mark));
        let burst = burns || current.iter().any(|mark| mark.burst);
        let extra = [edited, toll >= 5, toll >= 50, severe, burst];
        let points = sources.len() + extra.into_iter().filter(|yes| *yes).count();
        (families.len(), points as u32)
    }
}
