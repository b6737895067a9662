//! The context: every event, classified once, and the scan that finds its names in drafts.

mod names;
mod story;

use super::brand::Brand;
use super::event::{Event, Tone};
use super::finding::{Evidence, EvidenceKind, Locale};
use super::index::Index;
use super::knowledge::Knowledge;
use super::place::is_near;
use super::sense::{Sense, Senses};
use super::text::{Folded, fold};
use super::topic::{Topic, Topics};
use aho_corasick::AhoCorasick;
use names::proper_names;
use story::{composed, figures, remembered, told_in_pieces};

/// An event that was read once.
#[derive(Clone, Debug)]
pub struct Known {
    pub event: Event,
    pub topics: Topics,
    /// 0 ordinary, 1 be aware, 2 serious, 3 people die or grieve.
    pub gravity: u8,
    /// It happens now; a calendar day or a memorial does not.
    pub fresh: bool,
    /// It happens where the brand speaks, or everywhere. Else it weighs only on a draft that names it.
    pub near: bool,
    /// It names the brand or a word of its trade.
    pub own: bool,
}

/// All that is going on, ready to compare with drafts.
pub struct Context {
    pub events: Vec<Known>,
    /// For each pattern of `names`: the event it names.
    owners: Vec<usize>,
    names: Option<AhoCorasick>,
    index: Index,
    /// The highest gravity of fresh events that are near.
    pub gravity: u8,
}

/// Longest list and longest name that are read; more is left out, not refused.
const MAX_EVENTS: usize = 2000;
const MAX_NAME: usize = 200;

impl Context {
    /// Reads what is going on, as it looks from where the brand stands.
    pub fn read(knowledge: &Knowledge, events: &[Event], brand: &Brand) -> Context {
        let mut known: Vec<Known> = Vec::with_capacity(events.len().min(MAX_EVENTS));
        let (mut patterns, mut owners) = (Vec::new(), Vec::new());
        for event in events.iter().take(MAX_EVENTS) {
            let named = [&event.name, &event.name_ko].into_iter().chain(&event.hashtags);
            let names: Vec<Folded> = named.map(|name| fold(&clip(name))).collect();
            let near = event.own || is_near(knowledge, event, &names, &brand.regions);
            let own = event.own || names.iter().any(|name| brand.own.iter().any(|word| name.has_word(word)));
            let one = Known { near, own, ..Known::read(knowledge, event) };
            for name in names {
                let folded = name.text;
                // A name of one or two letters, or a bare year, says too little.
                let long = folded.chars().count() >= 4 || folded.len() >= 6;
                if long && !folded.chars().all(|c| c.is_ascii_digit() || c == '.') {
                    owners.push(known.len());
                    patterns.push(folded);
                }
            }
            if one.fresh && one.gravity == 3 && !one.event.observance {
                for name in proper_names(knowledge, &clip(&event.name)) {
                    owners.push(known.len());
                    patterns.push(name);
                }
            }
            known.push(one);
        }
        remembered(knowledge, &mut known);
        told_in_pieces(knowledge, &mut known);
        let index = Index::of(&known);
        let gravity = index.gravest.map_or(0, |at| known[at].gravity);
        Context { names: AhoCorasick::new(&patterns).ok(), owners, index, gravity, events: known }
    }

    /// Which events the text names, with the folded bytes.
    pub fn named(&self, folded: &Folded) -> Vec<(usize, usize, usize)> {
        let Some(names) = &self.names else { return Vec::new() };
        names
            .find_overlapping_iter(&folded.text)
            .filter(|found| {
                let dense = folded.text[found.start()..].chars().next().is_some_and(super::text::is_dense);
                folded.word_start(found.start()) && (dense || folded.word_end(found.end()))
            })
            .map(|found| (self.owners[found.pattern().as_usize()], found.start(), found.end()))
            .collect()
    }

    /// The gravest near event that shares a topic, fresh ones first.
    pub fn about(&self, topics: Topics, least: u8) -> Option<&Known> {
        self.index.about(&self.events, topics, least).map(|at| &self.events[at])
    }

    /// Events elsewhere of which the whole world speaks, wars and air disasters, that share a topic.
    pub fn far(&self, topics: Topics) -> impl Iterator<Item = &Known> {
        const WORLD: Topics = Topics::of(&[Topic::War, Topic::Air]);
        // One of the many bombs and shots of a day is not.
        const DAILY: Topics = Topics::of(&[Topic::Attack, Topic::Explosion, Topic::Shooting]);
        let shared = topics.and(WORLD);
        let far = self.index.far.iter().map(|at| &self.events[*at]);
        far.filter(move |known| known.topics.meets(shared) && !known.topics.meets(DAILY))
    }

    /// The gravest fresh event that is near.
    pub fn gravest(&self) -> Option<&Known> {
        self.index.gravest.map(|at| &self.events[at])
    }

    /// A near event sudden enough that the whole room has gone quiet; a war that has lasted for years has not.
    pub fn sudden(&self) -> Option<&Known> {
        self.index.sudden.map(|at| &self.events[at])
    }

    /// Serious days and memorials, with their places among the events.
    pub fn days(&self) -> impl Iterator<Item = (usize, &Known)> {
        self.index.days.iter().map(|at| (*at, &self.events[*at]))
    }
}

