//! `SensitiveContext`: one thing that is going on, with everything that is known about it and who says so.

use super::mood::Mood;
use crate::engine::{Event, Headline, Locale, Text, Tone};
use crate::sources::Cap;
use crate::words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// So many sources make an event near to everybody.
const EVERYWHERE: usize = 6;

/// Most headlines that go with an event to the judge.
const MAX_HEADLINES: usize = 6;

/// What sort of thing it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Talked about, not grave: a final, a launch, a joke.
    #[default]
    Trend,
    /// People are hurt: an accident, an attack, a war.
    Event,
    /// Nature or disease, as an authority or the news tells it.
    Hazard,
    /// Someone died, or a country mourns.
    Mourning,
    /// People are divided or angry.
    Dispute,
    /// A day of the calendar.
    Observance,
}

/// Who says so.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Proof {
    /// The id and the name of the source.
    pub source: String,
    pub name: String,
    pub family: String,
    pub title: String,
    /// http or https, or empty.
    pub url: String,
    pub language: String,
    /// When we first read it, ms; for a list of trends: when it last stood there.
    pub seen: f64,
    /// When it was written, ms, as far as the source says.
    pub written: Option<f64>,
}

/// Both languages of one text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Both {
    pub en: String,
    pub ko: String,
}

/// One thing that is going on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SensitiveContext {
    /// Stable as long as it goes on.
    pub id: String,
    pub kind: Kind,
    /// 0 none, 1 be aware, 2 serious, 3 people die or grieve.
    pub gravity: u8,
    pub tone: Tone,
    /// Two independent families, one official top warning, or a person's pin.
    pub crisis: bool,
    pub pinned: bool,
    /// ISO 3166 codes; empty: not known.
    pub regions: Vec<String>,
    pub languages: Vec<String>,
    /// Without the sign.
    pub hashtags: Vec<String>,
    /// Names of people, ships, places that most of the headlines share.
    pub aliases: Vec<String>,
    pub name: Both,
    pub meaning: Both,
    /// Names of the engine's topics.
    pub topics: Vec<String>,
    /// Cross-walks: IPTC Media Topics and IAB Content Taxonomy (Sensitive Topics).
    pub medtop: Vec<String>,
    pub iab: Vec<String>,
    pub cap: Option<Cap>,
    pub evidence: Vec<Proof>,
    /// 0 to 1: how sure we are that it is this and that it goes on.
    pub confidence: f32,
    /// The highest number of deaths that a headline gives; 0: none given.
    pub toll: u32,
    /// ms.
    pub starts: f64,
    /// When it ends or is taken for over if nothing new comes, ms.
    pub ends: Option<f64>,
    /// Reports an hour, oldest first, up to 48 hours.
    pub pace: Vec<u16>,
    /// How people feel who post about it, where posts could be sampled.
    pub mood: Option<Mood>,
}

impl SensitiveContext {
    /// The same as the engine reads it, which itself tells near from far.
    ///
    /// Only a crisis keeps its full weight. What one family tells is something to be aware of.
    pub fn event(&self) -> Event {
        let gravity = if self.crisis { self.gravity } else { self.gravity.min(1) };
        let tone = match (self.gravity, self.crisis) {
            (0, _) => Tone::Celebratory,
            (_, true) if self.kind == Kind::Dispute => Tone::Contested,
            (_, true) => Tone::Grave,
            _ => Tone::Unknown,
        };
        let sources: BTreeSet<&str> = self.evidence.iter().map(|proof| proof.source.as_str()).collect();
        let mut regions = self.regions.clone();
        // What so many tell of is felt everywhere; and a person's own pin is about here.
        if !regions.is_empty() && (sources.len() >= EVERYWHERE || self.pinned) {
            regions.push("world".into());
        }
        // The line that the name was taken from, if it can be read somewhere.
        let named = |proof: &&Proof| proof.title == self.name.en || proof.title == self.name.ko;
        let linked = || self.evidence.iter().filter(|proof| !proof.url.is_empty());
        let first = linked().find(named).or_else(|| linked().next());
        let names: Vec<&str> = self.evidence.iter().map(|proof| proof.name.as_str()).collect();
        let mut told: Vec<&str> = Vec::new();
        for name in names {
            if !told.contains(&name) {
                told.push(name);
            }
        }
        let empty = self.name.en.is_empty();
        Event {
            id: self.id.clone(),
            name: if empty { self.name.ko.clone() } else { self.name.en.clone() },
            name_ko: self.name.ko.clone(),
            meaning: self.meaning.en.clone(),
            meaning_ko: self.meaning.ko.clone(),
            hashtags: self.hashtags.iter().chain(&self.aliases).cloned().collect(),
            topics: self.topics.clone(),
            tone,
            // 0 would be told from the name again.
            gravity: gravity.max(1),
            regions,
            date: day(self.starts),
            source: told.into_iter().take(3).collect::<Vec<_>>().join(", "),
            url: first.map(|proof| proof.url.clone()).unwrap_or_default(),
            headlines: self.headlines(),
            pace: self.speed(),
            ..Event::default()
        }
    }

