//! The watch: feeds in, events out. It remembers two days of lines, joins those that tell of one event, and decides
//! which of them is a crisis.
//!
//! Pure: the time is handed in. A clock that jumps back makes nothing older than it is; one that jumps ahead forgets.

use super::aliases::aliases;
use super::burst;
use super::classify::{Reading, classify};
use super::mood::Mood;
use super::sensitive::{Both, Kind, Proof, SensitiveContext, crosswalk};
use super::shingle::{Shingles, hash, shingles};
use super::story::{HOUR, KEPT, Mark, Story};
use crate::engine::{Event, Knowledge, Tone, Topic};
use crate::knowledge;
use crate::sources::{Item, Listed, Says, Source};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Most stories that are kept: the grave ones first, then the newest.
const MAX_STORIES: usize = 400;
/// Points that a crisis needs besides two families: one for each source, more for deaths, haste and editors.
const ENOUGH: u32 = 3;
/// How long a line that stands alone and is not grave is kept.
const ALONE: f64 = 8.0 * HOUR;

/// Everything that is remembered between two readings. Stored as JSON.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Watch {
    pub(super) stories: Vec<Story>,
    /// Lines that were read, and the hour in which they last stood there.
    seen: BTreeMap<u32, u32>,
    /// New reports an hour, over all stories.
    totals: BTreeMap<u32, u16>,
    next: u32,
    /// Built when it is needed, dropped when a story goes.
    #[serde(skip)]
    index: Option<Index>,
    /// What a person declared: this is a crisis, this is none of ours.
    pub pinned: BTreeSet<String>,
    pub muted: BTreeSet<String>,
    /// What samples of posts about a story showed, one of each network.
    pub(super) moods: BTreeMap<String, Vec<Mood>>,
}

fn hour(now: f64) -> u32 {
    (now / HOUR).clamp(0.0, f64::from(u32::MAX)) as u32
}

/// Which stories hold a shingle.
type Index = HashMap<u32, Vec<u32>>;

fn enter(index: &mut Index, number: usize, own: &Shingles) {
    for word in own.all() {
        let list = index.entry(*word).or_default();
        if list.last() != Some(&(number as u32)) {
            list.push(number as u32);
        }
    }
}

impl Watch {
    /// Takes in what one source says now (ms). The whole of its list: what an authority no longer lists is over.
    pub fn take(&mut self, source: &Source, items: &[Item], now: f64) {
        let knowledge = knowledge::get();
        let mut index = self.index.take().unwrap_or_else(|| self.build());
        let mut listed: BTreeSet<u32> = BTreeSet::new();
        for item in items {
            let name = item.alarm.as_ref().map_or(item.title.as_str(), |alarm| alarm.id.as_str());
            let number = hash(&format!("{}|{name}", source.id));
            listed.insert(number);
            if self.seen.insert(number, hour(now)).is_some() {
                self.again(number, source, item, now);
                continue;
            }
            let old = item.time.is_some_and(|written| now - written > KEPT) && item.says == Says::Report;
            if old || item.says == Says::Warning && item.alarm.is_none() {
                continue;
            }
            let read = classify(knowledge, item);
            let own = shingles(item, &read);
            let mark = mark(source, item, &read, number, now);
            if item.says == Says::Report {
                let count = self.totals.entry(hour(now)).or_default();
                *count = count.saturating_add(1);
            }
            let at = match self.find(item, &read, &own, now, &index) {
                Some(at) => at,
                None if item.says == Says::Post || own.words.is_empty() => continue,
                None => {
                    self.next = self.next.wrapping_add(1);
                    self.stories.push(Story { id: format!("story-{}", self.next), starts: now, ..Story::default() });
                    self.stories.len() - 1
                }
            };
            self.stories[at].add(source, item, &read, &own, mark);
            enter(&mut index, at, &own);
        }
        self.withdraw(source, &listed, now);
        if !self.forget(now) {
            self.index = Some(index);
        }
    }