impl Known {
    /// What one event's own words and fields say.
    pub fn read(knowledge: &Knowledge, event: &Event) -> Known {
        let mut topics = event
            .topics
            .iter()
            .filter_map(|name| Topic::find(name))
            .fold(Topics::NONE, |all, topic| all.with(Topics::of(&[topic])));
        let mut gravity = event.gravity;
        let mut memorial = event.observance || matches!(event.tone, Tone::Solemn | Tone::Awareness | Tone::Celebratory);
        if !event.observance {
            let folded = fold(&clip(&event.name));
            let hits = knowledge.scan(&folded);
            // "Crash course" names no crash, "#TasteTheBlast" no blast: a longer phrase around the word explains it.
            let explained = |start: usize, end: usize| {
                hits.iter().any(|hit| {
                    let does = knowledge.group(hit.group).does;
                    (does.has(Sense::Harmless) || does.has(Sense::Idiom))
                        && hit.start <= start
                        && hit.end >= end
                        && hit.end - hit.start > end - start
                })
            };
            let counted = hits.iter().any(|hit| knowledge.group(hit.group).is_harm());
            let harmless = hits.iter().any(|hit| knowledge.group(hit.group).does.has(Sense::Harmless));
            let mut told = 0;
            // "Hurricanes win the cup": the one grave word is also a team's or a film's name, and the line says so.
            let leisure = hits.iter().any(|hit| knowledge.group(hit.group).does.has(Sense::Leisure));
            let double = |start: usize, end: usize| {
                hits.iter().any(|hit| {
                    knowledge.group(hit.group).does.has(Sense::Double) && hit.start <= start && hit.end >= end
                })
            };
            let mut grave =
                hits.iter().filter(|hit| knowledge.group(hit.group).is_news()).map(|hit| (hit.start, hit.end));
            let first = grave.next();
            let alone =
                first.is_some_and(|(start, end)| double(start, end) && grave.all(|other| other == (start, end)));
            if !(leisure && alone) {
                let tags = folded.tags.iter().filter(|_| !harmless).flat_map(|tag| knowledge.tag(&tag.name));
                let literal = hits.iter().filter(|hit| !explained(hit.start, hit.end)).map(|hit| hit.group);
                for group in literal.chain(tags).map(|id| knowledge.group(id)) {
                    if group.is_plain() {
                        topics = topics.with(group.about);
                        // A slogan that names the dead is no anniversary while the line counts them.
                        let slogan = group.does.meets(Senses::of(&[Sense::Rally, Sense::Day]));
                        memorial |= group.about.has(Topic::Memorial) && !(slogan && counted);
                        let inert = group.is_harm() || group.does.has(Sense::Ware);
                        told = told.max(if inert { 0 } else { group.gravity });
                    }
                }
                if told < 3 && !leisure && !harmless && !figures(knowledge, &hits) {
                    let (added, gravity) = composed(knowledge, &folded, &hits);
                    topics = topics.with(added);
                    told = told.max(gravity);
                }
            }
            if prays(&folded) {
                topics = topics.with(Topics::of(&[Topic::Death]));
                told = 3;
            }
            if gravity == 0 {
                gravity = told;
            }
        }
        if event.tone == Tone::Grave {
            gravity = gravity.max(2);
        }
        let fresh = !memorial && gravity > 0;
        Known { event: event.clone(), topics, gravity, fresh, near: true, own: false }
    }

    pub(super) fn is_sudden(&self) -> bool {
        const LASTING: Topics = Topics::of(&[
            Topic::War,
            Topic::Obituary,
            Topic::Racism,
            Topic::Police,
            Topic::Protest,
            Topic::Refugees,
            Topic::Verdict,
            Topic::Suicide,
        ]);
        self.near && self.fresh && self.gravity == 3 && !self.topics.meets(LASTING)
    }

    pub fn name(&self, locale: Locale) -> &str {
        match locale {
            Locale::Ko if !self.event.name_ko.is_empty() => &self.event.name_ko,
            _ if self.event.name.is_empty() => &self.event.name_ko,
            _ => &self.event.name,
        }
    }

    pub fn evidence(&self, locale: Locale, feed: &str) -> Evidence {
        let event = &self.event;
        let meaning = match locale {
            Locale::Ko if !event.meaning_ko.is_empty() => &event.meaning_ko,
            _ => &event.meaning,
        };
        let name = self.name(locale);
        Evidence {
            kind: if event.observance { EvidenceKind::Observance } else { EvidenceKind::Event },
            text: if meaning.is_empty() { name.to_string() } else { format!("{name}: {meaning}") },
            source: if event.source.is_empty() { feed.to_string() } else { event.source.clone() },
            url: (!event.url.is_empty()).then(|| event.url.clone()),
            date: (!event.date.is_empty()).then(|| event.date.clone()),
        }
    }
}

/// "#PrayForMalawi": people only trend so when many have died, wherever it is.
fn prays(folded: &Folded) -> bool {
    let tag = folded.tags.first().filter(|tag| tag.name.len() >= "prayfor".len() + 4);
    tag.is_some_and(|tag| tag.name.starts_with("prayfor") || tag.name.starts_with("prayersfor"))
}

fn clip(name: &str) -> String {
    name.chars().take(MAX_NAME).collect()
}