    /// What can be read somewhere, each title once. Written ones first: the name of a trend says less than a headline.
    fn headlines(&self) -> Vec<Headline> {
        let mut told: Vec<&Proof> = self.evidence.iter().filter(|proof| proof.url.starts_with("https://")).collect();
        told.sort_by_key(|proof| proof.written.is_none());
        let mut out: Vec<Headline> = Vec::new();
        for proof in told {
            if out.len() < MAX_HEADLINES
                && !out.iter().any(|other| other.title == proof.title || other.url == proof.url)
            {
                out.push(Headline {
                    title: proof.title.clone(),
                    source: proof.name.clone(),
                    url: proof.url.clone(),
                    language: proof.language.clone(),
                });
            }
        }
        out
    }

    /// Reports of the last six hours and of the six before.
    fn speed(&self) -> Option<(u32, u32)> {
        let sum = |from: usize| self.pace.iter().rev().skip(from).take(6).map(|count| u32::from(*count)).sum::<u32>();
        let both = (sum(0), sum(6));
        (both != (0, 0)).then_some(both)
    }

    /// What it is in a sentence, from what was counted; nothing is made up.
    pub(super) fn explain(&mut self) {
        let families: BTreeSet<&str> = self.evidence.iter().map(|proof| proof.family.as_str()).collect();
        let sources: BTreeSet<&str> = self.evidence.iter().map(|proof| proof.source.as_str()).collect();
        let (toll, number, kinds) = (self.toll.to_string(), sources.len().to_string(), families.len().to_string());
        let say = |locale: Locale| {
            let mut parts: Vec<String> = Vec::new();
            let mut add = |text: &Text, values: &[(&str, &str)]| parts.push(text.fill(locale, values));
            if self.toll > 0 {
                add(&words::CONTEXT_TOLL, &[("count", &toll)]);
            }
            if self.cap.is_some() {
                add(&words::CONTEXT_WARNING, &[]);
            }
            add(&words::CONTEXT_TOLD, &[("sources", &number), ("kinds", &kinds)]);
            parts.join(" ")
        };
        self.meaning = Both { en: say(Locale::En), ko: say(Locale::Ko) };
    }
}

fn day(ms: f64) -> String {
    let day = super::Day::from_count((ms / 86_400_000.0).floor() as i32);
    format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)
}

/// IPTC Media Topics and IAB Sensitive Topics of the engine's topics, each once.
pub fn crosswalk(topics: &[String]) -> (Vec<String>, Vec<String>) {
    let (mut medtop, mut iab) = (BTreeSet::new(), BTreeSet::new());
    for topic in topics {
        let (media, sensitive) = codes(topic);
        medtop.extend(media.iter().map(|code| format!("medtop:{code}")));
        iab.extend(sensitive.iter().map(|code| code.to_string()));
    }
    (medtop.into_iter().collect(), iab.into_iter().collect())
}

/// Ids of cv.iptc.org/newscodes/mediatopic (top level) and of the IAB Content Taxonomy 2.2, Sensitive Topics.
fn codes(topic: &str) -> (&'static [&'static str], &'static [&'static str]) {
    const HARM: &str = "I4GWl6";
    const CRIME: &str = "XtODT3";
    const TERROR: &str = "8FD8nI";
    const SOCIAL: &str = "Z7rJBM";
    const HATE: &str = "HxqYV1";
    match topic {
        "death" | "obituary" | "mourning" | "memorial" => (&["14000000"], &[HARM]),
        "shooting" | "attack" => (&["02000000", "16000000"], &[CRIME, TERROR, HARM]),
        "hostage" | "abuse" | "verdict" => (&["02000000"], &[CRIME]),
        "explosion" | "fire" | "collapse" | "crush" | "air" | "road" | "rail" | "ship" | "falling" | "missing"
        | "drowning" | "poison" => (&["03000000"], &[HARM]),
        "flood" | "storm" | "cold" | "heat" => (&["03000000", "17000000"], &[HARM]),
        "quake" => (&["03000000"], &[HARM]),
        "epidemic" | "health" | "food" | "suicide" => (&["07000000"], &[SOCIAL]),
        "war" | "military" | "coup" | "atrocity" => (&["16000000"], &[HARM]),
        "protest" | "police" | "democracy" | "colonial" => (&["11000000", "16000000"], &[SOCIAL]),
        "racism" => (&["14000000"], &[HATE, SOCIAL]),
        "gender" | "disability" | "lgbtq" | "refugees" | "poverty" | "slavery" => (&["14000000"], &[SOCIAL]),
        "religion" => (&["12000000"], &[SOCIAL]),
        "drugs" => (&["02000000"], &["pg0WhF"]),
        "work" | "layoffs" | "strike" => (&["09000000"], &[SOCIAL]),
        "climate" | "animals" => (&["06000000"], &[SOCIAL]),
        _ => (&[], &[]),
    }
}