    /// Forgets what these sources told (their ids): a person switched them off. Switched on again, they tell it anew.
    pub fn without(&mut self, gone: &BTreeSet<&str>) {
        for story in &mut self.stories {
            story.marks.retain(|mark| {
                let stays = !gone.contains(mark.proof.source.as_str());
                if !stays {
                    self.seen.remove(&mark.hash);
                }
                stays
            });
        }
        self.stories.retain(|story| !story.marks.is_empty());
        self.forget_moods();
        self.index = None;
    }

    fn build(&self) -> Index {
        let mut index = Index::new();
        for (number, story) in self.stories.iter().enumerate() {
            for word in story.shingles() {
                index.entry(*word).or_default().push(number as u32);
            }
        }
        index
    }

    /// The same line stands there again.
    fn again(&mut self, number: u32, source: &Source, item: &Item, now: f64) {
        let marks = self.stories.iter_mut().flat_map(|story| &mut story.marks);
        for mark in marks.filter(|mark| mark.hash == number && mark.proof.source == source.id) {
            // A report is written once; a list of what people look at is true for as long as it stands there.
            if item.says == Says::Interest && mark.proof.seen < now {
                mark.proof.seen = now;
                mark.burst = rises(item);
            }
            if item.alarm.is_some() {
                mark.gravity = mark.gravity.max(u8::from(item.alarm.as_ref().is_some_and(|alarm| alarm.top)) * 3);
                mark.alarm.clone_from(&item.alarm);
            }
        }
    }

    fn find(&self, item: &Item, read: &Reading, own: &Shingles, now: f64, index: &Index) -> Option<usize> {
        let mut candidates: BTreeSet<u32> = BTreeSet::new();
        for word in own.all() {
            candidates.extend(index.get(word).into_iter().flatten());
        }
        if read.toll > 0 {
            // No shared shingle across languages: every story that counts its dead.
            let counted = self.stories.iter().enumerate().filter(|(_, story)| story.toll() > 0);
            candidates.extend(counted.map(|(number, _)| number as u32));
        }
        // Never fewer than twenty: in an empty memory every word would be telling or none.
        let all = self.stories.len().max(20) as f64;
        let weight = |word: u32| (1.0 + all / index.get(&word).map_or(1.0, |list| list.len().max(1) as f64)).ln();
        let rated = candidates.into_iter().filter_map(|number| {
            let story = self.stories.get(number as usize)?;
            let fits = story.fits(item, read, own, now, &weight);
            (fits > 0.0).then_some((fits, number as usize))
        });
        rated.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, number)| number)
    }

    /// What this authority no longer lists is over.
    fn withdraw(&mut self, source: &Source, listed: &BTreeSet<u32>, now: f64) {
        let marks = self.stories.iter_mut().flat_map(|story| &mut story.marks);
        for mark in marks.filter(|mark| mark.proof.source == source.id && !listed.contains(&mark.hash)) {
            if let Some(alarm) = &mut mark.alarm {
                alarm.ends = Some(alarm.ends.unwrap_or(now).min(now));
            }
        }
    }

    /// Forgets what is over. True: a story went, and the numbers of the others have changed.
    fn forget(&mut self, now: f64) -> bool {
        let before = self.stories.len();
        let pinned = &self.pinned;
        self.stories.retain_mut(|story| {
            let alone = story.marks.len() == 1 && story.gravity(now) == 0 && now - story.last() > ALONE;
            pinned.contains(&story.id) || story.age(now) && !alone
        });
        if self.stories.len() > MAX_STORIES {
            self.stories.sort_by(|a, b| {
                let key = |story: &Story| (pinned.contains(&story.id), story.gravity(now), story.marks.len().min(5));
                key(b).cmp(&key(a)).then(b.last().total_cmp(&a.last()))
            });
            self.stories.truncate(MAX_STORIES);
        }
        let oldest = hour(now - KEPT);
        self.seen.retain(|_, last| *last >= oldest);
        self.totals.retain(|at, _| *at >= oldest);
        let gone = self.stories.len() != before;
        if gone && !self.muted.is_empty() {
            let living: BTreeSet<&String> = self.stories.iter().map(|story| &story.id).collect();
            self.muted.retain(|id| living.contains(id));
        }
        if gone {
            self.forget_moods();
        }
        gone
    }

    /// Reports an hour of one story and of all, oldest first, the last hour being that of `now`.
    fn pace(&self, story: &Story, now: f64) -> (Vec<u16>, Vec<u16>) {
        let last = hour(now);
        let first = last.saturating_sub(47);
        let mut own = vec![0u16; 48];
        for mark in story.marks.iter().filter(|mark| mark.says == Says::Report) {
            let written = hour(mark.proof.written.unwrap_or(mark.proof.seen).min(mark.proof.seen));
            if (first..=last).contains(&written) {
                let bin = &mut own[(written - first) as usize];
                *bin = bin.saturating_add(1);
            }
        }
        let all = (first..=last).map(|at| self.totals.get(&at).copied().unwrap_or(0)).collect();
        (own, all)
    }

    /// What goes on at `now`, gravest first. `days`: the observances of today, which explain what people remember.
    pub fn events(&self, now: f64, days: &[Event]) -> Vec<SensitiveContext> {
        self.told(now, days, false)
    }

    /// The same, and what a person called none of ours.
    pub fn shown(&self, now: f64, days: &[Event]) -> (Vec<SensitiveContext>, Vec<SensitiveContext>) {
        (self.told(now, days, false), self.told(now, days, true))
    }

    fn told(&self, now: f64, days: &[Event], muted: bool) -> Vec<SensitiveContext> {
        let knowledge = knowledge::get();
        let days: Vec<String> = days.iter().flat_map(names_of_day).collect();
        let live = self.stories.iter().filter(|story| muted == self.muted.contains(&story.id));
        let mut out: Vec<SensitiveContext> =
            live.map(|story| self.event(story, knowledge, now, &days)).filter(|one| !one.evidence.is_empty()).collect();
        out.sort_by(|a, b| {
            let key = |one: &SensitiveContext| (one.crisis, one.gravity, one.evidence.len());
            key(b).cmp(&key(a)).then(b.starts.total_cmp(&a.starts))
        });
        out
    }

    /// Whether it remembers an event of this id.
    pub fn has(&self, id: &str) -> bool {
        self.stories.iter().any(|story| story.id == id)
    }

    fn event(&self, story: &Story, knowledge: &Knowledge, now: f64, days: &[String]) -> SensitiveContext {
        let (pace, all) = self.pace(story, now);
        let pinned = self.pinned.contains(&story.id);
        let gravity = story.gravity(now);
        // Most stories are one light line: no need to ask how fast it spreads.
        let burns = gravity > 1
            && story.marks.len() > 1
            && burst::kleinberg(&pace, &all).iter().rev().take(3).any(|burn| *burn);
        let (families, points) = story.weight(now, burns);
        let top = story.top(now);
        let current: Vec<&Mark> = story.marks.iter().filter(|mark| mark.is_current(now)).collect();
        let remembered = gravity > 0 && story.toll() == 0 && remembers(&current, days);
        let crisis = pinned || !remembered && gravity == 3 && (top || families >= 2 && points >= ENOUGH);
        // A dispute that two families tell of is real, too; it is no crisis and never weighs like one.
        let topics = story.topics();
        let mourned = topics.has(Topic::Obituary) || topics.has(Topic::Mourning);
        let kind = match gravity {
            _ if remembered => Kind::Observance,
            0 => Kind::Trend,
            _ if current.iter().any(|mark| mark.alarm.is_some()) => Kind::Hazard,
            3 if mourned && story.toll() <= 2 => Kind::Mourning,
            1 | 2 => Kind::Dispute,
            _ => Kind::Event,
        };
        let names: Vec<String> = story.topics.iter().cloned().collect();
        let (medtop, iab) = crosswalk(&names);
        let title = |korean: bool| {
            let said = current.iter().filter(|mark| (mark.proof.language == "ko") == korean && mark.says != Says::Post);
            let best = said.max_by_key(|mark| (mark.says != Says::Interest, mark.gravity, mark.toll));
            best.map(|mark| mark.proof.title.clone()).unwrap_or_default()
        };
        let languages: BTreeSet<&str> = current.iter().map(|mark| mark.proof.language.as_str()).collect();
        let mut tags: Vec<String> = current.iter().flat_map(|mark| mark.tags.iter().cloned()).collect();
        tags.sort_unstable();
        tags.dedup();
        let cap = current.iter().filter_map(|mark| mark.alarm.as_ref()).max_by_key(|alarm| alarm.cap.severity);
        let last = current.iter().map(|mark| mark.proof.seen).fold(story.starts, f64::max);
        let mut evidence: Vec<Proof> = current.iter().map(|mark| mark.proof.clone()).collect();
        evidence.sort_by(|a, b| b.seen.total_cmp(&a.seen));
        let mut one = SensitiveContext {
            id: story.id.clone(),
            kind,
            gravity: if pinned { 3 } else { gravity },
            tone: match kind {
                Kind::Trend => Tone::Celebratory,
                Kind::Observance => Tone::Solemn,
                Kind::Dispute => Tone::Contested,
                _ => Tone::Grave,
            },
            crisis,
            pinned,
            regions: story.countries.iter().cloned().collect(),
            languages: languages.into_iter().filter(|code| !code.is_empty()).map(str::to_string).collect(),
            hashtags: tags,
            aliases: aliases(knowledge, &current),
            name: Both { en: title(false), ko: title(true) },
            topics: names,
            medtop,
            iab,
            cap: cap.map(|alarm| alarm.cap.clone()),
            evidence,
            confidence: if top || pinned {
                0.95
            } else {
                (0.25 + 0.2 * families as f32 + 0.05 * points as f32).min(0.95)
            },
            toll: story.toll(),
            starts: story.starts,
            mood: self.mood(&story.id, now),
            ends: cap.and_then(|alarm| alarm.ends).or(Some(last + super::story::CURRENT)),
            pace,
            ..SensitiveContext::default()
        };
        one.explain();
        one
    }
}

fn mark(source: &Source, item: &Item, read: &Reading, number: u32, now: f64) -> Mark {
    Mark {
        proof: Proof {
            source: source.id.to_string(),
            name: source.name.to_string(),
            family: source.family.name().to_string(),
            title: item.title.clone(),
            url: item.link.clone(),
            language: item.language.clone(),
            // A line that was written hours ago is hours old, though we read it only now.
            seen: item.time.filter(|_| item.says == Says::Report).map_or(now, |written| written.clamp(now - KEPT, now)),
            written: item.time.filter(|written| *written <= now),
        },
        says: item.says,
        hash: number,
        gravity: read.gravity,
        retold: read.retold,
        figure: read.figure,
        died: read.died,
        toll: read.toll,
        burst: rises(item),
        tags: item.tags.clone(),
        listed: Listed::of(source.id, item),
        alarm: item.alarm.clone(),
    }
}

/// Whether more people than usual talk about it, by the feed's own counts.
fn rises(item: &Item) -> bool {
    burst::mastodon(&item.history) >= 1.0 && burst::robust_z(&item.history) >= 3.0
}

/// Without spaces and case.
fn plain(text: &str) -> String {
    crate::engine::fold(text).text.replace(' ', "")
}

/// The tags and names of an observance, as they may stand in a line.
fn names_of_day(day: &Event) -> impl Iterator<Item = String> {
    let tags = day.hashtags.iter().map(|tag| plain(tag.trim_start_matches('#')));
    tags.chain([plain(&day.name), plain(&day.name_ko)]).filter(|name| name.len() >= 6)
}

/// Whether people talk about this only because of the day: a tag or a name of the day is in it.
fn remembers(current: &[&Mark], days: &[String]) -> bool {
    !days.is_empty()
        && current.iter().any(|mark| {
            let title = plain(&mark.proof.title);
            days.iter().any(|name| title.contains(name.as_str()))
        })
}
